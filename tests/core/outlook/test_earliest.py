"""A time of day does not come before it is expected."""

from dataclasses import replace
from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from alarmclock.core.outlook.earliest import Earliest
from alarmclock.core.outlook.explain import explained
from alarmclock.core.rules.calendar_rules import LAST, MonthlyOnDay
from alarmclock.core.rules.rule import EVERY_DAY, EveryDays, Weekday, Weekdays
from alarmclock.core.schedule import instant_of
from tests.core.builders import BERLIN, DAY, local, make_alarm

QUARTERS = [time(n // 4, 15 * (n % 4)) for n in range(96)]


def first_after(instant, wall):
    """Work out when a time of day comes next."""
    days = [instant.astimezone(BERLIN).date() + n * DAY for n in (-1, 0, 1, 2)]
    return min(due for day in days if (due := instant_of(day, wall, BERLIN)) > instant)


@pytest.mark.parametrize(
    "after",
    ["2026-11-22 20:30", "2026-03-28 23:00", "2026-03-29 01:59", "2026-10-25 00:10"],
    ids=["an evening", "before the spring", "just before the gap", "before the autumn"],
)
@pytest.mark.parametrize("wall", QUARTERS, ids=str)
def test_it_is_never_later_than_the_ring(after, wall):
    """It may be earlier, as around a change of clocks."""
    instant = local(after)
    assert Earliest(BERLIN).after(instant, wall) <= first_after(instant, wall)


def test_it_is_exact_on_an_ordinary_day():
    """So that few are looked at too early."""
    evening = local("2026-11-22 20:30")
    assert Earliest(BERLIN).after(evening, time(7)) == local("2026-11-23 07:00")


RULES = [
    Weekdays(EVERY_DAY),
    Weekdays(frozenset({Weekday.SATURDAY})),
    EveryDays(5, date(2026, 3, 1)),
    MonthlyOnDay(LAST),
]


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Australia/Lord_Howe", "Africa/Casablanca"])
@pytest.mark.parametrize(
    "after",
    ["2026-11-22 20:30", "2026-03-27 23:00", "2026-03-28 23:00", "2026-03-29 03:10",
     "2026-10-24 12:00", "2026-10-25 00:10", "2026-10-25 02:30", "2026-02-13 18:00"],
)  # fmt: skip
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: type(rule).__name__)
def test_no_ring_of_a_rule_is_earlier(zone, after, rule):
    """On whatever day it first rings, and whatever clocks are set until then."""
    instant, there = local(after), ZoneInfo(zone)
    earliest = Earliest(there)
    for wall in QUARTERS[::5]:
        alarm = replace(make_alarm(rule=rule), time=wall)
        due = next(explained(alarm, (), instant, instant + 70 * DAY, there)).occurrence.due
        assert earliest.of_plan(alarm, (), instant) <= due


def test_a_rule_that_rings_later_is_expected_later():
    """So that nobody works out on Sunday when it rings on Saturday."""
    alarm = make_alarm(7, rule=Weekdays(frozenset({Weekday.SATURDAY})))
    found = Earliest(BERLIN).of_plan(alarm, (), local("2026-11-22 20:30"))
    assert found == local("2026-11-28 07:00")
