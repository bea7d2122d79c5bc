"""The floors of a book are lower than what is planned, also when they were kept."""

from dataclasses import replace
from datetime import date, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest

from alarmclock.core.change import Change, ItemChange
from alarmclock.core.outlook.floors import Floors
from alarmclock.core.outlook.to_come import ahead
from alarmclock.core.rules.cycles import EveryDays
from alarmclock.core.rules.rule import EVERY_DAY, WORKDAYS, OnDate, Weekdays
from tests.core.builders import SUNDAY_EVENING, Desk, make_alarm

TOKYO = ZoneInfo("Asia/Tokyo")
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
ALARMS = (
    make_alarm(7, rule=Weekdays(EVERY_DAY), item_id="daily"),
    make_alarm(8, rule=Weekdays(WORKDAYS), item_id="work"),
    make_alarm(9, rule=EveryDays(3, date(2026, 11, 20)), item_id="third"),
    make_alarm(10, rule=OnDate(date(2026, 11, 26)), item_id="date"),
    make_alarm(11, rule=Weekdays(EVERY_DAY), item_id="lisbon", zone="Europe/Lisbon"),
    make_alarm(12, item_id="once"),
)


@pytest.fixture
def desk():
    """A desk with alarms of several kinds."""
    return Desk(*ALARMS)


def plan(desk, after, floors=None):
    """List what is planned for a week after an instant."""
    found = ahead(desk.book, after, after + 7 * DAY, floors=floors)
    return [(entry.item_id, entry.due) for entry in islice(found, 100)]


@pytest.mark.parametrize("step", [timedelta(0), HOUR, 11 * HOUR, 3 * DAY, -2 * DAY], ids=str)
def test_what_is_planned_is_the_same_with_floors_that_were_kept(desk, step):
    """At a later instant, after many of them have passed, and at an earlier one."""
    floors = Floors(desk.book)
    after = SUNDAY_EVENING
    for _ in range(4):
        assert plan(desk, after, floors) == plan(desk, after)
        after += step


def test_an_alarm_that_was_set_to_an_earlier_time_is_planned_then(desk):
    """Its floor of before would come too late."""
    floors = Floors(desk.book)
    plan(desk, SUNDAY_EVENING, floors)
    before = desk.book.item("work")
    desk.book.commit(Change((ItemChange(before, replace(before, time=time(5))),)))
    assert plan(desk, SUNDAY_EVENING, floors)[0][0] == "work"
    assert plan(desk, SUNDAY_EVENING, floors) == plan(desk, SUNDAY_EVENING)


def test_a_ring_that_was_snoozed_is_planned(desk):
    """Its alarm had nothing planned before the next day."""
    desk.at("2026-11-23 07:01")
    floors, now = Floors(desk.book), desk.book.clock.now()
    plan(desk, now, floors)
    desk.bring("daily")
    desk.answering.snooze("daily", timedelta(minutes=10))
    assert plan(desk, now, floors)[0] == ("daily", now + timedelta(minutes=10))


def test_another_zone_has_other_floors(desk):
    """Every time of day is another instant."""
    floors = Floors(desk.book)
    plan(desk, SUNDAY_EVENING, floors)
    desk.clock.set_zone(TOKYO)
    assert plan(desk, SUNDAY_EVENING, floors) == plan(desk, SUNDAY_EVENING)


def test_alarms_that_are_gone_are_forgotten(desk):
    """However many come and go while the calendar is open."""
    floors = Floors(desk.book)
    for number in range(50):
        alarm = make_alarm(6, item_id=f"passing {number}")
        desk.book.commit(Change((ItemChange(None, alarm),)))
        plan(desk, SUNDAY_EVENING, floors)
        desk.book.commit(Change((ItemChange(alarm, None),)))
    assert len(floors._known) <= 2 * len(ALARMS) + 3
