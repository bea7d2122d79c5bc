from datetime import date

import pytest

from alarmclock.core.alarm import Alarm
from alarmclock.core.rules.calendar_rules import LAST, LeapPolicy
from alarmclock.core.rules.cycles import WeekParity
from alarmclock.core.rules.limits import Limits
from alarmclock.core.rules.rule import (
    EVERY_DAY,
    WEEKEND,
    WORKDAYS,
    EveryDays,
    EveryWeeks,
    IsoWeeks,
    MonthlyOnDay,
    MonthlyOnWeekday,
    Once,
    OnDate,
    OnDates,
    Weekday,
    Weekdays,
    Yearly,
)
from alarmclock.core.words.rule_words import alarm_rule_words, rule_words
from tests.core.builders import make_alarm

FIRST = date(2026, 11, 27)
CHRISTMAS = [date(2026, 12, day) for day in (24, 25, 26, 27, 31)]


def weekly(*days):
    """Make the rule of these weekdays."""
    return Weekdays(frozenset(days))


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (Once(), "once"),
        (OnDate(date(2026, 12, 24)), "once on Thu 24 Dec 2026"),
        (OnDates(frozenset(CHRISTMAS[:1])), "on Thu 24 Dec 2026"),
        (OnDates(frozenset(CHRISTMAS[:2])), "on Thu 24 Dec 2026 and Fri 25 Dec 2026"),
        (
            OnDates(frozenset(CHRISTMAS)),
            "on Thu 24 Dec 2026, Fri 25 Dec 2026, Sat 26 Dec 2026 and 2 more",
        ),
        (Weekdays(EVERY_DAY), "every day"),
        (Weekdays(WORKDAYS), "weekdays"),
        (Weekdays(WEEKEND), "weekends"),
        (weekly(Weekday.FRIDAY, Weekday.MONDAY), "Mon, Fri"),
        (weekly(Weekday.SUNDAY), "Sun"),
        (EveryDays(1, FIRST), "every day"),
        (EveryDays(3, FIRST), "every 3 days"),
        (EveryWeeks(1, WORKDAYS, FIRST), "weekdays"),
        (EveryWeeks(2, frozenset({Weekday.FRIDAY}), FIRST), "every 2nd Friday"),
        (EveryWeeks(3, WORKDAYS, FIRST), "weekdays every 3rd week"),
        (IsoWeeks(WeekParity.ODD, frozenset({Weekday.TUESDAY})), "Tue in odd weeks"),
        (MonthlyOnDay(1), "1st of the month"),
        (MonthlyOnDay(22), "22nd of the month"),
        (MonthlyOnDay(13), "13th of the month"),
        (MonthlyOnDay(LAST), "last day of the month"),
        (MonthlyOnWeekday(1, Weekday.MONDAY), "first Monday of the month"),
        (MonthlyOnWeekday(LAST, Weekday.FRIDAY), "last Friday of the month"),
        (Yearly(12, 24), "yearly on 24 December"),
        (Yearly(2, 29), "yearly on 29 February (28 February in other years)"),
        (Yearly(2, 29, LeapPolicy.LEAP_YEARS_ONLY), "yearly on 29 February (leap years only)"),
    ],
)
def test_rule_words(rule, words):
    """A rule is said as people say it, its days in the order of the week."""
    assert rule_words(rule) == words


def test_limits_follow_the_rule():
    """Where it begins and ends, and what is left out."""
    limits = Limits(FIRST, date(2027, 6, 30), 10, frozenset(CHRISTMAS[:1]))
    alarm: Alarm = make_alarm(rule=Weekdays(WORKDAYS))
    limited = Alarm(alarm.time, alarm.rule, limits=limits)
    assert alarm_rule_words(limited) == (
        "weekdays from Fri 27 Nov 2026 until Wed 30 Jun 2027 10 times except on Thu 24 Dec 2026"
    )
