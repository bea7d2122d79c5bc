import asyncio
import logging
from zoneinfo import ZoneInfo

import pytest

from alarmclock.core.book.vigil import SMALLEST_STEP
from alarmclock.daemons.clock import settle
from alarmclock.daemons.fake_clock import FakeClock
from alarmclock.daemons.jump_watch import HEARTBEAT, JumpWatch
from tests.daemons.builders import DAY, HOUR, MICROSECOND, NOW, SECOND

BERLIN = ZoneInfo("Europe/Berlin")
NOTHING = 0 * SECOND


class SilentClock(FakeClock):
    """A clock that tells nobody when it is set, as a faked or remote one."""

    def on_set(self, listener):
        """Take no note of the listener."""

    def set_wall(self, now):
        """Set the clock, and let nobody look at it."""
        look, self.look = self.look, lambda: None
        super().set_wall(now)
        self.look = look


class Watch:
    """A watch with the clock that it looks at, and all that it told."""

    def __init__(self, clock):
        self.clock = clock
        self.jumps = []
        self.beats = []
        self.watch = JumpWatch(
            clock,
            lambda change: self.jumps.append((change.step, str(change.zone))),
            lambda: self.beats.append(clock.elapsed()),
        )


@pytest.fixture
def told():
    """Give a watch that looks at a clock that tells of steps."""
    told = Watch(FakeClock(NOW))
    told.watch.start()
    return told


@pytest.fixture
async def untold():
    """Give a running watch that has only its heartbeat, as on a clock that tells nobody."""
    untold = Watch(SilentClock(NOW))
    untold.watch.start()
    task = asyncio.create_task(untold.watch.run())
    await settle()
    yield untold
    task.cancel()
    await asyncio.wait([task])


STEPS = [HOUR, -HOUR, 400 * DAY, SMALLEST_STEP, -SMALLEST_STEP]


@pytest.mark.parametrize("step", STEPS, ids=str)
def test_a_step_is_told_at_once(told, step):
    """The length of a step is told, forward and back, as soon as the clock tells of it."""
    told.clock.advance(HOUR)
    told.clock.set_wall(told.clock.now() + step)
    assert told.jumps == [(step, "UTC")]


def test_a_slewed_clock_is_no_step(told):
    """A correction of less than the smallest step is not told."""
    told.clock.set_wall(NOW + SMALLEST_STEP - MICROSECOND)
    assert told.jumps == []


def test_small_corrections_don_t_add_up(told):
    """Slewing by a little for a long time is no step at any time."""
    for _ in range(10):
        told.clock.set_wall(told.clock.now() + 0.5 * SECOND)
    assert told.jumps == []


def test_each_step_is_told_once(told):
    """Looking again after a step finds nothing new."""
    told.clock.set_wall(NOW + HOUR)
    told.watch.look()
    told.clock.set_wall(NOW)
    told.watch.look()
    assert told.jumps == [(HOUR, "UTC"), (-HOUR, "UTC")]


def test_time_that_passes_is_no_step(told):
    """A long sleep of the computer counts for both clocks, so nothing has jumped."""
    told.clock.advance(8 * HOUR)
    told.watch.look()
    assert told.jumps == []


def test_a_new_zone_is_told(told):
    """Travelling is told with the new zone and without a step."""
    told.clock.set_zone(BERLIN)
    told.watch.look()
    told.watch.look()
    assert told.jumps == [(NOTHING, "Europe/Berlin")]


def test_a_step_and_a_new_zone_are_told_together(told):
    """Both at once are one jump."""
    told.clock.set_zone(BERLIN)
    told.clock.set_wall(NOW + HOUR)
    assert told.jumps == [(HOUR, "Europe/Berlin")]


def test_what_happened_before_the_start_is_not_told():
    """The watch compares with its start, not with its making."""
    watch = Watch(FakeClock(NOW))
    watch.clock.set_wall(NOW + HOUR)
    watch.clock.set_zone(BERLIN)
    watch.watch.start()
    watch.watch.look()
    assert watch.jumps == []


async def test_the_heart_beats_once_a_minute(untold):
    """While it runs, the watch shows that it is alive."""
    await untold.clock.run_for(3 * HEARTBEAT)
    assert untold.beats == [HEARTBEAT, 2 * HEARTBEAT, 3 * HEARTBEAT]


async def test_the_heartbeat_finds_a_step_of_which_nobody_tells(untold):
    """On a clock that tells nobody a step is found within a minute."""
    untold.clock.set_wall(NOW - HOUR)
    await untold.clock.run_for(HEARTBEAT - MICROSECOND)
    assert untold.jumps == []
    await untold.clock.run_for(MICROSECOND)
    assert untold.jumps == [(-HOUR, "UTC")]


async def test_the_heartbeat_finds_a_new_zone(untold):
    """A new zone is found within a minute."""
    untold.clock.set_zone(BERLIN)
    await untold.clock.run_for(HEARTBEAT)
    assert untold.jumps == [(NOTHING, "Europe/Berlin")]


async def test_the_heartbeat_wakes_who_is_due(untold):
    """A sleeper over whose moment the clock was set in silence wakes within a minute."""
    sleeper = untold.clock.wake_at(NOW + HOUR)
    untold.clock.set_wall(NOW + 2 * HOUR)
    assert not sleeper.done()
    await untold.clock.run_for(HEARTBEAT)
    assert sleeper.done()


async def test_the_heart_goes_on_when_a_beat_fails(untold, caplog):
    """The second belt holds even when something that it calls fails once."""
    untold.beats = None
    with caplog.at_level(logging.CRITICAL, "alarmclock"):
        await untold.clock.run_for(HEARTBEAT)
    untold.beats = []
    await untold.clock.run_for(HEARTBEAT)
    assert untold.beats == [2 * HEARTBEAT]
