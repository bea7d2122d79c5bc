"""Our rules as iCalendar's, for programs that know nothing of ours."""

from datetime import date

from alarmclock.core.alarm import Alarm
from alarmclock.core.exchange.recurrence import DAILY, MONTHLY, WEEKLY, YEARLY, Recurrence
from alarmclock.core.exchange.rules_in import DAY_60, EVEN_WEEKS, LEAP_DAY, ODD_WEEKS
from alarmclock.core.rules.calendar_rules import LAST, LeapPolicy
from alarmclock.core.rules.cycles import WeekParity
from alarmclock.core.rules.limits import Limits
from alarmclock.core.rules.rule import (
    EveryDays,
    EveryWeeks,
    IsoWeeks,
    MonthlyOnDay,
    MonthlyOnWeekday,
    Once,
    OnDate,
    OnDates,
    Rule,
    Weekday,
    Weekdays,
    Yearly,
)
from alarmclock.core.schedule import planned_dates
from alarmclock.values import replace


def recurrence_of(rule: Rule, limits: Limits) -> Recurrence | None:
    """Give a rule as iCalendar has it; None for single dates and lists of them."""
    found = _endless(rule)
    if found is None:
        return None
    # A rule has an end or a count there, never both.
    both = limits.last is not None and limits.times is not None
    until = limits.last_of(rule) if both else limits.last
    return replace(found, until=until, count=None if both else limits.times)


def first_date(alarm: Alarm, today: date) -> date:
    """Give the date that an event begins on: the first of the rule, from today on where it may.

    A rule whose count or phase hangs on its beginning begins there.
    """
    rule, limits = alarm.rule, alarm.limits
    if isinstance(rule, OnDate):
        return rule.day
    if isinstance(rule, OnDates):
        return next(planned_dates(alarm, min(rule.days)), min(rule.days))
    from_beginning = limits.first if limits.times is not None else None
    if isinstance(rule, EveryDays | EveryWeeks):
        from_beginning = max(rule.first, from_beginning or rule.first)
    earliest = from_beginning or max(today, limits.first or today)
    return next(planned_dates(alarm, earliest), earliest)


def left_out(alarm: Alarm, first: date) -> list[date]:
    """List the dates from the first on that an event is not to have."""
    if not alarm.rule.repeats:
        return []
    return sorted(day for day in alarm.limits.excepted | alarm.skipped if day >= first)


def more_dates(alarm: Alarm, first: date) -> list[date]:
    """List the dates of a list after its first."""
    if not isinstance(alarm.rule, OnDates):
        return []
    return [day for day in planned_dates(alarm, first) if day != first]


def _endless(rule: Rule) -> Recurrence | None:  # noqa: PLR0911  # one case a rule
    match rule:
        case Weekdays(days):
            return Recurrence(WEEKLY, days=_every(days))
        case EveryDays(count):
            return Recurrence(DAILY, interval=count)
        case EveryWeeks(count, days):
            return Recurrence(WEEKLY, interval=count, days=_every(days))
        case IsoWeeks(parity, days):
            weeks = ODD_WEEKS if parity is WeekParity.ODD else EVEN_WEEKS
            return Recurrence(YEARLY, weeks=tuple(sorted(weeks)), days=_every(days))
        case MonthlyOnDay(day):
            return Recurrence(MONTHLY, month_days=(day,))
        case MonthlyOnWeekday(nth, weekday):
            return Recurrence(MONTHLY, days=((nth, weekday),))
        case Yearly():
            return _yearly(rule)
        case Once() | OnDate() | OnDates():
            return None


def _yearly(rule: Yearly) -> Recurrence:
    if (rule.month, rule.day) == LEAP_DAY and rule.leap is LeapPolicy.MARCH_1:
        return Recurrence(YEARLY, year_days=(DAY_60,))
    is_last = (rule.month, rule.day) == LEAP_DAY and rule.leap is LeapPolicy.FEBRUARY_28
    day = LAST if is_last else rule.day
    return Recurrence(YEARLY, months=(rule.month,), month_days=(day,))


def _every(days: frozenset[Weekday]) -> tuple[tuple[None, Weekday], ...]:
    return tuple((None, day) for day in sorted(days))
