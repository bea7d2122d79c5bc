"""A goal that was worked out is given again for as long as it holds."""

from dataclasses import replace
from datetime import timedelta

import pytest

from alarmclock.core.book.known_goals import KnownGoals
from alarmclock.core.change import Change, ItemChange, RingChange
from alarmclock.core.goal import Aim, Goal
from alarmclock.core.ringing import Ending
from alarmclock.core.rules.rule import EVERY_DAY, Weekdays
from tests.core.builders import (
    BERLIN,
    HOUR,
    NEW_YORK,
    SUNDAY_EVENING,
    Desk,
    local,
    make_alarm,
    make_ring,
)

DAILY = Weekdays(EVERY_DAY)
GOAL = Goal("alarm", Aim.RING, SUNDAY_EVENING + HOUR)


@pytest.fixture
def known():
    """Know one goal."""
    goals = KnownGoals()
    goals.find("alarm", SUNDAY_EVENING, BERLIN)
    goals.keep(GOAL)
    return goals


def test_a_goal_holds_until_its_instant(known):
    """Then it has to be worked out anew."""
    before = GOAL.at - timedelta(microseconds=1)
    assert known.find("alarm", before, BERLIN) is GOAL
    assert known.find("alarm", GOAL.at, BERLIN) is None


def test_a_goal_is_reached_at_its_instant(known):
    """Not before; and only by who waits for this one."""
    before = GOAL.at - timedelta(microseconds=1)
    assert not known.is_reached(GOAL, before, BERLIN)
    assert not known.is_reached(replace(GOAL, aim=Aim.ASK), GOAL.at, BERLIN)
    assert known.is_reached(replace(GOAL), GOAL.at, BERLIN)


@pytest.mark.parametrize(
    ("seen_last", "zone"),
    [(GOAL.at + 2 * HOUR, BERLIN), (SUNDAY_EVENING, NEW_YORK)],
    ids=["clock set back", "another zone"],
)
def test_what_was_worked_out_for_another_time_is_not_reached(known, seen_last, zone):
    """It has to be worked out anew."""
    known.find("alarm", seen_last, zone)
    assert not known.is_reached(GOAL, GOAL.at + HOUR, BERLIN)


def test_a_clock_that_was_set_back_forgets_all(known):
    """An earlier occurrence may be to come again."""
    assert known.find("alarm", SUNDAY_EVENING - HOUR, BERLIN) is None
    assert known.find("alarm", SUNDAY_EVENING, BERLIN) is None


def test_another_zone_forgets_all(known):
    """Every wall-clock time is another instant."""
    assert known.find("alarm", SUNDAY_EVENING, NEW_YORK) is None


def test_a_change_of_the_item_forgets_its_goal(known):
    """The others are kept."""
    known.forget("other")
    assert known.find("alarm", SUNDAY_EVENING, BERLIN) is GOAL
    known.forget("alarm")
    assert known.find("alarm", SUNDAY_EVENING, BERLIN) is None


def test_the_book_follows_an_edit():
    """And what was undone, and deleted."""
    alarm = make_alarm(7, rule=DAILY)
    desk = Desk(alarm)
    assert desk.book.due("alarm") == local("2026-11-23 07:00")
    later = replace(alarm, time=alarm.time.replace(hour=9))
    desk.book.commit(Change((ItemChange(alarm, later),)))
    assert desk.book.due("alarm") == local("2026-11-23 09:00")
    desk.book.commit(Change((ItemChange(later, None),)))
    assert desk.book.due("alarm") is None


def test_the_book_follows_a_ring():
    """What has rung is not to come any more."""
    desk = Desk(make_alarm(7, rule=DAILY))
    assert desk.book.goal("alarm").aim is Aim.RING
    ring = make_ring("2026-11-23")
    desk.book.commit(Change(rings=(RingChange(None, ring),)))
    assert desk.book.goal("alarm").aim is Aim.TIME_OUT
    desk.book.commit(Change(rings=(RingChange(ring, ring.ended(ring.due, Ending.DISMISSED)),)))
    assert desk.book.due("alarm") == local("2026-11-24 07:00")


def test_the_book_follows_the_clock_and_the_zone():
    """Forward, back, and to another place."""
    desk = Desk(make_alarm(7, rule=DAILY))
    assert desk.book.due("alarm") == local("2026-11-23 07:00")
    desk.clock.set_zone(NEW_YORK)
    assert desk.book.due("alarm") == local("2026-11-23 07:00", NEW_YORK)
    desk.clock.set_zone(BERLIN)
    desk.clock.set_wall(local("2026-11-21 12:00"))
    assert desk.book.due("alarm") == local("2026-11-22 07:00")
