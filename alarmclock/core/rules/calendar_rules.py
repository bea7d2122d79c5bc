"""Rules that follow the months and years of the calendar."""

import calendar
from collections.abc import Callable, Iterator
from datetime import MAXYEAR, date
from enum import Enum

from alarmclock.core.errors import Invalid
from alarmclock.core.rules.weekday import DAYS_A_WEEK, Weekday
from alarmclock.values import dataclass

# As BYMONTHDAY and BYDAY of iCalendar count: from the end of the month.
LAST = -1
FIFTH = 5
LONGEST_MONTH = 31
MONTHS_A_YEAR = 12
LEAP_DAY = (2, 29)
# February 29th stays away for eight years around 1900 and 2100.
LONGEST_WAIT_YEARS = 8

DayOfMonth = Callable[[int, int], date | None]


@dataclass(frozen=True, slots=True)
class MonthlyOnDay:
    """A day of each month by its number, or the `LAST`; months without it are left out."""

    day: int
    repeats = True

    def __post_init__(self) -> None:
        if self.day != LAST and not 1 <= self.day <= LONGEST_MONTH:
            raise Invalid("rule", "Choose a day from 1 to 31, or the last day of the month.")

    def next_date(self, earliest: date) -> date | None:
        """Give the first date of the rule that is not before `earliest`."""
        return _first_in_months(self._in_month, earliest)

    def _in_month(self, year: int, month: int) -> date | None:
        length = calendar.monthrange(year, month)[1]
        day = length if self.day == LAST else self.day
        return date(year, month, day) if day <= length else None


@dataclass(frozen=True, slots=True)
class MonthlyOnWeekday:
    """The first to fifth, or the `LAST`, of a weekday in each month.

    Months without a fifth are left out.
    """

    nth: int
    weekday: Weekday
    repeats = True

    def __post_init__(self) -> None:
        if self.nth != LAST and not 1 <= self.nth <= FIFTH:
            raise Invalid("rule", "Choose the first to fifth, or the last, of a weekday.")

    def next_date(self, earliest: date) -> date | None:
        """Give the first date of the rule that is not before `earliest`."""
        return _first_in_months(self._in_month, earliest)

    def _in_month(self, year: int, month: int) -> date | None:
        weekday_of_first, length = calendar.monthrange(year, month)
        first = 1 + (self.weekday - weekday_of_first) % DAYS_A_WEEK
        if self.nth == LAST:
            return date(year, month, first + (length - first) // DAYS_A_WEEK * DAYS_A_WEEK)
        day = first + (self.nth - 1) * DAYS_A_WEEK
        return date(year, month, day) if day <= length else None


class LeapPolicy(Enum):
    """When a yearly 29 February rings in a year that has none."""

    FEBRUARY_28 = "28 february"
    MARCH_1 = "1 march"
    LEAP_YEARS_ONLY = "leap years only"


@dataclass(frozen=True, slots=True)
class Yearly:
    """A date of each year; ``leap`` matters for 29 February alone, and is the same for others."""

    month: int
    day: int
    leap: LeapPolicy = LeapPolicy.FEBRUARY_28
    repeats = True

    def __post_init__(self) -> None:
        try:
            date(2000, self.month, self.day)
        except ValueError:
            raise Invalid("rule", "There is no such date in any year.") from None
        if (self.month, self.day) != LEAP_DAY:
            # Rules that ring on the same dates are equal.
            object.__setattr__(self, "leap", LeapPolicy.FEBRUARY_28)

    def next_date(self, earliest: date) -> date | None:
        """Give the first date of the rule that is not before `earliest`."""
        last_year = min(earliest.year + LONGEST_WAIT_YEARS, MAXYEAR)
        for year in range(earliest.year, last_year + 1):
            day = self._in_year(year)
            if day is not None and day >= earliest:
                return day
        return None

    def _in_year(self, year: int) -> date | None:
        if (self.month, self.day) != LEAP_DAY or calendar.isleap(year):
            return date(year, self.month, self.day)
        match self.leap:
            case LeapPolicy.FEBRUARY_28:
                return date(year, 2, 28)
            case LeapPolicy.MARCH_1:
                return date(year, 3, 1)
            case LeapPolicy.LEAP_YEARS_ONLY:
                return None


def _first_in_months(in_month: DayOfMonth, earliest: date) -> date | None:
    """Give the first date from `earliest` on of a rule that has at most one a month."""
    for year, month in _months_from(earliest):
        day = in_month(year, month)
        if day is not None and day >= earliest:
            return day
    return None


def _months_from(earliest: date) -> Iterator[tuple[int, int]]:
    """List the months of a year and one more; every monthly rule has a date in them."""
    start = earliest.year * MONTHS_A_YEAR + earliest.month - 1
    for number in range(start, start + MONTHS_A_YEAR + 1):
        year, month = divmod(number, MONTHS_A_YEAR)
        if year <= MAXYEAR:
            yield year, month + 1
