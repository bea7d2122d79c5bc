"""What was taken from a line, before it becomes an alarm or a timer."""

from collections.abc import Callable
from dataclasses import field
from datetime import timedelta

from alarmclock.core.phrase.clock_times import Clock
from alarmclock.core.phrase.days import CalendarDate, Day, OneDay
from alarmclock.core.phrase.error import PhraseError
from alarmclock.core.phrase.weekday_sets import NO_DAYS, Days
from alarmclock.core.ring_settings import RingSettings
from alarmclock.values import dataclass

Adjust = Callable[[RingSettings], RingSettings]


@dataclass(slots=True)
class Draft:
    """The parts of a line, and where each of them stands.

    ``places`` are the subjects that were said, in their order: “volume”, “until”.
    """

    day: Day | None = None
    day_at: int = 0
    clock: Clock | None = None
    time_at: tuple[int, int] = (0, 0)
    length: timedelta | None = None
    zone: str | None = None
    counted_from: OneDay | None = None
    first: OneDay | None = None
    last: OneDay | None = None
    times: int | None = None
    excepted: tuple[CalendarDate, ...] = ()
    excepted_days: Days = NO_DAYS
    off: bool = False
    label: str = ""
    adjustments: dict[str, Adjust] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)

    def say(self, subject: str, place: int) -> None:
        """Take note that something was said. Raises PhraseError when it was said before."""
        if subject in self.places:
            hint = "Say each thing once, or put the label in quotes."
            raise PhraseError(f"The {subject} is said twice.", place, hint)
        self.places[subject] = place
