"""Thousands of daemons: what they leave behind, and what they cost."""

import asyncio
import gc
from datetime import timedelta

from alarmclock.core.activity.events import Cancelled, Rang, Ticked
from alarmclock.daemons.clock import settle
from alarmclock.daemons.daemon import Daemon
from tests.daemons.builders import MINUTE, SECOND, World, make_alarm, make_timer

MANY = 2_000


def alive():
    """Count the daemons, futures and sleepers that are in memory."""
    gc.collect()
    return sum(isinstance(thing, Daemon | asyncio.Future) for thing in gc.get_objects())


def sleepers(world):
    """Count the entries in both heaps of the clock, the cancelled ones too."""
    clock = world.clock
    return len(clock._wall_sleepers._heap) + len(clock._real_sleepers._heap)


def many_alarms():
    """Make many alarms of different times."""
    return [make_alarm(7 + n % 12, n % 60, id=f"alarm {n}") for n in range(MANY)]


async def arm_and_remove(world):
    """Add many alarms, let them wait a little, and delete them."""
    for alarm in many_alarms():
        world.editing.add(alarm)
    await world.run_for(seconds=2)
    assert len(world.keeper) == MANY
    for number in range(MANY):
        world.editing.remove(f"alarm {number}")
    await settle()


async def test_armed_and_cancelled_they_leave_nothing():
    """Two thousand daemons armed and cancelled leave no task, no sleeper and no memory."""
    world = World()
    await world.start()
    before = alive()
    await arm_and_remove(world)
    assert len(world.of(Cancelled)) == MANY
    assert (world.tasks(), len(world.keeper), sleepers(world)) == (set(), 0, 0)
    assert alive() == before


async def test_armed_again_and_again_one_leaves_nothing(world):
    """A timer that is changed two thousand times has one daemon and one sleeper."""
    await world.start()
    world.keeper.watch(set(), timers=True)
    world.editing.start(make_timer(60))
    await settle()
    before = alive()
    for _ in range(MANY):
        world.editing.extend("timer", SECOND)
        await settle()
    assert (len(world.tasks()), sleepers(world)) == (1, 1)
    assert alive() <= before + 1


async def test_rung_and_dismissed_they_leave_nothing():
    """Two thousand timers that ring at one instant all ring, and are gone when stopped."""
    world = World()
    await world.start()
    before = alive()
    for number in range(MANY):
        world.editing.start(make_timer(5, item_id=f"timer {number}"))
    await world.run_for(seconds=5)
    assert world.times(Rang) == [5 * SECOND] * MANY
    for number in range(MANY):
        world.answering.dismiss(f"timer {number}")
    await settle()
    assert (world.tasks(), sleepers(world)) == (set(), 0)
    assert alive() == before


async def test_only_the_seen_are_woken_by_ticks(world):
    """With two thousand armed and three in sight, a minute of ticks comes from those three."""
    await world.start(many_alarms())
    world.keeper.watch({"alarm 1", "alarm 2", "alarm 3"}, timers=True)
    await settle()
    world.events.clear()
    await world.run_for(minutes=1)
    assert len(world.of(Ticked)) == 3 * (MINUTE // SECOND)
    assert len(world.keeper) == MANY


def test_a_loop_that_ends_over_many_cancels_each():
    """When the loop ends, each of two thousand reports once."""
    world = World()

    async def main():
        await world.start(many_alarms())

    asyncio.run(main())
    assert len(world.of(Cancelled)) == MANY
    assert {event.item_id for event in world.of(Cancelled)} == {f"alarm {n}" for n in range(MANY)}
    assert all(event.left > timedelta(0) for event in world.of(Cancelled))
    assert len(world.keeper) == 0
