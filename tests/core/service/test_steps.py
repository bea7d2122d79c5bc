"""Undo and redo by a command."""

import pytest

from alarmclock.core.service.reply import NothingMatched


def test_what_was_done_is_undone_and_done_again(world):
    """And the window says it, without offering to undo the undo."""
    world.do("add", phrase="7:15 gym")
    reply = world.do("undo")
    assert (reply.answer, reply.text) == ({"step": "Added “gym”"}, "Undone: Added “gym”.")
    assert not world.book.alarms()
    assert world.told[-1] == ("Undone: Added “gym”.", False)
    assert world.do("redo").text == "Done again: Added “gym”."
    assert [alarm.label for alarm in world.book.alarms()] == ["gym"]


@pytest.mark.parametrize("command", ["undo", "redo"])
def test_without_a_step_nothing_matches(world, command):
    """Nothing has changed."""
    with pytest.raises(NothingMatched, match=f"nothing to {command}"):
        world.do(command)


@pytest.mark.parametrize("command", ["undo", "redo"])
def test_a_closed_program_remembers_no_step(world, command):
    """It says why."""
    world.readiness = None
    reply = world.outcome(command)
    assert reply["status"] == 1
    assert "since Alarm Clock was opened" in reply["error"]
