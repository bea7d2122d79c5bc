"""Days in a phrase: “tomorrow”, “mon”, “next friday”, “weekdays”, “mon-thu”, “24 dec”."""

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from alarmclock.core.phrase.error import PhraseError
from alarmclock.core.phrase.reader import SEPARATOR, Reader
from alarmclock.core.rule import Weekday
from alarmclock.core.wording import MONTH_NAMES

DAY_LENGTHS = (1, 2)
YEAR_LENGTH = 4
# After “24 dec”, such a number is a year; 0715 is a time.
YEARS_WITHOUT_DASH = range(2000, 3000)
SOME_LEAP_YEAR = 2000
DASHES = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class Ahead:
    """So many days from today: “today”, “tomorrow”."""

    days: int


@dataclass(frozen=True, slots=True)
class Tonight:
    """The night that begins this evening, or that has begun."""


@dataclass(frozen=True, slots=True)
class Coming:
    """The first such weekday whose time is ahead; with “next”, the first one after today."""

    weekday: Weekday
    after_today: bool = False


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date; without a year, the first such one whose time is ahead."""

    year: int | None
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Weekly:
    """The same days of every week."""

    days: frozenset[Weekday]


Day = Ahead | Tonight | Coming | CalendarDate | Weekly


def read_day(reader: Reader) -> Day | None:
    """Take a day, or nothing. Raises PhraseError for a date that does not exist."""
    begin = reader.index
    reader.take_one_of(reader.words.before_day)
    day = _first(reader, _read_relative, _read_weekly, _read_weekdays, _read_date)
    if day is None or not reader.at_boundary:
        reader.index = begin
        return None
    return day


def _first(reader: Reader, *readings: Callable[[Reader], Day | None]) -> Day | None:
    begin = reader.index
    for reading in readings:
        if (day := reading(reader)) is not None:
            return day
        reader.index = begin
    return None


def _read_relative(reader: Reader) -> Day | None:
    words = reader.words
    if (days := reader.take_meaning(words.days_ahead)) is not None:
        return Ahead(days)
    if reader.take_one_of(words.tonight):
        return Tonight()
    after_today = reader.take_one_of(words.next) is not None
    if not after_today and not reader.take_one_of(words.this):
        return None
    weekday = reader.take_meaning(words.weekdays)
    return None if weekday is None else Coming(weekday, after_today)


def _read_weekly(reader: Reader) -> Day | None:
    words = reader.words
    if days := reader.take_meaning(words.weekly):
        return Weekly(days)
    if not reader.take_one_of(words.every):
        return None
    if days := reader.take_meaning(words.after_every):
        return Weekly(days)
    days = _read_weekday_set(reader)
    return Weekly(days) if days else None


def _read_weekdays(reader: Reader) -> Day | None:
    days = _read_weekday_set(reader)
    if len(days) == 1:
        return Coming(min(days))
    return Weekly(days) if days else None


def _read_weekday_set(reader: Reader) -> frozenset[Weekday]:
    """Take “mon”, “mon,wed and fri”, “mon-thu, sat”."""
    days: set[Weekday] = set()
    begin = reader.index
    while (first := reader.take_meaning(reader.words.weekdays)) is not None:
        days.update(_through(first, _read_range_end(reader)))
        begin = reader.index
        if not reader.take_one_of(reader.words.and_also | {SEPARATOR}):
            break
    reader.index = begin
    return frozenset(days)


def _read_range_end(reader: Reader) -> Weekday | None:
    begin = reader.index
    if reader.take_one_of(reader.words.through | DASHES):
        last = reader.take_meaning(reader.words.weekdays)
        if last is not None:
            return last
    reader.index = begin
    return None


def _through(first: Weekday, last: Weekday | None) -> list[Weekday]:
    """List the days of a range, which may go over the end of the week."""
    length = 0 if last is None else (last - first) % 7
    return [Weekday((first + ahead) % 7) for ahead in range(length + 1)]


def _read_date(reader: Reader) -> Day | None:
    start = reader.next.start
    found = _first(reader, _read_iso_date, _read_day_and_month, _read_month_and_day)
    if isinstance(found, CalendarDate):
        _refuse_impossible(found, start)
    return found


def _read_iso_date(reader: Reader) -> Day | None:
    year = reader.take_number(YEAR_LENGTH)
    month = _read_dashed_number(reader)
    day = _read_dashed_number(reader)
    if year is None or month is None or day is None:
        return None
    return CalendarDate(int(year), int(month), int(day))


def _read_dashed_number(reader: Reader) -> str | None:
    if not reader.take_one_of({"-"}, adjacent=True):
        return None
    return reader.take_number(2, adjacent=True)


def _read_day_and_month(reader: Reader) -> Day | None:
    day = _read_ordinal(reader)
    month = reader.take_meaning(reader.words.months)
    if day is None or month is None:
        return None
    return CalendarDate(_read_year(reader), month, day)


def _read_month_and_day(reader: Reader) -> Day | None:
    month = reader.take_meaning(reader.words.months)
    day = _read_ordinal(reader)
    if day is None or month is None or not reader.at_boundary:
        return None
    return CalendarDate(_read_year(reader), month, day)


def _read_ordinal(reader: Reader) -> int | None:
    """Take “24”, “24th” or “24.”."""
    number = reader.take_number(*DAY_LENGTHS)
    if number is None:
        return None
    reader.take_one_of(reader.words.ordinals | {"."}, adjacent=True)
    return int(number)


def _read_year(reader: Reader) -> int | None:
    begin = reader.index
    reader.take_separator()
    number = reader.take_number(YEAR_LENGTH)
    if number is not None and int(number) in YEARS_WITHOUT_DASH and reader.at_boundary:
        return int(number)
    reader.index = begin
    return None


def _refuse_impossible(found: CalendarDate, start: int) -> None:
    year = SOME_LEAP_YEAR if found.year is None else found.year
    if not date.min.year <= year < date.max.year or not 1 <= found.month <= 12:
        raise PhraseError("There is no such date.", start, "Write it as “24 dec” or “2026-12-24”.")
    longest = calendar.monthrange(year, found.month)[1]
    if not 1 <= found.day <= longest:
        month = MONTH_NAMES[found.month - 1]
        where = month if found.year is None else f"{month} {found.year}"
        hint = f"Choose a day from 1 to {longest}."
        raise PhraseError(f"{where} has {longest} days.", start, hint)
