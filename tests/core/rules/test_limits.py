"""The limits of a rule: from, until, so many times, and excepted."""

from datetime import date, datetime, time
from itertools import islice
from zoneinfo import ZoneInfo

import pytest

from alarmclock.core.alarm import Alarm
from alarmclock.core.errors import Invalid
from alarmclock.core.rules.calendar_rules import (
    LAST,
    LeapPolicy,
    MonthlyOnDay,
    MonthlyOnWeekday,
    Yearly,
)
from alarmclock.core.rules.cycles import EveryDays, EveryWeeks
from alarmclock.core.rules.limits import MOST_EXCEPTED, NO_LIMITS, Limits
from alarmclock.core.rules.rule import EVERY_DAY, WORKDAYS, OnDates, Weekday, Weekdays
from alarmclock.core.rules.weekday import ONE_DAY
from alarmclock.core.schedule import occurrences, planned_dates

DAILY = Weekdays(EVERY_DAY)
UTC = ZoneInfo("UTC")


def day(text):
    """Read a date."""
    return date.fromisoformat(text)


def days(text):
    """Read dates."""
    return frozenset(day(one) for one in text.split())


def rung(rule, limits, after="2026-11-01"):
    """List the first dates on which an alarm rings after a day has begun."""
    alarm = Alarm(time(7), rule, limits=limits, id="alarm")
    begun = datetime.combine(day(after), time(0), UTC)
    return [str(one.day) for one in islice(occurrences(alarm, begun, UTC), 5)]


RINGS = {
    "no limits": (
        DAILY,
        NO_LIMITS,
        "2026-11-01 2026-11-02 2026-11-03 2026-11-04 2026-11-05",
    ),
    "from a date, which belongs to it": (
        Weekdays(WORKDAYS),
        Limits(first=day("2026-11-23")),
        "2026-11-23 2026-11-24 2026-11-25 2026-11-26 2026-11-27",
    ),
    "from a date that is none of the rule": (
        Weekdays(WORKDAYS),
        Limits(first=day("2026-11-28")),
        "2026-11-30 2026-12-01 2026-12-02 2026-12-03 2026-12-04",
    ),
    "until a date, which belongs to it": (
        DAILY,
        Limits(last=day("2026-11-03")),
        "2026-11-01 2026-11-02 2026-11-03",
    ),
    "from a date until the same": (
        DAILY,
        Limits(first=day("2026-11-23"), last=day("2026-11-23")),
        "2026-11-23",
    ),
    "until a date that is none of the rule": (
        MonthlyOnDay(31),
        Limits(last=day("2027-01-30")),
        "2026-12-31",
    ),
    "until before the first date of the rule": (
        EveryDays(2, day("2026-12-01")),
        Limits(last=day("2026-11-30")),
        "",
    ),
    "three times": (
        EveryWeeks(2, frozenset({Weekday.FRIDAY}), day("2026-11-27")),
        Limits(first=day("2026-11-27"), times=3),
        "2026-11-27 2026-12-11 2026-12-25",
    ),
    "three times, one of them excepted": (
        DAILY,
        Limits(first=day("2026-11-23"), times=3, excepted=days("2026-11-24")),
        "2026-11-23 2026-11-25",
    ),
    "three times, the last of them excepted": (
        DAILY,
        Limits(first=day("2026-11-23"), times=3, excepted=days("2026-11-25")),
        "2026-11-23 2026-11-24",
    ),
    "twice, both of them excepted": (
        DAILY,
        Limits(first=day("2026-11-23"), times=2, excepted=days("2026-11-23 2026-11-24")),
        "",
    ),
    "an excepted date that is none of the rule takes nothing away": (
        Weekdays(WORKDAYS),
        Limits(first=day("2026-11-27"), times=2, excepted=days("2026-11-28")),
        "2026-11-27 2026-11-30",
    ),
    "times are counted from the first date, not from now": (
        DAILY,
        Limits(first=day("2026-10-30"), times=4),
        "2026-11-01 2026-11-02",
    ),
    "times that were over before now": (
        DAILY,
        Limits(first=day("2026-10-01"), times=31),
        "",
    ),
    "times or until a date, whichever ends first": (
        DAILY,
        Limits(first=day("2026-11-23"), last=day("2026-11-24"), times=5),
        "2026-11-23 2026-11-24",
    ),
    "times before the last date": (
        DAILY,
        Limits(first=day("2026-11-23"), last=day("2026-12-24"), times=2),
        "2026-11-23 2026-11-24",
    ),
    "more times than a list has dates": (
        OnDates(days("2026-11-24 2026-12-24")),
        Limits(first=day("2026-11-01"), times=9),
        "2026-11-24 2026-12-24",
    ),
    "five fifth fridays": (
        MonthlyOnWeekday(5, Weekday.FRIDAY),
        Limits(first=day("2026-01-01"), times=5),
        "2027-01-29",
    ),
    "two leap days": (
        Yearly(2, 29, LeapPolicy.LEAP_YEARS_ONLY),
        Limits(first=day("2026-01-01"), times=2),
        "2028-02-29 2032-02-29",
    ),
    "excepted over the year's end": (
        MonthlyOnDay(LAST),
        Limits(excepted=days("2026-12-31 2027-01-31")),
        "2026-11-30 2027-02-28 2027-03-31 2027-04-30 2027-05-31",
    ),
}


@pytest.mark.parametrize(("rule", "limits", "expected"), RINGS.values(), ids=RINGS.keys())
def test_a_limited_rule_rings_on(rule, limits, expected):
    """Both ends belong to it, and an excepted date is counted."""
    assert rung(rule, limits) == expected.split()


LAST_DATES = {
    "for ever": (DAILY, NO_LIMITS, date.max),
    "until": (DAILY, Limits(last=day("2026-12-24")), day("2026-12-24")),
    "once": (DAILY, Limits(first=day("2026-11-23"), times=1), day("2026-11-23")),
    "the most times": (
        DAILY,
        Limits(first=day("2026-11-23"), times=9999),
        date.fromordinal(day("2026-11-23").toordinal() + 9998),
    ),
    "the most times are more than the calendar has": (
        Yearly(1, 1),
        Limits(first=day("2026-01-01"), times=9999),
        day("9999-01-01"),
    ),
}


@pytest.mark.parametrize(("rule", "limits", "expected"), LAST_DATES.values(), ids=LAST_DATES.keys())
def test_the_last_date(rule, limits, expected):
    """It is told without asking every day up to it."""
    assert limits.last_of(rule) == expected


def test_excepted_dates_are_among_the_planned_ones():
    """A preview shows them, with their reason."""
    limits = Limits(first=day("2026-11-23"), times=2, excepted=days("2026-11-23"))
    planned = planned_dates(Alarm(time(7), DAILY, limits=limits, id="alarm"), date.min)
    assert list(planned) == [day("2026-11-23"), day("2026-11-24")]


MANY = frozenset(date(2026, 1, 1) + number * ONE_DAY for number in range(MOST_EXCEPTED + 1))
REFUSED = {
    "the last before the first": (
        {"first": day("2026-11-23"), "last": day("2026-11-22")},
        "lastDate",
        "The last date is before the first.",
    ),
    "no times": (
        {"first": day("2026-11-23"), "times": 0},
        "times",
        "Choose from 1 to 9,999 times.",
    ),
    "too many times": (
        {"first": day("2026-11-23"), "times": 10_000},
        "times",
        "Choose from 1 to 9,999 times.",
    ),
    "times without a first date": (
        {"times": 3},
        "times",
        "A number of times needs a date to count from.",
    ),
    "too many excepted": ({"excepted": MANY}, "excepted", "There is room for 366 excepted dates."),
}


@pytest.mark.parametrize(("limits", "field", "sentence"), REFUSED.values(), ids=REFUSED.keys())
def test_limits_that_make_no_sense_are_refused(limits, field, sentence):
    """With the field that is to blame and the sentence that stands beside it."""
    with pytest.raises(Invalid) as caught:
        Limits(**limits)
    assert (caught.value.field, str(caught.value)) == (field, sentence)
