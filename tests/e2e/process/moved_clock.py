"""The clocks of other processes, which a test sets while those processes run."""

import mmap
import struct
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

MICROSECOND = timedelta(microseconds=1)
TWO_NUMBERS = "qq"
NO_SHIFT = timedelta(0)


class MovedClock:
    """Sets what `clock_shim.c` reads; `environment` is for the processes that shall see it."""

    def __init__(self, shim: Path, file: Path) -> None:
        file.write_bytes(bytes(struct.calcsize(TWO_NUMBERS)))
        self.environment = {"LD_PRELOAD": str(shim), "CLOCK_SHIFT": str(file)}
        with file.open("r+b") as opened:
            self._memory = mmap.mmap(opened.fileno(), struct.calcsize(TWO_NUMBERS))
        self._wall = self._slept = NO_SHIFT

    def now(self) -> datetime:
        """Give the instant that the processes read."""
        return datetime.now(UTC) + self._wall

    def set(self, instant: datetime) -> None:
        """Set the clock."""
        self._shift(instant - self.now())

    def step(self, length: timedelta) -> None:
        """Set the clock forward, or back."""
        self._shift(length)

    def sleep_through(self, length: timedelta) -> None:
        """Let all clocks but the monotonic one go on, as in a suspend of stopped processes."""
        self._shift(length, slept=length)

    def wait_until(self, instant: datetime) -> None:
        """Wait until the clock reads so much."""
        time.sleep(max((instant - self.now()).total_seconds(), 0))

    def close(self) -> None:
        """Let the file go."""
        self._memory.close()

    def _shift(self, wall: timedelta, *, slept: timedelta = NO_SHIFT) -> None:
        self._wall += wall
        self._slept += slept
        numbers = (self._wall // MICROSECOND * 1000, self._slept // MICROSECOND * 1000)
        self._memory[:] = struct.pack(TWO_NUMBERS, *numbers)
