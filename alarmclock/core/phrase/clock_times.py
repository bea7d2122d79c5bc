"""Times of day in a phrase: “7”, “7:15”, “7.15”, “0715”, “7pm”, “noon”, “half past 7”."""

from datetime import time

from alarmclock.core.phrase.day_parts import HOURS_PER_HALF, DayPart
from alarmclock.core.phrase.error import PhraseError
from alarmclock.core.phrase.reader import Reader
from alarmclock.core.phrase.spoken_times import Told, read_spoken
from alarmclock.core.phrase.tokens import Kind
from alarmclock.values import dataclass

MINUTES_PER_HOUR = 60
MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR
HOUR_LENGTHS = (1, 2)
HOUR_AND_MINUTE_LENGTH = 4
UNCLEAR_LENGTH = 3
TWELVE = time(12)
DIGITS_OF_MINUTES = 2
NO_SUCH_TIME = "The times go from 0:00, midnight, to 23:59; write a date as “24 dec” or “24.12.”."


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; bare without am or pm, so that the other half of the day may be meant.

    ``either`` tells that it was said with an hour from 1 to 12, as it is called in both halves.
    """

    time: time
    bare: bool = False
    either: bool = False


def read_clock(reader: Reader) -> Clock | None:
    """Take a time of day, or nothing. Raises PhraseError for one that does not exist."""
    begin = reader.index
    named = reader.take_meaning(reader.words.times)
    clock = _or_named(reader, _read_told(reader)) if named is None else Clock(named)
    if clock is not None and reader.at_boundary:
        return clock
    reader.index = begin
    return None


def in_part(clock: Clock, part: DayPart, position: int) -> Clock:
    """Give a time as it is meant in a part of the day. Raises PhraseError where it is none."""
    wall = part.time_in(clock.time, either=clock.either)
    if wall is None:
        hint = "Write the day and the time on the 24-hour clock, as in “tomorrow 19:00”."
        raise PhraseError(f"{part.called} lasts from {part.span}.", position, hint)
    return Clock(wall)


def _read_told(reader: Reader) -> Clock | None:
    start = reader.next.start
    told = reader.first(read_spoken, _read_figures, _read_hour_word)
    if told is None:
        return None
    hour = told.hour
    part = None if told.certain else reader.take_saying(reader.words.parts_of_time)
    half = None if told.certain or part else _read_half(reader, hour, start)
    if half is not None:
        hour = _on_24_hours(hour, half, start)
    try:
        wall = time(hour, told.minute, told.second)
    except ValueError:
        raise PhraseError("There is no such time of day.", start, NO_SUCH_TIME) from None
    is_bare = half is None and not told.certain
    either = is_bare and 1 <= told.hour <= HOURS_PER_HALF
    clock = Clock(_moved(wall, told.shift), is_bare, either)
    return clock if part is None else in_part(clock, part, start)


def _or_named(reader: Reader, clock: Clock | None) -> Clock | None:
    """Take the rest of “12 noon” and “12 midnight”."""
    if clock is None or not clock.bare or clock.time != TWELVE:
        return clock
    named = reader.take_meaning(reader.words.times)
    return clock if named is None else Clock(named)


def _moved(wall: time, minutes: int) -> time:
    if not minutes:
        return wall
    moved = (wall.hour * MINUTES_PER_HOUR + wall.minute + minutes) % MINUTES_PER_DAY
    return time(*divmod(moved, MINUTES_PER_HOUR))


def _read_figures(reader: Reader) -> Told | None:
    if digits := reader.take_number(HOUR_AND_MINUTE_LENGTH):
        parts = [int(digits[:2]), int(digits[2:])]
    elif reader.next.kind is Kind.NUMBER and len(reader.next.text) == UNCLEAR_LENGTH:
        word = reader.word_at(reader.next)
        hint = "Write it as “7:30” or “0730”."
        raise PhraseError(f"“{word}” is no time.", reader.next.start, hint)
    elif digits := reader.take_number(*HOUR_LENGTHS):
        parts = [int(digits), *_read_minutes_and_seconds(reader)]
    else:
        return None
    is_full = reader.take_saying(reader.words.o_clock) is not None
    if is_full and len(parts) == 1:
        parts += _read_minutes_after_hour(reader)
    elif len(parts) == 1:
        parts += _read_minutes_said(reader)
    hour, minute, second = (*parts, 0, 0)[:3]
    return Told(hour, minute, second)


def _read_hour_word(reader: Reader) -> Told | None:
    hour = reader.take_meaning(reader.words.numbers)
    if hour is None or hour > HOURS_PER_HALF:
        return None
    is_full = reader.take_saying(reader.words.o_clock) is not None
    minutes = reader.take_saying(reader.words.minutes_said)
    if minutes is None and is_full:
        minutes = next(iter(_read_minutes_after_hour(reader)), None)
    return Told(hour, minutes or 0)


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


def _read_minutes_after_hour(reader: Reader) -> list[int]:
    """Take the 15 of “7 Uhr 15”."""
    begin = reader.index
    said = reader.take_saying(reader.words.minutes_said)
    if said is not None and reader.at_boundary:
        return [said]
    reader.index = begin
    digits = reader.take_number(DIGITS_OF_MINUTES)
    if digits is not None and reader.at_boundary:
        return [int(digits)]
    reader.index = begin
    return []


def _read_minutes_said(reader: Reader) -> list[int]:
    """Take the thirty of “7 thirty”, which counts nothing else."""
    begin = reader.index
    said, words = reader.take_saying(reader.words.minutes_said), reader.words
    counts = reader.next.text in words.units or reader.next.text in words.times_counted
    if said is not None and reader.at_boundary and not counts:
        return [said]
    reader.index = begin
    return []


def _read_half(reader: Reader, hour: int, start: int) -> int | None:
    if _begins_a_day(reader, hour, start):
        return None
    half = reader.take_saying(reader.words.halves)
    if half is None and not reader.next.spaced:
        return reader.take_meaning(reader.words.joined_halves)
    return half


def _begins_a_day(reader: Reader, hour: int, start: int) -> bool:
    """Tell whether a word such as “am” is no half of the day but comes before a day, as in German.

    From 1 to 11 that makes no difference: “7 am Montag”.
    """
    word, day = reader.next, reader.ahead(1)
    if word.text not in reader.words.before_day or not word.spaced or day.kind is Kind.END:
        return False
    if 1 <= hour < HOURS_PER_HALF:
        return False
    if hour != HOURS_PER_HALF or day.text in reader.words.after_clash:
        return True
    if day.kind is Kind.NUMBER:
        hint = "Write “0:00” or “12:00”."
        raise PhraseError("“12 am” before a date can be midnight or noon.", start, hint)
    return False


def _on_24_hours(hour: int, half: int, start: int) -> int:
    if not 1 <= hour <= HOURS_PER_HALF:
        hint = "Write “7pm” or “19:00”."
        raise PhraseError("With am and pm, the hours go from 1 to 12.", start, hint)
    return hour % HOURS_PER_HALF + half
