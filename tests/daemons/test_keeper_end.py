"""The keeper when the loop ends."""

import asyncio

import pytest

from alarmclock.core.activity.events import Cancelled
from tests.daemons.builders import (
    MINUTE,
    NOW,
    BentRule,
    World,
    make_alarm,
    make_timer,
)

SEVEN = NOW + 30 * MINUTE


ALL = [
    make_alarm(7, id="alarm"),
    make_alarm(8, id="other"),
    make_timer(600, item_id="timer").started(NOW),
]


def close_over(prepare, *, steps=True):
    """Run a loop to its end over some daemons and give their world."""
    world = World()

    async def main():
        world.book.load(prepare(world), [])
        world.keeper.start()
        if steps:
            await world.run_for(seconds=3)

    with asyncio.Runner() as runner:
        runner.run(main())
    return world


@pytest.mark.parametrize("steps", [True, False], ids=["running", "before their first step"])
def test_when_the_loop_ends_each_reports_once(steps):
    """Every daemon reports its cancellation, and the keeper arms nobody again."""
    world = close_over(lambda _: ALL, steps=steps)
    assert sorted(event.item_id for event in world.of(Cancelled)) == ["alarm", "other", "timer"]
    assert world.story() == ["Cancelled"] * 3
    assert len(world.keeper) == 0


def test_when_the_loop_ends_the_failed_report_too(caplog):
    """A daemon in its pause after a failure is cancelled like the others."""

    def prepare(world):
        world.broken["bad"] = ValueError("no")
        return [make_alarm(6, 30, second=2, id="bad")]

    world = close_over(prepare)
    assert world.story() == ["Failed", "Armed", "Failed", "Cancelled"]


def test_the_loop_ends_even_when_a_report_fails(caplog):
    """A cancellation that can't be reported is a cancellation all the same."""

    def prepare(world):
        world.watcher = fail
        return [make_timer(60).started(NOW)]

    def fail(event):
        if type(event) is Cancelled:
            raise RuntimeError("nobody listens")

    world = close_over(prepare)
    assert world.story() == ["Cancelled"]
    assert len(world.keeper) == 0


def test_the_broken_don_t_hold_up_the_end(caplog):
    """An alarm that could never be armed has nothing to cancel, and lets the loop end."""
    world = close_over(lambda _: [make_alarm(7, rule=BentRule())])
    assert set(world.story()) == {"Failed"}
    assert len(world.keeper) == 0
