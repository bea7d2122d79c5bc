"""Asks whether the other half of the day was meant: 6:30, typed before noon, is 19 hours away.

Whoever types “6:30” without am or pm may think of the evening. That it is asked only about what
is far away, and only where the other half comes sooner, keeps the question rare.
"""

from datetime import datetime, time, timedelta, tzinfo

from alarmclock.core.alarm import Alarm
from alarmclock.core.rules.rule import OnDate, OnDates
from alarmclock.core.schedule import next_occurrence, zone_of
from alarmclock.core.words.wording import wall_time
from alarmclock.values import dataclass, replace

HALF_DAY_IN_HOURS = 12
ONE_HOUR = timedelta(hours=1)
FAR_AWAY = timedelta(hours=16)
# What is further away was meant for another day than the next one.
LONGEST_MISTAKE = timedelta(hours=24)
# Whoever names a date has thought about when; a bare time only falls on some day.
NAMED_DAYS = (OnDate, OnDates)


@dataclass(frozen=True, slots=True)
class OtherHalf:
    """The same time in the other half of the day; `left` is how far away the typed one is."""

    time: time
    left: timedelta

    @property
    def question(self) -> str:
        """Ask: “did you mean 18:30?”."""
        return f"did you mean {wall_time(self.time)}?"

    @property
    def whole_question(self) -> str:
        """Ask with the reason: “in 19 h; did you mean 18:30?”."""
        return f"in {round(self.left / ONE_HOUR)} h; {self.question}"


def other_half(alarm: Alarm, now: datetime, system_zone: tzinfo) -> OtherHalf | None:
    """Give what may have been meant by an alarm whose time was typed without am or pm."""
    if not 1 <= alarm.time.hour <= HALF_DAY_IN_HOURS or isinstance(alarm.rule, NAMED_DAYS):
        return None
    typed = next_occurrence(alarm, now, system_zone)
    if typed is None or not _may_be_mistaken(typed.due, now, zone_of(alarm, system_zone)):
        return None
    wall = alarm.time.replace(hour=(alarm.time.hour + HALF_DAY_IN_HOURS) % 24)
    other = next_occurrence(replace(alarm, time=wall), now, system_zone)
    if other is None or other.due >= typed.due:
        return None
    return OtherHalf(wall, typed.due - now)


def _may_be_mistaken(due: datetime, now: datetime, zone: tzinfo) -> bool:
    """Tell whether a due is far away, yet within a day as the clock on the wall counts it."""
    on_the_wall = (moment.astimezone(zone).replace(tzinfo=None) for moment in (due, now))
    later, earlier = on_the_wall
    return due - now > FAR_AWAY and later - earlier <= LONGEST_MISTAKE
