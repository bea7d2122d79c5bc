"""Words of a label that are not in quotes may not mean a day, a time or a length."""

from collections.abc import Callable

from alarmclock.core.phrase.clock_times import read_clock
from alarmclock.core.phrase.day_reading import read_day
from alarmclock.core.phrase.error import NoSuchRule, PhraseError
from alarmclock.core.phrase.lengths import read_length
from alarmclock.core.phrase.reader import Reader
from alarmclock.core.phrase.tokens import Kind
from alarmclock.core.phrase.zones import ABBREVIATIONS

QUOTE_IT = "Put the label in quotes: 7:15 “train 8:02”."
ONE_TIME = "Say one time, as in “7:15”; put a label with numbers in quotes: 7:15 “train 8:02”."


def refuse_first(reader: Reader) -> None:
    """Refuse the first word of a label that rather goes with the time before. Raises PhraseError.

    It is another number, as in “7 15”, a unit, as in “2 days”, or the zone in “7:15 EST”.
    """
    token, words = reader.next, reader.words
    word = reader.word_at(token)
    if token.kind is Kind.NUMBER:
        raise PhraseError(f"“{word}” is one number too many.", token.start, ONE_TIME)
    is_unit = token.text in words.units or token.text in words.day_units | words.week_units
    if is_unit and reader.last.kind is Kind.NUMBER:
        hint = "Write “in 20 min” or “in 2 days at 9”, or put the label in quotes."
        raise PhraseError(f"“{word}” after a time makes no length.", token.start, hint)
    if token.text in ABBREVIATIONS:
        hint = "Write it as “in Europe/Lisbon”, or put the label in quotes."
        raise PhraseError(f"“{word}” can be the time of several places.", token.start, hint)


def refuse_meaningful(reader: Reader) -> None:
    """Refuse a word of a label that may not have been meant as one. Raises PhraseError."""
    token = reader.next
    if token.kind is not Kind.NUMBER and token.text not in reader.words.beginnings:
        return
    readings: list[Callable[[Reader], object]] = [read_day, read_length]
    begin = reader.index
    if not _is_bare_number(reader):
        readings.append(read_clock)
    for reading in readings:
        try:
            found = reading(reader)
        except NoSuchRule:
            raise
        except PhraseError:
            continue
        finally:
            reader.index = begin
        if found is not None:
            sentence = f"“{reader.word_at(token)}” in the label can be a time or a day."
            raise PhraseError(sentence, token.start, QUOTE_IT)


def _is_bare_number(reader: Reader) -> bool:
    """Tell whether a number stands for itself, as the 5 of “room 5” does."""
    begin, words = reader.index, reader.words
    is_number = reader.take_number() is not None or reader.take_meaning(words.numbers) is not None
    is_bare = is_number and reader.at_boundary
    is_bare = is_bare and reader.next.text not in words.halves.heads
    is_bare = is_bare and reader.next.text not in words.o_clock.heads
    reader.index = begin
    return is_bare
