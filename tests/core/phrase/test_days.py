"""Days: dates in every form, and days counted from today."""

from datetime import date

import pytest

from alarmclock.core.phrase import DayOrder
from alarmclock.core.rules.rule import Once, OnDate, OnDates
from tests.core.phrase.lines import local, read, refusal


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("24.12. 10:00", "2026-12-24"),
        ("24. 12. 10:00", "2026-12-24"),
        ("24.12.2027 10:00", "2027-12-24"),
        ("24.12.27 10:00", "2027-12-24"),
        ("10:00 24.12.", "2026-12-24"),
        ("2026/12/24 10:00", "2026-12-24"),
        ("12/24 10:00", "2026-12-24"),
        ("24/12 10:00", "2026-12-24"),
        ("12/24/2027 10:00", "2027-12-24"),
        ("5/5 10:00", "2027-05-05"),
        ("24. Dezember 10 Uhr", "2026-12-24"),
        ("am 24. Dez. um 10", "2026-12-24"),
        ("1. März 9", "2027-03-01"),
        ("1. Ma\u0308rz 9", "2027-03-01"),
        ("the 24th dec 10:00", "2026-12-24"),
        ("thu 24 dec 10:00", "2026-12-24"),
        ("thu, 24 dec 10:00", "2026-12-24"),
        ("Donnerstag, den 24. Dezember 10 Uhr", "2026-12-24"),
        ("in 2 days at 9", "2026-11-24"),
        ("in two days at 9", "2026-11-24"),
        ("9 in 2 days", "2026-11-24"),
        ("in 2 weeks at 9", "2026-12-06"),
        ("in 2 Tagen um 9", "2026-11-24"),
        ("in einer Woche um 9", "2026-11-29"),
        ("day after tomorrow 9", "2026-11-24"),
        ("tomorrow night 22:30", "2026-11-23"),
        ("tomorrow night 2:30", "2026-11-24"),
        ("this evening 22:30", "2026-11-22"),
        ("heute 22:30", "2026-11-22"),
        ("heute Abend 22:30", "2026-11-22"),
        ("morgen 7", "2026-11-23"),
        ("7 morgen", "2026-11-23"),
        ("morgen früh 7", "2026-11-23"),
        ("morgen Abend 20 Uhr", "2026-11-23"),
        ("übermorgen 8", "2026-11-24"),
        ("uebermorgen 8", "2026-11-24"),
        ("Mo 7:15", "2026-11-23"),
        ("Fr. 16 Uhr", "2026-11-27"),
        ("am Freitag um 9", "2026-11-27"),
        ("nächsten Freitag 9", "2026-11-27"),
        ("diesen Freitag 9", "2026-11-27"),
    ],
)
def test_a_day_is_one_date(line, day):
    """Before the time or after it."""
    assert read(line).rule == OnDate(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("order", "day"),
    [(DayOrder.DAY_FIRST, "2027-06-05"), (DayOrder.MONTH_FIRST, "2027-05-06")],
    ids=["day first", "month first"],
)
def test_the_usual_order_tells_day_and_month_apart(order, day):
    """A date in figures that reads both ways is read as people here write it."""
    assert read("5/6 10:00", order=order).rule == OnDate(date.fromisoformat(day))


@pytest.mark.parametrize("order", DayOrder)
def test_a_date_that_reads_one_way_needs_no_order(order):
    """There is no 24th month."""
    assert read("24/12 10:00", order=order).rule == OnDate(date(2026, 12, 24))


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("24 dec, 26 dec and 2 jan 10:00", ["2026-12-24", "2026-12-26", "2027-01-02"]),
        ("on 2026-12-24, 2020-01-01 10:00", ["2020-01-01", "2026-12-24"]),
        ("24.12., 26.12. und 2.1. 10:00", ["2026-12-24", "2026-12-26", "2027-01-02"]),
        ("dates 24 dec 10:00", ["2026-12-24"]),
        ("Termine 24.12.2026 10:00", ["2026-12-24"]),
        ("22 nov, 24 nov 9", ["2026-11-24", "2027-11-22"]),
    ],
)
def test_several_dates_are_a_list(line, days):
    """With commas or “and” between them; one alone is a list if it is called so."""
    assert read(line).rule == OnDates(frozenset(map(date.fromisoformat, days)))


@pytest.mark.parametrize("line", ["once 7:15", "7:15 once", "einmal 7:15"])
def test_once_can_be_said(line):
    """It is what a time alone is."""
    assert read(line).rule == Once()


@pytest.mark.parametrize(
    ("line", "position", "sentence"),
    [
        ("5/6 10:00", 0, "“5/6” can be 5 June or 6 May."),
        ("5/6/2027 10:00", 0, "can be 5 June or 6 May."),
        ("13/13 10:00", 0, "There is no such date."),
        ("0/5 10:00", 0, "May has 31 days."),
        ("24.13. 10:00", 0, "There is no such date."),
        ("mon 24 dec 10:00", 0, "24 Dec 2026 is a Thursday, not a Monday."),
        ("in 2 days", 9, "At what time?"),
        ("in 999 weeks", 12, "At what time?"),
        ("tonight 7am", 0, "A night lasts from 18:00 to 5:59"),
        ("2020-01-01, 2020-01-02 9", 0, "This never rings."),
        ("24.12 10:00", 0, "There is no such time of day."),
        ("7.12 10:00", 5, "“10:00” is one number too many."),
    ],
)
def test_a_day_that_is_none_is_refused(line, position, sentence):
    """What reads both ways, too."""
    error = refusal(line)
    assert sentence in str(error)
    assert error.position == position


def test_what_is_off_may_be_over():
    """An alarm that rang can be written and read again."""
    alarm = read("2020-01-01 9:00, off")
    assert (alarm.rule, alarm.armed_at) == (OnDate(date(2020, 1, 1)), None)


def test_a_list_without_years_begins_after_now():
    """A time that has passed today is next year's."""
    alarm = read("22 nov, 24 nov 9", local("2026-11-22 08:00"))
    assert min(alarm.rule.days) == date(2026, 11, 22)
