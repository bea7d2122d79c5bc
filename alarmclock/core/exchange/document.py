"""The JSON document that holds everything: alarms, timers, settings and, if wanted, the past."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from alarmclock.core.activity.events import Event, Ticked
from alarmclock.core.change import Item
from alarmclock.core.exchange import items as item_values
from alarmclock.core.exchange import values
from alarmclock.core.exchange.imported import Gathering, Imported, NotImported, Remark
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.ringing import Ring
from alarmclock.core.settings import Settings

FORMAT = "alarmclock"
VERSION = 1
MOST_FIELDS_NAMED = 12
# More names than this are not even counted.
MOST_FIELDS_NOTED = 1000
MOST_ITEMS = 20_000
KNOWN = frozenset(
    {"format", "version", "program", "exported_at", "items", "settings", "rings", "activity"}
)

Kinds = Mapping[str, type[Event]]


def written(
    items: Iterable[Item],
    settings: Settings,
    now: datetime,
    program: str,
    rings: Iterable[Ring] | None = None,
    events: Iterable[Event] | None = None,
    kinds: Kinds | None = None,
) -> dict[str, object]:
    """Write everything; the past is left out where it is None. `kinds` are the names of events."""
    found: dict[str, object] = {
        "format": FORMAT,
        "version": VERSION,
        "program": program,
        "exported_at": values.instant_text(now),
        "items": [item_values.written(item) for item in items],
        "settings": values.plain_fields(settings),
    }
    if rings is not None:
        found["rings"] = [values.plain_fields(ring) for ring in rings]
    if events is not None:
        names = {kind: name for name, kind in (kinds or {}).items()}
        found["activity"] = [
            {"kind": names[type(event)], **values.plain_fields(event)}
            for event in events
            if not isinstance(event, Ticked)
        ]
    return found


def read(found: object, kinds: Kinds) -> Imported:
    """Read everything; what can't be read is refused piece by piece. Raises NotImported."""
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise NotImported(
            "This JSON file was not written by Alarm Clock. Choose one that was exported here, or "
            "a calendar (.ics)."
        )
    _check_version(found.get("version"))
    return _Reading(kinds).all(found)


def _check_version(version: object) -> None:
    if type(version) is not int or version < 1:
        raise NotImported(
            "This file does not say which version of the format it has. It may be damaged: export "
            "it again."
        )
    if version > VERSION:
        raise NotImported(
            f"This file was written by a newer Alarm Clock (format {version:,}; this one reads up "
            f"to {VERSION}). Install the newer Alarm Clock, and import it again. Nothing was "
            "changed."
        )


class _Reading:
    """One reading of a document."""

    def __init__(self, kinds: Kinds) -> None:
        self._kinds = kinds
        self._gathering = Gathering()
        self._unknown: Counter[str] = Counter()

    def all(self, found: dict[str, Any]) -> Imported:
        for name in found.keys() - KNOWN:
            self._note_unknown(name)
        entries = self._list(found, "items")
        if len(entries) > MOST_ITEMS:
            raise NotImported(
                f"This file has more than {MOST_ITEMS:,} alarms and timers. Nothing was changed."
            )
        for entry in entries:
            self._item(entry)
        settings = self._settings(found["settings"]) if "settings" in found else None
        rings = self._past(found, "rings", self._ring)
        events = self._past(found, "activity", self._event)
        gathered = self._gathering.all()
        notes = (*gathered.notes, *self._unknown_fields())
        return Imported(gathered.arrivals, gathered.refused, notes, settings, rings, events)

    def _item(self, entry: object) -> None:
        if isinstance(entry, dict) and "id" not in entry:
            # One written by hand: the same entry is the same alarm the next time, too.
            text = json.dumps(entry, sort_keys=True)
            entry = {**entry, "id": hashlib.sha256(text.encode()).hexdigest()[:32]}
        try:
            item = item_values.read(entry, self._within("items"))
        except values.UNREADABLE as error:
            label = entry.get("label") if isinstance(entry, dict) else None
            name = label if isinstance(label, str) and label else "an entry without a label"
            self._gathering.refuse(name, f"It can't be read: {error}")
        else:
            self._gathering.add(item, is_whole=True)

    def _settings(self, found: object) -> Settings | None:
        unknown, of_ring = self._within("settings"), self._within("settings.new_alarm")
        try:
            if not isinstance(found, dict):
                raise TypeError("they are no mapping")
            own = dict(found)
            ring = values.part(RingSettings, own.pop("new_alarm", {}), of_ring)
            return Settings(**values.arguments(Settings, own, unknown), new_alarm=ring)
        except values.UNREADABLE as error:
            self._gathering.refuse("Settings", f"They can't be read: {error}")
            return None

    def _ring(self, entry: object) -> Ring:
        ring: Ring = values.part(Ring, entry, self._within("rings"))
        return ring

    def _event(self, entry: object) -> Event:
        own = dict(entry) if isinstance(entry, dict) else {}
        kind = self._kinds[str(own.pop("kind"))]
        event: Event = values.part(kind, own, self._within("activity"))
        return event

    def _past(self, found: dict[str, Any], name: str, read: Any) -> tuple[Any, ...]:
        taken, damaged = [], 0
        for entry in self._list(found, name):
            try:
                taken.append(read(entry))
            except values.UNREADABLE:
                damaged += 1
        if damaged:
            self._gathering.refuse("", f"{damaged:,} entries under “{name}” can't be read.")
        return tuple(taken)

    def _list(self, found: dict[str, Any], name: str) -> list[Any]:
        entries = found.get(name, [])
        if isinstance(entries, list):
            return entries
        raise NotImported(
            f"This file is damaged: its part “{name}” is no list. Export it again; nothing was "
            "changed."
        )

    def _within(self, name: str) -> values.Unknown:
        return lambda field: self._note_unknown(f"{name}.{field}")

    def _note_unknown(self, name: str) -> None:
        if len(self._unknown) < MOST_FIELDS_NOTED:
            self._unknown[name] += 1

    def _unknown_fields(self) -> list[Remark]:
        if not self._unknown:
            return []
        names = sorted(self._unknown)
        told = ", ".join(f"“{name}”"[:80] for name in names[:MOST_FIELDS_NAMED])
        more = f" and {len(names) - MOST_FIELDS_NAMED:,} more" if names[MOST_FIELDS_NAMED:] else ""
        return [
            Remark("", f"Fields that this Alarm Clock does not know are left out: {told}{more}.")
        ]
