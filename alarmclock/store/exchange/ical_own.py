"""What our own calendar files say beyond the calendar, so that they come back as they were.

Beside the event as every program knows it stands the whole item, with a digest of the event: where
another program changed the event since then, the event counts and not what we wrote.
"""

import hashlib
import json
from datetime import date, datetime
from typing import Any

from alarmclock.core.change import Item
from alarmclock.core.exchange import items, values

OWN_ITEM = "X-ALARMCLOCK-ITEM"
OWN_DIGEST = "X-ALARMCLOCK-DIGEST"
TOLD = ("SUMMARY", "DTSTART", "DUE", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID")


def mark(component: Any, item: Item) -> None:
    """Write the whole item into its event."""
    component.add(OWN_ITEM, json.dumps(items.written(item), separators=(",", ":")))
    component.add(OWN_DIGEST, digest(component))


def own_item(component: Any) -> Item | None:
    """Give the item that we wrote, None where there is none or the event was changed since."""
    if OWN_ITEM not in component or str(component.get(OWN_DIGEST)) != digest(component):
        return None
    try:
        return items.read(json.loads(str(component[OWN_ITEM])), lambda _name: None)
    except values.UNREADABLE:
        return None


def digest(component: Any) -> str:
    """Give a short text that changes with whatever decides when an event rings and its name."""
    told = [(name, _told(component.get(name))) for name in TOLD if name in component]
    alarms = [_told(part.get("TRIGGER")) for part in component.subcomponents]
    text = repr((component.name, told, alarms))
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:32]


def _told(value: Any) -> str:
    """Give a property's value in one way, however its text was written."""
    if isinstance(value, list):
        return "|".join(_told(one) for one in value)
    if hasattr(value, "dts"):
        return ",".join(sorted(_moment(entry.dt) for entry in value.dts))
    if hasattr(value, "dt"):
        return _moment(value.dt)
    if isinstance(value, dict):
        return ";".join(sorted(f"{name}={_values(value[name])}" for name in value))
    return str(value)


def _values(found: Any) -> str:
    """Give the values of a part of a rule, one or several, as text."""
    values = found if isinstance(found, list | tuple) else [found]
    return ",".join(_moment(value) for value in values)


def _moment(moment: Any) -> str:
    if isinstance(moment, datetime):
        zone = str(moment.tzinfo) if moment.tzinfo is not None else ""
        return f"{moment.replace(tzinfo=None).isoformat()} {zone}"
    return moment.isoformat() if isinstance(moment, date) else str(moment)
