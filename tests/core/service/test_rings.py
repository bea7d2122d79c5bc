from dataclasses import replace

import pytest

from alarmclock.core.activity.events import Dismissed
from alarmclock.core.errors import Invalid
from alarmclock.core.service.reply import NothingMatched, WrongUse
from tests.core.builders import USUAL, make_alarm
from tests.core.service.world import World


@pytest.fixture
def world():
    """Give a Monday, 7:00, at which two alarms ring."""
    world = World(make_alarm(label="gym"), make_alarm(label="pills", item_id="other"))
    world.desk.at("2026-11-23 07:00")
    assert world.desk.bring()
    assert world.desk.bring("other")
    return world


def test_one_ring_is_stopped(world):
    """The other goes on, and the activity tells."""
    reply = world.do("stop", id="gym")
    assert [item["id"] for item in reply.answer] == ["alarm"]
    assert [item.id for item, _ in world.book.ringing()] == ["other"]
    assert isinstance(world.desk.events[-1], Dismissed)


def test_everything_is_stopped(world):
    """Without an id; the window says how many."""
    assert world.do("stop").text == "Stopped “gym”, “pills”."
    assert world.told == [("2 alarms were stopped.", False)]
    assert world.outcome("stop") == {"status": 1, "error": "Nothing rings.", "answer": []}


def test_a_snooze_is_ended_by_stopping(world):
    """As in the list of the window."""
    world.do("snooze", id="gym")
    assert world.do("stop", id="gym").answer[0]["state"] == "off"
    with pytest.raises(NothingMatched, match="does not ring"):
        world.do("stop", id="gym")


def test_a_ring_is_snoozed(world):
    """For its own length, or for as many minutes as are asked for."""
    assert world.do("snooze", id="gym").answer[0]["snoozed_until"] == "2026-11-23T06:05:00Z"
    reply = world.do("snooze", minutes=20)
    assert [item["snoozed_until"] for item in reply.answer] == ["2026-11-23T06:20:00Z"]
    assert reply.text == "“pills” rings again 07:20."
    with pytest.raises(NothingMatched, match="Nothing rings"):
        world.do("snooze")


def test_a_snooze_that_is_not_allowed_says_why(world):
    """As the ring window does."""
    for minute in ("07:05", "07:10", "07:15"):
        world.do("snooze", id="gym")
        world.desk.at(f"2026-11-23 {minute}")
        world.desk.bring()
    with pytest.raises(Invalid, match="No snooze is left"):
        world.do("snooze", id="gym")


def test_one_that_may_not_be_snoozed_does_not_keep_the_others_from_it(world):
    """It is told beside the answer; where none may be, that is a refusal."""
    ring = replace(USUAL, snooze_limit=0)
    world = World(make_alarm(label="gym", ring=ring), make_alarm(label="pills", item_id="other"))
    world.desk.at("2026-11-23 07:00")
    assert world.desk.bring()
    assert world.desk.bring("other")
    reply = world.do("snooze")
    assert [item["label"] for item in reply.answer] == ["pills"]
    assert reply.note.startswith("“gym” rings on. No snooze is left")
    with pytest.raises(Invalid):
        world.do("snooze")


@pytest.mark.parametrize("minutes", [0, 721, "5", True, None])
def test_minutes_are_a_number(world, minutes):
    """From 1 to 720."""
    with pytest.raises(WrongUse):
        world.do("snooze", minutes=minutes)
