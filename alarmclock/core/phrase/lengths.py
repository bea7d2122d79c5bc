"""Lengths in a phrase: “5 s”, “20 min”, “1h30”, “1 h 30 min 5 s”, “1.5 h”."""

from datetime import timedelta

from alarmclock.core.phrase.error import PhraseError
from alarmclock.core.phrase.reader import Kind, Reader
from alarmclock.core.phrase.words import HOUR, MINUTE, SECOND

# More digits than any timer has room for; keeps the arithmetic small.
MOST_DIGITS = 6
NEXT_SMALLER = {HOUR: MINUTE, MINUTE: SECOND}
POINTS = frozenset(".,")


def read_length(reader: Reader) -> timedelta | None:
    """Take a length, or nothing. Raises PhraseError for one that makes no sense."""
    begin, start = reader.index, reader.next.start
    total, last = timedelta(0), None
    while (part := _read_part(reader)) is not None:
        amount, unit = part
        if last is not None and unit >= last:
            hint = "Write the hours first, then the minutes, then the seconds."
            raise PhraseError("The parts of this length are in no order.", start, hint)
        total, last = total + amount, unit
        if tail := _read_unitless_tail(reader, unit):
            total += tail
            break
    if last is not None and reader.at_boundary:
        return total
    reader.index = begin
    return None


def _read_part(reader: Reader) -> tuple[timedelta, timedelta] | None:
    begin, start = reader.index, reader.next.start
    whole = reader.take_number()
    if whole is None:
        return None
    fraction = _read_fraction(reader)
    unit = reader.take_meaning(reader.words.units)
    if unit is None:
        reader.index = begin
        return None
    if len(whole) + len(fraction) > MOST_DIGITS:
        raise PhraseError(
            "This number is too long.", start, "A timer lasts at most 99 h 59 min 59 s."
        )
    amount = int(whole + fraction) * unit
    if amount % (SECOND * 10 ** len(fraction)):
        raise PhraseError("A timer counts whole seconds.", start, "Write it without a fraction.")
    return amount / 10 ** len(fraction), unit


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
