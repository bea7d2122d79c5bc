"""Times of day as people say them: “half past 7”, “quarter to 8”, “halb acht”, “10 vor 8”."""

from alarmclock.core.phrase.error import PhraseError
from alarmclock.core.phrase.reader import Reader
from alarmclock.values import dataclass, replace

HOURS_PER_DAY = 24
HALF_AN_HOUR = 30
HOUR_LENGTHS = (1, 2)
# Nobody says “7 to 8” for 7:53, but perhaps for a span.
SPOKEN_IN_FIGURES = {"5", "10", "20", "25"}


@dataclass(frozen=True, slots=True)
class Told:
    """A time as it was told; ``shift`` are the minutes from its hour, after am or pm counted.

    ``certain`` tells that it can't be meant of the other half of the day, as noon can't.
    """

    hour: int
    minute: int = 0
    second: int = 0
    shift: int = 0
    certain: bool = False


def may_begin_single(reader: Reader) -> bool:
    """Tell quickly whether “a quarter to 8” can begin here."""
    words = reader.words
    return reader.next.text in words.a_single and reader.ahead(1).text in words.minutes_of_hour


def read_spoken(reader: Reader) -> Told | None:
    """Take a time that is told from the hour before or after it."""
    return reader.first(_read_from_hour, _read_before_full_hour)


def _read_from_hour(reader: Reader) -> Told | None:
    """Take “half past 7”, “a quarter to 8”, “fünf vor halb acht”."""
    words = reader.words
    is_single = reader.take_one_of(words.a_single) is not None
    minutes = reader.take_meaning(words.minutes_of_hour)
    if minutes is None and is_single:
        return None
    if minutes is None:
        digits = reader.take_one_of(SPOKEN_IN_FIGURES)
        if digits is None:
            return None
        minutes = int(digits)
    is_past = reader.take_one_of(words.past) is not None
    if not is_past and not reader.take_one_of(words.to):
        if minutes == HALF_AN_HOUR:
            _refuse_half(reader)
        return None
    told = reader.first(_read_before_full_hour, _read_full_hour)
    if told is None:
        return None
    return replace(told, shift=told.shift + (minutes if is_past else -minutes))


def _refuse_half(reader: Reader) -> None:
    """Refuse “half seven”. Raises PhraseError."""
    start, told = reader.last.start, _read_full_hour(reader)
    if told is None or told.certain or not reader.at_boundary or not told.hour:
        return
    after, before = f"{told.hour}:30", f"{told.hour - 1}:30"
    said = reader.text[start : reader.last.end]
    hint = f"Write “{before}” or “half past {told.hour}”."
    raise PhraseError(f"“{said}” can be {before} or {after}.", start, hint)


def _read_before_full_hour(reader: Reader) -> Told | None:
    """Take “halb acht”, which is 7:30."""
    before = reader.take_meaning(reader.words.before_full_hour)
    told = None if before is None else _read_full_hour(reader)
    return None if told is None or before is None else replace(told, shift=-before)


def _read_full_hour(reader: Reader) -> Told | None:
    named = reader.take_meaning(reader.words.times)
    if named is not None:
        return Told(named.hour, certain=True)
    hour = reader.take_meaning(reader.words.numbers)
    if hour is None:
        digits = reader.take_number(*HOUR_LENGTHS)
        hour = int(digits) if digits else None
    if hour is None or hour >= HOURS_PER_DAY:
        return None
    reader.take_saying(reader.words.o_clock)
    return Told(hour)
