"""What a phrase says beside day, time and label: zone, limits, how it rings, whether it is off."""

from collections.abc import Callable, Mapping

from alarmclock.core.phrase.calendar_dates import read_dates
from alarmclock.core.phrase.day_reading import read_one_day
from alarmclock.core.phrase.draft import Draft
from alarmclock.core.phrase.error import PhraseError
from alarmclock.core.phrase.label_hints import QUOTE_IT
from alarmclock.core.phrase.quotes import CLOSING_QUOTES
from alarmclock.core.phrase.reader import SEPARATOR, Reader
from alarmclock.core.phrase.ring_clauses import RING_CLAUSES, read_times
from alarmclock.core.phrase.tokens import Kind, Token
from alarmclock.core.phrase.weekday_sets import read_group
from alarmclock.core.phrase.words import Clause
from alarmclock.core.phrase.zones import read_place, read_place_time, read_zone_name

TIMES = "number of times"
EXCEPTED = "list of excepted dates"
TIME_ZONE = "time zone"


def read_clause(reader: Reader, draft: Draft, *, after_label: bool = False) -> bool:
    """Take one clause into a draft and tell whether there was one.

    Raises PhraseError for one that makes no sense, or where a label goes before, for one that
    may belong to it.
    """
    begin, token = reader.index, reader.next
    if _read_keyword(reader, draft, after_label=after_label) or _read_loose(reader, draft):
        if reader.at_boundary:
            return True
        word = reader.word_at(token)
        raise PhraseError(f"“{word}” is not understood.", token.start, QUOTE_IT)
    reader.index = begin
    return False


def _read_keyword(reader: Reader, draft: Draft, *, after_label: bool) -> bool:
    token = reader.next
    clause = reader.take_saying(reader.words.clauses)
    if clause is None or not reader.at_boundary:
        return False
    if clause is Clause.OFF and not _stands_apart(reader, token):
        return False
    if clause is Clause.ZONE:
        return _read_zone(reader, draft, token.start, after_label=after_label)
    argument = reader.next
    if clause in RING_CLAUSES:
        is_read, hint = _read_ring(reader, draft, clause, token.start)
    else:
        subject, read, example = PLAIN_CLAUSES[clause]
        is_read, hint = read(reader, draft), f"Write “{example}”, or put the label in quotes."
        if is_read:
            draft.say(subject, token.start)
    if not is_read and argument.kind is Kind.NUMBER:
        word = reader.word_at(argument)
        sentence = f"“{word}” is not understood after “{reader.word_at(token)}”."
        raise PhraseError(sentence, argument.start, hint)
    return is_read


def _stands_apart(reader: Reader, token: Token) -> bool:
    """Tell whether a comma or a quote is before a word: a label never turns an alarm off."""
    before = reader.text[: token.start].rstrip()
    return before.endswith((SEPARATOR, *CLOSING_QUOTES))


def _read_ring(reader: Reader, draft: Draft, clause: Clause, start: int) -> tuple[bool, str]:
    subject, read, example = RING_CLAUSES[clause]
    adjust = read(reader)
    if adjust is not None:
        draft.say(subject, start)
        draft.adjustments[subject] = adjust
    return adjust is not None, f"Write “{example}”, or put the label in quotes."


def _read_zone(reader: Reader, draft: Draft, start: int, *, after_label: bool) -> bool:
    if reader.next.kind is Kind.NUMBER:
        return False
    place = reader.word_at(reader.next)
    zone = read_zone_name(reader) or read_place(reader)
    if zone is None:
        return False
    if after_label and "/" not in place:
        sentence = f"“in {place}” can be the time zone or belong to the label."
        hint = "Write it before the label, or put the label in quotes."
        raise PhraseError(sentence, start, hint)
    draft.say(TIME_ZONE, start)
    draft.zone = zone
    return True


def _read_loose(reader: Reader, draft: Draft) -> bool:
    """Take what no keyword announces: “10 times”, “lisbon time”."""
    begin, start = reader.index, reader.next.start
    times = read_times(reader)
    if times is not None:
        draft.say(TIMES, start)
        draft.times = times
        return True
    reader.index = begin
    zone = read_place_time(reader)
    if zone is None:
        return False
    draft.say(TIME_ZONE, start)
    draft.zone = zone
    return True


def _read_first(reader: Reader, draft: Draft) -> bool:
    draft.first = read_one_day(reader)
    return draft.first is not None


def _read_counted_from(reader: Reader, draft: Draft) -> bool:
    draft.counted_from = read_one_day(reader)
    return draft.counted_from is not None


def _read_last(reader: Reader, draft: Draft) -> bool:
    draft.last = read_one_day(reader)
    return draft.last is not None


def _read_excepted(reader: Reader, draft: Draft) -> bool:
    draft.excepted = read_dates(reader)
    if not draft.excepted:
        draft.excepted_days = read_group(reader)
    return bool(draft.excepted or draft.excepted_days)


def _read_off(_reader: Reader, draft: Draft) -> bool:
    draft.off = True
    return True


# The subject of each clause, what it reads, and how it is written.
PLAIN_CLAUSES: Mapping[Clause, tuple[str, Callable[[Reader, Draft], bool], str]] = {
    Clause.FROM: ("first date", _read_first, "from 26 nov"),
    Clause.COUNTED_FROM: ("date counted from", _read_counted_from, "counted from 26 nov"),
    Clause.UNTIL: ("last date", _read_last, "until 30 june"),
    Clause.EXCEPT: (EXCEPTED, _read_excepted, "except 24 dec, 31 dec"),
    Clause.OFF: ("off", _read_off, "off"),
}
