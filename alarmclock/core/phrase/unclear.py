"""Words that make no label although they could: “around 7”, “christmas 9”, “7:15 silent”."""

from collections.abc import Mapping

from alarmclock.core.phrase.error import PhraseError
from alarmclock.core.phrase.reader import Reader
from alarmclock.core.phrase.tokens import Kind
from alarmclock.core.phrase.words import Clause, Unclear

UNCLEAR: Mapping[Unclear, tuple[str, str]] = {
    Unclear.ABOUT: ("An alarm rings at an exact time.", "Write the time alone, as in “7:15”."),
    Unclear.NOT: (
        "A line says when it rings, not when it does not.",
        "Write “weekdays 7:15 except fri”, or put the label in quotes.",
    ),
    Unclear.NO_DATE: (
        "“{said}” is no date here.",
        "Write “24 dec 10:00”, or put the label in quotes.",
    ),
    Unclear.NO_MONTH_END: (
        "“{said}” is no date here.",
        "Write “31 dec 10:00” or “last day of the month 10:00”, or put the label in quotes.",
    ),
    Unclear.OVER: ("“{said}” is over.", "Write “tomorrow 7:15”, or put the label in quotes."),
    Unclear.GONE: ("“{said}” is over.", "Write “tomorrow 7:15”, or put the label in quotes."),
    Unclear.TWO_RULES: (
        "“{said}” can mean several rules.",
        "Write “every 2 weeks on fri 9” or “tue,fri 9”, or put the label in quotes.",
    ),
    Unclear.NO_RULE: (
        "No rule is told by “{said}”.",
        "Write “every 2 days 9” or “last friday of the month 9”, or put the label in quotes.",
    ),
    Unclear.AGO: (
        "What was “{said}” is over.",
        "Write “in 20 min”, or put the label in quotes.",
    ),
    Unclear.NO_DAY: (
        "It is not said whether it rings once or every day.",
        "Write “tomorrow morning 7” or “every morning 7”.",
    ),
    Unclear.NO_DEED: (
        "A line only adds alarms and timers.",
        "Choose the alarm in the list, or put the label in quotes.",
    ),
    Unclear.SILENT: (
        "“{said}” is no setting.",
        "Write “quiet” or “volume 10”, or put the label in quotes.",
    ),
}
# These are labels where a day is said beside them.
UNLESS_DAY = {Unclear.NO_DATE, Unclear.NO_MONTH_END, Unclear.OVER}
# These are no label after the time, either.
ALSO_AFTER = UNLESS_DAY | {
    Unclear.SILENT,
    Unclear.NO_RULE,
    Unclear.TWO_RULES,
    Unclear.AGO,
    Unclear.NO_DEED,
    Unclear.NOT,
    Unclear.GONE,
}


def unclear_before(reader: Reader, end: int) -> PhraseError | None:
    """Refuse what makes no label right before a day or a time. Raises PhraseError.

    Gives the error of what needs a day, which may come.
    """
    start = reader.next.start
    unclear = reader.take_saying(reader.words.unclear)
    if unclear is None:
        return None
    error = _error(reader, unclear, start)
    _take_marks(reader)
    if reader.index < end:
        return None
    # Beyond the end of the label, it is a day that goes on: “good friday”.
    if unclear in UNLESS_DAY and reader.index == end:
        return error
    raise error


def unclear_after(reader: Reader, end: int) -> PhraseError | None:
    """Refuse such a label after the time, up to a place in the line. Raises PhraseError.

    Gives the error of what needs a day, which may have been said.
    """
    begin, start = reader.index, reader.next.start
    unclear = reader.take_saying(reader.words.unclear)
    error = None
    if unclear is not None and unclear in ALSO_AFTER:
        error = _error(reader, unclear, start)
        _take_marks(reader)
    is_whole = reader.last.end == end
    reader.index = begin
    if not is_whole:
        return None
    if error is not None and unclear not in UNLESS_DAY:
        raise error
    return error


def refuse_off_alone(reader: Reader, end: int) -> None:
    """Refuse “off 7:15” and “7:15 off”: it may have been meant to be off. Raises PhraseError."""
    begin, token = reader.index, reader.next
    clause = reader.take_saying(reader.words.clauses)
    _take_marks(reader)
    is_alone = reader.index == end
    reader.index = begin
    if clause is Clause.OFF and is_alone:
        word = reader.text[token.start : token.end]
        hint = f"Write “7:15, {word}”, or put the label in quotes."
        raise PhraseError(f"“{word}” is no label.", token.start, hint)


def refuse_meaningless(reader: Reader, end: int) -> None:
    """Refuse a label up to a token that is only a part of something else. Raises PhraseError.

    “7:15 april” and “pm 7” lack the rest of it.
    """
    tokens = [reader.ahead(count) for count in range(end - reader.index)]
    if " ".join(token.text for token in tokens) in reader.words.no_label_alone:
        start, said = tokens[0].start, reader.text[tokens[0].start : tokens[-1].end]
        hint = "Write the rest of what it belongs to, or put the label in quotes."
        raise PhraseError(f"“{said}” alone is no label.", start, hint)


def refuse_silent(reader: Reader) -> None:
    """Refuse “silent” after a comma, where settings stand. Raises PhraseError."""
    begin, start = reader.index, reader.next.start
    unclear = reader.take_saying(reader.words.unclear)
    error = _error(reader, unclear, start) if unclear is Unclear.SILENT else None
    reader.index = begin
    if error is not None:
        raise error


def _take_marks(reader: Reader) -> None:
    """Take the marks at the end of a word: “yesterday:”."""
    while reader.next.kind is Kind.MARK and not reader.next.spaced:
        reader.take()


def _error(reader: Reader, unclear: Unclear, start: int) -> PhraseError:
    sentence, hint = UNCLEAR[unclear]
    said = reader.text[start : reader.last.end]
    return PhraseError(sentence.format(said=said), start, hint)
