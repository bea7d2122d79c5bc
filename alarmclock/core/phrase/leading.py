"""The label before the time: “gym 7”, “weekdays gym 7:15”, “tea 20 min”.

It ends where a day, a length or a time can begin; the line after it has no other label.
"""

from collections.abc import Callable

from alarmclock.core.phrase.clauses import read_clause
from alarmclock.core.phrase.clock_times import read_clock
from alarmclock.core.phrase.day_reading import WHICH_MONTH, read_day
from alarmclock.core.phrase.draft import Draft
from alarmclock.core.phrase.error import PhraseError
from alarmclock.core.phrase.label_guard import (
    refuse_beginning,
    refuse_end,
    refuse_mistyped,
    refuse_mistyped_alone,
)
from alarmclock.core.phrase.label_hints import QUOTE_IT
from alarmclock.core.phrase.label_meanings import refuse_other_meaning
from alarmclock.core.phrase.label_words import refuse_marked
from alarmclock.core.phrase.lengths import read_length
from alarmclock.core.phrase.quotes import is_quote, read_quoted
from alarmclock.core.phrase.reader import POINT, SEPARATOR, Reader
from alarmclock.core.phrase.shifted_days import may_begin_shift
from alarmclock.core.phrase.spoken_times import may_begin_single
from alarmclock.core.phrase.tokens import Kind, Token
from alarmclock.core.phrase.unclear import refuse_meaningless, refuse_off_alone, unclear_before

# Marks that people put between the label and the time.
AFTER_LABEL = f"{SEPARATOR}:;-–—@ "
MOST_DIGITS = 9
HOURS_PER_DAY = 24
# Its number and what follows at once: “3rd”, “3.”.
LENGTH_OF_ORDINAL = 2
MOST_DIGITS_OF_DAY = 2


def read_leading_label(reader: Reader, draft: Draft) -> bool:
    """Take the words up to a day, a length or a time as the label, and tell whether there are any.

    Raises PhraseError for words that may be something else.
    """
    begin, start = reader.index, reader.next.start
    is_quoted = is_quote(reader.next)
    if is_quoted:
        label = read_quoted(reader)
    else:
        words = [] if reader.next.text in reader.words.no_label_first else _words_of_label(reader)
        if not words or reader.is_over or reader.last.text in reader.words.articles:
            reader.index = begin
            return False
        _refuse_unclear(reader, draft, begin, words)
        label = " ".join(reader.text[start : reader.last.end].rstrip(AFTER_LABEL).split())
    reader.take_separator()
    draft.leading, draft.leading_at = label, start
    draft.is_quoted = is_quoted
    return True


def _words_of_label(reader: Reader) -> list[Token]:
    words: list[Token] = []
    while not reader.is_over and not _begins_something(reader):
        if reader.next.kind is Kind.NUMBER and not words:
            return []
        words.append(reader.take())
        while not reader.next.spaced:
            reader.take()
    return words


def _begins_something(reader: Reader) -> bool:
    """Tell whether a day, a length or a time can begin here; one that is wrong counts, too."""
    token, words = reader.next, reader.words
    is_near = token.text in words.beginnings or token.text in words.before_time
    is_near = is_near or may_begin_shift(reader) or may_begin_single(reader)
    if token.kind is not Kind.NUMBER and not is_near:
        return False
    return any(_reads(reader, reading) for reading in (read_day, _read_any_length, _read_time))


def _read_any_length(reader: Reader) -> object:
    reader.take_one_of(reader.words.before_length)
    return read_length(reader)


def _read_time(reader: Reader) -> object:
    reader.take_one_of(reader.words.before_time)
    return read_clock(reader)


def _reads(reader: Reader, reading: Callable[[Reader], object]) -> bool:
    begin = reader.index
    is_no_hour = _is_no_hour(reader)
    try:
        return reading(reader) is not None
    except PhraseError:
        return not is_no_hour
    finally:
        reader.index = begin


def _is_no_hour(reader: Reader) -> bool:
    """Tell whether a number stands for itself and is no hour, as in “bus 42 at 7:15”."""
    token = reader.next
    return (
        token.kind is Kind.NUMBER
        and len(token.text) <= MOST_DIGITS
        and int(token.text) > HOURS_PER_DAY
        and reader.ahead(1).spaced
    )


def _refuse_unclear(reader: Reader, draft: Draft, begin: int, words: list[Token]) -> None:
    """Refuse a label that may not be one. Raises PhraseError."""
    end = reader.index
    reader.index = begin
    refuse_beginning(reader)
    refuse_off_alone(reader, end)
    for index in range(begin, end):
        reader.index = index
        token = reader.next
        if token in words and (_is_clause(reader) or _is_hidden_day(reader, end)):
            sentence = f"“{reader.word_at(token)}” in the label can mean something else."
            raise PhraseError(sentence, token.start, QUOTE_IT)
        reader.index = index
        unclear = unclear_before(reader, end)
        draft.unless_day = draft.unless_day or unclear
        reader.index = index
        refuse_mistyped(reader)
        refuse_other_meaning(reader, draft)
        if token in words:
            refuse_marked(reader)
    reader.index = begin
    refuse_meaningless(reader, end)
    reader.index = end
    draft.unless_day = draft.unless_day or _monthless_at_end(reader, begin)
    if len(words) == 1 and end == begin + 1:
        refuse_mistyped_alone(reader, words[0])
    refuse_end(reader, reader.last)


def _monthless_at_end(reader: Reader, begin: int) -> PhraseError | None:
    """Give the error of “exam 3rd 9:00” and “Prüfung 3. 9:00”, where no day follows."""
    end = reader.index
    if end - begin <= LENGTH_OF_ORDINAL:
        return None
    reader.index = end - LENGTH_OF_ORDINAL
    number, mark = reader.next, reader.ahead(1)
    is_ordinal = mark.text in reader.words.ordinals | {POINT} and not mark.spaced
    is_day = number.kind is Kind.NUMBER and number.spaced and len(number.text) <= MOST_DIGITS_OF_DAY
    reader.index = end
    if not (is_day and is_ordinal):
        return None
    return PhraseError("Of which month?", number.start, WHICH_MONTH)


def _is_clause(reader: Reader) -> bool:
    begin = reader.index
    try:
        return read_clause(reader, Draft())
    except PhraseError:
        return False
    finally:
        reader.index = begin


def _is_hidden_day(reader: Reader, end: int) -> bool:
    """Tell whether the last word is an everyday one here and a day elsewhere: “so 9”."""
    return (
        reader.next.text in reader.words.ordinary
        and read_day(reader) is not None
        and reader.index == end
    )
