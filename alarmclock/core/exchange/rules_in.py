"""Rules of iCalendar as ours, where ours say the same; where they don't, None.

A ring may come on another date than its event (“the evening before”): `shift` is by how many days,
and `start` is the date of the ring that belongs to the event's start.
"""

from collections.abc import Callable
from datetime import date, timedelta

from alarmclock.core.exchange.recurrence import (
    DAILY,
    LAST_WEEK,
    MONTHLY,
    WEEKLY,
    YEARLY,
    Recurrence,
)
from alarmclock.core.rules.calendar_rules import FIFTH, LAST, LeapPolicy
from alarmclock.core.rules.cycles import MOST_DAYS, MOST_WEEKS, WeekParity
from alarmclock.core.rules.limits import MOST_TIMES, Limits
from alarmclock.core.rules.rule import (
    EVERY_DAY,
    ONE_DAY,
    EveryDays,
    EveryWeeks,
    IsoWeeks,
    MonthlyOnDay,
    MonthlyOnWeekday,
    Rule,
    Weekday,
    Weekdays,
    Yearly,
)
from alarmclock.core.rules.weekday import DAYS_A_WEEK
from alarmclock.values import replace

# Every month has these days, and so has the day before and after them a month of its own.
SURE_DAYS = range(1, 29)
NTH = (*range(1, FIFTH + 1), LAST)
LEAP_DAY = (2, 29)
# The 60th day of a year is 29 February, or 1 March where there is none.
DAY_60 = 60
ODD_WEEKS, EVEN_WEEKS = frozenset(range(1, LAST_WEEK + 1, 2)), frozenset(range(2, LAST_WEEK, 2))


def rule_of(recurrence: Recurrence, start: date, shift: int) -> tuple[Rule, Limits] | None:
    """Give our rule and its limits, None where we have none that says the same."""
    if recurrence.unknown or not recurrence.is_by_date:
        return None
    rule = RULES[recurrence.frequency](recurrence, start, shift)
    if rule is None:
        return None
    return rule, limits_of(recurrence, start, shift)


def limits_of(recurrence: Recurrence, start: date, shift: int) -> Limits:
    """Give from when to when a rule goes; more times than can be counted are no limit."""
    times = recurrence.count if recurrence.count and recurrence.count <= MOST_TIMES else None
    last = shifted(recurrence.until, shift) if recurrence.until else None
    if last is not None and last < start:
        last = start
    return Limits(first=start, last=last, times=times)


def limits_needed(rule: Rule, limits: Limits, today: date) -> Limits:
    """Leave out what changes nothing any more: a beginning that is over, excepted dates."""
    excepted = frozenset(day for day in limits.excepted if day >= today)
    first = limits.first
    if first is not None and limits.times is None:
        found = rule.next_date(today)
        first = None if found is None or found >= first else first
    return replace(limits, first=first, excepted=excepted)


def shifted(day: date, shift: int) -> date:
    """Give a date some days later, the last of the calendar where there is none."""
    try:
        return day + shift * ONE_DAY
    except OverflowError:
        return date.max if shift > 0 else date.min


def follows(rule: Rule, start: date) -> bool:
    """Tell whether a rule rings on the date that it starts on."""
    return rule.next_date(start) == start


def _daily(recurrence: Recurrence, start: date, _shift: int) -> Rule | None:
    if recurrence.given - {"days"} or recurrence.has_nth or recurrence.interval > MOST_DAYS:
        return None
    if recurrence.given and recurrence.interval > 1:
        return None
    if recurrence.interval > 1:
        return EveryDays(recurrence.interval, start)
    return Weekdays(_moved(recurrence.weekdays or EVERY_DAY, _shift))


def _weekly(recurrence: Recurrence, start: date, shift: int) -> Rule | None:
    if recurrence.given - {"days"} or recurrence.has_nth or recurrence.interval > MOST_WEEKS:
        return None
    day_of_event = Weekday((start - shift * ONE_DAY).weekday())
    days = recurrence.weekdays or frozenset({day_of_event})
    moved = _moved(days, shift)
    if recurrence.interval == 1:
        return Weekdays(moved)
    # A week that begins on another day than Monday, or is left by the shift, counts otherwise.
    is_plain = recurrence.week_start is Weekday.MONDAY and shift == 0
    if is_plain or (len(days) == 1 and day_of_event in days):
        return EveryWeeks(recurrence.interval, moved, start)
    return None


def _monthly(recurrence: Recurrence, start: date, shift: int) -> Rule | None:
    if recurrence.interval > 1:
        return None
    given = recurrence.given
    if not given or given == {"month_days"}:
        return _on_month_day(recurrence.month_days or (_event_day(start, shift),), shift)
    if shift == 0 and given <= {"days", "positions"} and len(recurrence.days) == 1:
        return _on_nth(recurrence)
    return None


def _on_month_day(days: tuple[int, ...], shift: int) -> Rule | None:
    if len(days) != 1:
        return None
    (day,) = days
    if shift == 0 and (day == LAST or 1 <= day <= 31):
        return MonthlyOnDay(day)
    if shift == -1 and day == 1:
        return MonthlyOnDay(LAST)
    if day in SURE_DAYS and day + shift in SURE_DAYS:
        return MonthlyOnDay(day + shift)
    return None


def _on_nth(recurrence: Recurrence) -> Rule | None:
    ((nth, weekday),) = recurrence.days
    positions = recurrence.positions
    if nth is None and len(positions) == 1:
        (nth,) = positions
    elif positions:
        return None
    return MonthlyOnWeekday(nth, weekday) if nth is not None and nth in NTH else None


def _yearly(recurrence: Recurrence, start: date, shift: int) -> Rule | None:
    if recurrence.interval > 1:
        return None
    given = recurrence.given
    if given == {"weeks", "days"} and shift == 0:
        return _iso_weeks(recurrence)
    if given == {"year_days"}:
        is_leap_day = recurrence.year_days == (DAY_60,) and shift == 0
        return Yearly(*LEAP_DAY, LeapPolicy.MARCH_1) if is_leap_day else None
    event = start - shift * ONE_DAY
    months = recurrence.months or (event.month,)
    days = recurrence.month_days or (event.day,)
    if given - {"months", "month_days"} or len(months) != 1 or len(days) != 1:
        return None
    if recurrence.month_days and not recurrence.months:
        return None
    return _on_date(months[0], days[0], shift)


def _on_date(month: int, day: int, shift: int) -> Rule | None:
    if (month, day) == (2, LAST) and shift == 0:
        return Yearly(*LEAP_DAY, LeapPolicy.FEBRUARY_28)
    if (month, day) == LEAP_DAY:
        return Yearly(*LEAP_DAY, LeapPolicy.LEAP_YEARS_ONLY) if shift == 0 else None
    try:
        leap, other = (date(year, month, day) + timedelta(shift) for year in (2028, 2027))
    except ValueError:
        return None
    if (leap.month, leap.day) != (other.month, other.day):
        return None
    return Yearly(leap.month, leap.day)


def _iso_weeks(recurrence: Recurrence) -> Rule | None:
    if recurrence.has_nth or recurrence.week_start is not Weekday.MONDAY:
        return None
    weeks = frozenset(recurrence.weeks)
    for parity, all_weeks in ((WeekParity.ODD, ODD_WEEKS), (WeekParity.EVEN, EVEN_WEEKS)):
        if weeks == all_weeks:
            return IsoWeeks(parity, recurrence.weekdays)
    return None


def _event_day(start: date, shift: int) -> int:
    return (start - shift * ONE_DAY).day


def _moved(days: frozenset[Weekday], shift: int) -> frozenset[Weekday]:
    return frozenset(Weekday((day + shift) % DAYS_A_WEEK) for day in days)


RULES: dict[str, Callable[[Recurrence, date, int], Rule | None]] = {
    DAILY: _daily,
    WEEKLY: _weekly,
    MONTHLY: _monthly,
    YEARLY: _yearly,
}
