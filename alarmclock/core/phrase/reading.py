"""What a line was read as, and how it would read with its time in the other half of the day."""

from datetime import datetime, time, tzinfo

from alarmclock.core.alarm import Alarm
from alarmclock.core.certainty.half_day import OtherHalf, other_half
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.timer import Timer
from alarmclock.core.words.wording import wall_time
from alarmclock.values import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """A line and what it sets.

    `bare_time` is where its time stands, from character to character, when it was typed without
    am or pm, and not as “noon”. `base` is how it would ring if the line said nothing about it.
    """

    text: str
    item: Alarm | Timer
    bare_time: tuple[int, int] | None = None
    base: RingSettings | None = None

    def other_half(self, now: datetime, zone: tzinfo) -> OtherHalf | None:
        """Give the time that may have been meant instead, None where there is no doubt."""
        if self.bare_time is None or isinstance(self.item, Timer):
            return None
        return other_half(self.item, now, zone)

    def with_time(self, wall: time) -> str:
        """Write the line with another time: “18:30 gym”."""
        assert self.bare_time is not None
        begin, end = self.bare_time
        return f"{self.text[:begin]}{wall_time(wall)}{self.text[end:]}"
