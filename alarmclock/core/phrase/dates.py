"""Which dates the days of a phrase are, as seen from now."""

from datetime import MAXYEAR, date, datetime, time, tzinfo

from alarmclock.core.phrase.days import Ahead, CalendarDate, Coming, InWeek, Night, OneDay
from alarmclock.core.phrase.error import PhraseError
from alarmclock.core.rules.rule import ONE_DAY, Weekday
from alarmclock.core.schedule import instant_of
from alarmclock.core.words.wording import DAY_NAMES, short_day, wall_time

EVENING = time(18)
MORNING = time(6)
HOURS_PER_HALF = 12
ONE_WEEK = 7 * ONE_DAY
# The 29th of February stays away longest around a year such as 2100.
LONGEST_WAIT_YEARS = 8


class Dates:
    """Turns days into dates for one time of day. `position` is where errors point to.

    What is `off` may be over: nobody waits for it; a time that is told `either` in the morning or
    in the evening may have been meant of the other.
    """

    def __init__(
        self,
        wall: time,
        now: datetime,
        zone: tzinfo,
        position: int,
        *,
        off: bool = False,
        either: bool = False,
    ) -> None:
        self._wall = wall
        self._now = now
        self._zone = zone
        self._position = position
        self._off = off
        self._either = either
        self.today = now.astimezone(zone).date()

    def ring_day(self, day: OneDay) -> date:
        """Give the date of a ring. Raises PhraseError for one that is over."""
        match day:
            case Ahead(days):
                return self._not_over(self._later(days))
            case Night(days):
                return self._night(days)
            case Coming():
                return self._coming(day)
            case InWeek():
                return self._not_over(self._in_week(day))
            case CalendarDate():
                return self._on_calendar(day)

    def listed_day(self, found: CalendarDate) -> date:
        """Give one of several dates, some of which may be over if their years are said."""
        if found.year is None:
            return self._on_calendar(found)
        return self.calendar_day(found, self.today)

    def limit_day(self, day: OneDay, base: date) -> date:
        """Give a date of a limit; without a year, the first one from a date on."""
        match day:
            case Ahead(days) | Night(days):
                return self._later(days)
            case InWeek():
                return self._in_week(day)
            case Coming():
                is_today = day.after_today and day.weekday == base.weekday()
                first = base + ((day.weekday - base.weekday()) % 7 + 7 * is_today) * ONE_DAY
                return self._weeks_later(first, day.weeks)
            case CalendarDate():
                return self.calendar_day(day, base)

    def calendar_day(self, found: CalendarDate, base: date) -> date:
        """Give a date; without a year, the first one from a date on. Raises PhraseError."""
        if found.year is not None:
            return self._checked(date(found.year, found.month, found.day), found)
        for year in range(base.year, min(base.year + LONGEST_WAIT_YEARS, MAXYEAR) + 1):
            day = _in_year(found, year)
            if day is not None and day >= base:
                return self._checked(day, found)
        raise self._no_such_date()

    def first_ahead(self) -> date:
        """Give the first date on which the time is ahead."""
        return self.today if self._is_ahead(self.today) else self.today + ONE_DAY

    def _later(self, days: int) -> date:
        try:
            return self.today + days * ONE_DAY
        except OverflowError:
            raise self._no_such_date() from None

    def _weeks_later(self, day: date, weeks: int) -> date:
        try:
            return day + weeks * ONE_WEEK
        except OverflowError:
            raise self._no_such_date() from None

    def _is_ahead(self, day: date) -> bool:
        # The calendar's first days have no instant in every zone.
        return day >= self.today and instant_of(day, self._wall, self._zone) > self._now

    def _not_over(self, day: date) -> date:
        if self._off or self._is_ahead(day):
            return day
        when = f"{short_day(day)} {day.year}, {wall_time(self._wall)},"
        raise PhraseError(f"{when} is over.", self._position, self._hint_of_later(day))

    def _hint_of_later(self, day: date) -> str:
        later = _in_afternoon(self._wall)
        if day != self.today or not self._either or later is None:
            return "Choose a later date or time."
        tomorrow = f"“tomorrow {wall_time(self._wall)}”"
        if instant_of(day, later, self._zone) <= self._now:
            return f"Write {tomorrow}."
        return f"Write “today {wall_time(later)}” or {tomorrow}."

    def _night(self, days: int) -> date:
        evening = self._later(days)
        if self._wall >= EVENING:
            return self._not_over(evening)
        still_night = self._now.astimezone(self._zone).time() < MORNING
        if not days and still_night and self._is_ahead(self.today):
            return self.today
        return evening + ONE_DAY

    def _coming(self, coming: Coming) -> date:
        day = self.today + (coming.weekday - self.today.weekday()) % 7 * ONE_DAY
        if coming.weeks:
            return self._weeks_later(day, coming.weeks)
        is_today = day == self.today
        if is_today and (coming.after_today or not self._is_ahead(day)):
            return day + ONE_WEEK
        return day

    def _in_week(self, found: InWeek) -> date:
        # On other days it does not matter whether a week begins with Monday or with Sunday.
        if Weekday.SUNDAY in (found.weekday, self.today.weekday()):
            sentence = "It is not clear with which day the week begins."
            raise PhraseError(sentence, self._position, "Name the date, as in “24 dec”.")
        days = found.weeks * 7 + found.weekday - self.today.weekday()
        return self._later(days)

    def _on_calendar(self, found: CalendarDate) -> date:
        if found.year == MAXYEAR:
            raise self._no_such_date()
        if found.year is not None:
            return self._not_over(self._checked(date(found.year, found.month, found.day), found))
        for year in range(self.today.year, self.today.year + LONGEST_WAIT_YEARS + 1):
            day = _in_year(found, year)
            if day is not None and self._is_ahead(day):
                return self._checked(day, found)
        raise self._no_such_date()

    def _checked(self, day: date, found: CalendarDate) -> date:
        if found.weekday is not None and found.weekday != day.weekday():
            said, real = DAY_NAMES[found.weekday], DAY_NAMES[day.weekday()]
            sentence = f"{short_day(day)[4:]} {day.year} is a {real}, not a {said}."
            raise PhraseError(sentence, self._position, "Leave out the weekday or the date.")
        return day

    def _no_such_date(self) -> PhraseError:
        return PhraseError("There is no such date.", self._position)


def _in_afternoon(wall: time) -> time | None:
    """Give a time of the morning as it is called in the afternoon."""
    return wall.replace(hour=wall.hour + HOURS_PER_HALF) if wall.hour < HOURS_PER_HALF else None


def _in_year(found: CalendarDate, year: int) -> date | None:
    try:
        return date(year, found.month, found.day)
    except ValueError:  # the 29th of February of a common year
        return None
