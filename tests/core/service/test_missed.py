"""Answering what was missed by a command."""

import pytest

from tests.core.builders import make_alarm
from tests.core.service.world import World


@pytest.fixture
def missed():
    """Give a world in which two alarms were missed."""
    world = World(make_alarm(label="gym"), make_alarm(8, label="work", item_id="other"))
    world.desk.at("2026-11-23 12:00")
    assert world.desk.bring("alarm")
    assert world.desk.bring("other")
    assert len(world.book.missed()) == 2
    return world


def test_one_is_done_with(missed):
    """The other one stays."""
    reply = missed.do("done", id="gym")
    assert reply.text == "Done with “gym”."
    assert [item["state"] for item in reply.answer] == ["off"]
    assert [item.label for item, _ in missed.book.missed()] == ["work"]


def test_all_are_done_with(missed):
    """Each is named."""
    assert missed.do("done").text == "Done with “gym”, “work”."
    assert not missed.book.missed()
    assert missed.outcome("done") == {"status": 1, "error": "Nothing was missed.", "answer": []}


def test_one_rings_now(missed):
    """As late as it is."""
    reply = missed.do("ring", id="gym")
    assert (reply.text, reply.answer["state"]) == ("“gym” rings.", "ringing")
    assert [item.label for item, _ in missed.book.ringing()] == ["gym"]


@pytest.mark.parametrize("command", ["done", "ring"])
def test_what_was_not_missed_is_left_alone(world, command):
    """With a sentence."""
    world.do("add", phrase="7:15 gym")
    assert world.outcome(command, id="gym")["error"] == "“gym” was not missed."


def test_nothing_rings_while_it_is_closed(missed):
    """But one can be done with it."""
    missed.readiness = None
    assert missed.outcome("ring", id="gym")["status"] == 1
    assert len(missed.book.missed()) == 2
    assert missed.do("done", id="gym")
