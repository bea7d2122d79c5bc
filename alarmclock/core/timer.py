"""A timer: a length that counts down in real time, suspend included."""

from datetime import datetime, timedelta

from alarmclock.core.alarm import check_instant, check_label, new_id
from alarmclock.core.errors import Invalid
from alarmclock.core.ring_settings import RingSettings
from alarmclock.values import dataclass, field, replace

SHORTEST_TIMER = timedelta(seconds=1)
LONGEST_TIMER = timedelta(hours=99, minutes=59, seconds=59)


@dataclass(frozen=True, slots=True)
class Timer:
    """A countdown: running while ``ends_at`` is set, paused while ``left`` is, else ended.

    ``length`` is the whole of it, ``+1 min`` included, so that progress and ticks count from its
    start. ``ends_at`` is a UTC instant; when the wall clock is set, it is moved along.
    """

    length: timedelta
    label: str = ""
    ends_at: datetime | None = None
    left: timedelta | None = None
    ring: RingSettings = RingSettings(rise=timedelta(0))
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        check_label(self.label)
        check_instant(self.ends_at)
        if not SHORTEST_TIMER <= self.length <= LONGEST_TIMER:
            raise Invalid("length", "A timer lasts from 1 second to 99 h 59 min 59 s.")
        if self.ends_at is not None and self.left is not None:
            raise ValueError("a timer can't run and be paused")

    def time_left(self, now: datetime) -> timedelta:
        """Give what is left of it at `now`; never less than nothing."""
        if self.left is not None:
            return self.left
        return max(self.ends_at - now, timedelta(0)) if self.ends_at else timedelta(0)

    def started(self, now: datetime) -> "Timer":
        """Give the same timer running from its beginning."""
        return replace(self, ends_at=now + self.length, left=None)

    def paused(self, now: datetime) -> "Timer":
        """Give the same timer standing still."""
        return replace(self, ends_at=None, left=self.time_left(now))

    def resumed(self, now: datetime) -> "Timer":
        """Give the same timer running on from where it stood."""
        return replace(self, ends_at=now + self.time_left(now), left=None)

    def extended(self, by: timedelta) -> "Timer":
        """Give the same timer with more time left, running or paused as it was."""
        return replace(
            self,
            length=self.length + by,
            ends_at=self.ends_at + by if self.ends_at else None,
            left=self.left + by if self.left is not None else None,
        )

    def shifted(self, by: timedelta) -> "Timer":
        """Give the same timer after the wall clock was set by so much."""
        return replace(self, ends_at=self.ends_at + by if self.ends_at else None)

    def ended(self) -> "Timer":
        """Give the same timer after its end."""
        return replace(self, ends_at=None, left=None)
