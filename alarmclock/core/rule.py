"""The rules of repetition: on which local dates an alarm rings.

A rule knows dates only. It has no clock, no zone and no time of day, so it can't get daylight
saving wrong; `schedule` joins it with a time and a zone.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from alarmclock.core.errors import Invalid


class Weekday(IntEnum):
    """The days of the week, numbered as `date.weekday` does."""

    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6


EVERY_DAY = frozenset(Weekday)
WORKDAYS = frozenset(list(Weekday)[:5])
WEEKEND = frozenset({Weekday.SATURDAY, Weekday.SUNDAY})
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Once:
    """The first such time after the alarm was armed."""

    repeats = False

    def next_date(self, earliest: date) -> date | None:
        """Give the first date of the rule that is not before `earliest`."""
        return earliest


@dataclass(frozen=True, slots=True)
class OnDate:
    """One chosen date."""

    day: date
    repeats = False

    def next_date(self, earliest: date) -> date | None:
        """Give the first date of the rule that is not before `earliest`."""
        return self.day if self.day >= earliest else None


@dataclass(frozen=True, slots=True)
class Weekdays:
    """Chosen days of every week."""

    days: frozenset[Weekday]
    repeats = True

    def __post_init__(self) -> None:
        if not self.days:
            raise Invalid("rule", "Choose at least one weekday.")

    def next_date(self, earliest: date) -> date | None:
        """Give the first date of the rule that is not before `earliest`."""
        day = earliest
        while day.weekday() not in self.days:
            day += ONE_DAY
        return day


Rule = Once | OnDate | Weekdays
