"""The dates of rules that ours can't say, worked out by dateutil within limits of work and time."""

import time
from collections.abc import Callable
from datetime import MAXYEAR, datetime, timedelta
from typing import Literal

from alarmclock.core.exchange.events_in import TooMany
from alarmclock.core.exchange.recurrence import DAILY, MONTHLY, WEEKLY, YEARLY, Recurrence

# dateutil searches to the end of its calendar for a rule that never comes (30 February), which
# takes seconds from now. The calendar repeats every 400 years: it searches the last of them.
CYCLE_YEARS = 400
LAST_CYCLE_BEGINS = MAXYEAR - CYCLE_YEARS
# Counted from earlier than this, a rule costs more than it is worth.
EARLIEST_YEAR = 1970
LONGEST_S = 0.5
MOST_LOOKED_AT = 100_000
HOURLY_UNITS = {
    "HOURLY": timedelta(hours=1),
    "MINUTELY": timedelta(minutes=1),
    "SECONDLY": timedelta(seconds=1),
}
# As dateutil numbers them; those with more than one ring a day it is never asked for.
DATEUTIL_FREQUENCIES: dict[str, Literal[0, 1, 2, 3]] = {
    YEARLY: 0,
    MONTHLY: 1,
    WEEKLY: 2,
    DAILY: 3,
}
TOO_LONG = "its dates take too long to be worked out"


class Expanding:
    """Works out rules until its time for all of them is used up."""

    def __init__(
        self, longest_s: float = LONGEST_S, elapsed_s: Callable[[], float] = time.monotonic
    ) -> None:
        self._left_s = longest_s
        self._elapsed_s = elapsed_s

    def __call__(
        self, recurrence: Recurrence, start: datetime, since: datetime, until: datetime, most: int
    ) -> list[datetime]:
        """List the starts from `since` until `until`, all in local time. Raises TooMany."""
        if self._left_s <= 0:
            raise TooMany(TOO_LONG)
        begun = self._elapsed_s()
        try:
            return _expanded(recurrence, start, since, until, most)
        except (ValueError, TypeError, OverflowError) as error:
            raise TooMany(f"it contradicts itself ({error})") from error
        finally:
            self._left_s -= self._elapsed_s() - begun


def _expanded(
    recurrence: Recurrence, start: datetime, since: datetime, until: datetime, most: int
) -> list[datetime]:
    if recurrence.unknown:
        raise TooMany(f"nobody here knows its part {', '.join(recurrence.unknown)[:60]}")
    if recurrence.ends_at is not None:
        until = min(until, recurrence.ends_at)
    elif recurrence.until is not None:
        until = min(until, datetime.combine(recurrence.until, datetime.max.time()))
    if recurrence.frequency in HOURLY_UNITS:
        return _several_a_day(recurrence, start, since, until, most)
    if not EARLIEST_YEAR <= start.year <= until.year:
        if start > until:
            return []
        raise TooMany(f"it begins before {EARLIEST_YEAR}")
    return _by_dateutil(recurrence, start, since, until, most)


def _several_a_day(
    recurrence: Recurrence, start: datetime, since: datetime, until: datetime, most: int
) -> list[datetime]:
    """Count the hours, minutes or seconds of a plain rule; others ring too often to be listed."""
    if recurrence.given or recurrence.hours or recurrence.minutes or recurrence.seconds:
        raise TooMany("it rings several times a day")
    step = HOURLY_UNITS[recurrence.frequency] * recurrence.interval
    first = max(0, -((start - since) // step))
    last = (until - start) // step
    if recurrence.count is not None:
        last = min(last, recurrence.count - 1)
    if last - first >= most:
        raise TooMany(f"it rings more than {most - 1} times in two years")
    return [start + number * step for number in range(first, last + 1)]


def _by_dateutil(
    recurrence: Recurrence, start: datetime, since: datetime, until: datetime, most: int
) -> list[datetime]:
    from dateutil import rrule

    years = (LAST_CYCLE_BEGINS - start.year) // CYCLE_YEARS * CYCLE_YEARS + CYCLE_YEARS
    if until.year + years > MAXYEAR:
        years -= CYCLE_YEARS
    by_day = [
        rrule.weekday(day) if nth is None else rrule.weekday(day, nth)
        for nth, day in recurrence.days
    ]
    rule = rrule.rrule(
        DATEUTIL_FREQUENCIES[recurrence.frequency],
        dtstart=_later(start, years),
        interval=recurrence.interval,
        wkst=int(recurrence.week_start),
        count=recurrence.count,
        until=None if recurrence.count else _later(until, years),
        bysetpos=recurrence.positions or None,
        bymonth=recurrence.months or None,
        bymonthday=recurrence.month_days or None,
        byyearday=recurrence.year_days or None,
        byweekno=recurrence.weeks or None,
        byweekday=by_day or None,
        byhour=recurrence.hours or None,
        byminute=recurrence.minutes or None,
        bysecond=recurrence.seconds or None,
    )
    end, begin = _later(until, years), _later(since, years)
    found: list[datetime] = []
    for looked_at, moment in enumerate(rule):
        if moment > end:
            break
        if looked_at > MOST_LOOKED_AT:
            raise TooMany(TOO_LONG)
        if moment >= begin:
            found.append(_later(moment, -years))
        if len(found) >= most:
            raise TooMany(f"it rings more than {most - 1} times in two years")
    return found


def _later(moment: datetime, years: int) -> datetime:
    return moment.replace(year=moment.year + years)
