"""Lengths in a phrase: “5 s”, “20 min”, “1h30”, “1 h 30 min 5 s”, “1.5 h”, “half an hour”."""

from datetime import timedelta

from alarmclock.core.phrase.error import PhraseError
from alarmclock.core.phrase.reader import Reader
from alarmclock.core.phrase.tokens import Kind
from alarmclock.core.phrase.words import HOUR, MINUTE, SECOND

# More digits than any timer has room for; keeps the arithmetic small.
MOST_DIGITS = 6
DIGITS_OF_MINUTES = 2
# As many as the longest length that Python knows has days.
MOST_DIGITS_OF_SETTINGS = 9
DAY = timedelta(days=1)
NEXT_SMALLER = {HOUR: MINUTE, MINUTE: SECOND}
POINTS = frozenset(".,")


def read_length(reader: Reader) -> timedelta | None:
    """Take the length of a timer, or nothing. Raises PhraseError for one that makes no sense."""
    return _read_length(reader, for_timer=True)


def read_any_length(reader: Reader) -> timedelta | None:
    """Take the length of a setting, or nothing: it may have days, and parts of a second.

    Raises PhraseError for one that makes no sense.
    """
    return _read_length(reader, for_timer=False)


def _read_length(reader: Reader, *, for_timer: bool) -> timedelta | None:
    begin, start = reader.index, reader.next.start
    said = reader.take_saying(reader.words.set_lengths)
    if said is not None and reader.at_boundary:
        return said
    reader.index = begin
    total, last = timedelta(0), None
    while (part := _read_next_part(reader, last, for_timer=for_timer)) is not None:
        amount, unit = part
        if last is not None and unit >= last:
            hint = "Write the hours first, then the minutes, then the seconds."
            raise PhraseError("The parts of this length are in no order.", start, hint)
        total, last = _sum(total, amount, start), unit
        if tail := _read_unitless_tail(reader, unit):
            total += tail
            break
    if last is not None and reader.at_boundary:
        return total
    reader.index = begin
    return None


def _read_next_part(
    reader: Reader, last: timedelta | None, *, for_timer: bool
) -> tuple[timedelta, timedelta] | None:
    """Take a part, after others also one with an “and” before it."""
    begin = reader.index
    if last is not None:
        reader.take_one_of(reader.words.and_also)
    part = _read_part(reader, for_timer=for_timer)
    if part is None:
        reader.index = begin
    return part


def _read_part(reader: Reader, *, for_timer: bool) -> tuple[timedelta, timedelta] | None:
    begin, start = reader.index, reader.next.start
    is_length = begin > 0 and reader.last.text in reader.words.before_length
    counted = reader.take_saying(reader.words.minutes_said)
    if counted is None:
        counted = reader.take_meaning(reader.words.numbers)
    whole = reader.take_number() if counted is None else str(counted)
    if whole is None:
        return None
    fraction = _read_fraction(reader) if counted is None else ""
    unit = _read_unit(reader, for_timer=for_timer)
    if unit is None:
        reader.index = begin
        return None
    if (
        for_timer
        and not is_length
        and unit == HOUR
        and _is_time(reader.text[start:], whole, fraction)
    ):
        said = reader.text[start : reader.last.end]
        hint = f"Write “{whole}:{fraction}” or “in {whole}.{fraction} h”."
        raise PhraseError(f"“{said}” can be a time or a length.", start, hint)
    if for_timer and len(whole) + len(fraction) > MOST_DIGITS:
        raise PhraseError(
            "This number is too long.", start, "A timer lasts at most 99 h 59 min 59 s."
        )
    if max(len(whole), len(fraction)) > MOST_DIGITS_OF_SETTINGS:
        raise PhraseError("This number is too long.", start, "Choose a smaller one.")
    amount = int(whole + fraction) * unit
    smallest = SECOND if for_timer else timedelta.resolution
    if amount % (smallest * 10 ** len(fraction)):
        sentence = "A timer counts whole seconds." if for_timer else "This fraction is too small."
        raise PhraseError(sentence, start, "Write it without a fraction.")
    return amount / 10 ** len(fraction), unit


def _is_time(text: str, whole: str, fraction: str) -> bool:
    """Tell whether “19.30 h” may be meant, which in some countries is a time."""
    is_written_so = text.startswith(f"{whole}.") and len(fraction) == DIGITS_OF_MINUTES
    return is_written_so and int(whole) < 24 and int(fraction) < 60


def _read_unit(reader: Reader, *, for_timer: bool) -> timedelta | None:
    if not for_timer and reader.take_one_of(reader.words.day_units):
        return DAY
    return reader.take_abbreviation(reader.words.units)


def _sum(total: timedelta, amount: timedelta, start: int) -> timedelta:
    try:
        return total + amount
    except OverflowError:
        raise PhraseError("This length is too long.", start, "Choose a shorter one.") from None


def _read_fraction(reader: Reader) -> str:
    begin = reader.index
    if reader.take_one_of(POINTS, adjacent=True):
        digits = reader.take_number(adjacent=True)
        if digits is not None:
            return digits
    reader.index = begin
    return ""


def _read_unitless_tail(reader: Reader, unit: timedelta) -> timedelta | None:
    """Take the 30 of “1h30”: so close, it counts the next smaller unit."""
    token, begin = reader.next, reader.index
    smaller = NEXT_SMALLER.get(unit)
    if smaller is None or token.kind is not Kind.NUMBER or token.spaced:
        return None
    reader.take()
    if reader.next.text in reader.words.units:
        reader.index = begin
        return None
    if len(token.text) > 2 or int(token.text) >= unit // smaller:
        hint = "Name the unit, as in “1 h 30 min”."
        raise PhraseError(f"“{token.text}” is too much here.", token.start, hint)
    return int(token.text) * smaller
