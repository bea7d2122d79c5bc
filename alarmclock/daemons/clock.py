"""The clock: tells the time and wakes sleepers, by the wall clock or in real time.

Nobody sleeps *towards* a due with a delay that a clock step or a suspend would falsify. Sleepers
wait for an absolute moment in one heap each for wall time and real time, and one timer file each
wakes them. This is the only place that asks the system for the time.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Protocol

from alarmclock.core.ports import Clock
from alarmclock.daemons import timerfd
from alarmclock.daemons.timerfd import TimerFile
from alarmclock.daemons.wakers import PollWaker, TimerFileWaker, Waker
from alarmclock.daemons.wakeups import Sleeper, Wakeups

logger = logging.getLogger(__name__)

EPOCH = datetime.fromtimestamp(0, UTC)
ONE_MICROSECOND = timedelta(microseconds=1)
ONE_SECOND = timedelta(seconds=1)
# Whoever is still busy after this many turns of the loop will never settle.
MOST_TURNS = 500


class WakingClock(Clock, Protocol):
    """A clock that can be slept by. A sleeper is a future: cancel it, or complete it early."""

    def start(self) -> None:
        """Begin to wake sleepers, in the running loop."""

    def close(self) -> None:
        """Wake nobody any more."""

    def wake_at(self, due: datetime) -> Sleeper:
        """Give a future that completes when the wall clock reads `due`, never early."""

    def wake_at_elapsed(self, moment: timedelta) -> Sleeper:
        """Give a future that completes when `elapsed()` has reached `moment`, never early."""

    def look(self) -> None:
        """Look at the time anew and wake whoever is due: a remote clock tells nobody of steps."""

    def on_set(self, listener: Callable[[], None]) -> None:
        """Call `listener` when the system says that the wall clock was set."""


def nanoseconds(length: timedelta) -> int:
    """Give a length in nanoseconds, exactly."""
    return length // ONE_MICROSECOND * 1000


def next_second(now: datetime) -> datetime:
    """Give the next whole second of the wall clock."""
    return now.replace(microsecond=0) + ONE_SECOND


class SystemClock:
    """The time of this machine."""

    def __init__(self, zone: Callable[[], tzinfo]) -> None:
        self._zone = zone
        self._wall_sleepers = Wakeups(self._arm_wall)
        self._real_sleepers = Wakeups(self._arm_real)
        self._wall_waker: Waker | None = None
        self._real_waker: Waker | None = None
        self._listeners: list[Callable[[], None]] = []

    def now(self) -> datetime:
        """Give the wall clock's instant, in UTC."""
        return EPOCH + timedelta(microseconds=time.time_ns() // 1000)

    def elapsed(self) -> timedelta:
        """Give real time since the computer was started, suspend included."""
        return timedelta(microseconds=_real_time_ns() // 1000)

    def zone(self) -> tzinfo:
        """Give the system's zone."""
        return self._zone()

    def start(self) -> None:
        """Begin to wake sleepers, in the running loop."""
        self._wall_waker, self._real_waker = self._make_wakers()
        self._arm_wall(self._wall_sleepers.first)
        self._arm_real(self._real_sleepers.first)

    def close(self) -> None:
        """Wake nobody any more."""
        for waker in (self._wall_waker, self._real_waker):
            if waker is not None:
                waker.close()
        self._wall_waker = self._real_waker = None

    def wake_at(self, due: datetime) -> Sleeper:
        """Give a future that completes when the wall clock reads `due`, never early."""
        return self._wall_sleepers.sleep_until(nanoseconds(due - EPOCH))

    def wake_at_elapsed(self, moment: timedelta) -> Sleeper:
        """Give a future that completes when `elapsed()` has reached `moment`, never early."""
        return self._real_sleepers.sleep_until(nanoseconds(moment))

    def look(self) -> None:
        """Look at the time anew and wake whoever is due."""
        self._wall_sleepers.wake(time.time_ns())
        self._real_sleepers.wake(_real_time_ns())

    def on_set(self, listener: Callable[[], None]) -> None:
        """Call `listener` when the system says that the wall clock was set."""
        self._listeners.append(listener)

    def _make_wakers(self) -> tuple[Waker, Waker]:
        if timerfd.available():
            try:
                wall, real = _open_timer_files()
                return (
                    TimerFileWaker(wall, self.look, self._tell_set),
                    TimerFileWaker(real, self.look, self._tell_set),
                )
            except OSError as error:
                logger.warning("No timer files here (%s); the clock is polled", error)
        return PollWaker(time.time_ns, self.look), PollWaker(_real_time_ns, self.look)

    def _arm_wall(self, nanosecond: int | None) -> None:
        if self._wall_waker is not None:
            self._wall_waker.arm(nanosecond)

    def _arm_real(self, nanosecond: int | None) -> None:
        if self._real_waker is not None:
            self._real_waker.arm(nanosecond)

    def _tell_set(self) -> None:
        for listener in self._listeners:
            listener()


def _open_timer_files() -> tuple[TimerFile, TimerFile]:
    """Open one for each clock, or none. Raises OSError."""
    wall = TimerFile(timerfd.CLOCK_REALTIME)
    try:
        return wall, TimerFile(timerfd.CLOCK_BOOTTIME)
    except OSError:
        wall.close()
        raise


def _real_time_ns() -> int:
    # CLOCK_MONOTONIC stands still in suspend on Linux; CLOCK_BOOTTIME does not.
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    return time.monotonic_ns()


async def wait_for_second(clock: WakingClock) -> datetime:
    """Wait until the wall clock shows another whole second, and give its time."""
    told = clock.now().replace(microsecond=0)
    while (now := clock.now()).replace(microsecond=0) == told:
        # In real time: a clock that is set back must not stand still until it is there again.
        await clock.wake_at_elapsed(clock.elapsed() + (next_second(now) - now))
    return now


async def ticks(clock: WakingClock, beat: Callable[[datetime], None]) -> None:
    """Call `beat` at each whole second of the wall clock until cancelled."""
    while True:
        beat(await wait_for_second(clock))


async def heartbeat(clock: WakingClock, length: timedelta, beat: Callable[[], None]) -> None:
    """Call `beat` after each `length` of real time until cancelled, even when a beat fails."""
    while True:
        await clock.wake_at_elapsed(clock.elapsed() + length)
        try:
            beat()
        except Exception:  # a heart that stops at the first failure is none
            logger.exception("A heartbeat failed")


async def settle(turns: int = MOST_TURNS) -> None:
    """Let everything that is ready run, without waiting; give up after so many turns."""
    loop = asyncio.get_running_loop()
    for _ in range(turns):
        await asyncio.sleep(0)
        # No public question tells whether a loop has anything left to run.
        if not getattr(loop, "_ready", True):
            return
