"""Rules that repeat, each as people say it in English and German."""

from datetime import date

import pytest

from alarmclock.core.rules.calendar_rules import (
    LAST,
    LeapPolicy,
    MonthlyOnDay,
    MonthlyOnWeekday,
    Yearly,
)
from alarmclock.core.rules.cycles import EveryDays, EveryWeeks, IsoWeeks, WeekParity
from alarmclock.core.rules.rule import EVERY_DAY, WEEKEND, WORKDAYS, Weekday, Weekdays
from tests.core.builders import weekly
from tests.core.phrase.lines import read, refusal

MON, TUE, WED, THU, FRI, SAT, SUN = Weekday
EVERY_OTHER_FRIDAY = EveryWeeks(2, frozenset({FRI}), date(2026, 11, 27))
EVERY_3_DAYS = EveryDays(3, date(2026, 11, 26))
FIRST_MONDAY = MonthlyOnWeekday(1, MON)
CHRISTMAS = Yearly(12, 24)
ODD_TUESDAYS = IsoWeeks(WeekParity.ODD, frozenset({TUE}))


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("every 3 days 9:00 water from 26 nov", EVERY_3_DAYS),
        ("every 3 days from 26 nov 9:00", EVERY_3_DAYS),
        ("every third day 9:00 from thu", EVERY_3_DAYS),
        ("every 3 days 9:00", EveryDays(3, date(2026, 11, 23))),
        ("every 3 days 22:00", EveryDays(3, date(2026, 11, 22))),
        ("every other day 9", EveryDays(2, date(2026, 11, 23))),
        ("every 1 day 9", EveryDays(1, date(2026, 11, 23))),
        ("alle 3 Tage 9:00 Wasser ab 26. Nov", EVERY_3_DAYS),
        ("jeden dritten Tag 9 Uhr ab Donnerstag", EVERY_3_DAYS),
        ("every 2nd fri 16:00", EVERY_OTHER_FRIDAY),
        ("every second friday 16:00", EVERY_OTHER_FRIDAY),
        ("every other fri 16:00", EVERY_OTHER_FRIDAY),
        ("every 2 weeks on fri 16:00", EVERY_OTHER_FRIDAY),
        ("every other week on friday 16:00", EVERY_OTHER_FRIDAY),
        ("fri every 2 weeks 16:00", EVERY_OTHER_FRIDAY),
        ("16:00 every 2nd fri", EVERY_OTHER_FRIDAY),
        ("jeden 2. Freitag 16 Uhr", EVERY_OTHER_FRIDAY),
        ("jeden zweiten Freitag 16 Uhr", EVERY_OTHER_FRIDAY),
        ("alle 2 Wochen am Freitag 16 Uhr", EVERY_OTHER_FRIDAY),
        ("alle zwei Wochen Fr 16 Uhr", EVERY_OTHER_FRIDAY),
        (
            "mon,wed every 2nd week 7",
            EveryWeeks(2, frozenset({MON, WED}), date(2026, 11, 23)),
        ),
        ("every 2 weeks on weekdays 7", EveryWeeks(2, WORKDAYS, date(2026, 11, 23))),
        ("odd weeks tue 8", ODD_TUESDAYS),
        ("tue in odd weeks 8", ODD_TUESDAYS),
        ("8:00 odd weeks on tuesday", ODD_TUESDAYS),
        ("ungerade Wochen Dienstag 8", ODD_TUESDAYS),
        ("in ungeraden Wochen dienstags 8", ODD_TUESDAYS),
        ("dienstags in ungeraden Wochen 8", ODD_TUESDAYS),
        ("weekdays in even weeks 8", IsoWeeks(WeekParity.EVEN, WORKDAYS)),
        ("gerade Wochen Mo, Mi 8", IsoWeeks(WeekParity.EVEN, frozenset({MON, WED}))),
        ("monthly on the 1st 10:00", MonthlyOnDay(1)),
        ("every month on the 31st 10:00", MonthlyOnDay(31)),
        ("on the 1st of every month 10:00", MonthlyOnDay(1)),
        ("the first day of the month 10:00", MonthlyOnDay(1)),
        ("every 1st of the month 10:00", MonthlyOnDay(1)),
        ("monatlich am 1. 10:00", MonthlyOnDay(1)),
        ("jeden Monat am 1. um 10", MonthlyOnDay(1)),
        ("am 1. des Monats 10:00", MonthlyOnDay(1)),
        ("last day of the month 17:00", MonthlyOnDay(LAST)),
        ("17:00 last day of every month", MonthlyOnDay(LAST)),
        ("monthly on the last day 17:00", MonthlyOnDay(LAST)),
        ("letzter Tag des Monats 17:00", MonthlyOnDay(LAST)),
        ("am letzten Tag des Monats 17 Uhr", MonthlyOnDay(LAST)),
        ("first monday of the month 9", FIRST_MONDAY),
        ("every first monday of the month 9", FIRST_MONDAY),
        ("monthly on the first monday 9", FIRST_MONDAY),
        ("1st mon of each month 9", FIRST_MONDAY),
        ("erster Montag im Monat 9", FIRST_MONDAY),
        ("jeden ersten Montag im Monat 9", FIRST_MONDAY),
        ("am ersten Montag des Monats 9", FIRST_MONDAY),
        ("second tue of the month 9", MonthlyOnWeekday(2, TUE)),
        ("last friday of the month 9", MonthlyOnWeekday(LAST, FRI)),
        ("letzter Freitag im Monat 9", MonthlyOnWeekday(LAST, FRI)),
        ("fifth sun of the month 9", MonthlyOnWeekday(5, SUN)),
        ("yearly 24 dec 18:00", CHRISTMAS),
        ("yearly on december 24 18:00", CHRISTMAS),
        ("every year on 24.12. 18:00", CHRISTMAS),
        ("every 24 dec 18:00", CHRISTMAS),
        ("18:00 annually on 24 dec", CHRISTMAS),
        ("jährlich am 24. Dezember 18:00", CHRISTMAS),
        ("jaehrlich 24.12. 18:00", CHRISTMAS),
        ("jedes Jahr am 24.12. um 18", CHRISTMAS),
        ("yearly 29 feb 9", Yearly(2, 29)),
        ("yearly 29 feb or 1 mar 9", Yearly(2, 29, LeapPolicy.MARCH_1)),
        ("yearly 29 feb or 28 feb 9", Yearly(2, 29, LeapPolicy.FEBRUARY_28)),
        ("yearly 29 feb, leap years only 9", Yearly(2, 29, LeapPolicy.LEAP_YEARS_ONLY)),
        ("jährlich 29. Feb nur in Schaltjahren 9", Yearly(2, 29, LeapPolicy.LEAP_YEARS_ONLY)),
        ("werktags 7:15 Sport", Weekdays(WORKDAYS)),
        ("an Werktagen 7:15", Weekdays(WORKDAYS)),
        ("wochenends 9", Weekdays(WEEKEND)),
        ("jedes Wochenende 9", Weekdays(WEEKEND)),
        ("täglich 22:30", Weekdays(EVERY_DAY)),
        ("taeglich 22:30", Weekdays(EVERY_DAY)),
        ("jeden Tag 22:30", Weekdays(EVERY_DAY)),
        ("jeden Montag 7", weekly(MON)),
        ("montags 7", weekly(MON)),
        ("weekly on mon 7", weekly(MON)),
        ("every week mon and wed 7", weekly(MON, WED)),
        ("wöchentlich montags 7", weekly(MON)),
        ("jede Woche am Montag 7", weekly(MON)),
        ("montags und mittwochs 7", weekly(MON, WED)),
        ("Mo, Mi und Fr 7", weekly(MON, WED, FRI)),
        ("Mo-Do 6:30", weekly(MON, TUE, WED, THU)),
        ("Mo bis Do 6:30", weekly(MON, TUE, WED, THU)),
        ("mondays and thursdays 7", weekly(MON, THU)),
        ("weekdays except fri 7", weekly(MON, TUE, WED, THU)),
        ("every day 7 except weekends", Weekdays(WORKDAYS)),
        ("täglich außer sonntags 7", weekly(MON, TUE, WED, THU, FRI, SAT)),
    ],
)
def test_a_rule_is_read_as_it_is_said(line, rule):
    """Before the time or after it."""
    assert read(line).rule == rule


@pytest.mark.parametrize(
    ("line", "position", "sentence"),
    [
        ("odd weeks 8", 10, "On which days of the week?"),
        ("every 2 weeks 8", 14, "On which days of the week?"),
        ("monthly 8", 8, "On which day of the month?"),
        ("yearly 8", 7, "On which day of the year?"),
        ("every first monday 9", 6, "Every first one of what?"),
        ("every 0 days 9", 0, "Choose from 1 to 999 days."),
        ("every 100 weeks on mon 9", 0, "Choose from 1 to 99 weeks."),
        ("monthly on the 32nd 9", 0, "Choose a day from 1 to 31"),
        ("sixth monday of the month 9", 13, "“of” is not understood"),
        ("6th monday of the month 9", 0, "Choose the first to fifth"),
        ("yearly 24 dec 2026 9", 14, "A day of every year has no year."),
        ("yearly 31 june 9", 7, "June has 30 days."),
        ("weekdays except mon-fri 9", 0, "Choose at least one weekday."),
        ("every 3 days except fri 9", 13, "Weekdays can be excepted from a rule of weekdays only."),
        ("weekdays 9 counted from 1 dec", 11, "Nothing is counted from a date here."),
        ("every 3 gym 9:00", 8, "“gym” is not understood"),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(line, position, sentence):
    """With the place where that begins."""
    error = refusal(line)
    assert sentence in str(error)
    assert error.position == position
