"""Calendar files as Thunderbird, GNOME Calendar, Google, Apple and KAlarm write them, and our own.

The library sees one small component at a time; a broken one is refused and costs no other.
"""

import logging
import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any
from urllib.parse import unquote, urlsplit

from alarmclock.core.exchange.events_in import Surroundings, take_events
from alarmclock.core.exchange.foreign import ForeignEvent, Reminder
from alarmclock.core.exchange.imported import Gathering, Imported, shown
from alarmclock.core.schedule import zone_named
from alarmclock.core.words.wording import short_day
from alarmclock.store.exchange.ical_own import own_item
from alarmclock.store.exchange.ical_rrule import recurrence_from
from alarmclock.store.exchange.ical_scan import Component, Outline, outline_of
from alarmclock.store.exchange.text_file import Text
from alarmclock.store.exchange.zones import iana_zone
from alarmclock.values import replace

logger = logging.getLogger(__name__)

VENDORS_ZONE = re.compile(r';TZID="?(/[^":;\r\n]{1,200})"?')
# A reminder may come some days after its event.
OVER_AFTER = timedelta(days=31)
LATEST_REMINDER = timedelta(days=366)
MOST_SINGLE_DATES = 1000
LIBRARY = "icalendar"
COMMAND_REFUSAL = (
    "A program that it would start is left out: Alarm Clock starts none. Set an alarm by hand."
)
MAIL_REFUSAL = "Its reminder is a mail; Alarm Clock sends none. Set an alarm by hand instead."
SILENT = {"NONE", ""}
# What KAlarm keeps beside the alarm itself: some rings at no time, some is a copy of another.
KALARM_TYPE = "X-KDE-KALARM-TYPE"
KALARM_REPEAT, KALARM_FLAGS = "X-KDE-KALARM-REPEAT", "X-KDE-KALARM-FLAGS"
KALARM_CALENDAR_FLAGS = {"EXHOLIDAYS", "WORKTIME"}
KALARM_WANTED = {"", "ACTIVE"}
KALARM_SILENT = {"PRE", "POST", "DISPLAYING", "DEFERRAL", "DATE_DEFERRAL"}
KALARM_REFUSALS = {
    "LOGIN": "It rings when you log in, which has no time. Set it by hand.",
    "FILE": "It shows a file, which Alarm Clock does not. Set it by hand.",
}
ENDED = {
    "CANCELLED": "It is cancelled, so it does not ring.",
    "COMPLETED": "It is done, so it does not ring.",
}


def read_calendar(text: Text, around: Surroundings) -> Imported:
    """Read a calendar. Raises NotImported."""
    outline = outline_of(text.content, around.today - OVER_AFTER)
    gathering = Gathering()
    if text.is_guessed:
        gathering.note("", "The file is not UTF-8; look whether its letters are right.")
    events = []
    for component in outline.components:
        event = _component(component, outline, around, gathering)
        if event is not None:
            events.append(event)
    take_events(events, around, gathering, outline.over)
    gathering.refuse_all(outline.over, "It is over.", "{} more are over.")
    gathering.refuse_all(
        outline.silent,
        "It has no reminder, so nothing is to ring.",
        "{} more have no reminder, so nothing is to ring.",
    )
    return gathering.all()


def _component(
    component: Component, outline: Outline, around: Surroundings, gathering: Gathering
) -> ForeignEvent | None:
    """Read one component: our own is taken at once, another program's is given back."""
    try:
        parsed = _parsed(component.text)
        item = own_item(parsed)
        if item is not None:
            gathering.add(item, is_whole=True)
            return None
        return _event(parsed, outline, around)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError) as error:
        logger.info("A component can't be read: %s", error)
        reason = _reason(error)
        gathering.refuse(component.label, f"It can't be read: {reason}.")
        return None


def _reason(error: Exception) -> str:
    """Say what is wrong; what the library says of its own errors is not for people."""
    is_for_people = isinstance(error, ValueError) and not type(error).__module__.startswith(LIBRARY)
    return (is_for_people and shown(str(error))) or "it is damaged"


def _parsed(text: str) -> Any:
    from icalendar import Component as Parsed

    # The library would guess, with a warning, what the name of another library's zone means.
    return Parsed.from_ical(VENDORS_ZONE.sub(_with_known_zone, text))


def _with_known_zone(found: re.Match[str]) -> str:
    return f";TZID={iana_zone(found[1]) or found[1].strip('/')}"


def _event(parsed: Any, outline: Outline, around: Surroundings) -> ForeignEvent | None:
    label = _text(parsed, "SUMMARY")
    status = _text(parsed, "STATUS").upper()
    kind = _text(parsed, KALARM_TYPE).partition(";")[0].upper()
    if kind not in KALARM_WANTED:
        return None
    name = next((n for n in ("DTSTART", "DUE") if n in parsed), None)
    if name is None:
        raise ValueError("it has no beginning")
    start, zone, notes = _start(parsed[name], outline, around)
    local = zone_named(zone, around.zone)
    end = _end(parsed, start, local)
    event = ForeignEvent(
        uid=_text(parsed, "UID") or f"{label}\n{start}",
        label=label,
        start=start,
        zone=zone,
        extra=tuple(_moments(parsed, "RDATE", local)),
        reminders=_reminders(parsed, name, start, end, local),
        is_off=status == "DISABLED",
        notes=(*notes, *_left_out(parsed)),
    )
    if "RECURRENCE-ID" in parsed:
        return _exception(event, parsed, local, is_ended=status in ENDED)
    if status in ENDED:
        return replace(event, refusal=ENDED[status])
    rules = [recurrence_from(rule, start, local) for rule in _all(parsed, "RRULE")]
    if "EXRULE" in parsed:
        return replace(event, refusal="It has an EXRULE, which is out of use. Set it by hand.")
    return _with_excepted(replace(event, recurrences=tuple(rules)), parsed, local)


def _with_excepted(event: ForeignEvent, parsed: Any, local: tzinfo) -> ForeignEvent:
    entries = _entries(parsed, "EXDATE")
    starts = frozenset(_naive(entry, local) for entry in entries)
    if not event.starts_several_times_a_day:
        return replace(event, excepted=frozenset(start.date() for start in starts))
    whole_days = frozenset(entry for entry in entries if not isinstance(entry, datetime))
    return replace(event, excepted=whole_days, excepted_starts=starts)


def _exception(event: ForeignEvent, parsed: Any, local: tzinfo, *, is_ended: bool) -> ForeignEvent:
    replaced = parsed["RECURRENCE-ID"]
    if replaced.params.get("RANGE"):
        return replace(event, refusal="It changes a series from a date on. Set it by hand.")
    instead_of = _naive(replaced.dt, local)
    if is_ended:
        day = f"{short_day(instead_of)} {instead_of.year}"
        told = f"It is cancelled on {day}, so it does not ring then."
        return replace(event, instead_of=instead_of, extra=(), reminders=(), notes=(told,))
    return replace(event, instead_of=instead_of, extra=())


def _left_out(parsed: Any) -> list[str]:
    """Say what an event has that an alarm has no word for."""
    repeats = any(_text(part, "REPEAT").strip() not in ("", "0") for part in parsed.subcomponents)
    told = []
    if repeats or KALARM_REPEAT in parsed:
        told.append(
            "It is to ring several times in a row; here it rings once, until it is answered."
        )
    if set(_text(parsed, KALARM_FLAGS).upper().split(";")) & KALARM_CALENDAR_FLAGS:
        told.append("It is to leave out holidays or free time; here it rings on them, too.")
    return told


def _reminders(
    parsed: Any, start_name: str, start: datetime, end: datetime, local: tzinfo
) -> tuple[Reminder, ...]:
    alarms = (part for part in parsed.subcomponents if part.name == "VALARM")
    found = (_reminder(alarm, start_name, start, end, local) for alarm in alarms)
    return tuple(reminder for reminder in found if reminder is not None)


def _start(
    value: Any, outline: Outline, around: Surroundings
) -> tuple[datetime, str | None, list[str]]:
    """Give the beginning in its zone; what is in UTC is meant in the calendar's or the system's."""
    moment, name = value.dt, value.params.get("TZID")
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time()), None, []
    if name:
        zone = iana_zone(str(name))
        if zone is not None and zone != "UTC":
            return moment.replace(tzinfo=None), zone, []
        if zone is None:
            told = f"Nobody here knows its time zone “{shown(str(name))}”; it rings by local time."
            return moment.replace(tzinfo=None), None, [told]
    if moment.tzinfo is None:
        return moment, None, []
    home = iana_zone(outline.properties.get("X-WR-TIMEZONE", "")) or getattr(
        around.zone, "key", None
    )
    local = zone_named(home, around.zone)
    return moment.astimezone(local).replace(tzinfo=None), home, []


def _end(parsed: Any, start: datetime, local: tzinfo) -> datetime:
    for name in ("DTEND", "DUE"):
        if name in parsed:
            return _naive(parsed[name].dt, local)
    if "DURATION" in parsed:
        return start + _limited(parsed["DURATION"].dt)
    return start


def _reminder(
    alarm: Any, start_name: str, start: datetime, end: datetime, local: tzinfo
) -> Reminder | None:
    """Read a VALARM; None where it is no reminder at all."""
    action, text = _text(alarm, "ACTION").upper(), _text(alarm, "DESCRIPTION")
    kinds = set(_text(alarm, KALARM_TYPE).upper().split(","))
    if action == "PROCEDURE":
        return Reminder(refusal=COMMAND_REFUSAL)
    if action in SILENT or kinds & KALARM_SILENT:
        return None
    refusals = [KALARM_REFUSALS[kind] for kind in sorted(kinds & KALARM_REFUSALS.keys())]
    if action == "EMAIL":
        refusals = [MAIL_REFUSAL]
    if refusals:
        return Reminder(text=text, refusal=refusals[0])
    sound = _sound(alarm)
    trigger = alarm.get("TRIGGER")
    if trigger is None:
        return Reminder(text=text, sound=sound)
    if isinstance(trigger.dt, datetime):
        at = trigger.dt if trigger.dt.tzinfo is not None else trigger.dt.replace(tzinfo=local)
        return Reminder(at=at.astimezone(UTC), text=text, sound=sound)
    offset = _limited(trigger.dt)
    is_by_end = str(trigger.params.get("RELATED", "")).upper() == "END"
    if is_by_end and start_name == "DTSTART":
        offset += end - start
    return Reminder(offset, text=text, sound=sound)


def _limited(length: timedelta) -> timedelta:
    if abs(length) > LATEST_REMINDER:
        raise ValueError("its reminder is more than a year away from it")
    return length


def _sound(alarm: Any) -> str | None:
    """Give the path of a sound file on this computer that a reminder names."""
    for attached in _all(alarm, "ATTACH"):
        address = urlsplit(str(attached))
        if address.scheme == "file" and address.netloc in ("", "localhost"):
            return unquote(address.path)
    return None


def _moments(parsed: Any, name: str, local: tzinfo) -> list[datetime]:
    """List the single dates of a property as moments. Raises ValueError when they are too many."""
    return [_naive(entry, local) for entry in _entries(parsed, name)]


def _entries(parsed: Any, name: str) -> list[date | datetime]:
    found: list[date | datetime] = []
    for dates in _all(parsed, name):
        moments = (entry.dt for entry in getattr(dates, "dts", []))
        found += [moment[0] if isinstance(moment, tuple) else moment for moment in moments]
    if len(found) > MOST_SINGLE_DATES:
        raise ValueError(f"it has more than {MOST_SINGLE_DATES:,} single dates")
    return found


def _naive(moment: date | datetime, local: tzinfo) -> datetime:
    """Give a moment as the wall clock of the event's zone shows it."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time())
    if moment.tzinfo is None:
        return moment
    return moment.astimezone(local).replace(tzinfo=None)


def _all(parsed: Any, name: str) -> list[Any]:
    found = parsed.get(name, [])
    return found if isinstance(found, list) else [found]


def _text(parsed: Any, name: str) -> str:
    """Give a property as text, the first where it is there several times."""
    found = _all(parsed, name)
    return str(found[0]) if found else ""
