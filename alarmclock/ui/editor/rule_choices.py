"""The numbers that rules are made of, in words and back; no Qt."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from alarmclock.core.errors import Invalid
from alarmclock.core.rules.calendar_rules import LAST, LONGEST_MONTH
from alarmclock.core.words.rule_words import ordinal
from alarmclock.core.words.wording import counted
from alarmclock.ui.editor.choices import Choices

LAST_DAY = "last day"
NO_LIMIT = "no limit"

_NUMBER = re.compile(r"(\d{1,6})\s*\.?\s*(?:[a-z]+)?")


@contextmanager
def blaming(field: str) -> Iterator[None]:
    """Name the field that a value was entered in, where core knows only the rule."""
    try:
        yield
    except Invalid as error:
        raise Invalid(field, str(error)) from None


def _number(field: str, sentence: str) -> Callable[[str], int]:
    def parse(text: str) -> int:
        found = _NUMBER.fullmatch(text.strip().lower())
        if found is None:
            raise Invalid(field, sentence)
        return int(found[1])

    return parse


def _day_words(day: int) -> str:
    return LAST_DAY if day == LAST else ordinal(day)


def _parse_month_day(text: str) -> int:
    if text.strip().lower() in ("last", LAST_DAY, "last day of the month"):
        return LAST
    sentence = "Type a day from 1 to 31, or “last day”."
    return _number("monthDay", sentence)(text)


def _times_words(times: int | None) -> str:
    return NO_LIMIT if times is None else counted(times, "time", "times")


def _parse_times(text: str) -> int | None:
    typed = text.strip().lower().replace(",", "")
    if typed in ("", NO_LIMIT, "unlimited"):
        return None
    return _number("times", "Type a number of times, such as 10, or “no limit”.")(typed)


DAY_COUNT = Choices(
    "dayCount",
    (2, 3, 4, 5, 6, 7, 10, 14, 30),
    lambda count: counted(count, "day", "days"),
    _number("dayCount", "Type a number of days, such as 3."),
)
WEEK_COUNT = Choices(
    "weekCount",
    (2, 3, 4, 5, 6, 8, 12),
    lambda count: counted(count, "week", "weeks"),
    _number("weekCount", "Type a number of weeks, such as 2."),
)
MONTH_DAY = Choices("monthDay", (LAST, *range(1, LONGEST_MONTH + 1)), _day_words, _parse_month_day)
YEAR_DAY = Choices(
    "yearDay",
    tuple(range(1, LONGEST_MONTH + 1)),
    str,
    _number("yearDay", "Type a day from 1 to 31."),
)
TIMES: Choices[int | None] = Choices(
    "times", (None, 1, 2, 3, 5, 10, 20, 50, 100), _times_words, _parse_times
)
