"""The plainest way to tell when an alarm rings: look at the clock on the wall every minute.

Nothing here shares a line or an idea with the schedule that it is to prove.
"""

import calendar
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from alarmclock.core.rules.calendar_rules import LAST, LeapPolicy
from alarmclock.core.rules.cycles import WeekParity
from alarmclock.core.rules.rule import (
    EveryDays,
    EveryWeeks,
    IsoWeeks,
    MonthlyOnDay,
    MonthlyOnWeekday,
    OnDate,
    OnDates,
    Weekdays,
    Yearly,
)

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
# One of each kind: half an hour, a lost day, a month without summer time, two hours, 45 minutes.
ZONES = [
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Africa/Casablanca",
    "Africa/Cairo",
    "Antarctica/Troll",
    "Pacific/Chatham",
    "Asia/Kathmandu",
    "America/Sao_Paulo",
    "UTC",
]


def rings_on(alarm, day):
    """Tell whether an alarm is to ring on a local date."""
    limits, pause = alarm.limits, alarm.pause
    if pause is not None and (pause.until is None or day < pause.until):
        return False
    if not is_date_of(alarm.rule, day) or day in limits.excepted or day in alarm.skipped:
        return False
    if (limits.first and day < limits.first) or (limits.last and day > limits.last):
        return False
    if limits.times is None:
        return True
    days = (day - limits.first).days + 1
    so_far = sum(is_date_of(alarm.rule, limits.first + n * DAY) for n in range(days))
    return so_far <= limits.times


def is_date_of(rule, day):  # noqa: PLR0911  # one case a rule
    """Tell whether a date belongs to a rule, from its calendar page alone."""
    match rule:
        case OnDate():
            return day == rule.day
        case OnDates() as dates:
            return day in dates.days
        case Weekdays():
            return day.weekday() in rule.days
        case EveryDays():
            return day >= rule.first and (day - rule.first).days % rule.count == 0
        case EveryWeeks():
            weeks = (monday_of(day) - monday_of(rule.first)).days // 7
            return day >= rule.first and day.weekday() in rule.days and weeks % rule.count == 0
        case IsoWeeks():
            odd = int(f"{day:%V}") % 2 == 1
            return day.weekday() in rule.days and odd == (rule.parity is WeekParity.ODD)
        case MonthlyOnDay():
            return (day + DAY).day == 1 if rule.day == LAST else day.day == rule.day
        case MonthlyOnWeekday():
            is_nth = (
                (day + 7 * DAY).month != day.month
                if rule.nth == LAST
                else (rule.nth == (day.day + 6) // 7)
            )
            return day.weekday() == rule.weekday and is_nth
        case Yearly():
            return is_yearly(rule, day)


def is_yearly(rule, day):
    """Tell whether a date is the one of its year."""
    wanted = (rule.month, rule.day)
    if wanted == (2, 29) and not calendar.isleap(day.year):
        other = {LeapPolicy.FEBRUARY_28: (2, 28), LeapPolicy.MARCH_1: (3, 1)}
        return (day.month, day.day) == other.get(rule.leap)
    return (day.month, day.day) == wanted


def monday_of(day):
    """Give the Monday of a date's week."""
    return day - DAY * day.weekday()


def walk(alarm, after, until, zone):
    """List the instants at which an alarm rings, strictly after one and up to another.

    Each minute somebody looks at the clock on the wall. A time that it jumps over is rung as
    much later as it lies within the jump; the second time that it shows a time is not the first.
    """
    found = set()
    instant = after - 2 * DAY
    before = wall_at(instant - MINUTE, zone)
    while instant <= until:
        wall = wall_at(instant, zone)
        expected = before + MINUTE
        if wall > expected:
            for day in days_between(expected, wall):
                due = datetime.combine(day, alarm.time)
                if expected <= due < wall and rings_on(alarm, day):
                    found.add(instant + (due - expected))
        is_time = wall.time() == alarm.time and rings_on(alarm, wall.date())
        if is_time and is_first_time(instant, zone):
            found.add(instant)
        before = wall
        instant += MINUTE
    return sorted(due for due in found if after < due <= until)


def wall_at(instant, zone):
    """Read the clock on the wall."""
    return instant.astimezone(zone).replace(tzinfo=None, fold=0)


def is_first_time(instant, zone):
    """Tell whether the clock on the wall showed this time in the three hours before."""
    wall = wall_at(instant, zone)
    return all(wall_at(instant - n * MINUTE, zone) != wall for n in range(1, 181))


def days_between(first, last):
    """List the dates from one moment to another."""
    return [first.date() + n * DAY for n in range((last.date() - first.date()).days + 1)]


@cache
def changes(name):
    """List the instants at which the clocks of a zone change, from 2005 to 2030."""
    zone = ZoneInfo(name)
    found = []
    instant = datetime(2005, 1, 1, tzinfo=UTC)
    while instant.year < 2030:
        following = instant + DAY
        if offset(instant, zone) != offset(following, zone):
            found.append(bisected(instant, following, zone))
        instant = following
    return found or [datetime(2026, 3, 29, tzinfo=UTC)]


def bisected(early, late, zone):
    """Give the first minute with the later offset."""
    while late - early > MINUTE:
        middle = early + (late - early) // 2
        middle -= timedelta(seconds=middle.second, microseconds=middle.microsecond)
        if offset(middle, zone) == offset(early, zone):
            early = middle
        else:
            late = middle
    return late


def offset(instant, zone):
    """Give how far the clock on the wall is from UTC."""
    return instant.astimezone(zone).utcoffset()


def local_date(instant, zone) -> date:
    """Give the date on the wall."""
    return instant.astimezone(zone).date()
