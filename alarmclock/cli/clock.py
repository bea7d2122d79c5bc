"""The time for one command: it waits for nothing, so it needs no loop."""

import time
from datetime import UTC, datetime, timedelta, tzinfo

from alarmclock.desktop.zone import SystemZone, zone_without_qt

# It counts suspend where the system has such a clock.
REAL_TIME = getattr(time, "CLOCK_BOOTTIME", None)


class CommandClock:
    """The system's clock, as core asks for it."""

    def __init__(self) -> None:
        self._zone = SystemZone(otherwise=zone_without_qt)

    def now(self) -> datetime:
        """Give the wall clock's instant."""
        return datetime.now(UTC)

    def elapsed(self) -> timedelta:
        """Give real time since some fixed moment."""
        if REAL_TIME is None:
            return timedelta(seconds=time.monotonic())
        return timedelta(seconds=time.clock_gettime(REAL_TIME))

    def zone(self) -> tzinfo:
        """Give the system's zone of this moment."""
        return self._zone()
