"""Which days the calendar shows: thirty of them as a list, or the weeks of a month; no Qt."""

from datetime import date, datetime, time, timedelta, tzinfo

from alarmclock.core.schedule import instant_of
from alarmclock.core.words.wording import MONTH_NAMES
from alarmclock.values import dataclass

LIST_DAYS = 30
MONTH_DAYS = 42
EARLIEST, LATEST = date(1970, 2, 1), date(9990, 1, 1)
MIDNIGHT = time()


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` on, as many as `length`."""

    first: date
    length: int

    @property
    def last(self) -> date:
        """The last of the days."""
        return self.first + timedelta(days=self.length - 1)

    def bounds(self, zone: tzinfo) -> tuple[datetime, datetime]:
        """Give the instants at which the first day begins and the last ends, in a zone.

        The end is the last instant of the last day: nothing of the next day is in it.
        """
        begin = instant_of(self.first, MIDNIGHT, zone)
        end = instant_of(self.last + timedelta(days=1), MIDNIGHT, zone)
        return begin, end - timedelta(microseconds=1)

    def words(self, today: date) -> str:
        """Write the span: “23 Nov – 22 Dec”, with years where one is not this year."""
        ends = (self.first, self.last)
        years = any(day.year != today.year for day in ends)
        return " – ".join(_short(day, year=years) for day in ends)


def thirty_days(today: date, turns: int) -> Span:
    """Give thirty days from today on, or those so many turns of thirty days away."""
    return Span(within(today, turns * LIST_DAYS), LIST_DAYS)


def within(day: date, days: int) -> date:
    """Give the day so many days later, held within the calendar."""
    ordinal = day.toordinal() + days
    return date.fromordinal(min(max(ordinal, EARLIEST.toordinal()), LATEST.toordinal()))


def month_words(month: date) -> str:
    """Write a month: “November 2026”."""
    return f"{MONTH_NAMES[month.month - 1]} {month.year}"


def _short(day: date, *, year: bool) -> str:
    named = f"{day.day} {MONTH_NAMES[day.month - 1][:3]}"
    return f"{named} {day.year}" if year else named
