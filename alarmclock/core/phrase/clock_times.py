"""Times of day in a phrase: “7”, “7:15”, “7.15”, “0715”, “7pm”, “noon”."""

from datetime import time

from alarmclock.core.phrase.error import PhraseError
from alarmclock.core.phrase.reader import Reader

HOURS_PER_HALF = 12
HOUR_LENGTHS = (1, 2)
HOUR_AND_MINUTE_LENGTH = 4
DIGITS_OF_MINUTES = 2


def read_clock(reader: Reader) -> time | None:
    """Take a time of day, or nothing. Raises PhraseError for one that does not exist."""
    begin = reader.index
    wall = reader.take_meaning(reader.words.times) or _read_digits(reader)
    if wall is not None and reader.at_boundary:
        return wall
    reader.index = begin
    return None


def _read_digits(reader: Reader) -> time | None:
    start = reader.next.start
    if digits := reader.take_number(HOUR_AND_MINUTE_LENGTH):
        parts = [int(digits[:2]), int(digits[2:])]
    elif digits := reader.take_number(*HOUR_LENGTHS):
        parts = [int(digits), *_read_minutes_and_seconds(reader)]
    else:
        return None
    hour, minute, second = (*parts, 0, 0)[:3]
    half = reader.take_meaning(reader.words.halves)
    if half is not None:
        hour = _on_24_hours(hour, half, start)
    try:
        return time(hour, minute, second)
    except ValueError:
        raise PhraseError(
            "There is no such time of day.", start, "The times go from 0:00 to 23:59."
        ) from None


def _read_minutes_and_seconds(reader: Reader) -> list[int]:
    parts: list[int] = []
    for marks in ({":", "."}, {":"}):
        begin = reader.index
        if not reader.take_one_of(marks, adjacent=True):
            break
        token = reader.next
        digits = reader.take_number(adjacent=True)
        if digits is None:
            reader.index = begin
            break
        if len(digits) != DIGITS_OF_MINUTES:
            hint = "Write it as “7:05”."
            raise PhraseError("Minutes and seconds have two digits.", token.start, hint)
        parts.append(int(digits))
    return parts


def _on_24_hours(hour: int, half: int, start: int) -> int:
    if not 1 <= hour <= HOURS_PER_HALF:
        hint = "Write “7pm” or “19:00”."
        raise PhraseError("With am and pm, the hours go from 1 to 12.", start, hint)
    return hour % HOURS_PER_HALF + half
