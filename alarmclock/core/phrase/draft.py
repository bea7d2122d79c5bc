"""What was taken from a line, before it becomes an alarm or a timer."""

from collections.abc import Callable
from datetime import time, timedelta

from alarmclock.core.phrase.clock_times import Clock, in_part
from alarmclock.core.phrase.day_parts import DayPart
from alarmclock.core.phrase.days import Ahead, CalendarDate, Day, Night, OneDay, PartOfDay, Weekly
from alarmclock.core.phrase.error import PhraseError
from alarmclock.core.phrase.weekday_sets import NO_DAYS, Days
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.rules.rule import EVERY_DAY
from alarmclock.values import dataclass, field

Adjust = Callable[[RingSettings], RingSettings]
# Before it, a night is that of the day before.
MORNING = time(6)


@dataclass(slots=True)
class Draft:
    """The parts of a line, and where each of them stands.

    ``places`` are the subjects that were said, in their order: “volume”, “until”.
    """

    day: Day | None = None
    day_at: int = 0
    part: DayPart | None = None
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
    is_quoted: bool = False
    leading: str | None = None
    leading_at: int = 0
    # What is wrong unless a day is said.
    unless_day: PhraseError | None = None
    adjustments: dict[str, Adjust] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)

    def take_day(self, found: Day | PartOfDay | None, place: int) -> None:
        """Take note of a day, and of the part of it if one was said."""
        self.day_at = place
        if not isinstance(found, PartOfDay):
            self.day = found
            return
        self.day, self.part = found.day, found.part
        if self.part is DayPart.NIGHT and isinstance(self.day, Ahead):
            self.day = Night(self.day.days)

    def place_in_day(self) -> None:
        """Say the time as it is meant in the part of the day. Raises PhraseError."""
        if self.part is None or self.clock is None:
            return
        self.clock = in_part(self.clock, self.part, self.day_at)
        is_early = self.part is DayPart.NIGHT and self.clock.time < MORNING
        if (
            is_early
            and self.day not in (None, Weekly(EVERY_DAY))
            and not isinstance(self.day, Night)
        ):
            hint = "Name the day on which it is, as in “sat 2:00”."
            raise PhraseError("This night has two dates.", self.day_at, hint)

    def say(self, subject: str, place: int) -> None:
        """Take note that something was said. Raises PhraseError when it was said before."""
        if subject in self.places:
            hint = "Say each thing once, or put the label in quotes."
            raise PhraseError(f"The {subject} is said twice.", place, hint)
        self.places[subject] = place
