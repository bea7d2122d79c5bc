"""Weekdays in a phrase: “mon”, “mon,wed and fri”, “mon wed”, “mon-thu”, “weekdays”."""

from alarmclock.core.phrase.error import PhraseError
from alarmclock.core.phrase.mistyping import near_weekday
from alarmclock.core.phrase.reader import SEPARATOR, Reader
from alarmclock.core.phrase.tokens import Kind
from alarmclock.core.rules.rule import Weekday

DASHES = frozenset("-–—")
JOINTS = frozenset({SEPARATOR, "/", "&", "+"})

Days = frozenset[Weekday]
NO_DAYS: Days = frozenset()
# Between two days these are no marks of a list: “mon;wed”, “mon-wed-fri”.
NO_JOINTS = DASHES | frozenset(";.:_~|")


def read_group(reader: Reader) -> Days:
    """Take days of the week, by name or as “weekdays”; none where there are none."""
    begin = reader.index
    if days := read_weekly(reader):
        return days
    reader.index = begin
    return read_weekday_set(reader)


def read_weekly(reader: Reader) -> Days:
    """Take days that mean every week by themselves: “weekdays”, “mondays and fridays”."""
    words = reader.words
    days, end = NO_DAYS, reader.index
    while found := reader.take_saying(words.weekly):
        days, end = days | found, reader.index
        if not _take_and(reader):
            break
    _refuse_joined(reader, end)
    reader.index = end
    if days or not reader.take_one_of(words.every):
        return days
    return reader.take_meaning(words.after_every) or read_weekday_set(reader)


def read_weekday_set(reader: Reader) -> Days:
    """Take “mon”, “mon,wed and fri”, “mon wed fri”, “from mon to thu, sat”."""
    days: set[Weekday] = set()
    end = reader.index
    reader.take_one_of(reader.words.before_range)
    while (first := read_weekday(reader)) is not None:
        days.update(_through(first, _read_range_end(reader)))
        end = reader.index
        if not _take_and(reader) and not _goes_on(reader):
            break
    if days:
        _refuse_joined(reader, end)
    reader.index = end
    return frozenset(days)


def _refuse_joined(reader: Reader, end: int) -> None:
    """Refuse what is joined to a day as only days are: “mon,foo”. Raises PhraseError."""
    reader.index = end
    mark, other = reader.next, reader.ahead(1)
    is_close = not (mark.spaced or other.spaced)
    if mark.text in NO_JOINTS and is_close and other.text in reader.words.weekdays:
        hint = "Write “mon,wed,fri” or “mon-fri”, or put the label in quotes."
        raise PhraseError("These days are joined in no known way.", mark.start, hint)
    _take_and(reader)
    joint, word = reader.last, reader.next
    is_joined = reader.index == end + 1 and joint.text in JOINTS and not joint.spaced
    if is_joined and word.kind is Kind.WORD and not word.spaced and not _goes_on(reader):
        said, near = reader.text[word.start : word.end], near_weekday(word.text, reader.words)
        sentence = f"“{said}” looks like “{near}”." if near else f"“{said}” is no day of the week."
        hint = f"Write “{near or 'mon,fri'}”, or put the label in quotes."
        raise PhraseError(sentence, word.start, hint)


def read_weekday(reader: Reader) -> Weekday | None:
    """Take one weekday."""
    return reader.take_abbreviation(reader.words.weekdays)


def _take_and(reader: Reader) -> bool:
    after_mark = reader.take_one_of(JOINTS) is not None
    return reader.take_one_of(reader.words.and_also) is not None or after_mark


def _goes_on(reader: Reader) -> bool:
    """Tell whether another weekday comes; where a label can, it is no everyday word."""
    word = reader.next.text
    return word in reader.words.weekdays and not (
        reader.may_be_label and word in reader.words.ordinary
    )


def _read_range_end(reader: Reader) -> Weekday | None:
    begin = reader.index
    if reader.take_one_of(reader.words.through | DASHES):
        last = read_weekday(reader)
        if last is not None:
            return last
    reader.index = begin
    return None


def _through(first: Weekday, last: Weekday | None) -> list[Weekday]:
    """List the days of a range, which may go over the end of the week."""
    length = 0 if last is None else (last - first) % 7
    return [Weekday((first + ahead) % 7) for ahead in range(length + 1)]
