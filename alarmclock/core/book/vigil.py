"""Knows over which times nobody watched, and so why something was late."""

from collections import deque
from datetime import datetime, timedelta

from alarmclock.core.ports import Clock
from alarmclock.core.ringing import Cause
from alarmclock.values import dataclass, replace

# The watch marks once a minute that it is awake; after more than this it has not been.
LONGEST_BLINK = timedelta(seconds=61)
# Time servers slew a clock by less than this between two marks; more is a step.
SMALLEST_STEP = timedelta(seconds=1)
# What is late is found within moments of the absence that made it late.
ABSENCES_KEPT = 16


@dataclass(frozen=True, slots=True)
class Absence:
    """A stretch of wall-clock time over which nothing could ring, and why."""

    after: datetime
    until: datetime
    cause: Cause


class Vigil:
    """Compares wall time and real time from one mark to the next."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._opened = clock.elapsed()
        self._marked = (clock.now(), self._opened)
        self._absences: deque[Absence] = deque(maxlen=ABSENCES_KEPT)
        self._zone_changed_at: datetime | None = None

    @property
    def opened_at(self) -> datetime:
        """The instant at which the program was opened, as the clock counts now."""
        return self._clock.now() - (self._clock.elapsed() - self._opened)

    def mark(self) -> None:
        """Take note that the program is awake now."""
        self._absences += self._since_mark(LONGEST_BLINK)
        self._marked = (self._clock.now(), self._clock.elapsed())

    def change_zone(self) -> None:
        """Take note that alarms may have become due by another zone."""
        self._zone_changed_at = self._clock.now()

    def correct(self) -> None:
        """Take note that the clock was wrong until now.

        What was due before the program was opened was not passed over by the correction.
        """
        opened_at = self.opened_at
        seen = [one for one in self._absences if one.until > opened_at]
        self._absences.clear()
        self._absences += [replace(one, after=max(one.after, opened_at)) for one in seen]

    def cause(self, due: datetime) -> Cause:
        """Tell why what was due at an instant is too late now."""
        for absence in reversed([*self._absences, *self._since_mark(timedelta(0))]):
            if absence.after < due <= absence.until:
                return absence.cause
        if self._zone_changed_at is not None and due <= self._zone_changed_at:
            return Cause.CLOCK_CHANGED
        return Cause.PROGRAM_CLOSED if due < self.opened_at else Cause.NOT_HEARD

    def _since_mark(self, blink: timedelta) -> list[Absence]:
        """List the absences since the last mark; a rest of up to `blink` is none."""
        marked_at, marked_elapsed = self._marked
        passed = self._clock.elapsed() - marked_elapsed
        slept_until, now = marked_at + passed, self._clock.now()
        found = []
        if passed > blink:
            found.append(Absence(marked_at, slept_until, Cause.ASLEEP))
        if now - slept_until >= SMALLEST_STEP:
            found.append(Absence(slept_until, now, Cause.CLOCK_CHANGED))
        return found
