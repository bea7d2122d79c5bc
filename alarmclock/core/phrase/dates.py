"""Which rule a day of a phrase is, as seen from now."""

from datetime import date, datetime, time, tzinfo

from alarmclock.core.phrase.days import Ahead, CalendarDate, Coming, Day, Tonight, Weekly
from alarmclock.core.phrase.error import PhraseError
from alarmclock.core.rule import ONE_DAY, Once, OnDate, Rule, Weekdays
from alarmclock.core.schedule import instant_of
from alarmclock.core.wording import short_day, wall_time

EVENING = time(18)
MORNING = time(6)
ONE_WEEK = 7 * ONE_DAY
# The 29th of February stays away longest around a year such as 2100.
LONGEST_WAIT_YEARS = 8


class Dates:
    """Turns days into rules for one time of day. `position` is where errors point to."""

    def __init__(self, wall: time, now: datetime, zone: tzinfo, position: int) -> None:
        self._wall = wall
        self._now = now
        self._zone = zone
        self._position = position
        self._today = now.astimezone(zone).date()

    def rule(self, day: Day | None) -> Rule:
        """Give the rule. Raises PhraseError for a date that is over."""
        match day:
            case None:
                return Once()
            case Weekly(days):
                return Weekdays(days)
            case Ahead(days):
                return OnDate(self._not_over(self._today + days * ONE_DAY))
            case Tonight():
                return OnDate(self._tonight())
            case Coming():
                return OnDate(self._coming(day))
            case CalendarDate():
                return OnDate(self._on_calendar(day))

    def _is_ahead(self, day: date) -> bool:
        # The calendar's first days have no instant in every zone.
        return day >= self._today and instant_of(day, self._wall, self._zone) > self._now

    def _not_over(self, day: date) -> date:
        if not self._is_ahead(day):
            when = f"{short_day(day)} {day.year}, {wall_time(self._wall)},"
            raise PhraseError(f"{when} is over.", self._position, "Choose a later date or time.")
        return day

    def _tonight(self) -> date:
        if self._wall >= EVENING:
            return self._not_over(self._today)
        if self._wall >= MORNING:
            hint = "Write “tonight 22:30”, or “tomorrow 7:00” for the morning."
            raise PhraseError("A night lasts from 18:00 to 5:59.", self._position, hint)
        still_night = self._now.astimezone(self._zone).time() < MORNING
        if still_night and self._is_ahead(self._today):
            return self._today
        return self._today + ONE_DAY

    def _coming(self, coming: Coming) -> date:
        day = self._today + (coming.weekday - self._today.weekday()) % 7 * ONE_DAY
        is_today = day == self._today
        if is_today and (coming.after_today or not self._is_ahead(day)):
            return day + ONE_WEEK
        return day

    def _on_calendar(self, found: CalendarDate) -> date:
        if found.year is not None:
            return self._not_over(date(found.year, found.month, found.day))
        for year in range(self._today.year, self._today.year + LONGEST_WAIT_YEARS + 1):
            try:
                day = date(year, found.month, found.day)
            except ValueError:  # the 29th of February of a common year
                continue
            if self._is_ahead(day):
                return day
        raise PhraseError("There is no such date.", self._position)
