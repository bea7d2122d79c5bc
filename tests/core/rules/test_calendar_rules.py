"""Rules that follow the months and years, on calendars that are known."""

import calendar
from datetime import date
from itertools import islice

import pytest

from alarmclock.core.errors import Invalid
from alarmclock.core.rules.calendar_rules import (
    LAST,
    LeapPolicy,
    MonthlyOnDay,
    MonthlyOnWeekday,
    Yearly,
)
from alarmclock.core.rules.weekday import ONE_DAY, Weekday

LEAP_DAY = (2, 29)


def day(text):
    """Read a date."""
    return date.fromisoformat(text)


def dates(rule, earliest):
    """List the dates of a rule from one on."""
    found = rule.next_date(earliest)
    while found is not None:
        yield found
        found = rule.next_date(found + ONE_DAY)


CALENDARS = {
    "the 15th": (MonthlyOnDay(15), "2026-11-16", "2026-12-15 2027-01-15"),
    "the day itself": (MonthlyOnDay(15), "2026-11-15", "2026-11-15 2026-12-15"),
    "the 31st leaves short months out": (
        MonthlyOnDay(31),
        "2026-01-01",
        "2026-01-31 2026-03-31 2026-05-31 2026-07-31 2026-08-31 2026-10-31 2026-12-31 2027-01-31",
    ),
    "the 30th leaves february out": (
        MonthlyOnDay(30),
        "2028-01-31",
        "2028-03-30 2028-04-30",
    ),
    "the 29th is in february of leap years": (
        MonthlyOnDay(29),
        "2028-01-30",
        "2028-02-29 2028-03-29",
    ),
    "the 29th is not in february of others": (
        MonthlyOnDay(29),
        "2027-01-30",
        "2027-03-29 2027-04-29",
    ),
    "the last day of long, short and shortest months": (
        MonthlyOnDay(LAST),
        "2026-12-31",
        "2026-12-31 2027-01-31 2027-02-28 2027-03-31 2027-04-30",
    ),
    "the last day of february in a leap year": (
        MonthlyOnDay(LAST),
        "2028-02-28",
        "2028-02-29 2028-03-31",
    ),
    "the last day of february in 2100": (
        MonthlyOnDay(LAST),
        "2100-02-01",
        "2100-02-28 2100-03-31",
    ),
    "the first monday": (
        MonthlyOnWeekday(1, Weekday.MONDAY),
        "2026-11-03",
        "2026-12-07 2027-01-04 2027-02-01",
    ),
    "the first day of a month is its first monday": (
        MonthlyOnWeekday(1, Weekday.MONDAY),
        "2027-02-01",
        "2027-02-01 2027-03-01 2027-04-05",
    ),
    "the second friday": (
        MonthlyOnWeekday(2, Weekday.FRIDAY),
        "2026-11-14",
        "2026-12-11 2027-01-08 2027-02-12",
    ),
    "the fourth thursday of november": (
        MonthlyOnWeekday(4, Weekday.THURSDAY),
        "2026-11-01",
        "2026-11-26 2026-12-24",
    ),
    "months without a fifth friday are left out": (
        MonthlyOnWeekday(5, Weekday.FRIDAY),
        "2026-01-01",
        "2026-01-30 2026-05-29 2026-07-31 2026-10-30 2027-01-29",
    ),
    "a fifth sunday in february comes every 28 years": (
        MonthlyOnWeekday(5, Weekday.SUNDAY),
        "2032-02-01",
        "2032-02-29 2032-05-30",
    ),
    "the last friday is the fourth or the fifth": (
        MonthlyOnWeekday(LAST, Weekday.FRIDAY),
        "2026-10-30",
        "2026-10-30 2026-11-27 2026-12-25 2027-01-29",
    ),
    "the last day of a month is its last monday": (
        MonthlyOnWeekday(LAST, Weekday.MONDAY),
        "2026-08-25",
        "2026-08-31 2026-09-28",
    ),
    "christmas eve": (Yearly(12, 24), "2026-12-25", "2027-12-24 2028-12-24"),
    "new year": (Yearly(1, 1), "2026-01-01", "2026-01-01 2027-01-01"),
    "the leap policy matters for 29 february alone": (
        Yearly(2, 28, LeapPolicy.LEAP_YEARS_ONLY),
        "2027-02-28",
        "2027-02-28 2028-02-28 2029-02-28",
    ),
    "29 february, else the 28th": (
        Yearly(*LEAP_DAY, LeapPolicy.FEBRUARY_28),
        "2027-01-01",
        "2027-02-28 2028-02-29 2029-02-28",
    ),
    "29 february, else 1 march": (
        Yearly(*LEAP_DAY, LeapPolicy.MARCH_1),
        "2027-01-01",
        "2027-03-01 2028-02-29 2029-03-01",
    ),
    "29 february, leap years only": (
        Yearly(*LEAP_DAY, LeapPolicy.LEAP_YEARS_ONLY),
        "2027-01-01",
        "2028-02-29 2032-02-29 2036-02-29",
    ),
    "29 february is not asked twice in its year": (
        Yearly(*LEAP_DAY, LeapPolicy.MARCH_1),
        "2028-03-01",
        "2029-03-01",
    ),
    "2100 is no leap year": (
        Yearly(*LEAP_DAY, LeapPolicy.LEAP_YEARS_ONLY),
        "2096-03-01",
        "2104-02-29",
    ),
    "2000 was one": (
        Yearly(*LEAP_DAY, LeapPolicy.LEAP_YEARS_ONLY),
        "1999-01-01",
        "2000-02-29 2004-02-29",
    ),
    "28 february in 2100": (
        Yearly(*LEAP_DAY, LeapPolicy.FEBRUARY_28),
        "2099-03-01",
        "2100-02-28 2101-02-28",
    ),
}


@pytest.mark.parametrize(("rule", "earliest", "expected"), CALENDARS.values(), ids=CALENDARS.keys())
def test_dates_of_the_calendar(rule, earliest, expected):
    """They are those of a calendar on paper."""
    days = [day(text) for text in expected.split()]
    assert list(islice(dates(rule, day(earliest)), len(days))) == days
    assert rule.repeats


@pytest.mark.parametrize("nth", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("weekday", Weekday, ids=lambda one: one.name.lower())
def test_the_nth_weekday_is_the_nth_in_its_column(nth, weekday):
    """As on the page of each month, through ten years."""
    expected = []
    for year in range(2024, 2034):
        for month in range(1, 13):
            column = [week[weekday] for week in calendar.monthcalendar(year, month)]
            numbers = [number for number in column if number]
            if len(numbers) >= nth:
                expected.append(date(year, month, numbers[nth - 1]))
    found = dates(MonthlyOnWeekday(nth, weekday), date(2024, 1, 1))
    assert list(islice(found, len(expected))) == expected


ENDS = {
    "a day that its month has": (MonthlyOnDay(31), "9999-12-31", "9999-12-31"),
    "the last weekday": (MonthlyOnWeekday(LAST, Weekday.MONDAY), "9999-12-28", None),
    "a date of the year": (Yearly(12, 24), "9999-12-25", None),
    "the last leap day": (
        Yearly(*LEAP_DAY, LeapPolicy.LEAP_YEARS_ONLY),
        "9996-03-01",
        None,
    ),
}


@pytest.mark.parametrize(("rule", "earliest", "expected"), ENDS.values(), ids=ENDS.keys())
def test_the_calendar_of_python_ends(rule, earliest, expected):
    """There it has no more dates, rather than an error."""
    assert rule.next_date(day(earliest)) == (day(expected) if expected else None)


WRONG_DAY = "Choose a day from 1 to 31, or the last day of the month."
WRONG_NTH = "Choose the first to fifth, or the last, of a weekday."
NO_DATE = "There is no such date in any year."
REFUSED = {
    "day 0": (lambda: MonthlyOnDay(0), WRONG_DAY),
    "day 32": (lambda: MonthlyOnDay(32), WRONG_DAY),
    "the last but one": (lambda: MonthlyOnDay(-2), WRONG_DAY),
    "no weekday": (lambda: MonthlyOnWeekday(0, Weekday.MONDAY), WRONG_NTH),
    "a sixth weekday": (lambda: MonthlyOnWeekday(6, Weekday.MONDAY), WRONG_NTH),
    "the last but one weekday": (lambda: MonthlyOnWeekday(-2, Weekday.MONDAY), WRONG_NTH),
    "30 february": (lambda: Yearly(2, 30), NO_DATE),
    "31 april": (lambda: Yearly(4, 31), NO_DATE),
    "month 13": (lambda: Yearly(13, 1), NO_DATE),
    "day 0 of a month": (lambda: Yearly(1, 0), NO_DATE),
}


@pytest.mark.parametrize(("make", "sentence"), REFUSED.values(), ids=REFUSED.keys())
def test_a_rule_without_dates_is_refused(make, sentence):
    """With the sentence that the editor shows beside the rule."""
    with pytest.raises(Invalid) as caught:
        make()
    assert (caught.value.field, str(caught.value)) == ("rule", sentence)
