"""The limits of a rule: from a date, until a date, so many times, with dates excepted."""

from datetime import date
from functools import lru_cache

from alarmclock.core.errors import Invalid
from alarmclock.core.rules.rule import ONE_DAY, Rule
from alarmclock.values import dataclass

MOST_TIMES = 9999
MOST_EXCEPTED = 366
# Counting to the last of so many times takes longer than the rest of a search.
COUNTS_KEPT = 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Narrows a repeating rule; both dates belong to it.

    ``times`` counts the dates of the rule from ``first`` on. As COUNT of iCalendar (RFC 5545), it
    counts excepted dates too: to except one does not add another at the end.
    """

    first: date | None = None
    last: date | None = None
    times: int | None = None
    excepted: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        if self.first and self.last and self.last < self.first:
            raise Invalid("lastDate", "The last date is before the first.")
        if self.times is not None and not 1 <= self.times <= MOST_TIMES:
            raise Invalid("times", f"Choose from 1 to {MOST_TIMES:,} times.")
        if self.times is not None and self.first is None:
            raise Invalid("times", "A number of times needs a date to count from.")
        if len(self.excepted) > MOST_EXCEPTED:
            raise Invalid("excepted", f"There is room for {MOST_EXCEPTED} excepted dates.")

    def last_of(self, rule: Rule) -> date:
        """Give the last date on which a rule may ring."""
        last = self.last or date.max
        if self.times is None or self.first is None:
            return last
        return min(last, _last_of_times(rule, self.first, self.times))


NO_LIMITS = Limits()


@lru_cache(COUNTS_KEPT)
def _last_of_times(rule: Rule, first: date, times: int) -> date:
    found, day = first, rule.next_date(first)
    for _ in range(times):
        if day is None:
            break
        found = day
        day = rule.next_date(day + ONE_DAY) if day < date.max else None
    return found
