"""Parts of a day in a phrase: “tonight”, “this evening”, “every morning”, “Freitagabend”."""

from alarmclock.core.phrase.day_parts import DayPart
from alarmclock.core.phrase.days import Ahead, Coming, Day, Fixed, PartOfDay, Weekly
from alarmclock.core.phrase.reader import Reader
from alarmclock.core.phrase.tokens import Kind
from alarmclock.core.rules.rule import EVERY_DAY


def read_part(reader: Reader, day: Day) -> Day | PartOfDay:
    """Take the part of a day after it: “tomorrow morning”, “Montag früh”, “mon mornings”."""
    begin, words = reader.index, reader.words
    if reader.next.kind is not Kind.WORD:
        return day
    every = reader.take_meaning(words.weekly_parts)
    if every is not None and isinstance(day, Coming | Weekly):
        weekly = Weekly(frozenset({day.weekday})) if isinstance(day, Coming) else day
        return PartOfDay(weekly, every)
    reader.index = begin
    part = None if isinstance(day, Fixed) else reader.take_saying(words.parts)
    if part is not None and reader.at_boundary:
        return PartOfDay(day, part)
    reader.index = begin
    return day


def read_part_alone(reader: Reader) -> PartOfDay | None:
    """Take a part that says which day it is of, or nothing."""
    if reader.next.text not in reader.words.part_beginnings:
        return None
    return reader.first(_read_night, _read_of_today, _read_of_every_day, _read_of_weekday)


def _read_night(reader: Reader) -> PartOfDay | None:
    """Take “tonight”."""
    days = reader.take_saying(reader.words.nights)
    return None if days is None else PartOfDay(Ahead(days), DayPart.NIGHT)


def _read_of_today(reader: Reader) -> PartOfDay | None:
    """Take “this evening”."""
    if not reader.take_one_of(reader.words.this):
        return None
    part = reader.take_saying(reader.words.parts)
    return None if part is None else PartOfDay(Ahead(0), part)


def _read_of_every_day(reader: Reader) -> PartOfDay | None:
    """Take “every morning”, “mornings”."""
    part = reader.take_meaning(reader.words.weekly_parts)
    if part is None and reader.take_one_of(reader.words.every):
        part = reader.take_saying(reader.words.parts)
    return None if part is None else PartOfDay(Weekly(EVERY_DAY), part)


def _read_of_weekday(reader: Reader) -> PartOfDay | None:
    """Take “Freitagabend”, “am Montagmorgen”, “jeden Freitagabend”."""
    is_every = reader.take_one_of(reader.words.every) is not None
    if not is_every:
        reader.take_one_of(reader.words.before_day)
    found = reader.take_meaning(reader.words.days_and_parts)
    if found is None:
        return None
    weekday, part = found
    day = Weekly(frozenset({weekday})) if is_every else Coming(weekday)
    return PartOfDay(day, part)
