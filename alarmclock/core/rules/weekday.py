"""The days of the week."""

from datetime import timedelta
from enum import IntEnum


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
DAYS_A_WEEK = len(Weekday)
ONE_DAY = timedelta(days=1)
