"""The rules of repetition: on which local dates an alarm rings.

A rule knows dates only. It has no clock, no zone and no time of day, so it can't get daylight
saving wrong; `schedule` joins it with a time and a zone.
"""

from datetime import date

from alarmclock.core.errors import Invalid
from alarmclock.core.rules.calendar_rules import MonthlyOnDay, MonthlyOnWeekday, Yearly
from alarmclock.core.rules.cycles import EveryDays, EveryWeeks, IsoWeeks
from alarmclock.core.rules.weekday import (
    EVERY_DAY,
    ONE_DAY,
    WEEKEND,
    WORKDAYS,
    Weekday,
)
from alarmclock.values import dataclass

__all__ = [
    "EVERY_DAY",
    "ONE_DAY",
    "WEEKEND",
    "WORKDAYS",
    "EveryDays",
    "EveryWeeks",
    "IsoWeeks",
    "MonthlyOnDay",
    "MonthlyOnWeekday",
    "OnDate",
    "OnDates",
    "Once",
    "Rule",
    "Weekday",
    "Weekdays",
    "Yearly",
]

MOST_DATES = 500


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
class OnDates:
    """A list of chosen dates."""

    days: frozenset[date]
    repeats = True

    def __post_init__(self) -> None:
        if not self.days:
            raise Invalid("rule", "Choose at least one date.")
        if len(self.days) > MOST_DATES:
            raise Invalid("rule", f"A list has room for {MOST_DATES} dates.")

    def next_date(self, earliest: date) -> date | None:
        """Give the first date of the rule that is not before `earliest`."""
        return min((day for day in self.days if day >= earliest), default=None)


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


Rule = (
    Once
    | OnDate
    | OnDates
    | Weekdays
    | EveryDays
    | EveryWeeks
    | IsoWeeks
    | MonthlyOnDay
    | MonthlyOnWeekday
    | Yearly
)
