import asyncio
from contextlib import nullcontext

import pytest

from alarmclock.core.activity.events import Armed, Cancelled, Rang, Ticked
from alarmclock.core.goal import Aim
from alarmclock.daemons.clock import settle
from alarmclock.daemons.daemon import Daemon
from alarmclock.daemons.due_together import DueTogether
from tests.daemons.builders import HOUR, MINUTE, NOW, SECOND, make_alarm, make_timer


class Lone:
    """A daemon without a keeper, with the task that it runs in."""

    def __init__(self, world, item):
        self.world = world
        reach = DueTogether(world.answering.reach, nullcontext).reach
        self.daemon = Daemon(item.id, world.book, world.clock, reach, world.record)
        self.task = None

    async def start(self, *, seen=True, announce=True):
        """Run the daemon and let it take its first step."""
        self.daemon.be_seen(seen=seen)
        self.task = asyncio.create_task(self.daemon.run(announce=announce))
        await settle()

    async def cancel(self):
        """Cancel the daemon and tell what its task says."""
        self.task.cancel()
        return (await asyncio.gather(self.task, return_exceptions=True))[0]


@pytest.fixture
async def run(world):
    """Put an item in the book and run its daemon without a keeper; cancel it in the end."""
    running = []

    async def start(item, **how):
        world.editing.add(item)
        lone = Lone(world, item)
        running.append(lone)
        await lone.start(**how)
        return lone

    yield start
    for lone in running:
        await lone.cancel()


def running_timer(seconds=5):
    """Make a timer that runs since NOW."""
    return make_timer(seconds).started(NOW)


async def test_the_model_run(world, run):
    """A timer of five seconds ticks five times, a second apart, and then it rings."""
    await run(running_timer())
    await world.run_for(seconds=5)
    assert [(tick.count, tick.total) for tick in world.of(Ticked)] == [
        (1, 5), (2, 5), (3, 5), (4, 5), (5, 5)
    ]  # fmt: skip
    assert world.times(Ticked) == [SECOND, 2 * SECOND, 3 * SECOND, 4 * SECOND, 5 * SECOND]
    assert world.times(Rang) == [5 * SECOND]
    assert isinstance(world.events[-1], Rang)


async def test_the_model_run_cancelled(world, run):
    """Cancelled after three seconds it has ticked three times, and reports it once."""
    lone = await run(running_timer())
    await world.run_for(seconds=3)
    answer = await lone.cancel()
    assert isinstance(answer, asyncio.CancelledError)
    assert lone.task.cancelled()
    assert [tick.count for tick in world.of(Ticked)] == [1, 2, 3]
    assert world.story() == ["Armed", "Cancelled"]
    assert [(event.due, event.left) for event in world.of(Cancelled)] == [
        (NOW + 5 * SECOND, 2 * SECOND)
    ]


async def test_armed_is_told_once(world, run):
    """A daemon tells of its due when it begins."""
    await run(running_timer())
    await world.run_for(seconds=2)
    assert [(event.due, event.length) for event in world.of(Armed)] == [
        (NOW + 5 * SECOND, 5 * SECOND)
    ]


async def test_armed_in_silence(world, run):
    """One of many that are armed at start says nothing, and ticks and rings all the same."""
    await run(running_timer(2), announce=False)
    await world.run_for(seconds=2)
    assert world.story() == ["Rang"]
    assert len(world.of(Ticked)) == 2


async def test_an_alarm_tells_what_is_left(world, run):
    """An alarm ticks with the time that is left, and without a count."""
    await run(make_alarm(6, 30, second=3))
    await world.run_for(seconds=3)
    assert [(tick.left, tick.count) for tick in world.of(Ticked)] == [
        (2 * SECOND, None),
        (SECOND, None),
    ]
    assert world.times(Rang) == [3 * SECOND]


async def test_the_unseen_sleep_through(world, run):
    """A daemon that nobody sees does not tick, and rings on time."""
    await run(running_timer(60), seen=False)
    await world.run_for(minutes=1)
    assert world.of(Ticked) == []
    assert world.times(Rang) == [MINUTE]


async def test_becoming_seen_is_answered_at_once(world, run):
    """Whoever begins to look sees the countdown right away, and then every second."""
    lone = await run(running_timer(60), seen=False)
    await world.run_for(seconds=10.5)
    lone.daemon.be_seen(seen=True)
    await world.run_for(seconds=2)
    assert [tick.count for tick in world.of(Ticked)] == [10, 11, 12]
    assert world.times(Ticked) == [10.5 * SECOND, 11 * SECOND, 12 * SECOND]


async def test_no_longer_seen_it_is_quiet(world, run):
    """When nobody looks any more the ticks end."""
    lone = await run(running_timer(60))
    await world.run_for(seconds=3)
    lone.daemon.be_seen(seen=False)
    await world.run_for(seconds=10)
    assert len(world.of(Ticked)) == 3


async def test_flickering_sight_does_not_repeat_a_tick(world, run):
    """Scrolling an alarm out of sight and back within a second tells each second once."""
    lone = await run(running_timer(60))
    for _ in range(5):
        await world.run_for(seconds=0.3)
        lone.daemon.be_seen(seen=False)
        await settle()
        lone.daemon.be_seen(seen=True)
        await settle()
    counts = [tick.count for tick in world.of(Ticked)]
    assert counts == sorted(set(counts))


async def test_ticks_count_from_the_start_not_from_the_wake_ups(world, run):
    """After a stall of three seconds the count is true, and the rest comes on time."""
    await run(running_timer())
    world.clock.advance(3.2 * SECOND)
    await world.run_for(seconds=1.8)
    assert [tick.count for tick in world.of(Ticked)] == [3, 4, 5]
    assert world.times(Rang) == [5 * SECOND]


async def test_a_ring_waits_for_its_answer_without_ticks(world, run):
    """While it rings there is no countdown; after the ring length it is missed."""
    await run(running_timer(1))
    await world.run_for(seconds=1)
    ticks = len(world.of(Ticked))
    await world.run_for(minutes=10)
    assert world.story() == ["Armed", "Rang", "Missed"]
    assert len(world.of(Ticked)) == ticks


async def test_it_ends_when_nothing_is_left_to_wait_for(world, run):
    """A timer that was missed has nothing more to come: its task ends by itself."""
    lone = await run(running_timer(1))
    await world.run_for(minutes=11)
    assert lone.task.done()
    assert lone.task.exception() is None


async def test_a_snoozed_one_counts_down_to_its_next_ring(world, run):
    """A snooze is waited for with ticks, and rings again."""
    lone = await run(running_timer(1), seen=False)
    await world.run_for(seconds=1)
    world.answering.snooze("timer", MINUTE)
    lone.daemon.be_seen(seen=True)
    lone.daemon.nudge()
    await world.run_for(minutes=1)
    assert [tick.left for tick in world.of(Ticked)][:2] == [59 * SECOND, 58 * SECOND]
    assert world.times(Rang) == [SECOND, SECOND + MINUTE]


async def test_a_nudge_without_news_changes_nothing(world, run):
    """Looking anew at an unchanged book neither announces nor repeats anything."""
    lone = await run(running_timer())
    await world.run_for(seconds=1)
    lone.daemon.nudge()
    await world.run_for(seconds=0.5)
    assert world.story() == ["Armed"]
    assert len(world.of(Ticked)) == 1


async def test_a_nudge_in_the_moment_of_the_due_does_not_lose_the_ring(world, run):
    """A nudge that comes in the very turn of the due keeps the ring."""
    lone = await run(running_timer(), seen=False)
    world.clock.advance(5 * SECOND)
    lone.daemon.nudge()
    await settle()
    assert world.story() == ["Armed", "Rang"]


async def test_a_goal_that_comes_to_nothing_is_a_failure(world):
    """A ring that is due and does not happen fails, rather than being tried without a pause."""
    world.editing.add(running_timer())
    reach = DueTogether(lambda _: None, nullcontext).reach
    daemon = Daemon("timer", world.book, world.clock, reach, world.record)
    task = asyncio.create_task(daemon.run())
    await world.run_for(seconds=5)
    assert "nothing came of it" in str(task.exception())


async def test_a_cancelled_ring_tells_of_its_own_due(world, run):
    """What is cancelled while it rings was due when it was due, and nothing of it is left."""
    lone = await run(running_timer(1))
    await world.run_for(minutes=2)
    assert world.book.goal("timer").aim is Aim.TIME_OUT
    await lone.cancel()
    assert [(event.due, event.left) for event in world.of(Cancelled)] == [
        (NOW + SECOND, 0 * SECOND)
    ]


async def test_a_cancelled_snooze_tells_when_it_would_have_rung(world, run):
    """What is cancelled while it is snoozed would have rung at the end of the snooze."""
    lone = await run(running_timer(1))
    await world.run_for(seconds=1)
    world.answering.snooze("timer", HOUR)
    lone.daemon.nudge()
    await settle()
    await lone.cancel()
    assert [(event.due, event.left) for event in world.of(Cancelled)] == [
        (NOW + SECOND + HOUR, HOUR)
    ]
