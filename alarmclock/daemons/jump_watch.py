"""Notices that the wall clock was set, that the zone changed, or that time has stood still."""

from collections.abc import Callable
from datetime import datetime, timedelta

from alarmclock.core.book.vigil import SMALLEST_STEP
from alarmclock.core.outlook.clock_changes import ClockChange
from alarmclock.daemons.clock import EPOCH, WakingClock, heartbeat

# A second belt for clocks that tell nobody: faked ones, remote ones, ones that are polled.
HEARTBEAT = timedelta(seconds=60)

Jumped = Callable[[ClockChange], None]


class JumpWatch:
    """Compares wall time with real time, when the system says so and once a minute."""

    def __init__(self, clock: WakingClock, jumped: Jumped, alive: Callable[[], None]) -> None:
        self._clock = clock
        self._jumped = jumped
        self._alive = alive
        self._distance = timedelta(0)
        self._zone = clock.zone()

    def start(self) -> None:
        """Remember how the clocks stand now, and listen."""
        self._distance = self._measure()
        self._zone = self._clock.zone()
        self._clock.on_set(self.look)

    async def run(self) -> None:
        """Look once a minute until cancelled."""
        await heartbeat(self._clock, HEARTBEAT, self._beat)

    def look(self) -> None:
        """Compare now, and tell of a step or a new zone."""
        distance, zone = self._measure(), self._clock.zone()
        step = distance - self._distance
        self._distance = distance
        stepped = abs(step) >= SMALLEST_STEP
        if stepped or zone != self._zone:
            change = ClockChange(step if stepped else timedelta(0), self._zone, zone)
            self._zone = zone
            self._jumped(change)

    def _beat(self) -> None:
        self.look()
        self._clock.look()
        self._alive()

    def _measure(self) -> timedelta:
        now: datetime = self._clock.now()
        return now - EPOCH - self._clock.elapsed()
