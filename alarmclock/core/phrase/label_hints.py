"""What to write instead of a label that holds a day or a time."""

from alarmclock.core.phrase.clock_times import read_clock
from alarmclock.core.phrase.draft import Draft
from alarmclock.core.phrase.error import PhraseError
from alarmclock.core.phrase.reader import Reader
from alarmclock.core.phrase.tokens import Kind, Token

QUOTE_IT = "Put the label in quotes: 7:15 “train 8:02”."
ONE_EACH = "Add one alarm for each time, or put the label in quotes: 7:15 “train 8:02”."
NO_LENGTH = "Write a day with a time, as in “tomorrow 18:00”, or put the label in quotes."
DAY_FIRST = "Write the day before the time, as in “tomorrow 7:15”."
ONE_TIME = "Say one time, as in “7:15”; put a label with numbers in quotes: 7:15 “train 8:02”."
LONGEST_SHOWN = 80
MARKS_BEFORE, MARKS_AFTER = "([{/,;:@- ", ")]}/!?.,;:- "
DIGITS_OF_MINUTES = 2
MINUTES_PER_HOUR = 60


def hint_of_day(reader: Reader, draft: Draft, start: int, end: int) -> str:
    """Tell where a day is written that stands in the label, from place to place."""
    begin = reader.index
    reader.take_until(end)
    is_other_alarm = _reads_time(reader)
    reader.index = begin
    if is_other_alarm:
        return ONE_EACH
    if draft.length is not None:
        return NO_LENGTH
    if draft.day is not None or draft.clock is None or draft.leading is not None:
        return QUOTE_IT
    text = reader.text
    before, after = text[:start].rstrip(MARKS_BEFORE), text[end:].lstrip(MARKS_AFTER)
    line = f"{text[start:end]} {before} {after}".strip()
    is_first = not text[: draft.time_at[0]].strip()
    is_whole = len(line) <= LONGEST_SHOWN and not line.endswith(tuple(")]}"))
    return f"Put the day first: “{line}”." if is_first and is_whole else DAY_FIRST


def hint_of_number(reader: Reader, *, after_length: bool) -> str:
    """Tell how a number is written that stands right after a time or a length."""
    if after_length:
        return "Name the unit, as in “1 h 30 min”, or put the label in quotes."
    if reader.last.text in reader.words.times:
        return ONE_TIME
    begin, token = reader.index, reader.next
    is_time = not _looks_like_minutes(reader, token) and _reads_time(reader)
    reader.index = begin
    if is_time:
        return ONE_EACH
    hour = reader.last
    is_minutes = len(token.text) == DIGITS_OF_MINUTES and int(token.text) < MINUTES_PER_HOUR
    before = reader.text[: hour.start]
    if is_minutes and hour.kind is Kind.NUMBER and not before.endswith((":", ".")):
        meant = f"{hour.text}:{token.text}"
        return f"Write “{meant}”, or put a label with numbers in quotes: 7:15 “train 8:02”."
    return ONE_TIME


def _looks_like_minutes(reader: Reader, token: Token) -> bool:
    """Tell whether a number is rather the 30 of “7 30” than another hour."""
    after = reader.ahead(1)
    is_hour = not after.spaced or after.text in reader.words.o_clock.heads
    return len(token.text) == DIGITS_OF_MINUTES and not is_hour


def _reads_time(reader: Reader) -> bool:
    reader.take_separator()
    reader.take_one_of(reader.words.before_time)
    try:
        return read_clock(reader) is not None
    except PhraseError:
        return False
