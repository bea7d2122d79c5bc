"""What an alarm's rule plans, read off the calendar and off the clocks of its zone.

It shares no line with the schedule that it is to prove: each day is asked by its calendar page,
and each due is found on a table of the offsets of the zone.
"""

from bisect import bisect_right
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from alarmclock.core.rules.rule import Once, OnDates
from tests.core.time_line import changes, is_date_of, offset

DAY = timedelta(days=1)
MICROSECOND = timedelta(microseconds=1)
FIRST_OFFSET_AT = datetime(2005, 1, 1, tzinfo=UTC)


class Plan:
    """The days of one alarm's rule over some years, and their dues in any zone."""

    def __init__(self, alarm, begin: date, end: date):
        self.alarm, self.end = alarm, end
        self.days = list(_days(alarm, begin, end))
        limits = alarm.limits
        self.ends = bool(limits.last or limits.times) or isinstance(alarm.rule, OnDates)
        self._dues: dict[str, list[datetime]] = {}

    def dues(self, system_zone: str) -> list[datetime]:
        """List the due of each day."""
        name = self.alarm.zone or system_zone
        if name not in self._dues:
            self._dues[name] = list(_dues(self.days, self.alarm.time, name))
        return self._dues[name]

    def behind(self, now: datetime, system_zone: str) -> int:
        """Count the days whose due is over."""
        return bisect_right(self.dues(system_zone), now)

    def local_date(self, now: datetime, system_zone: str) -> date:
        """Give the date on the wall."""
        return now.astimezone(ZoneInfo(self.alarm.zone or system_zone)).date()


def _days(alarm, begin, end):
    """Walk over the calendar and give the days of the rule, but the excepted ones."""
    rule, limits = alarm.rule, alarm.limits
    if isinstance(rule, Once):
        yield from (begin + n * DAY for n in range((end - begin).days))
        return
    counted = 0
    day = limits.first if limits.first is not None and limits.times is not None else begin
    while day < end:
        if is_date_of(rule, day) and (limits.first is None or day >= limits.first):
            counted += 1
            if limits.times is not None and counted > limits.times:
                return
            if day not in limits.excepted and (limits.last is None or day <= limits.last):
                yield day
        day += DAY


@cache
def _pieces(name):
    """List the stretches of one offset: until which instant, and how far from UTC."""
    zone = ZoneInfo(name)
    steps = [at for at in changes(name) if offset(at, zone) != offset(at - MICROSECOND, zone)]
    offsets = [offset(at, zone) for at in (FIRST_OFFSET_AT, *steps)]
    return list(zip([*steps, datetime.max.replace(tzinfo=UTC)], offsets, strict=True))


def _dues(days, wall, name):
    """Find the first instant at which the wall shows each time; one jumped over is shifted."""
    pieces = _pieces(name)
    number = 0
    for day in days:
        shown = datetime.combine(day, wall, UTC)
        while shown - pieces[number][1] >= pieces[number][0]:
            number += 1
        due = shown - pieces[number][1]
        if number and due < pieces[number - 1][0]:
            due = shown - pieces[number - 1][1]
        yield due
