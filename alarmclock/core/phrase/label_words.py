"""Words of a label that are not in quotes may not mean a day, a time or a length."""

import re
from collections.abc import Callable
from datetime import time

from alarmclock.core.phrase.clock_times import read_clock
from alarmclock.core.phrase.day_parts import HOURS_PER_HALF
from alarmclock.core.phrase.day_reading import read_day
from alarmclock.core.phrase.draft import Draft
from alarmclock.core.phrase.error import NoSuchRule, PhraseError
from alarmclock.core.phrase.label_guard import is_bare_number
from alarmclock.core.phrase.label_hints import ONE_EACH, QUOTE_IT, hint_of_day, hint_of_number
from alarmclock.core.phrase.label_meanings import time_of_several_places
from alarmclock.core.phrase.lengths import read_length
from alarmclock.core.phrase.reader import SEPARATOR, Reader
from alarmclock.core.phrase.shifted_days import may_begin_shift
from alarmclock.core.phrase.tokens import Kind, Token, tokens_of
from alarmclock.core.phrase.weekday_sets import DASHES
from alarmclock.core.phrase.words import Words
from alarmclock.core.phrase.zones import ABBREVIATIONS
from alarmclock.core.words.wording import wall_time
from alarmclock.values import dataclass

BARE_HOUR = re.compile(r"\d{1,2}")
HOUR_IN_LABEL = re.compile(r"(?<!\S)(?:[01]?\d|2[0-3])(?!\S)")
UNMARKED = "Write it without the marks, or put the label in quotes."


def refuse_first(reader: Reader, *, after_length: bool) -> None:
    """Refuse the first word of a label that rather goes with the time before. Raises PhraseError.

    It is another number, as in “7 15”, a unit, as in “2 days”, the zone in “7:15 EST”, or what
    goes with a second time, as in “7 and 8”, “10 min before 7”.
    """
    token, words = reader.next, reader.words
    word = reader.word_at(token)
    if token.kind is Kind.NUMBER:
        hint = hint_of_number(reader, after_length=after_length)
        raise PhraseError(f"“{word}” is one number too many.", token.start, hint)
    units = words.day_units | words.week_units | words.long_units
    is_unit = token.text in words.units or token.text in units
    is_counted = reader.last.kind is Kind.NUMBER or reader.last.text in words.numbers
    if is_unit and is_counted:
        hint = "Write “in 20 min” or “in 2 days at 9”, or put the label in quotes."
        raise PhraseError(f"“{word}” after a time makes no length.", token.start, hint)
    if reader.ahead(1).kind is Kind.END and not after_length:
        _refuse_part_of_time(reader, token)
    if token.text in ABBREVIATIONS:
        raise time_of_several_places(word, token.start)
    joints = words.and_also | words.or_else | words.before_time | words.through | DASHES
    if token.text in (joints | words.to | words.past if after_length else joints):
        _refuse_second_time(reader)


def _refuse_part_of_time(reader: Reader, token: Token) -> None:
    """Refuse “5 past”, “7 five”. Raises PhraseError."""
    word, words = reader.word_at(token), reader.words
    hint = "Write the whole time, as in “7:05”, or put the label in quotes."
    if token.text in words.to | words.past:
        raise PhraseError(f"Something is missing after “{word}”.", token.start, hint)
    if token.text in words.numbers:
        raise PhraseError(f"“{word}” is one number too many.", token.start, hint)


def _refuse_second_time(reader: Reader) -> None:
    begin, start = reader.index, reader.take().start
    reader.take_one_of(reader.words.before_time)
    found = reader.first(read_clock)
    reader.index = begin
    if found is not None:
        raise PhraseError("A line sets one time.", start, "Add an alarm for each time.")


def refuse_meaningful(reader: Reader, draft: Draft) -> None:
    """Refuse a word of a label that may not have been meant as one. Raises PhraseError."""
    token = reader.next
    if token.kind is Kind.WORD and not _is_near(reader):
        return
    found = _meaning_here(reader)
    if found is None:
        return
    error = found.error(reader)
    if found.is_day:
        error.hint = hint_of_day(reader, draft, found.start, found.end)
    elif found.is_time and reader.text[: found.start].rstrip().endswith(SEPARATOR):
        error.hint = ONE_EACH
    raise error


def refuse_marked(reader: Reader) -> None:
    """Refuse a day or a time with marks beside it in a label: “(tomorrow)”. Raises PhraseError."""
    found = _meaning_here(reader)
    if found is not None and found.is_marked(reader):
        raise found.error(reader)


@dataclass(frozen=True, slots=True)
class _Meaning:
    """Where a day, a length or a time stands in a label, marks beside it apart."""

    start: int
    end: int
    is_day: bool
    is_time: bool

    def is_marked(self, reader: Reader) -> bool:
        after = reader.text[self.end : self.end + 1].strip()
        return self.start > reader.next.start or after not in ("", SEPARATOR)

    def error(self, reader: Reader) -> PhraseError:
        if self.is_marked(reader):
            sentence = f"“{reader.text[self.start : self.end]}” can be a time or a day."
            return PhraseError(sentence, self.start, UNMARKED)
        sentence = f"“{reader.word_at(reader.next)}” in the label can be a time or a day."
        return PhraseError(sentence, self.start, QUOTE_IT)


def _meaning_here(reader: Reader) -> _Meaning | None:
    begin = reader.index
    while reader.next.kind is Kind.MARK and not reader.ahead(1).spaced:
        reader.take()
    reader.may_be_marked = True
    found = _meaning_of_words(reader)
    reader.may_be_marked = False
    reader.index = begin
    return found


def _is_near(reader: Reader) -> bool:
    word, words = reader.next.text, reader.words
    return word in words.beginnings or (word in words.shift_beginnings and may_begin_shift(reader))


def _meaning_of_words(reader: Reader) -> _Meaning | None:
    if reader.next.kind is not Kind.NUMBER and not _is_near(reader):
        return None
    readings: list[Callable[[Reader], object]] = [read_day, read_length]
    if not is_bare_number(reader):
        readings.append(read_clock)
    begin, start = reader.index, reader.next.start
    for reading in readings:
        try:
            if reading(reader) is not None:
                is_day, is_time = reading is read_day, reading is read_clock
                return _Meaning(start, reader.last.end, is_day, is_time)
        except NoSuchRule:
            raise
        except PhraseError:
            continue
        finally:
            reader.index = begin
    return None


def refuse_other_hour(reader: Reader, draft: Draft, begin: int, end: int) -> None:
    """Refuse “2 pills 8”, of which either number can be the hour. Raises PhraseError."""
    said = reader.text[slice(*draft.time_at)].casefold()
    if draft.clock is None or not (said in reader.words.numbers or BARE_HOUR.fullmatch(said)):
        return
    number = HOUR_IN_LABEL.search(reader.text, begin, end)
    if number is not None:
        sentence = f"“{number[0]}” in the label can be the time."
        hint = f"Write the time as “{wall_time(draft.clock.time)}”, or put the label in quotes."
        raise PhraseError(sentence, number.start(), hint)


def refuse_other_part(draft: Draft, words: Words) -> None:
    """Refuse “7 evening meal” and “7 p”, of which the label says 19:00. Raises PhraseError."""
    clock = draft.clock
    if clock is None or not clock.either or draft.is_quoted or not draft.label:
        return
    _refuse_half_apart(draft, clock.time, words)
    folded = draft.label.casefold()
    if not any(part in folded for part in words.parts.meanings):
        return
    for token in tokens_of(draft.label):
        part = words.parts.meanings.get(token.text)
        meant = part.time_in(clock.time, either=True) if part else None
        if meant is not None and meant != clock.time:
            sentence = f"“{token.text}” in the label goes with {wall_time(meant)}."
            hint = f"Write “{wall_time(meant)}”, or put the label in quotes."
            raise PhraseError(sentence, draft.time_at[0], hint)


def _refuse_half_apart(draft: Draft, clock: time, words: Words) -> None:
    """Refuse “7 p” and “12 a”, but not “12:30 a walk”."""
    first, _, more = draft.label.partition(" ")
    half = words.joined_halves.get(first.casefold())
    is_article = first.casefold() in words.a_single and more
    if half is None or is_article or draft.leading is not None:
        return
    meant = clock.replace(hour=clock.hour % HOURS_PER_HALF + half)
    if meant != clock:
        sentence = f"“{first}” after the time can mean {wall_time(meant)}."
        hint = f"Write “{wall_time(meant)}”, or put the label in quotes."
        raise PhraseError(sentence, draft.time_at[1], hint)
