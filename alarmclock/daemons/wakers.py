"""What wakes the clock: a timer file on Linux, a poll elsewhere."""

import asyncio
from collections.abc import Callable
from typing import Protocol

from alarmclock.daemons.timerfd import NANOSECONDS, ClockWasSet, TimerFile

# Where nobody reports clock steps, the clock is looked at this often while something is armed.
POLL_SECONDS = 1.0


class Waker(Protocol):
    """Calls back at a nanosecond of its clock."""

    def arm(self, nanosecond: int | None) -> None:
        """Call back at this nanosecond instead of any earlier wish; None: not at all."""

    def close(self) -> None:
        """Never call back again."""


class TimerFileWaker:
    """Wakes exactly, costs nothing while it waits, and hears when the clock is set."""

    def __init__(
        self, clock_id: int, woken: Callable[[], None], was_set: Callable[[], None]
    ) -> None:
        self._woken = woken
        self._was_set = was_set
        self._file = TimerFile(clock_id)
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(self._file.fileno(), self._read)

    def arm(self, nanosecond: int | None) -> None:
        """Call back at this nanosecond; with None only when the clock is set."""
        self._file.arm(nanosecond)

    def close(self) -> None:
        """Never call back again."""
        self._loop.remove_reader(self._file.fileno())
        self._file.close()

    def _read(self) -> None:
        try:
            self._file.read()
        except ClockWasSet:
            self._was_set()
        self._woken()


class PollWaker:
    """Looks at its clock once a second while something is armed, and exactly at the end."""

    def __init__(self, now: Callable[[], int], woken: Callable[[], None]) -> None:
        self._now = now
        self._woken = woken
        self._loop = asyncio.get_running_loop()
        self._handle: asyncio.TimerHandle | None = None

    def arm(self, nanosecond: int | None) -> None:
        """Call back by this nanosecond, and meanwhile once a second."""
        self._disarm()
        if nanosecond is not None:
            left = max(nanosecond - self._now(), 0) / NANOSECONDS
            self._handle = self._loop.call_later(min(left, POLL_SECONDS), self._woken)

    def close(self) -> None:
        """Never call back again."""
        self._disarm()

    def _disarm(self) -> None:
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
