"""Rules that come round after a number of days or weeks, on calendars that are known."""

from datetime import date, timedelta
from itertools import islice

import pytest

from alarmclock.core.errors import Invalid
from alarmclock.core.rules.cycles import EveryDays, EveryWeeks, IsoWeeks, WeekParity
from alarmclock.core.rules.weekday import EVERY_DAY, ONE_DAY, WORKDAYS, Weekday

MONDAY = frozenset({Weekday.MONDAY})
FRIDAY = frozenset({Weekday.FRIDAY})
SUNDAY = frozenset({Weekday.SUNDAY})
ENDS_OF_WEEK = frozenset({Weekday.MONDAY, Weekday.SUNDAY})
MIDWEEK = frozenset({Weekday.TUESDAY, Weekday.THURSDAY})
NO_DAYS: frozenset[Weekday] = frozenset()
ODD, EVEN = WeekParity.ODD, WeekParity.EVEN


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
    "every day over a leap day": (
        EveryDays(1, day("2028-01-01")),
        "2028-02-28",
        "2028-02-28 2028-02-29 2028-03-01",
    ),
    "every other day over a leap day": (
        EveryDays(2, day("2028-02-27")),
        "2028-02-27",
        "2028-02-27 2028-02-29 2028-03-02",
    ),
    "every other day without a leap day": (
        EveryDays(2, day("2027-02-27")),
        "2027-02-27",
        "2027-02-27 2027-03-01 2027-03-03",
    ),
    "every tenth day over the year's end": (
        EveryDays(10, day("2026-12-20")),
        "2026-12-21",
        "2026-12-30 2027-01-09 2027-01-19",
    ),
    "no day before the first": (
        EveryDays(3, day("2026-11-23")),
        "2020-01-01",
        "2026-11-23 2026-11-26 2026-11-29",
    ),
    "the rarest number of days": (
        EveryDays(999, day("2026-01-01")),
        "2026-01-02",
        "2028-09-26 2031-06-22 2034-03-17",
    ),
    "every second friday": (
        EveryWeeks(2, FRIDAY, day("2026-11-27")),
        "2026-11-27",
        "2026-11-27 2026-12-11 2026-12-25 2027-01-08",
    ),
    "every week is every week": (
        EveryWeeks(1, MIDWEEK, day("2026-11-23")),
        "2026-11-25",
        "2026-11-26 2026-12-01 2026-12-03",
    ),
    "the week of the first counts though its days are over": (
        EveryWeeks(2, MONDAY, day("2026-11-25")),
        "2026-11-01",
        "2026-12-07 2026-12-21",
    ),
    "weeks begin with monday": (
        EveryWeeks(2, ENDS_OF_WEEK, day("2026-11-23")),
        "2026-11-23",
        "2026-11-23 2026-11-29 2026-12-07 2026-12-13",
    ),
    "from a sunday on its monday is eight days later": (
        EveryWeeks(2, ENDS_OF_WEEK, day("2026-11-29")),
        "2026-11-29",
        "2026-11-29 2026-12-07 2026-12-13",
    ),
    "two days of every third week": (
        EveryWeeks(3, MIDWEEK, day("2026-12-15")),
        "2026-12-16",
        "2026-12-17 2027-01-05 2027-01-07 2027-01-26",
    ),
    "every fourth week over a leap day": (
        EveryWeeks(4, MONDAY, day("2028-02-07")),
        "2028-02-08",
        "2028-03-06 2028-04-03",
    ),
    "odd weeks": (
        IsoWeeks(ODD, MONDAY),
        "2026-11-23",
        "2026-11-30 2026-12-14 2026-12-28",
    ),
    "even weeks": (
        IsoWeeks(EVEN, MONDAY),
        "2026-11-23",
        "2026-11-23 2026-12-07 2026-12-21",
    ),
    "week 53 is followed by week 1, two odd ones": (
        IsoWeeks(ODD, SUNDAY),
        "2020-12-21",
        "2021-01-03 2021-01-10 2021-01-24",
    ),
    "no even week in three at the end of week 53": (
        IsoWeeks(EVEN, MONDAY),
        "2020-12-22",
        "2021-01-11 2021-01-25",
    ),
    "week 52 is followed by week 1": (
        IsoWeeks(EVEN, MONDAY),
        "2021-12-20",
        "2021-12-27 2022-01-10",
    ),
    "the first days of january belong to the last week of the year before": (
        IsoWeeks(ODD, FRIDAY),
        "2021-01-01",
        "2021-01-01 2021-01-08 2021-01-22",
    ),
    "the last days of december belong to week 1": (
        IsoWeeks(ODD, MONDAY),
        "2024-12-24",
        "2024-12-30 2025-01-13",
    ),
    "within one week": (
        IsoWeeks(EVEN, MIDWEEK),
        "2026-11-25",
        "2026-11-26 2026-12-08 2026-12-10",
    ),
}


@pytest.mark.parametrize(("rule", "earliest", "expected"), CALENDARS.values(), ids=CALENDARS.keys())
def test_dates_of_a_cycle(rule, earliest, expected):
    """They are those of a calendar on paper."""
    days = [day(text) for text in expected.split()]
    assert list(islice(dates(rule, day(earliest)), len(days))) == days


WEEKS = {2015: 53, 2020: 53, 2021: 52, 2026: 53, 2032: 53}


@pytest.mark.parametrize(("year", "weeks"), WEEKS.items())
def test_odd_and_even_weeks_share_a_year_out(year, weeks):
    """Every day belongs to just one of them; a long year has one odd week more."""
    counted = {}
    for parity in WeekParity:
        monday = date.fromisocalendar(year, 1, 1)
        found = list(islice(dates(IsoWeeks(parity, MONDAY), monday), 60))
        counted[parity] = sum(one.isocalendar().year == year for one in found)
    assert counted == {ODD: (weeks + 1) // 2, EVEN: weeks // 2}


RULES = {
    "days": EveryDays(7, day("2026-11-23")),
    "weeks": EveryWeeks(3, WORKDAYS, day("2026-11-23")),
    "odd weeks": IsoWeeks(ODD, EVERY_DAY),
}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_a_date_of_the_rule_is_its_own_next_date(rule):
    """From it on, it is not before."""
    for one in islice(dates(rule, day("2026-11-23")), 30):
        assert rule.next_date(one) == one
    assert rule.repeats


@pytest.mark.parametrize(
    "rule",
    [
        EveryDays(999, day("2026-01-01")),
        EveryWeeks(99, MONDAY, day("2026-01-01")),
        IsoWeeks(EVEN, MONDAY),
    ],
    ids=["days", "weeks", "even weeks"],
)
def test_the_calendar_of_python_ends(rule):
    """There it has no more dates, rather than an error."""
    assert rule.next_date(date.max) is None
    assert rule.next_date(date.max - timedelta(days=3)) is None


REFUSED = {
    "no days between": (lambda: EveryDays(0, date.min), "Choose from 1 to 999 days."),
    "too many days": (lambda: EveryDays(1000, date.min), "Choose from 1 to 999 days."),
    "no weeks between": (lambda: EveryWeeks(0, MONDAY, date.min), "Choose from 1 to 99 weeks."),
    "too many weeks": (lambda: EveryWeeks(100, MONDAY, date.min), "Choose from 1 to 99 weeks."),
    "weeks without a day": (
        lambda: EveryWeeks(2, NO_DAYS, date.min),
        "Choose at least one weekday.",
    ),
    "odd weeks without a day": (lambda: IsoWeeks(ODD, NO_DAYS), "Choose at least one weekday."),
}


@pytest.mark.parametrize(("make", "sentence"), REFUSED.values(), ids=REFUSED.keys())
def test_a_cycle_that_could_never_ring_is_refused(make, sentence):
    """With the sentence that the editor shows beside the rule."""
    with pytest.raises(Invalid) as caught:
        make()
    assert (caught.value.field, str(caught.value)) == ("rule", sentence)
