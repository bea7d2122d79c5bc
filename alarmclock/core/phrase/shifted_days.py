"""Days that are told from another: “a week from friday”, “friday week”, “2 days from now”."""

from alarmclock.core.phrase.days import Ahead, Coming
from alarmclock.core.phrase.error import PhraseError
from alarmclock.core.phrase.reader import Reader
from alarmclock.core.phrase.tokens import Kind
from alarmclock.values import replace

DAYS_PER_WEEK = 7
NUMBER_LENGTHS = (1, 2, 3, 4)
WHICH_WEEK = "Write “a week from friday 9”, or put the label in quotes."


def may_begin_shift(reader: Reader) -> bool:
    """Tell quickly whether such a day can begin here."""
    token, words = reader.next, reader.words
    if token.kind is not Kind.NUMBER and token.text not in words.shift_beginnings:
        return False
    after = reader.ahead(1).text
    if token.text in words.week_units:
        return after in words.shifted_from
    return after in words.day_units or after in words.week_units


def read_count(reader: Reader) -> int | None:
    """Take the number of days or weeks."""
    digits = reader.take_number(*NUMBER_LENGTHS)
    if digits is not None:
        return int(digits)
    count = reader.take_meaning(reader.words.numbers)
    return 1 if count is None and reader.take_one_of(reader.words.a_single) else count


def read_days(reader: Reader) -> int | None:
    """Take “2 days”, “a week”, and give how many days that are."""
    count = read_count(reader)
    if count is None:
        return None
    if reader.take_one_of(reader.words.day_units):
        return count
    return count * DAYS_PER_WEEK if reader.take_one_of(reader.words.week_units) else None


def read_shift_before(reader: Reader) -> Ahead | Coming | None:
    """Take “2 days from now”, “a week from friday”, “week on monday”."""
    if not may_begin_shift(reader):
        return None
    words, begin = reader.words, reader.index
    days = read_days(reader)
    if days is None:
        reader.index = begin
        days = DAYS_PER_WEEK if reader.take_one_of(words.week_units) else None
    if days is None:
        return None
    if reader.last.text not in words.shifted_from and reader.take_saying(words.after_length):
        return Ahead(days)
    if not reader.take_one_of(words.shifted_from):
        return None
    ahead = reader.take_saying(words.days_ahead)
    if ahead is not None:
        return Ahead(ahead + days)
    weekday = reader.take_abbreviation(words.weekdays)
    is_weeks = days % DAYS_PER_WEEK == 0
    return (
        Coming(weekday, weeks=days // DAYS_PER_WEEK) if weekday is not None and is_weeks else None
    )


def read_shift_after(reader: Reader, day: Ahead | Coming) -> Ahead | Coming:
    """Take the rest of “friday week”, “Freitag in einer Woche”, if there is any.

    Raises PhraseError for “heute in 8 Tagen”, which is a week to some.
    """
    words, begin, said = reader.words, reader.index, reader.last
    if reader.take_one_of(words.week_after):
        _refuse_week_of_label(reader)
        return _shifted(day, 1)
    if not reader.take_one_of(words.before_length):
        return day
    start = reader.last.start
    days = read_days(reader)
    if days is None or not reader.at_boundary:
        reader.index = begin
        return day
    end = reader.last.end
    if reader.last.text in words.day_units:
        hint = f"Write “{reader.text[start:end]}” alone, or name the date, as in “24 dec”."
        raise PhraseError(f"“{reader.text[said.start : end]}” can be two days.", said.start, hint)
    return _shifted(day, days // DAYS_PER_WEEK)


def _refuse_week_of_label(reader: Reader) -> None:
    """Refuse “friday week plan”, which may be called so."""
    token, words = reader.next, reader.words
    goes_on = token.kind is Kind.WORD and token.text not in words.before_time
    if goes_on and token.text not in words.beginnings:
        week = reader.last
        sentence = f"“{reader.word_at(week)}” can go with the day or belong to the label."
        raise PhraseError(sentence, week.start, WHICH_WEEK)


def _shifted(day: Ahead | Coming, weeks: int) -> Ahead | Coming:
    if isinstance(day, Ahead):
        return Ahead(day.days + weeks * DAYS_PER_WEEK)
    return replace(day, weeks=weeks)
