"""What wakes the clock: a timer file on Linux, a poll elsewhere."""

import asyncio
from collections.abc import Callable
from typing import Protocol

from alarmclock.daemons.timerfd import NANOSECONDS, ClockWasSet

# Where nobody reports clock steps, the clock is looked at this often while something is armed.
POLL_SECONDS = 1.0


class Waker(Protocol):
    """Calls back at a nanosecond of its clock."""

    def arm(self, nanosecond: int | None) -> None:
        """Call back at this nanosecond instead of any earlier wish; None: not at all."""

    def close(self) -> None:
        """Never call back again."""


class Expiring(Protocol):
    """A file that becomes readable at a nanosecond, as `timerfd.TimerFile` is."""

    def fileno(self) -> int:
        """Give the descriptor that becomes readable."""

    def arm(self, nanosecond: int | None) -> None:
        """Expire at this nanosecond. Raises ClockWasSet."""

    def read(self) -> None:
        """Take note of an expiry. Raises ClockWasSet."""

    def close(self) -> None:
        """Give the descriptor back."""


class TimerFileWaker:
    """Wakes exactly, costs nothing while it waits, and hears when the clock is set."""

    def __init__(
        self, file: Expiring, woken: Callable[[], None], was_set: Callable[[], None]
    ) -> None:
        self._file = file
        self._woken = woken
        self._was_set = was_set
        self._telling: asyncio.Handle | None = None
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(file.fileno(), self._read)

    def arm(self, nanosecond: int | None) -> None:
        """Call back at this nanosecond; with None only when the clock is set."""
        try:
            self._file.arm(nanosecond)
        except ClockWasSet:
            # Whoever arms is in the middle of something else.
            self._telling = self._loop.call_soon(self._tell_set)

    def close(self) -> None:
        """Never call back again."""
        self._loop.remove_reader(self._file.fileno())
        self._file.close()
        if self._telling is not None:
            self._telling.cancel()

    def _read(self) -> None:
        try:
            self._file.read()
        except ClockWasSet:
            self._tell_set()
        else:
            self._woken()

    def _tell_set(self) -> None:
        try:
            self._was_set()
        finally:
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
