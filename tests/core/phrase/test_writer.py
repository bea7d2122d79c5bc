"""What is written as a phrase, and that it is read back as the same."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alarmclock.core.alarm import Alarm
from alarmclock.core.phrase import ENGLISH, GERMAN, write, write_rule
from alarmclock.core.ring_settings import RingSettings, Task
from alarmclock.core.rules.calendar_rules import (
    LAST,
    LeapPolicy,
    MonthlyOnDay,
    MonthlyOnWeekday,
    Yearly,
)
from alarmclock.core.rules.cycles import EveryDays, EveryWeeks, IsoWeeks, WeekParity
from alarmclock.core.rules.limits import MOST_EXCEPTED, Limits
from alarmclock.core.rules.rule import (
    EVERY_DAY,
    MOST_DATES,
    ONE_DAY,
    WEEKEND,
    WORKDAYS,
    Once,
    OnDate,
    OnDates,
    Weekday,
    Weekdays,
)
from alarmclock.core.timer import Timer
from tests.core.builders import SUNDAY_EVENING, make_alarm, weekly
from tests.core.phrase import values
from tests.core.phrase.lines import read

MON, TUE, WED, THU, FRI, SAT, SUN = Weekday
CHRISTMAS, NEW_YEAR = date(2026, 12, 24), date(2027, 1, 1)
LANGUAGES = st.sampled_from([ENGLISH, GERMAN])
MINUTE = timedelta(minutes=1)


def same(item):
    """Give an item without its identity."""
    return replace(item, id="")


@pytest.mark.parametrize(
    ("rule", "english", "german"),
    [
        (Once(), "once", "einmal"),
        (OnDate(CHRISTMAS), "2026-12-24", "24.12.2026"),
        (OnDates(frozenset({CHRISTMAS})), "dates 2026-12-24", "Termine 24.12.2026"),
        (
            OnDates(frozenset({CHRISTMAS, NEW_YEAR})),
            "2026-12-24, 2027-01-01",
            "24.12.2026, 1.1.2027",
        ),
        (Weekdays(EVERY_DAY), "every day", "täglich"),
        (Weekdays(WORKDAYS), "weekdays", "werktags"),
        (Weekdays(WEEKEND), "weekends", "wochenends"),
        (weekly(MON), "mondays", "montags"),
        (weekly(MON, WED, FRI), "mon,wed,fri", "Mo,Mi,Fr"),
        (
            EveryDays(3, CHRISTMAS),
            "every 3 days from 2026-12-24",
            "alle 3 Tage ab 24.12.2026",
        ),
        (
            EveryWeeks(2, frozenset({FRI}), CHRISTMAS),
            "every 2nd fri from 2026-12-24",
            "jeden 2. Fr ab 24.12.2026",
        ),
        (
            EveryWeeks(1, frozenset({MON, SUN}), CHRISTMAS),
            "every 1 weeks on mon,sun from 2026-12-24",
            "alle 1 Wochen am Mo,So ab 24.12.2026",
        ),
        (
            IsoWeeks(WeekParity.ODD, frozenset({TUE})),
            "odd weeks tue",
            "ungerade Wochen Di",
        ),
        (MonthlyOnDay(1), "monthly on the 1st", "monatlich am 1."),
        (MonthlyOnDay(LAST), "last day of the month", "letzter Tag des Monats"),
        (
            MonthlyOnWeekday(1, MON),
            "first monday of the month",
            "erster Montag des Monats",
        ),
        (
            MonthlyOnWeekday(LAST, THU),
            "last thursday of the month",
            "letzter Donnerstag des Monats",
        ),
        (Yearly(12, 24), "yearly 24 dec", "jährlich am 24. Dezember"),
        (
            Yearly(2, 29, LeapPolicy.LEAP_YEARS_ONLY),
            "yearly 29 feb leap years only",
            "jährlich am 29. Februar nur in Schaltjahren",
        ),
        (
            Yearly(2, 29, LeapPolicy.MARCH_1),
            "yearly 29 feb or 1 mar",
            "jährlich am 29. Februar oder 1. März",
        ),
    ],
)
def test_a_rule_is_written_as_people_say_it(rule, english, german):
    """With a time after it, it is a phrase."""
    alarm = make_alarm(rule=rule)
    for language, written in ((ENGLISH, english), (GERMAN, german)):
        assert write_rule(alarm, language) == written
        assert read(f"{written} 07:00", language=language).rule == rule


@pytest.mark.parametrize(
    ("limits", "english", "german"),
    [
        (Limits(CHRISTMAS), "from 2026-12-24", "ab 24.12.2026"),
        (Limits(last=CHRISTMAS), "until 2026-12-24", "bis 24.12.2026"),
        (Limits(CHRISTMAS, times=3), "from 2026-12-24 3 times", "ab 24.12.2026 3 mal"),
        (
            Limits(excepted=frozenset({CHRISTMAS, NEW_YEAR})),
            "except 2026-12-24, 2027-01-01",
            "außer 24.12.2026, 1.1.2027",
        ),
    ],
)
def test_limits_are_written_after_the_rule(limits, english, german):
    """Each of them by its own words."""
    alarm = replace(make_alarm(rule=Weekdays(WORKDAYS)), limits=limits)
    assert write_rule(alarm) == f"weekdays {english}"
    assert write_rule(alarm, GERMAN) == f"werktags {german}"


@pytest.mark.parametrize(
    ("limits", "english"),
    [
        (Limits(), "from 2026-12-24"),
        (Limits(last=NEW_YEAR), "from 2026-12-24 until 2027-01-01"),
        (Limits(CHRISTMAS), "counted from 2026-12-24 from 2026-12-24"),
        (Limits(NEW_YEAR), "counted from 2026-12-24 from 2027-01-01"),
        (Limits(CHRISTMAS, times=3), "from 2026-12-24 3 times"),
        (Limits(NEW_YEAR, times=3), "counted from 2026-12-24 from 2027-01-01 3 times"),
    ],
)
def test_the_date_counted_from_is_told_from_the_first_one(limits, english):
    """Where one word says both, one is written."""
    alarm = replace(make_alarm(rule=EveryDays(3, CHRISTMAS)), limits=limits)
    assert write_rule(alarm) == f"every 3 days {english}"
    for language in (ENGLISH, GERMAN):
        found = read(f"{write_rule(alarm, language)} 07:00")
        assert (found.rule, found.limits) == (alarm.rule, alarm.limits)


@pytest.mark.parametrize(
    ("alarm", "english", "german"),
    [
        (make_alarm(7, 15), "07:15", "07:15"),
        (make_alarm(7, 15, 30, label="gym"), '07:15:30 "gym"', '07:15:30 "gym"'),
        (make_alarm(label='say "yes"'), '07:00 "say ""yes"""', '07:00 "say ""yes"""'),
        (make_alarm(zone="Europe/Lisbon"), "07:00 in Europe/Lisbon", "07:00 in Europe/Lisbon"),
        (make_alarm(armed_at=None), "07:00, off", "07:00, aus"),
        (
            make_alarm(
                rule=Weekdays(WORKDAYS),
                label="gym",
                ring=RingSettings(volume=40, snooze_limit=0, late_limit=None),
            ),
            'weekdays 07:00 "gym", volume 40, no snooze, late always',
            'werktags 07:00 "gym", Lautstärke 40, nicht schlummern, verspätet immer',
        ),
        (
            Timer(20 * MINUTE, "tea", ring=RingSettings(rise=timedelta(0), volume=100)),
            'in 20 min "tea", volume 100',
            'in 20 min "tea", Lautstärke 100',
        ),
    ],
)
def test_the_whole_is_written_with_what_differs_from_the_usual(alarm, english, german):
    """The label is in quotes, so that no word of it means anything."""
    assert write(alarm) == english
    assert write(alarm, GERMAN) == german


def test_what_rings_as_its_base_does_is_not_said():
    """What new alarms are like is known to who reads it."""
    loud = RingSettings(volume=100, task=Task.SUM)
    assert write(make_alarm(ring=loud), base=loud) == "07:00"
    assert write(make_alarm(), base=loud) == "07:00, volume 80, no task"


@given(values.alarms(), LANGUAGES, LANGUAGES, st.none() | values.rings)
def test_what_is_written_of_any_alarm_is_read_back_as_the_same(alarm, language, spoken, base):
    """Time, rule, limits, zone, label, ring and whether it is on: in any language."""
    line = write(alarm, language, base)
    assert same(read(line, language=spoken, settings=base)) == same(alarm)


@given(values.timers, LANGUAGES, LANGUAGES, st.none() | values.rings)
def test_what_is_written_of_any_timer_is_read_back_as_the_same(timer, language, spoken, base):
    """Length, label and ring."""
    line = write(timer, language, base)
    assert same(read(line, language=spoken, settings=base)) == same(timer)


@given(values.alarms(), LANGUAGES)
def test_the_rule_alone_is_read_back_as_the_same(alarm, language):
    """With any time after it, once what may be over is off."""
    line = f"{write_rule(alarm, language)} 07:00, off"
    found = read(line)
    assert (found.rule, found.limits) == (alarm.rule, alarm.limits)


@pytest.mark.parametrize("language", [ENGLISH, GERMAN], ids=repr)
def test_the_longest_lists_fit_into_a_line(language):
    """500 dates, 366 excepted ones, the longest label, a long path."""
    many = frozenset(date(2031, 10, 11) + number * ONE_DAY for number in range(MOST_DATES))
    excepted = frozenset(sorted(many)[:MOST_EXCEPTED])
    alarm = Alarm(
        time(23, 59, 59),
        OnDates(many),
        '"' * 200,
        "America/Argentina/ComodRivadavia",
        SUNDAY_EVENING,
        RingSettings(sound="/" + "é" * 4000),
        limits=Limits(date(2020, 1, 1), date(2099, 12, 31), 9999, excepted),
    )
    assert same(read(write(alarm, language), language=language)) == same(alarm)
