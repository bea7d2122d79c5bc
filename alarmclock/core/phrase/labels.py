"""The label of a phrase: the words left over, or whatever is in quotes."""

from collections.abc import Callable

from alarmclock.core.alarm import check_label
from alarmclock.core.errors import Invalid
from alarmclock.core.phrase.clock_times import read_clock
from alarmclock.core.phrase.days import read_day
from alarmclock.core.phrase.error import PhraseError
from alarmclock.core.phrase.lengths import read_length
from alarmclock.core.phrase.reader import Kind, Reader, Token

QUOTES = {'"': '"', "“": "”", "„": "“", "‘": "’", "'": "'", "«": "»"}
QUOTE_IT = "Put the label in quotes: 7:15 “train 8:02”."


def is_quote(token: Token) -> bool:
    """Tell whether a quoted label begins here."""
    return token.text in QUOTES


def read_label(reader: Reader) -> str:
    """Take all that is left as the label. Raises PhraseError where it may mean something else."""
    reader.take_separator()
    start = reader.next
    label = _read_quoted(reader) if is_quote(start) else _read_unquoted(reader)
    try:
        check_label(label)
    except Invalid as error:
        raise PhraseError(str(error), start.start, "Choose another label.") from error
    return label


def _read_quoted(reader: Reader) -> str:
    opening = reader.next
    rest = reader.text[opening.end :].rstrip()
    closing = rest.find(QUOTES[opening.text])
    if closing < 0:
        hint = f"End the label with {QUOTES[opening.text]}."
        raise PhraseError("This quote is not closed.", opening.start, hint)
    if closing < len(rest) - 1:
        position = opening.end + closing + 1
        raise PhraseError("The line goes on after the label.", position, "End it with the label.")
    return rest[:closing].strip()


def _read_unquoted(reader: Reader) -> str:
    begin, first = reader.index, reader.next
    if first.kind is Kind.NUMBER:
        word = reader.word_at(first)
        raise PhraseError(f"“{word}” is one number too many.", first.start, QUOTE_IT)
    while not reader.is_over:
        if reader.next.spaced:
            _refuse_meaningful(reader)
        reader.take()
    reader.index = begin
    return " ".join(reader.text[first.start :].split())


def _refuse_meaningful(reader: Reader) -> None:
    """Refuse a day, a time or a length among the words: perhaps it was not meant as a label."""
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
        except PhraseError:
            continue
        finally:
            reader.index = begin
        if found is not None:
            word = reader.word_at(token)
            sentence = f"“{word}” in the label can be a time or a day."
            raise PhraseError(sentence, token.start, QUOTE_IT)


def _is_bare_number(reader: Reader) -> bool:
    """Tell whether a number stands for itself, as the 5 of “room 5”."""
    begin = reader.index
    is_bare = reader.take_number() is not None and reader.at_boundary
    is_bare = is_bare and reader.next.text not in reader.words.halves
    reader.index = begin
    return is_bare
