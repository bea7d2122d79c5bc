import asyncio
import logging
import statistics
import time
from datetime import UTC, timedelta
from zoneinfo import ZoneInfo

import pytest

from alarmclock.daemons import clock as clock_module
from alarmclock.daemons import timerfd
from alarmclock.daemons.clock import (
    EPOCH,
    SystemClock,
    heartbeat,
    nanoseconds,
    next_second,
    settle,
    ticks,
)
from alarmclock.daemons.fake_clock import FakeClock
from alarmclock.daemons.wakers import PollWaker
from tests.daemons.builders import DAY, HOUR, MICROSECOND, MINUTE, NOW, SECOND, open_descriptors

BERLIN = ZoneInfo("Europe/Berlin")
MILLISECOND = timedelta(milliseconds=1)
needs_timer_files = pytest.mark.skipif(not timerfd.available(), reason="timer files are Linux's")


class PolledClock(SystemClock):
    """The time of this machine as it is told where there are no timer files."""

    def _make_wakers(self):
        return (
            PollWaker(time.time_ns, self.look),
            PollWaker(clock_module._real_time_ns, self.look),
        )


@pytest.fixture(params=[SystemClock, PolledClock], ids=["timer files", "polled"])
async def clock(request):
    """Give a started clock of this machine, by timer files and by polling."""
    clock = request.param(lambda: UTC)
    clock.start()
    yield clock
    clock.close()


@pytest.mark.parametrize(
    ("length", "expected"),
    [(MICROSECOND, 1000), (400 * DAY, 34_560_000_000_000_000), (-SECOND, -1_000_000_000)],
    ids=str,
)
def test_nanoseconds_are_exact(length, expected):
    """A length is counted in nanoseconds without rounding, however long."""
    assert nanoseconds(length) == expected


@pytest.mark.parametrize("passed", [0 * SECOND, MICROSECOND, SECOND - MICROSECOND], ids=str)
def test_next_second(passed):
    """The next whole second is never now."""
    assert next_second(NOW + passed) == NOW + SECOND


def test_now_is_the_wall_clock_in_utc():
    """The clock reads what the system reads."""
    clock = SystemClock(lambda: BERLIN)
    before = time.time_ns() // 1000
    now = clock.now()
    assert before <= (now - EPOCH) // MICROSECOND <= time.time_ns() // 1000
    assert now.tzinfo is UTC


def test_elapsed_never_goes_back():
    """Real time only grows."""
    clock = SystemClock(lambda: UTC)
    looks = [clock.elapsed() for _ in range(1000)]
    assert looks == sorted(looks)


def test_the_zone_is_asked_anew():
    """A zone that changes while the program runs is seen at the next look."""
    zones = iter([UTC, BERLIN])
    clock = SystemClock(lambda: next(zones))
    assert [clock.zone(), clock.zone()] == [UTC, BERLIN]


async def wall_lateness(clock, delay):
    """Sleep by the wall clock and tell how late the wake-up came."""
    due = clock.now() + delay
    await clock.wake_at(due)
    return clock.now() - due


async def real_lateness(clock, delay):
    """Sleep in real time and tell how late the wake-up came."""
    due = clock.elapsed() + delay
    await clock.wake_at_elapsed(due)
    return clock.elapsed() - due


async def fifty_wakes(clock, lateness):
    """Sleep 50 times, from 5 to 60 ms, all at once."""
    delays = [(5 + 1.1 * number) * MILLISECOND for number in range(50)]
    return await asyncio.gather(*(lateness(clock, delay) for delay in delays))


@pytest.mark.parametrize("lateness", [wall_lateness, real_lateness], ids=["wall", "real"])
async def test_never_early_and_hardly_late(clock, lateness):
    """Of fifty wake-ups none is early, and most come within five milliseconds."""
    late = await fifty_wakes(clock, lateness)
    assert min(late) >= timedelta(0)
    assert statistics.median(late) < 5 * MILLISECOND


@pytest.mark.parametrize("moment", ["wall", "real"])
async def test_what_is_past_wakes_at_once(clock, moment):
    """A moment that has been wakes in the next turns of the loop."""
    past = -HOUR
    sleeper = (
        clock.wake_at(clock.now() + past)
        if moment == "wall"
        else clock.wake_at_elapsed(clock.elapsed() + past)
    )
    await asyncio.wait_for(sleeper, 1)


@pytest.mark.parametrize("ahead", [30 * DAY, 400 * DAY, 7_000 * 365 * DAY], ids=str)
async def test_far_moments_don_t_wake(clock, ahead):
    """Somebody who sleeps for 400 days, or for ages, neither fails nor wakes early."""
    sleepers = [
        clock.wake_at(clock.now() + ahead),
        clock.wake_at_elapsed(clock.elapsed() + ahead),
    ]
    await asyncio.sleep(0.01)
    assert not any(sleeper.done() for sleeper in sleepers)


async def test_a_nearer_sleeper_wakes_first(clock):
    """Somebody who lies down later and wants to be woken earlier is."""
    far = clock.wake_at(clock.now() + HOUR)
    await asyncio.wait_for(clock.wake_at(clock.now() + 5 * MILLISECOND), 1)
    assert not far.done()


async def test_sleepers_from_before_the_start_wake():
    """Whoever slept before the clock was started is woken too."""
    clock = SystemClock(lambda: UTC)
    sleepers = [
        clock.wake_at(clock.now() + 5 * MILLISECOND),
        clock.wake_at_elapsed(clock.elapsed() + 5 * MILLISECOND),
    ]
    clock.start()
    await asyncio.wait_for(asyncio.gather(*sleepers), 1)
    clock.close()


async def test_a_closed_clock_wakes_nobody(clock):
    """After closing, sleepers sleep on and new ones can still lie down."""
    before = clock.wake_at(clock.now() + 5 * MILLISECOND)
    clock.close()
    after = clock.wake_at(clock.now() + 5 * MILLISECOND)
    await asyncio.sleep(0.015)
    assert not before.done()
    assert not after.done()


async def test_looking_wakes_who_is_due(clock):
    """A look at the time wakes whoever is due, even without a wake-up source."""
    sleeper = clock.wake_at(clock.now() + MILLISECOND)
    clock.close()
    time.sleep(0.002)  # noqa: ASYNC251 - the loop must not turn meanwhile.
    clock.look()
    assert sleeper.done()


@needs_timer_files
async def test_closing_leaves_no_file_and_no_reader():
    """Started and closed, the clock gives back every descriptor and every reader."""
    descriptors = open_descriptors()
    clock = SystemClock(lambda: UTC)
    clock.start()
    opened = {int(number) for number in open_descriptors() - descriptors}
    clock.wake_at(clock.now() + HOUR)
    clock.close()
    assert len(opened) == 2
    assert open_descriptors() == descriptors
    loop = asyncio.get_running_loop()
    assert not any(loop.remove_reader(descriptor) for descriptor in opened)


async def test_closing_leaves_no_call(clock):
    """A polled clock that is closed has nothing waiting in the loop."""
    clock.wake_at(clock.now() + HOUR)
    clock.close()
    loop = asyncio.get_running_loop()
    assert all(handle.cancelled() for handle in loop._scheduled)


@needs_timer_files
async def test_refused_timer_files_mean_polling(monkeypatch, caplog):
    """Where the system refuses timer files the clock is polled, and says so in the log."""
    monkeypatch.setattr(timerfd, "CLOCK_BOOTTIME", 4711)
    descriptors = open_descriptors()
    clock = SystemClock(lambda: UTC)
    with caplog.at_level(logging.WARNING):
        clock.start()
    assert open_descriptors() == descriptors
    assert "polled" in caplog.text
    assert await wall_lateness(clock, 5 * MILLISECOND) >= timedelta(0)
    clock.close()


@pytest.fixture
async def beats():
    """Give a fake clock and the seconds that `ticks` has called on it, counted from NOW."""
    clock = FakeClock(NOW)
    seconds = []
    task = asyncio.create_task(ticks(clock, lambda now: seconds.append((now - NOW) / SECOND)))
    await settle()
    yield clock, seconds
    task.cancel()
    await asyncio.wait([task])


async def test_ticks_come_on_each_second(beats):
    """One tick a second, on the second."""
    clock, seconds = beats
    await clock.run_for(3.5 * SECOND)
    assert seconds == [1, 2, 3]


async def test_ticks_leave_out_what_was_slept_through(beats):
    """After a stall there is one tick, and then they are on the second again."""
    clock, seconds = beats
    clock.advance(5.4 * SECOND)
    await clock.run_for(SECOND)
    assert seconds == [5.4, 6]


@pytest.mark.parametrize("step", [-HOUR, HOUR, -DAY, 0.4 * SECOND, -0.4 * SECOND], ids=str)
async def test_ticks_go_on_when_the_clock_is_set(beats, step):
    """The clock on the wall never stands still, even when it was set back by an hour."""
    clock, seconds = beats
    await clock.run_for(2 * SECOND)
    clock.set_wall(clock.now() + step)
    seconds.clear()
    await clock.run_for(1 * SECOND)
    first = (clock.now() - NOW) // SECOND
    seconds.clear()
    await clock.run_for(3 * SECOND)
    assert seconds == [first + 1, first + 2, first + 3]


async def test_a_tick_that_comes_early_is_left_out(beats):
    """When the wall clock is slowed down, a second is not told twice."""
    clock, seconds = beats
    clock.set_wall(NOW - MILLISECOND)
    await clock.run_for(2.5 * SECOND)
    assert seconds == [1, 2]


async def test_heartbeats_go_by_real_time():
    """A heart beats in real time, whatever the wall clock does."""
    clock = FakeClock(NOW)
    moments = []
    task = asyncio.create_task(heartbeat(clock, MINUTE, lambda: moments.append(clock.elapsed())))
    await settle()
    clock.set_wall(NOW - DAY)
    await clock.run_for(2.5 * MINUTE)
    task.cancel()
    await asyncio.wait([task])
    assert moments == [MINUTE, 2 * MINUTE]
