import asyncio
from datetime import UTC, timedelta
from zoneinfo import ZoneInfo

import pytest

from alarmclock.daemons.clock import settle
from alarmclock.daemons.fake_clock import FakeClock
from tests.daemons.builders import DAY, HOUR, MICROSECOND, MINUTE, NOW, SECOND

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def clock():
    """Give a clock that stands at NOW."""
    return FakeClock(NOW)


def test_time_stands_still(clock):
    """Without being told to, the clock does not move."""
    assert (clock.now(), clock.now(), clock.elapsed()) == (NOW, NOW, timedelta(0))


def test_advance_moves_wall_and_real_time(clock):
    """When time passes, it passes for both clocks alike."""
    clock.advance(90 * SECOND)
    assert (clock.now() - NOW, clock.elapsed()) == (90 * SECOND, 90 * SECOND)


@pytest.mark.parametrize("step", [HOUR, -HOUR, 400 * DAY, -MICROSECOND], ids=str)
def test_setting_the_wall_clock_leaves_real_time(clock, step):
    """A wall clock that is set, forward or back, makes no real time pass."""
    clock.set_wall(NOW + step)
    assert (clock.now() - NOW, clock.elapsed()) == (step, timedelta(0))


def test_travelling_leaves_both_times(clock):
    """A new zone changes neither the instant nor real time."""
    clock.set_zone(BERLIN)
    assert (clock.zone(), clock.now(), clock.elapsed()) == (BERLIN, NOW, timedelta(0))


def test_the_time_may_be_given_in_any_zone():
    """A clock made or set in local time reads the same instant in UTC."""
    local = NOW.astimezone(BERLIN)
    clock = FakeClock(local, BERLIN)
    assert (clock.now(), clock.now().tzinfo) == (NOW, UTC)
    clock.set_wall(local + HOUR)
    assert (clock.now(), clock.now().tzinfo) == (NOW + HOUR, UTC)


async def test_wall_sleepers_go_by_the_wall_clock(clock):
    """Setting the wall clock over a moment wakes who waits for it, and nobody else."""
    wall, real = clock.wake_at(NOW + HOUR), clock.wake_at_elapsed(HOUR)
    clock.set_wall(NOW + HOUR)
    assert (wall.done(), real.done()) == (True, False)


async def test_real_sleepers_go_by_real_time(clock):
    """A wall clock that is set back keeps only the wall sleeper waiting."""
    wall, real = clock.wake_at(NOW + HOUR), clock.wake_at_elapsed(HOUR)
    clock.set_wall(NOW - HOUR)
    clock.advance(HOUR)
    assert (wall.done(), real.done()) == (False, True)
    clock.advance(HOUR)
    assert wall.done()


async def test_never_early_by_a_microsecond(clock):
    """A sleeper sleeps until the very microsecond."""
    sleepers = [clock.wake_at(NOW + SECOND), clock.wake_at_elapsed(SECOND)]
    clock.advance(SECOND - MICROSECOND)
    assert not any(sleeper.done() for sleeper in sleepers)
    clock.advance(MICROSECOND)
    assert all(sleeper.done() for sleeper in sleepers)


async def test_what_is_past_wakes_at_once(clock):
    """Nobody waits for a moment that has been."""
    assert clock.wake_at(NOW).done()
    assert clock.wake_at_elapsed(-SECOND).done()


def test_listeners_hear_of_settings_only(clock):
    """Listeners are told when the clock is set, not when time passes or the zone changes."""
    heard = []
    clock.on_set(lambda: heard.append(clock.now() - NOW))
    clock.advance(MINUTE)
    clock.set_zone(BERLIN)
    clock.set_wall(NOW + HOUR)
    assert heard == [HOUR]


async def test_listeners_hear_before_sleepers_wake(clock):
    """Whoever follows the clock is told before the daemons look at it."""
    sleeper = clock.wake_at(NOW + HOUR)
    asleep = []
    clock.on_set(lambda: asleep.append(not sleeper.done()))
    clock.set_wall(NOW + DAY)
    assert asleep == [True]
    assert sleeper.done()


async def test_run_for_wakes_each_at_its_own_moment(clock):
    """While time runs every sleeper sees its own moment, whichever clock it goes by."""
    seen = []

    async def sleep(begin, moment):
        await begin(moment)
        seen.append(clock.now() - NOW)

    delays = [3 * SECOND, SECOND, 2.5 * SECOND]
    sleeps = [sleep(clock.wake_at, NOW + delay) for delay in delays]
    sleeps.append(sleep(clock.wake_at_elapsed, 2 * SECOND))
    async with asyncio.TaskGroup() as group:
        for one in sleeps:
            group.create_task(one)
        await clock.run_for(10 * SECOND)
    assert seen == [SECOND, 2 * SECOND, 2.5 * SECOND, 3 * SECOND]
    assert clock.elapsed() == 10 * SECOND


async def test_run_for_wakes_who_lies_down_on_the_way(clock):
    """A sleeper that sleeps again and again wakes each time."""
    seen = []

    async def sleep_thrice():
        for _ in range(3):
            await clock.wake_at(clock.now() + SECOND)
            seen.append(clock.now() - NOW)

    async with asyncio.TaskGroup() as group:
        group.create_task(sleep_thrice())
        await clock.run_for(2.5 * SECOND)
        assert seen == [SECOND, 2 * SECOND]
        assert clock.elapsed() == 2.5 * SECOND
        await clock.run_for(0.5 * SECOND)
    assert seen == [SECOND, 2 * SECOND, 3 * SECOND]


async def test_run_for_is_not_held_up_by_the_cancelled(clock):
    """A sleeper that was cancelled is no stop on the way."""
    clock.wake_at(NOW + SECOND).cancel()
    await clock.run_for(MINUTE)
    assert clock.elapsed() == MINUTE


async def test_long_chains_of_turns_end_before_time_goes_on(clock):
    """Work that takes many turns of the loop sees the moment at which it began."""
    seen = []

    async def work():
        await clock.wake_at(NOW + SECOND)
        for _ in range(50):
            await asyncio.sleep(0)
        seen.append(clock.now() - NOW)

    task = asyncio.create_task(work())
    clock.wake_at(NOW + 2 * SECOND)
    await clock.run_for(MINUTE)
    assert seen == [SECOND]
    await task


async def test_settle_waits_for_all_that_is_ready():
    """After settling nothing is left that could run without time passing."""
    done = []

    async def work():
        for _ in range(50):
            await asyncio.sleep(0)
        done.append(True)

    task = asyncio.create_task(work())
    await settle()
    assert done == [True]
    await task
