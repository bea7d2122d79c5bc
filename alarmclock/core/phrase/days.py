"""What a day of a phrase can be: “tomorrow”, “next friday”, “24 dec”, “weekdays”, “every 3 days”.

They are what was said; which dates that means depends on the time at which it was said.
"""

from alarmclock.core.phrase.day_parts import DayPart
from alarmclock.core.rules.rule import Rule, Weekday
from alarmclock.values import dataclass


@dataclass(frozen=True, slots=True)
class Ahead:
    """So many days from today: “today”, “tomorrow”, “in 2 days”."""

    days: int


@dataclass(frozen=True, slots=True)
class Night:
    """The night that begins this evening, or that has begun; or the one so many days later."""

    days: int


@dataclass(frozen=True, slots=True)
class Coming:
    """The first such weekday whose time is ahead; with “next”, the first one after today.

    ``weeks`` are added to it; the first one is then today, whatever the time.
    """

    weekday: Weekday
    after_today: bool = False
    weeks: int = 0


@dataclass(frozen=True, slots=True)
class InWeek:
    """A weekday of the next week, or of the one so many weeks from this one."""

    weekday: Weekday
    weeks: int = 1


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date; without a year, the first such one whose time is ahead.

    ``weekday`` is what was said before it, and has to be right.
    """

    year: int | None
    month: int
    day: int
    weekday: Weekday | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """Several dates."""

    dates: tuple[CalendarDate, ...]


@dataclass(frozen=True, slots=True)
class Weekly:
    """The same days of every week."""

    days: frozenset[Weekday]


@dataclass(frozen=True, slots=True)
class DayCycle:
    """Every so many days, from a date that is said elsewhere or from the first time ahead."""

    count: int


@dataclass(frozen=True, slots=True)
class WeekCycle:
    """Days of every so many weeks, counted as `DayCycle` is."""

    count: int
    days: frozenset[Weekday]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A rule that is the same whenever it is said: “monthly on the 1st”."""

    rule: Rule


OneDay = Ahead | Night | Coming | InWeek | CalendarDate
Day = OneDay | Listed | Weekly | DayCycle | WeekCycle | Fixed


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """A day of which a part was said: “tomorrow morning”, “every evening”."""

    day: Day
    part: DayPart
