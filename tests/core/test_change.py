"""Changes: whom they touch, how they are taken back, and onto what."""

from dataclasses import replace
from datetime import time

import pytest

from alarmclock.core.change import Change, ItemChange, RingChange, merged, rebased
from alarmclock.core.ringing import Ending
from tests.core.builders import HOUR, MINUTE, SUNDAY_EVENING, make_alarm, make_ring, make_timer

NOW = SUNDAY_EVENING
ALARM = make_alarm()
TIMER = make_timer().started(NOW)
RING = make_ring()
ENDED = RING.ended(NOW, Ending.CANCELLED)


def test_a_change_knows_whom_it_touches():
    """Items and rings both count."""
    change = Change(
        items=(
            ItemChange(None, make_alarm(item_id="a")),
            ItemChange(make_timer(item_id="t"), None),
        ),
        rings=(RingChange(None, make_ring(item_id="r")),),
    )
    assert change.item_ids == {"a", "t", "r"}


def test_a_reversed_change_goes_back():
    """What was added goes, what ended is open again, and a claim stays."""
    change = Change(
        items=(ItemChange(None, ALARM),),
        rings=(RingChange(RING, ENDED), RingChange(None, RING)),
        title="Added",
    )
    back = change.reversed()
    assert back.items == (ItemChange(ALARM, None),)
    assert back.rings == (RingChange(ENDED, RING),)
    assert back.title == "Added"


def off(item):
    """Give an alarm after its only ring, or a timer after its end."""
    return item.ended() if item.id == "timer" else replace(item, armed_at=None)


LABELLED = replace(ALARM, label="gym")
LATER = replace(ALARM, time=time(8), armed_at=NOW + HOUR)
LONGER = TIMER.extended(MINUTE)


@pytest.mark.parametrize(
    ("change", "current", "expected"),
    [
        pytest.param((None, ALARM), None, ALARM, id="added"),
        pytest.param((ALARM, None), LABELLED, None, id="removed"),
        pytest.param((LABELLED, ALARM), LABELLED, ALARM, id="nothing happened since"),
        pytest.param((LABELLED, ALARM), off(LABELLED), off(ALARM), id="label, rang since"),
        pytest.param(
            (LATER, ALARM), off(LATER), replace(ALARM, armed_at=None), id="time, rang since"
        ),
        pytest.param((ALARM, LATER), replace(ALARM, armed_at=NOW + 9 * HOUR), LATER, id="armed"),
        pytest.param((ALARM, off(ALARM)), ALARM, off(ALARM), id="switched off"),
        pytest.param((off(ALARM), ALARM), off(ALARM), ALARM, id="switched on"),
        pytest.param((LONGER, TIMER), LONGER, TIMER, id="extended"),
        pytest.param((LONGER, TIMER), LONGER.ended(), TIMER.ended(), id="extended, ended since"),
        pytest.param((TIMER.paused(NOW), TIMER), TIMER.paused(NOW), TIMER, id="paused"),
        pytest.param(
            (LONGER, TIMER),
            replace(LONGER, ends_at=LONGER.ends_at + HOUR),
            replace(TIMER, ends_at=TIMER.ends_at + HOUR),
            id="extended, the clock was set since",
        ),
    ],
)
def test_rebased(change, current, expected):
    """A change is made to what an item is by now; what happened to it since then stays."""
    result = rebased(ItemChange(*change), current)
    assert result == ItemChange(current, expected)


def test_several_changes_are_one_that_does_all_of_it():
    """In their order; a single one keeps its title."""
    added = Change((ItemChange(None, make_alarm()),), title="Add")
    rung = Change(rings=(RingChange(None, make_ring()),))
    both = merged([added, rung])
    assert (both.items, both.rings, both.title) == (added.items, rung.rings, "")
    assert merged([added]) is added
