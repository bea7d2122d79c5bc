"""Rules that come round after a number of days or weeks."""

from datetime import date, timedelta
from enum import Enum

from alarmclock.core.errors import Invalid
from alarmclock.core.rules.weekday import DAYS_A_WEEK, ONE_DAY, Weekday
from alarmclock.values import dataclass

MOST_DAYS = 999
MOST_WEEKS = 99


@dataclass(frozen=True, slots=True)
class EveryDays:
    """Every so many days, counted from the date `first`; 1 is every day."""

    count: int
    first: date
    repeats = True

    def __post_init__(self) -> None:
        if not 1 <= self.count <= MOST_DAYS:
            raise Invalid("rule", f"Choose from 1 to {MOST_DAYS} days.")

    def next_date(self, earliest: date) -> date | None:
        """Give the first date of the rule that is not before `earliest`."""
        if earliest <= self.first:
            return self.first
        return _later(earliest, (self.first - earliest).days % self.count)


@dataclass(frozen=True, slots=True)
class EveryWeeks:
    """Chosen days of every so many weeks, from the date `first` on; 2 is every other week.

    Weeks begin with Monday and are counted from the one of `first`, as in iCalendar (RFC 5545,
    WKST=MO).
    """

    count: int
    days: frozenset[Weekday]
    first: date
    repeats = True

    def __post_init__(self) -> None:
        if not 1 <= self.count <= MOST_WEEKS:
            raise Invalid("rule", f"Choose from 1 to {MOST_WEEKS} weeks.")
        if not self.days:
            raise Invalid("rule", "Choose at least one weekday.")

    def next_date(self, earliest: date) -> date | None:
        """Give the first date of the rule that is not before `earliest`."""
        earliest = max(earliest, self.first)
        weeks = (earliest - _monday(self.first)).days // DAYS_A_WEEK
        found = _day_of_week(earliest, self.days) if weeks % self.count == 0 else None
        if found is not None:
            return found
        ahead = (self.count - weeks % self.count) * DAYS_A_WEEK
        monday = _later(earliest, ahead - earliest.weekday())
        return _day_of_week(monday, self.days) if monday else None


class WeekParity(Enum):
    """Whether the number of a week is odd or even."""

    ODD = "odd"
    EVEN = "even"


@dataclass(frozen=True, slots=True)
class IsoWeeks:
    """Chosen days of the weeks with odd or with even numbers, as ISO 8601 numbers them.

    A year of 53 weeks is followed by week 1: two odd weeks in a row.
    """

    parity: WeekParity
    days: frozenset[Weekday]
    repeats = True

    def __post_init__(self) -> None:
        if not self.days:
            raise Invalid("rule", "Choose at least one weekday.")

    def next_date(self, earliest: date) -> date | None:
        """Give the first date of the rule that is not before `earliest`."""
        start: date | None = earliest
        while start is not None:
            if self._is_ours(start) and (found := _day_of_week(start, self.days)):
                return found
            start = _later(start, DAYS_A_WEEK - start.weekday())
        return None

    def _is_ours(self, day: date) -> bool:
        is_odd = day.isocalendar().week % 2 == 1
        return is_odd is (self.parity is WeekParity.ODD)


def _monday(day: date) -> date:
    return day - day.weekday() * ONE_DAY


def _day_of_week(earliest: date, days: frozenset[Weekday]) -> date | None:
    """Give the first of these weekdays from a date to the Sunday of its week."""
    weekday = min((day for day in days if day >= earliest.weekday()), default=None)
    return None if weekday is None else _later(earliest, weekday - earliest.weekday())


def _later(day: date, days: int) -> date | None:
    """Give a later date, None where the calendar of Python is at its end."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None
