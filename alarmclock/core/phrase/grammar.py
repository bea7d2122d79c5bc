"""The grammar of a line that sets an alarm or a timer.

    timer: ["in"] length [label]
    alarm: [day] ["at"] time [label]   or   time [day] [label]

The whole line is understood, or it is refused with the place where it stops making sense. What
could be read in two ways is refused, too: a label that holds a day or a time goes in quotes.
"""

from dataclasses import replace
from datetime import datetime, timedelta, tzinfo

from alarmclock.core.alarm import Alarm
from alarmclock.core.errors import Invalid
from alarmclock.core.phrase.clock_times import read_clock
from alarmclock.core.phrase.dates import Dates
from alarmclock.core.phrase.days import Day, read_day
from alarmclock.core.phrase.error import EXAMPLES, PhraseError
from alarmclock.core.phrase.labels import is_quote, read_label
from alarmclock.core.phrase.lengths import read_length
from alarmclock.core.phrase.reader import Kind, Reader
from alarmclock.core.phrase.reading import Reading
from alarmclock.core.phrase.words import ENGLISH
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.timer import Timer

LONGEST_PHRASE = 500


def parse(text: str, now: datetime, zone: tzinfo, settings: RingSettings | None) -> Alarm | Timer:
    """Give what a line sets. Raises PhraseError."""
    return read(text, now, zone, settings).item


def read(text: str, now: datetime, zone: tzinfo, settings: RingSettings | None) -> Reading:
    """Read a line: a time is an alarm armed at `now`, a length a timer that is not yet started.

    A bare hour is the next such hour on the 24-hour clock; a time that has passed today is
    tomorrow; “mon” is the coming Monday, today included while its time is ahead; “next mon” is
    the first Monday after today; lists and ranges of weekdays repeat every week.
    Raises PhraseError.
    """
    if len(text) > LONGEST_PHRASE:
        sentence = f"This line has {len(text):,} characters; {LONGEST_PHRASE} are the most."
        raise PhraseError(sentence, LONGEST_PHRASE, "Choose a shorter label.")
    reader = Reader(text, ENGLISH)
    timer = _read_timer(reader, settings)
    return Reading(text, timer) if timer else _read_alarm(reader, now, zone, settings)


def _read_timer(reader: Reader, settings: RingSettings | None) -> Timer | None:
    announced = reader.take_one_of(reader.words.before_length)
    start = reader.next.start
    length = read_length(reader)
    if length is None:
        if announced:
            raise _not_understood(reader, "a length", "Write it as “in 20 min” or “in 1h30”.")
        return None
    ring = replace(settings, rise=timedelta(0)) if settings else None
    try:
        timer = Timer(length, ring=ring) if ring else Timer(length)
    except Invalid as error:
        raise PhraseError(str(error), start, "Write it as “in 20 min” or “in 1h30”.") from error
    return replace(timer, label=read_label(reader))


def _read_alarm(
    reader: Reader, now: datetime, zone: tzinfo, settings: RingSettings | None
) -> Reading:
    position = reader.next.start
    day = read_day(reader)
    if day is not None:
        reader.take_separator()
    reader.take_one_of(reader.words.before_time)
    if day is not None and reader.is_over:
        raise PhraseError("At what time?", len(reader.text), "Add one, as in “tomorrow 7:15”.")
    begin = reader.index
    wall = read_clock(reader)
    if wall is None:
        raise _not_understood(reader, "a time", EXAMPLES)
    written = reader.span_since(begin)
    if day is None:
        position, day = _read_day_after_time(reader, position)
    rule = Dates(wall, now, zone, position).rule(day)
    label = read_label(reader)
    alarm = Alarm(wall, rule, label, armed_at=now, ring=settings or RingSettings())
    in_figures = not any(letter.isalpha() for letter in reader.text[slice(*written)])
    return Reading(reader.text, alarm, written if in_figures else None)


def _read_day_after_time(reader: Reader, position: int) -> tuple[int, Day | None]:
    begin, token = reader.index, reader.next
    reader.take_separator()
    first = reader.next
    day = read_day(reader)
    if day is None:
        reader.index = begin
        return position, None
    is_one_word = reader.index == begin + 1
    if is_one_word and token.text in reader.words.in_labels and not _label_is_clear(reader):
        word = reader.word_at(first)
        hint = f"Write “{word}” before the time, or put the label in quotes."
        raise PhraseError(f"“{word}” can be a day or belong to the label.", first.start, hint)
    return first.start, day


def _label_is_clear(reader: Reader) -> bool:
    return reader.is_over or is_quote(reader.next)


def _not_understood(reader: Reader, wanted: str, hint: str) -> PhraseError:
    token = reader.next if reader.furthest.kind is Kind.END else reader.furthest
    word = reader.word_at(token)
    if not word:
        return PhraseError(f"Here, {wanted} is missing.", token.start, hint)
    return PhraseError(f"“{word}” is not understood as {wanted}.", token.start, hint)
