"""Dates as people type them; no Qt."""

import re
from datetime import date, timedelta
from enum import Enum

from alarmclock.core.errors import Invalid
from alarmclock.core.words.wording import MONTH_NAMES, short_day

SHOWN_OF_NONSENSE = 24
YEARS_TO_NEXT_LEAP_DAY = 8
CENTURY = 2000

_NUMBERS = re.compile(r"(\d{1,4})\s*[./\-\s]\s*(\d{1,2})(?:\s*[./\-\s]\s*(\d{4}|\d{1,2}))?\.?")
_DAY_MONTH = re.compile(r"(?P<day>\d{1,2})\.?\s*(?P<month>[a-z]{3,9})\.?,?\s*(?P<year>\d{4})?")
_MONTH_DAY = re.compile(r"(?P<month>[a-z]{3,9})\.?\s*(?P<day>\d{1,2})(?:,?\s+(?P<year>\d{4}))?")
_LEADING_WEEKDAY = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+")


class DateOrder(Enum):
    """In which order the parts of a date are written in numbers."""

    DAY_FIRST = "d"
    MONTH_FIRST = "M"
    YEAR_FIRST = "y"


def order_of(date_format: str) -> DateOrder:
    """Give the order of a format such as “dd.MM.yyyy”."""
    marks = [mark for mark in date_format if mark in "dMy"]
    return DateOrder(marks[0]) if marks else DateOrder.DAY_FIRST


def date_words(day: date) -> str:
    """Write a date as “Sat 28 Nov 2026”, which parse_date reads again."""
    return f"{short_day(day)} {day.year:04}"


def parse_date(text: str, *, today: date, order: DateOrder) -> date:
    """Read “2026-11-28”, “28.11.”, “28 Nov 2026”, “today”; without a year the next one.

    Raises Invalid.
    """
    typed = _LEADING_WEEKDAY.sub("", text.strip().lower(), count=1)
    if not typed:
        raise Invalid("date", "Type a date, such as 28 Nov or 2026-11-28.")
    if typed in ("today", "tomorrow"):
        return today + timedelta(days=typed == "tomorrow")
    year, month, day = _parts(typed, text, order)
    years = [year] if year is not None else range(today.year, today.year + YEARS_TO_NEXT_LEAP_DAY)
    for candidate in years:
        found = _date_or_none(candidate, month, day)
        if found is not None and (year is not None or found >= today):
            return found
    raise Invalid("date", f"There is no day {_shortened(text)}. Type one such as 28 Nov.")


def _parts(typed: str, text: str, order: DateOrder) -> tuple[int | None, int, int]:
    numbers = _NUMBERS.fullmatch(typed)
    if numbers:
        return _from_numbers(numbers, order)
    named = _DAY_MONTH.fullmatch(typed) or _MONTH_DAY.fullmatch(typed)
    month = _month_number(named["month"]) if named else None
    if named is None or month is None:
        raise Invalid("date", f"“{_shortened(text)}” is no date. Type one such as 28 Nov.")
    return (int(named["year"]) if named["year"] else None), month, int(named["day"])


def _from_numbers(found: re.Match[str], order: DateOrder) -> tuple[int | None, int, int]:
    first, second, third = found[1], found[2], found[3]
    if third is None:
        day_first = order is DateOrder.DAY_FIRST
        return (None, int(second), int(first)) if day_first else (None, int(first), int(second))
    if len(first) > 2 or (order is DateOrder.YEAR_FIRST and len(third) <= 2):
        return _full_year(first), int(second), int(third)
    if order is DateOrder.MONTH_FIRST:
        return _full_year(third), int(first), int(second)
    return _full_year(third), int(second), int(first)


def _full_year(digits: str) -> int:
    return int(digits) + CENTURY if len(digits) <= 2 else int(digits)


def _month_number(name: str) -> int | None:
    matches = (number for number, month in enumerate(MONTH_NAMES, 1) if _names(name, month))
    return next(matches, None)


def _names(typed: str, month: str) -> bool:
    return month.lower().startswith(typed)


def _date_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN_OF_NONSENSE else f"{line[:SHOWN_OF_NONSENSE]}…"
