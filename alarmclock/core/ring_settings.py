"""How an alarm or a timer rings: sound, volume, snooze and limits."""

from dataclasses import dataclass
from datetime import timedelta

from alarmclock.core.errors import Invalid

DEFAULT_SOUND = "daybreak"
LONGEST_RISE = timedelta(seconds=120)
LONGEST_SNOOZE = timedelta(hours=12)
MOST_SNOOZES = 99
SHORTEST_RING = timedelta(seconds=5)
LONGEST_RING = timedelta(hours=12)
NEVER_LATE = timedelta(0)


@dataclass(frozen=True, slots=True)
class RingSettings:
    """The choices that alarms and timers share.

    ``sound`` is the name of a bundled sound or the absolute path of a sound file; ``volume`` is
    in percent; ``rise`` is how long the volume takes to get there. ``snooze_limit`` is None for
    no limit. ``late_limit`` is how late a ring may still start, None for "always".
    """

    sound: str = DEFAULT_SOUND
    volume: int = 80
    rise: timedelta = timedelta(seconds=30)
    snooze_length: timedelta = timedelta(minutes=5)
    snooze_limit: int | None = 3
    ring_length: timedelta = timedelta(minutes=10)
    late_limit: timedelta | None = timedelta(minutes=30)

    def __post_init__(self) -> None:
        if not self.sound:
            raise Invalid("sound", "Choose a sound.")
        if not 1 <= self.volume <= 100:
            raise Invalid("volume", "The volume goes from 1 to 100 %.")
        if not timedelta(0) <= self.rise <= LONGEST_RISE:
            raise Invalid("ramp", "The volume can rise over 0 to 120 seconds.")
        if not timedelta(minutes=1) <= self.snooze_length <= LONGEST_SNOOZE:
            raise Invalid("snoozeLength", "A snooze lasts from 1 minute to 12 hours.")
        if self.snooze_limit is not None and not 0 <= self.snooze_limit <= MOST_SNOOZES:
            raise Invalid("snoozeLimit", "Choose from 0 to 99 snoozes.")
        if not SHORTEST_RING <= self.ring_length <= LONGEST_RING:
            raise Invalid("ringLength", "An alarm rings from 5 seconds to 12 hours.")
        if self.late_limit is not None and self.late_limit < NEVER_LATE:
            raise Invalid("lateLimit", "The late limit can't be negative.")
