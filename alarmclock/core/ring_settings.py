"""How an alarm or a timer rings: sound, volume, snooze and limits."""

from datetime import timedelta
from enum import Enum

from alarmclock.core.errors import Invalid
from alarmclock.values import dataclass

DEFAULT_SOUND = "daybreak"
LONGEST_RISE = timedelta(seconds=120)
LONGEST_SNOOZE = timedelta(hours=12)
MOST_SNOOZES = 99
SHORTEST_RING = timedelta(seconds=5)
LONGEST_RING = timedelta(hours=12)
NEVER_LATE = timedelta(0)
MOST_AGAIN = 20
SHORTEST_PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(hours=1)


class Task(Enum):
    """What a person has to do before Stop stops."""

    NONE = "none"
    EASY_SUM = "easy sum"
    SUM = "sum"
    HARD_SUM = "hard sum"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class RingSettings:
    """The choices that alarms and timers share.

    ``sound`` is the name of a bundled sound or the absolute path of a sound file; ``volume`` is
    in percent; ``rise`` is how long the volume takes to get there. ``snooze_limit`` is None for
    no limit. ``late_limit`` is how late a ring may still start, None for "always". ``task`` comes
    before Stop; ``awake_after`` is how long after it the question “still awake?” is asked, None
    for never. A ring that nobody answers comes again ``again`` times, ``again_every`` after it
    fell silent, and is missed only then.
    """

    sound: str = DEFAULT_SOUND
    volume: int = 80
    rise: timedelta = timedelta(seconds=30)
    snooze_length: timedelta = timedelta(minutes=5)
    snooze_limit: int | None = 3
    ring_length: timedelta = timedelta(minutes=10)
    late_limit: timedelta | None = timedelta(minutes=30)
    task: Task = Task.NONE
    awake_after: timedelta | None = None
    again: int = 0
    again_every: timedelta = timedelta(minutes=5)

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
        self._check_what_follows()

    def _check_what_follows(self) -> None:
        if self.awake_after is not None and not _is_pause(self.awake_after):
            raise Invalid("awakeAfter", "“Still awake?” is asked after 1 minute to 1 hour.")
        if not 0 <= self.again <= MOST_AGAIN:
            raise Invalid("again", f"A ring can come again up to {MOST_AGAIN} times.")
        if not _is_pause(self.again_every):
            raise Invalid("againEvery", "A ring comes again after 1 minute to 1 hour.")


def _is_pause(length: timedelta) -> bool:
    return SHORTEST_PAUSE <= length <= LONGEST_PAUSE


def is_own_file(sound: str) -> bool:
    """Tell a sound file of a person's own from the name of a bundled sound."""
    return "/" in sound or "\\" in sound
