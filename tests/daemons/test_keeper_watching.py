"""The keeper when people look, and when they don't."""

from collections.abc import Set

import pytest

from alarmclock.core.activity.events import Rang, Ticked
from alarmclock.daemons.clock import settle
from tests.daemons.builders import (
    MINUTE,
    NOW,
    make_alarm,
    make_timer,
)

SEVEN = NOW + 30 * MINUTE


def ticking(world):
    """Tell who ticked."""
    return {event.item_id for event in world.of(Ticked)}


ALL = [
    make_alarm(7, id="alarm"),
    make_alarm(8, id="other"),
    make_timer(600, item_id="timer").started(NOW),
]
WATCHED = {
    "nobody": (set(), False, set()),
    "one alarm": ({"alarm"}, False, {"alarm"}),
    "timers": (set(), True, {"timer"}),
    "an alarm and timers": ({"other"}, True, {"other", "timer"}),
    "one timer": ({"timer"}, False, {"timer"}),
    "somebody who is gone": ({"gone"}, False, set()),
}


@pytest.mark.parametrize(("seen", "timers", "who"), WATCHED.values(), ids=WATCHED.keys())
@pytest.mark.parametrize("before", [True, False], ids=["before the start", "after it"])
async def test_only_the_watched_tick(world, seen: Set[str], timers, who, before):
    """Those tick whom somebody can see, and nobody else."""
    if before:
        world.keeper.watch(seen, timers=timers)
    await world.start(ALL)
    world.keeper.watch(seen, timers=timers)
    await world.run_for(seconds=3)
    assert ticking(world) == who


async def test_watching_others(world):
    """When the view moves on, those that left it are quiet and those that entered tick."""
    await world.start(ALL)
    world.keeper.watch({"alarm"}, timers=True)
    await world.run_for(seconds=2)
    world.keeper.watch({"other"}, timers=False)
    await settle()
    world.events.clear()
    await world.run_for(seconds=2)
    assert ticking(world) == {"other"}


async def test_a_new_timer_is_seen_with_the_others(world):
    """Whoever looks at the timers sees a new one tick from its first second."""
    await world.start()
    world.keeper.watch(set(), timers=True)
    world.editing.start(make_timer(5))
    await world.run_for(seconds=5)
    assert [tick.count for tick in world.of(Ticked)] == [1, 2, 3, 4, 5]


async def test_the_unwatched_ring_on_time(world):
    """An alarm and a timer that nobody sees ring at their instant."""
    await world.start(ALL)
    await world.run_for(minutes=30)
    assert world.times(Rang) == [10 * MINUTE, 30 * MINUTE]
