"""Dates in a phrase: “24 dec”, “dec 24, 2026”, “24.12.”, “2026-12-24”, “12/24”."""

import calendar
from datetime import MAXYEAR, MINYEAR

from alarmclock.core.phrase.days import CalendarDate
from alarmclock.core.phrase.error import PhraseError
from alarmclock.core.phrase.reader import POINT, DayOrder, Reader
from alarmclock.core.words.wording import MONTH_NAMES

DAY_LENGTHS = (1, 2)
YEAR_LENGTH = 4
SHORT_YEAR_LENGTH = 2
CENTURY = 2000
# After “24 dec”, such a number is a year; 0715 is a time.
YEARS_WITHOUT_MARK = range(2000, 3000)
SOME_LEAP_YEAR = 2000
MONTHS = 12
HINT = "Write it as “24 dec” or “2026-12-24”."


def read_date(reader: Reader) -> CalendarDate | None:
    """Take a date, or nothing. Raises PhraseError for one that does not exist."""
    start = reader.next.start
    found = reader.first(_read_in_figures, _read_day_and_month, _read_month_and_day)
    if found is not None:
        _refuse_impossible(found, start)
    return found


def read_dates(reader: Reader) -> tuple[CalendarDate, ...]:
    """Take dates with commas or “and” between them; empty where there is none."""
    dates: list[CalendarDate] = []
    end = reader.index
    while (found := read_date(reader)) is not None and reader.at_boundary:
        dates.append(found)
        end = reader.index
        if not _take_and(reader):
            break
    reader.index = end
    return tuple(dates)


def _take_and(reader: Reader) -> bool:
    after_comma = reader.take_separator()
    return reader.take_one_of(reader.words.and_also) is not None or after_comma


def read_ordinal(reader: Reader) -> int | None:
    """Take “24”, “24th” or “24.”."""
    number = reader.take_number(*DAY_LENGTHS)
    if number is None:
        return None
    reader.take_one_of(reader.words.ordinals | {POINT}, adjacent=True)
    return int(number)


def _read_in_figures(reader: Reader) -> CalendarDate | None:
    return reader.first(_read_iso, _read_with_points, _read_with_slashes)


def _read_iso(reader: Reader) -> CalendarDate | None:
    start = reader.next.start
    numbers = _read_row(reader, "-")
    if len(numbers) != 3:
        return None
    if len(numbers[2]) == YEAR_LENGTH and len(numbers[0]) != YEAR_LENGTH:
        return _read_year_last(reader, numbers, start)
    if len(numbers[0]) != YEAR_LENGTH:
        return None
    return CalendarDate(int(numbers[0]), int(numbers[1]), int(numbers[2]))


def _read_with_points(reader: Reader) -> CalendarDate | None:
    """Take “24.12.”, “24.12.2026” or “24.12.26”; without the last point it is a time."""
    day, month = _read_before_point(reader), _read_before_point(reader)
    if day is None or month is None:
        return None
    digits = None if reader.next.spaced else reader.take_number(adjacent=True)
    if digits is None:
        return CalendarDate(_read_year(reader), month, day)
    if len(digits) == SHORT_YEAR_LENGTH:
        return CalendarDate(CENTURY + int(digits), month, day)
    return CalendarDate(int(digits), month, day) if len(digits) == YEAR_LENGTH else None


def _read_before_point(reader: Reader) -> int | None:
    number = reader.take_number(*DAY_LENGTHS)
    if number is None or not reader.take_one_of({POINT}, adjacent=True):
        return None
    return int(number)


def _read_with_slashes(reader: Reader) -> CalendarDate | None:
    start = reader.next.start
    numbers = _read_row(reader, "/")
    if not 2 <= len(numbers) <= 3:
        return None
    if len(numbers[0]) == YEAR_LENGTH and len(numbers) == 3:
        return CalendarDate(int(numbers[0]), int(numbers[1]), int(numbers[2]))
    if len(numbers) == 3 and len(numbers[2]) not in (SHORT_YEAR_LENGTH, YEAR_LENGTH):
        return None
    return _read_year_last(reader, numbers, start)


def _read_year_last(reader: Reader, numbers: list[str], start: int) -> CalendarDate | None:
    """Give the date of “24/12/2026”, “12/24/26”, “24-12-2026”."""
    if len(numbers[0]) not in DAY_LENGTHS or len(numbers[1]) not in DAY_LENGTHS:
        return None
    day, month = _in_order(int(numbers[0]), int(numbers[1]), reader.known.order, start)
    return CalendarDate(_year_of(numbers[2]) if len(numbers) == 3 else None, month, day)


def _year_of(digits: str) -> int:
    return CENTURY + int(digits) if len(digits) == SHORT_YEAR_LENGTH else int(digits)


def _in_order(first: int, second: int, order: DayOrder, start: int) -> tuple[int, int]:
    """Tell day and month apart: by their size, or else by the order that is usual here."""
    if first > MONTHS or first == second or 0 in (first, second):
        return first, second
    if second > MONTHS or order is DayOrder.MONTH_FIRST:
        return second, first
    if order is DayOrder.DAY_FIRST:
        return first, second
    by_day, by_month = f"{first} {MONTH_NAMES[second - 1]}", f"{second} {MONTH_NAMES[first - 1]}"
    sentence = f"“{first}/{second}” can be {by_day} or {by_month}."
    raise PhraseError(sentence, start, "Name the month, as in “24 dec”.")


def _read_row(reader: Reader, mark: str) -> list[str]:
    """Take numbers with a mark between them."""
    numbers: list[str] = []
    while (number := reader.take_number(1, 2, 4, adjacent=bool(numbers))) is not None:
        numbers.append(number)
        if len(numbers) == 3 or not reader.take_one_of({mark}, adjacent=True):
            break
    return numbers


def _read_day_and_month(reader: Reader) -> CalendarDate | None:
    reader.take_one_of(reader.words.articles)
    day = read_ordinal(reader)
    if reader.ahead(1).text in reader.words.months:
        reader.take_one_of(reader.words.of)
    month = None if day is None else reader.take_abbreviation(reader.words.months)
    if day is None or month is None:
        return None
    return CalendarDate(_read_year(reader), month, day)


def _read_month_and_day(reader: Reader) -> CalendarDate | None:
    month = reader.take_abbreviation(reader.words.months)
    day = None if month is None else read_ordinal(reader)
    if day is None or month is None or not reader.at_boundary:
        return None
    return CalendarDate(_read_year(reader), month, day)


def _read_year(reader: Reader) -> int | None:
    begin = reader.index
    reader.take_separator()
    number = reader.take_number(YEAR_LENGTH)
    if number is not None and int(number) in YEARS_WITHOUT_MARK and reader.at_boundary:
        return int(number)
    reader.index = begin
    return None


def _refuse_impossible(found: CalendarDate, start: int) -> None:
    year = SOME_LEAP_YEAR if found.year is None else found.year
    if not MINYEAR <= year <= MAXYEAR or not 1 <= found.month <= MONTHS:
        raise PhraseError("There is no such date.", start, HINT)
    longest = calendar.monthrange(year, found.month)[1]
    if not 1 <= found.day <= longest:
        month = MONTH_NAMES[found.month - 1]
        where = month if found.year is None else f"{month} {found.year}"
        hint = f"Choose a day from 1 to {longest}."
        raise PhraseError(f"{where} has {longest} days.", start, hint)
