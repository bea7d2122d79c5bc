"""When an alarm is due: a rule, a time and a zone become instants, in one place.

The rules for the two odd nights of the year:
a time that does not exist (the clocks go forward over it) rings at the shifted instant, so 02:30
rings at 03:30 that day; a time that comes twice (the clocks go back) rings the first time only.
`zoneinfo` gives both with fold=0 (PEP 495).
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, tzinfo
from zoneinfo import ZoneInfo

from alarmclock.core.alarm import Alarm
from alarmclock.core.rules.limits import NO_LIMITS
from alarmclock.core.rules.rule import ONE_DAY
from alarmclock.values import dataclass

# The calendar of Python ends with 9999: a search goes no further than the year before.
LAST_DAY = date(9998, 12, 31)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One planned ring: alarm, local date and local time. Its claim is made under this name."""

    item_id: str
    day: date
    time: time
    due: datetime


def instant_of(day: date, wall: time, zone: tzinfo) -> datetime:
    """Give the UTC instant of a wall-clock time: shifted in a gap, the first in an overlap."""
    first_pass = wall.replace(fold=0) if wall.fold else wall
    return datetime.combine(day, first_pass, zone).astimezone(UTC)


def zone_of(alarm: Alarm, system_zone: tzinfo) -> tzinfo:
    """Give the zone that an alarm's time is meant in."""
    return zone_named(alarm.zone, system_zone)


def zone_named(name: str | None, system_zone: tzinfo) -> tzinfo:
    """Give the zone of an IANA name, None for the system's.

    Where this system does not know it, as after a move to another computer, it is the system's:
    a ring at a time that can be explained is better than none.
    """
    return system_zone if name is None else _zone_named(name) or system_zone


def knows_zone(name: str) -> bool:
    """Tell whether this system has a zone of this IANA name."""
    return _zone_named(name) is not None


def _zone_named(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown, no name at all, or a folder of zones
        return None


def planned_dates(alarm: Alarm, earliest: date) -> Iterator[date]:
    """List the local dates of a rule from its first to its last; excepted ones are among them."""
    limits, repeats = alarm.limits, alarm.rule.repeats
    last = LAST_DAY
    if repeats and limits != NO_LIMITS:
        earliest = max(earliest, limits.first or earliest)
        last = min(last, limits.last_of(alarm.rule))
    while earliest <= last:
        day = alarm.rule.next_date(earliest)
        if day is None or day > last:
            return
        yield day
        earliest = day + ONE_DAY


def is_paused_on(alarm: Alarm, day: date) -> bool:
    """Tell whether an alarm does not ring on a local date because it is paused."""
    pause = alarm.pause
    return pause is not None and (pause.until is None or day < pause.until)


def is_paused(alarm: Alarm, now: datetime, system_zone: tzinfo) -> bool:
    """Tell whether an alarm is paused today."""
    if alarm.pause is None:
        return False
    return is_paused_on(alarm, now.astimezone(zone_of(alarm, system_zone)).date())


def _ringing_dates(alarm: Alarm, earliest: date) -> Iterator[date]:
    """List the dates on which an alarm will ring: not excepted, skipped or paused."""
    if alarm.pause is not None:
        if alarm.pause.until is None:
            return iter(())
        earliest = max(earliest, alarm.pause.until)
    days = planned_dates(alarm, earliest)
    if not alarm.rule.repeats:
        return days
    for left_out in (alarm.limits.excepted, alarm.skipped):
        if left_out:
            days = _without(days, left_out)
    return days


def _without(days: Iterator[date], left_out: frozenset[date]) -> Iterator[date]:
    return (day for day in days if day not in left_out)


def occurrences(
    alarm: Alarm, after: datetime, system_zone: tzinfo, *, not_before: date = date.min
) -> Iterator[Occurrence]:
    """List the occurrences due strictly after an instant, each later than the one before.

    What is skipped, excepted or paused is not among them; `explain` lists it with its reason.
    `not_before` leaves out earlier local dates. After a ring it is the day after the rung
    occurrence's local date: to search after its instant would ring twice around a DST change.
    """
    zone = zone_of(alarm, system_zone)
    # A shifted time may fall on the next local date, so the search begins a day early.
    earliest = max(after.astimezone(zone).date() - ONE_DAY, not_before)
    latest_due = after
    for day in _ringing_dates(alarm, earliest):
        due = instant_of(day, alarm.time, zone)
        if due > latest_due:
            latest_due = due
            yield Occurrence(alarm.id, day, alarm.time, due)


def next_occurrence(
    alarm: Alarm, after: datetime, system_zone: tzinfo, *, not_before: date = date.min
) -> Occurrence | None:
    """Give the first occurrence due strictly after an instant, None when there is no more."""
    return next(occurrences(alarm, after, system_zone, not_before=not_before), None)
