"""A rule of repetition as iCalendar (RFC 5545) writes it, without the text around it."""

from datetime import date, datetime

from alarmclock.core.rules.weekday import Weekday
from alarmclock.values import dataclass

DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
YEARLY, MONTHLY, WEEKLY, DAILY = "YEARLY", "MONTHLY", "WEEKLY", "DAILY"
# From the rarest to the most frequent.
FREQUENCIES = (YEARLY, MONTHLY, WEEKLY, DAILY, "HOURLY", "MINUTELY", "SECONDLY")
LAST_WEEK = 53


@dataclass(frozen=True, slots=True)
class Recurrence:
    """The parts of an RRULE; empty where one is not given.

    ``until`` is the last local date that belongs to it, ``ends_at`` the local time after which it
    does not start, where one is given. In ``days`` each weekday comes with which
    one of the month or year it is, None for every one.
    """

    frequency: str
    interval: int = 1
    count: int | None = None
    until: date | None = None
    ends_at: datetime | None = None
    days: tuple[tuple[int | None, Weekday], ...] = ()
    month_days: tuple[int, ...] = ()
    year_days: tuple[int, ...] = ()
    weeks: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    hours: tuple[int, ...] = ()
    minutes: tuple[int, ...] = ()
    seconds: tuple[int, ...] = ()
    week_start: Weekday = Weekday.MONDAY
    # Names of parts that nobody here knows, such as BYEASTER.
    unknown: tuple[str, ...] = ()

    @property
    def is_by_date(self) -> bool:
        """True where at most one time of day is in it."""
        times = (self.hours, self.minutes, self.seconds)
        return self.frequency in FREQUENCIES[:4] and not any(times)

    @property
    def given(self) -> frozenset[str]:
        """The names of the parts that pick dates and are given."""
        names = ("days", "month_days", "year_days", "weeks", "months", "positions")
        return frozenset(name for name in names if getattr(self, name))

    @property
    def weekdays(self) -> frozenset[Weekday]:
        """The weekdays, whichever of the month they are."""
        return frozenset(day for _, day in self.days)

    @property
    def has_nth(self) -> bool:
        """True where a weekday is the first, the last and so on."""
        return any(nth is not None for nth, _ in self.days)
