"""The label before the time: “gym 7”, “weekdays gym 7:15”, “tea 20 min”.

It ends where a day, a length or a time can begin; the line after it has no other label.
"""

from collections.abc import Callable, Mapping

from alarmclock.core.phrase.clauses import read_clause
from alarmclock.core.phrase.clock_times import read_clock
from alarmclock.core.phrase.day_reading import read_day
from alarmclock.core.phrase.draft import Draft
from alarmclock.core.phrase.error import PhraseError
from alarmclock.core.phrase.label_guard import (
    refuse_beginning,
    refuse_end,
    refuse_mistyped,
    refuse_mistyped_alone,
)
from alarmclock.core.phrase.label_words import QUOTE_IT, refuse_marked
from alarmclock.core.phrase.lengths import read_length
from alarmclock.core.phrase.quotes import is_quote, read_quoted
from alarmclock.core.phrase.reader import SEPARATOR, Reader
from alarmclock.core.phrase.tokens import Kind, Token
from alarmclock.core.phrase.words import Unclear

# Marks that people put between the label and the time.
AFTER_LABEL = f"{SEPARATOR}:;-–—@ "
MOST_DIGITS = 9
HOURS_PER_DAY = 24
UNCLEAR: Mapping[Unclear, tuple[str, str]] = {
    Unclear.ABOUT: ("An alarm rings at an exact time.", "Write the time alone, as in “7:15”."),
    Unclear.NOT: (
        "A line says when it rings, not when it does not.",
        "Write “weekdays 7:15 except fri”, or put the label in quotes.",
    ),
    Unclear.NO_DATE: (
        "“{word}” is no date here.",
        "Write “24 dec 10:00”, or put the label in quotes.",
    ),
    Unclear.TWO_RULES: (
        "“{word}” can mean several rules.",
        "Write “every 2 weeks on fri 9” or “tue,fri 9”, or put the label in quotes.",
    ),
    Unclear.NO_DAY: (
        "It is not said whether it rings once or every day.",
        "Write “tomorrow morning 7” or “every morning 7”.",
    ),
    Unclear.NO_DEED: (
        "A line only adds alarms and timers.",
        "Choose the alarm in the list, or put the label in quotes.",
    ),
}


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
    for index in range(begin, end):
        reader.index = index
        token = reader.next
        if token in words and (_is_clause(reader) or _is_hidden_day(reader, end)):
            sentence = f"“{reader.word_at(token)}” in the label can mean something else."
            raise PhraseError(sentence, token.start, QUOTE_IT)
        reader.index = index
        draft.unless_day = _unclear_before(reader, end) or draft.unless_day
        reader.index = index
        refuse_mistyped(reader)
        if token in words:
            refuse_marked(reader)
    reader.index = end
    if len(words) == 1 and end == begin + 1:
        refuse_mistyped_alone(reader, words[0])
    refuse_end(reader, reader.last)


def _unclear_before(reader: Reader, end: int) -> PhraseError | None:
    """Refuse what makes no label right before a day or a time. Raises PhraseError.

    Gives the error of what needs a day, which may come.
    """
    token = reader.next
    unclear = reader.take_saying(reader.words.unclear)
    if unclear is None or reader.index < end:
        return None
    sentence, hint = UNCLEAR[unclear]
    error = PhraseError(sentence.format(word=reader.word_at(token)), token.start, hint)
    if unclear is Unclear.NO_DATE:
        return error
    raise error


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
