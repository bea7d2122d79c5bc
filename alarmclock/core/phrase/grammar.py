"""The grammar of a line that sets an alarm or a timer.

    timer: [label] ["in"] length {what else is said} [label]
    alarm: [label] [day] [label] ["at"] time [day] {what else is said} [label]

What else is said may stand in any order, also between day and time and after the label. The
whole line is understood, or it is refused with the place where it stops making sense. What could
be read in two ways is refused, too: a label that holds a day or a time goes in quotes.
"""

import re
from collections.abc import Collection
from datetime import datetime, time, timedelta, tzinfo

from alarmclock.core.alarm import Alarm
from alarmclock.core.phrase.building import alarm_of, base_ring, timer_of
from alarmclock.core.phrase.clauses import read_clause
from alarmclock.core.phrase.clock_times import Clock, read_clock
from alarmclock.core.phrase.day_parts import DayPart
from alarmclock.core.phrase.day_reading import read_day
from alarmclock.core.phrase.draft import Draft
from alarmclock.core.phrase.error import EXAMPLES, PhraseError
from alarmclock.core.phrase.label_hints import QUOTE_IT
from alarmclock.core.phrase.label_words import refuse_other_part
from alarmclock.core.phrase.languages import ENGLISH, vocabulary
from alarmclock.core.phrase.leading import read_leading_label
from alarmclock.core.phrase.lengths import read_length
from alarmclock.core.phrase.reader import DayOrder, Known, Reader
from alarmclock.core.phrase.reading import Reading
from alarmclock.core.phrase.rest import read_rest
from alarmclock.core.phrase.tokens import Kind
from alarmclock.core.phrase.words import Opening
from alarmclock.core.phrase.writing import Language
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.timer import Timer

# Lists of dates can be long: an alarm can have 500 of them, and except 366 more.
LONGEST_LINE = 20_000
# Apart from the path of a sound file, which is in quotes.
LONGEST_WORD = 500
ENDLESS_WORD = re.compile(rf"(?<![^\s,])[^\s\",]{{{LONGEST_WORD + 1},}}(?![^\s,])")
NOON = time(12)
BRACKETS = frozenset("([{")
LENGTH_HINT = "Write it as “in 20 min” or “in 1h30”."


def parse(
    text: str,
    now: datetime,
    zone: tzinfo,
    settings: RingSettings | None,
    *,
    language: Language = ENGLISH,
    order: DayOrder = DayOrder.UNKNOWN,
    sounds: Collection[str] = (),
) -> Alarm | Timer:
    """Give what a line sets. Raises PhraseError."""
    return read(text, now, zone, settings, language=language, order=order, sounds=sounds).item


def read(
    text: str,
    now: datetime,
    zone: tzinfo,
    settings: RingSettings | None,
    *,
    language: Language = ENGLISH,
    order: DayOrder = DayOrder.UNKNOWN,
    sounds: Collection[str] = (),
) -> Reading:
    """Read a line: a time is an alarm armed at `now`, a length a timer that is not yet started.

    A bare hour is the next such hour on the 24-hour clock; a time that has passed today is
    tomorrow; “mon” is the coming Monday, today included while its time is ahead; “next mon” is
    the first Monday after today; lists and ranges of weekdays repeat every week.
    All languages are understood; where they differ, `language` decides. `settings` are those of
    which the line says nothing else; `sounds` are the names of the bundled ones.
    Raises PhraseError.
    """
    _refuse_endless(text)
    reader = Reader(text, Known(vocabulary(language), order, sounds))
    draft = Draft()
    opening = _take_opening(reader)
    _read_length_or_time(reader, draft)
    read_rest(reader, draft)
    if draft.length is not None:
        ring = base_ring(settings, for_timer=True)
        return Reading(text, timer_of(draft, draft.length, draft.time_at[0], ring), base=ring)
    if opening is Opening.TIMER:
        raise PhraseError("A timer needs a length.", draft.time_at[0], LENGTH_HINT)
    if draft.unless_day is not None and draft.day is None:
        raise draft.unless_day
    draft.place_in_day()
    refuse_other_part(draft, reader.words)
    ring = base_ring(settings, for_timer=False)
    alarm = alarm_of(draft, now, zone, ring)
    is_bare = draft.clock is not None and draft.clock.bare
    return Reading(text, alarm, draft.time_at if is_bare else None, base=ring)


def _take_opening(reader: Reader) -> Opening | None:
    """Take “wake me at”, also after “please”, and give the last of them."""
    opening = None
    while (said := reader.take_saying(reader.words.openings)) is not None:
        opening = said
    return opening


def _refuse_endless(text: str) -> None:
    """Refuse what nobody types. Raises PhraseError."""
    hint = "Choose a shorter label."
    if len(text) > LONGEST_LINE:
        sentence = f"This line has {len(text):,} characters; {LONGEST_LINE:,} are the most."
        raise PhraseError(sentence, LONGEST_LINE, hint)
    words = ENDLESS_WORD.finditer(text) if len(text) > LONGEST_WORD else ()
    for word in words:
        sentence = f"This word has {len(word[0]):,} characters; {LONGEST_WORD} are the most."
        raise PhraseError(sentence, word.start() + LONGEST_WORD, hint)


def _read_length_or_time(reader: Reader, draft: Draft) -> None:
    draft.length = _read_length(reader, draft)
    if draft.length is None:
        _read_time(reader, draft)


def _read_length(reader: Reader, draft: Draft) -> timedelta | None:
    begin = reader.index
    announced = reader.take_one_of(reader.words.before_length)
    start = reader.next.start
    length = read_length(reader)
    if length is not None:
        reader.take_saying(reader.words.after_length)
        reader.take_one_of(reader.words.after_timer)
        draft.time_at = (start, reader.last.end)
        return length
    after = reader.index
    reader.index = begin
    if not announced or read_day(reader) is not None:
        reader.index = begin
        return None
    reader.index = after
    raise _not_understood(reader, "a length", LENGTH_HINT)


def _read_time(reader: Reader, draft: Draft) -> None:
    """Take the time and what stands before it."""
    token = reader.next
    draft.take_day(read_day(reader), token.start)
    if draft.day is not None:
        reader.take_separator()
        while read_clause(reader, draft):
            reader.take_separator()
    if _read_clock(reader, draft):
        return
    if draft.part is DayPart.NOON:
        draft.clock = Clock(NOON)
        return
    if draft.day is not None and reader.is_over:
        raise PhraseError("At what time?", len(reader.text), "Add one, as in “tomorrow 7:15”.")
    error = _not_understood(reader, "a time", EXAMPLES)
    if draft.leading is not None or not read_leading_label(reader, draft):
        raise error
    if draft.day is not None and token.text in reader.words.ordinary:
        word = reader.word_at(token)
        raise PhraseError(f"“{word}” can be a day or belong to the label.", token.start, QUOTE_IT)
    if draft.day is None:
        _read_length_or_time(reader, draft)
    elif not _read_clock(reader, draft):
        raise _not_understood(reader, "a time", EXAMPLES)


def _read_clock(reader: Reader, draft: Draft) -> bool:
    """Take “at 7:15”, and tell whether there is a time."""
    before = reader.index
    reader.take_one_of(reader.words.before_time)
    begin = reader.index
    draft.clock = read_clock(reader)
    if draft.clock is None:
        reader.index = before
        return False
    draft.time_at = reader.span_since(begin)
    return True


def _not_understood(reader: Reader, wanted: str, hint: str) -> PhraseError:
    token = reader.next if reader.furthest.kind is Kind.END else reader.furthest
    word = reader.word_at(token)
    words = reader.words
    if token.text in words.long_units:
        hint = "Name the date, as in “24 dec 10:00”."
    elif token.text in words.units and not token.spaced:
        hint = "Write a time as “7:30”; a length stands alone, as in “in 2 h”."
    elif token.text in BRACKETS:
        hint = f"Write it without “{token.text}”, as in “friday 7:15”."
    if not word:
        return PhraseError(f"Here, {wanted} is missing.", token.start, hint)
    return PhraseError(f"“{word}” is not understood as {wanted}.", token.start, hint)
