"""What came due while nothing could ring it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.rules.rule import EVERY_DAY, Weekdays
from tests.core.builders import SUNDAY_EVENING, make_alarm, make_timer, ringing
from tests.core.service.world import World

DAILY = Weekdays(EVERY_DAY)


def closed(*items, at):
    """Give a world in which nothing rings, at a local time."""
    world = World(*items)
    world.readiness = None
    world.desk.at(at)
    return world


def test_what_was_due_a_moment_ago_rings_late():
    """It is not “in 0 s”."""
    world = closed(make_alarm(label="gym"), at="2026-11-23 07:05")
    assert "was due 07:00, rings late when Alarm Clock is opened" in world.do("list").text
    assert "in 0 s" not in world.do("list").text
    assert "was due 07:00" in world.do("show", id="gym").text
    status = world.do("status")
    assert "gym, was due 07:00, rings late" in status.text
    expected = {"id": "alarm", "label": "gym", "due": "2026-11-23T06:00:00Z", "rings": True}
    assert status.answer["overdue"] == [expected]


def test_what_was_due_too_long_ago_is_missed():
    """And a repeating alarm rings next as planned."""
    world = closed(make_alarm(rule=DAILY, label="gym"), at="2026-11-25 08:00")
    text = world.do("list").text
    assert "missed, was due 07:00; next tomorrow · in 23 h" in text
    assert world.do("status").answer["overdue"][0]["rings"] is False
    assert world.do("status").answer["overdue"][0]["due"] == "2026-11-25T06:00:00Z"


def test_a_timer_that_ended_meanwhile():
    """It rings late, too."""
    timer = make_timer(ends_at=SUNDAY_EVENING + timedelta(minutes=10), label="tea")
    world = closed(timer, at="2026-11-22 20:45")
    assert "was due 20:40, rings late" in world.do("list").text


def test_what_is_to_come_is_not_overdue():
    """Nor is what is off."""
    world = closed(make_alarm(), make_alarm(armed_at=None, item_id="off"), at="2026-11-23 06:59")
    assert world.do("status").answer["overdue"] == []


def closed_in_a_ring(alarm):
    """Give a world whose program was ended while an alarm rang."""
    desk = ringing(alarm)
    world = World(journal=desk.journal, now=desk.clock.now())
    world.readiness = None
    return world


def test_a_ring_that_was_cut_off_rings_on_when_it_is_opened():
    """Nothing rings meanwhile."""
    world = closed_in_a_ring(make_alarm(label="gym"))
    words = "was ringing when Alarm Clock ended, rings on when it is opened"
    assert words in world.do("list").text
    lines = [line.split(maxsplit=1) for line in world.do("status").text.splitlines()]
    assert ["rings", "nothing"] in lines
    assert f"gym {words}" in world.do("status").text
    world.desk.at("2026-11-23 09:00")
    assert "missed, was due 07:00" in world.do("list").text
    assert "was ringing" not in world.do("status").text


@pytest.mark.parametrize(("minutes", "fate"), [(30, "rings late"), (120, "missed")])
def test_a_snooze_that_ended_meanwhile(minutes, fate):
    """As long as the late limit allows, it rings."""
    desk = ringing(make_alarm(label="gym"))
    desk.answering.snooze("alarm")
    world = World(journal=desk.journal, now=desk.clock.now() + timedelta(minutes=minutes))
    world.readiness = None
    assert fate in world.do("list").text


def test_a_ring_that_is_to_come_again_does_so_late():
    """Though nobody answered it before the end."""
    alarm = make_alarm(label="gym")
    again = replace(alarm.ring, again=3, again_every=timedelta(minutes=5))
    world = closed_in_a_ring(replace(alarm, ring=again))
    world.desk.clock.advance(RingSettings().ring_length + timedelta(minutes=10))
    assert world.do("status").answer["overdue"][0]["rings"] is True


def test_the_open_program_is_about_to_ring_it():
    """It says no more than since when."""
    world = World(make_alarm(label="gym"))
    world.desk.at("2026-11-23 07:00")
    assert "due since 07:00" in world.do("list").text
    assert world.do("status").answer["overdue"] == []


def test_a_timer_has_a_length_and_no_time_of_day():
    """“20:00” would be eight in the evening."""
    world = World(make_timer(20, label="tea"))
    assert "20 min  tea" in world.do("list").text
