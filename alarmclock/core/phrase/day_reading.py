"""Takes the day of a phrase, whatever kind it is of."""

from alarmclock.core.phrase.calendar_dates import read_date, read_dates, read_ordinal
from alarmclock.core.phrase.days import (
    Ahead,
    CalendarDate,
    Coming,
    Day,
    Fixed,
    InWeek,
    Listed,
    OneDay,
    PartOfDay,
    Weekly,
)
from alarmclock.core.phrase.error import PhraseError
from alarmclock.core.phrase.part_reading import read_part, read_part_alone
from alarmclock.core.phrase.reader import Reader
from alarmclock.core.phrase.repeats import read_repeat, read_weeks_after
from alarmclock.core.phrase.shifted_days import (
    may_begin_shift,
    read_days,
    read_shift_after,
    read_shift_before,
)
from alarmclock.core.phrase.tokens import Kind
from alarmclock.core.phrase.weekday_sets import read_weekday, read_weekday_set, read_weekly
from alarmclock.core.rules.rule import Once, Weekday
from alarmclock.values import replace

WHICH_MONTH = "Write “24 dec 10:00” or “monthly on the 24th 10:00”."


def read_day(reader: Reader) -> Day | PartOfDay | None:
    """Take a day, and the part of it that is said; or nothing.

    Raises PhraseError for a date that does not exist, or a rule that there is not.
    """
    if not _may_begin(reader):
        return None
    begin = reader.index
    if reader.next.kind is Kind.NUMBER:
        found = _with_part(
            reader, reader.first(read_shift_before, _read_prefixed, _refuse_monthless)
        )
    else:
        found = read_part_alone(reader)
        if found is None or not reader.at_boundary:
            reader.index = begin
            day = reader.first(read_shift_before, _read_in_days, _read_prefixed, _refuse_monthless)
            found = _with_part(reader, day)
    if found is None or not reader.at_boundary:
        reader.index = begin
        return None
    return found


def _with_part(reader: Reader, day: Day | None) -> Day | PartOfDay | None:
    return None if day is None else read_part(reader, day)


def read_one_day(reader: Reader) -> OneDay | None:
    """Take a day that is one date, as limits have it: “30 june”, “tomorrow”, “next friday”."""
    begin = reader.index
    reader.take_one_of(reader.words.before_day)
    found = reader.first(_read_relative, _read_weekday_and_date, read_date, _read_coming)
    if found is None or not reader.at_boundary:
        reader.index = begin
        return None
    return found


def _may_begin(reader: Reader) -> bool:
    """Tell quickly whether a day can begin here at all."""
    token, words = reader.next, reader.words
    if token.kind is Kind.NUMBER:
        return reader.ahead(1).text != ":" or reader.ahead(2).spaced
    is_near = token.text in words.day_beginnings or token.text in words.before_length
    return is_near or may_begin_shift(reader)


def _read_in_days(reader: Reader) -> Day | None:
    """Take “in 2 days”, “in 3 weeks”."""
    if not reader.take_one_of(reader.words.before_length):
        return None
    days = read_days(reader)
    return None if days is None else Ahead(days)


def _refuse_monthless(reader: Reader) -> Day | None:
    """Refuse “on the 24th”, “am 24.”, “24th 9:00”. Raises PhraseError."""
    words, begin, start = reader.words, reader.index, reader.next.start
    if reader.may_be_label:
        return None
    reader.take_one_of(words.every)
    read_weekday(reader)
    reader.take_one_of(words.before_day)
    reader.take_one_of(words.articles)
    number = reader.index
    after = reader.ahead(2)
    is_before_time = after.kind is Kind.NUMBER or after.text in words.before_time
    is_told = number > begin or (reader.ahead(1).text in words.ordinals and is_before_time)
    is_day = is_told and read_ordinal(reader) is not None
    if is_day and reader.index > number + 1 and reader.at_boundary:
        raise PhraseError("Of which month?", start, WHICH_MONTH)
    return None


def _refuse_ordinal_after(reader: Reader, start: int) -> None:
    """Refuse “friday the 13th”. Raises PhraseError."""
    begin = reader.index
    reader.take_separator()
    is_told = not reader.may_be_label and reader.take_one_of(reader.words.articles) is not None
    number = reader.index
    if is_told and read_ordinal(reader) is not None and reader.index > number + 1:
        raise PhraseError("Of which month?", start, WHICH_MONTH)
    reader.index = begin


def _read_prefixed(reader: Reader) -> Day | None:
    begin = reader.index
    day = read_repeat(reader)
    if day is None or not reader.at_boundary:
        reader.index = begin
        reader.take_one_of(reader.words.before_day)
        day = reader.first(_read_relative, _read_weekly, _read_weekdays, _read_listed)
    return day


def _read_relative(reader: Reader) -> Ahead | Coming | InWeek | None:
    words = reader.words
    days = reader.take_saying(words.days_ahead)
    if days is not None:
        return read_shift_after(reader, Ahead(days))
    after_today = reader.take_one_of(words.next) is not None
    if not after_today and not reader.take_one_of(words.this):
        return None
    start = reader.last.start
    if reader.take_one_of(words.week_units):
        return _read_in_week(reader, start, int(after_today))
    if reader.take_one_of(words.long_units):
        said = reader.text[start : reader.last.end]
        hint = "Name the date, as in “24 dec 10:00”."
        raise PhraseError(f"“{said}” is no date here.", start, hint)
    if reader.next.text in words.weekends:
        raise PhraseError("A weekend has two days.", start, "Name the day, as in “next sat 9”.")
    weekday = read_weekday(reader)
    return None if weekday is None else Coming(weekday, after_today)


def _read_in_week(reader: Reader, start: int, weeks: int) -> InWeek:
    """Take the day of “next week mon”."""
    reader.take_separator()
    reader.take_one_of(reader.words.before_day)
    weekday = read_weekday(reader)
    if weekday is None:
        raise PhraseError("On which day of that week?", start, "Write “next week mon 9”.")
    return InWeek(weekday, weeks)


def _read_weekly(reader: Reader) -> Day | None:
    days = read_weekly(reader)
    if not days:
        return Fixed(Once()) if reader.take_one_of(reader.words.once) else None
    return reader.first(lambda rest: read_weeks_after(rest, days)) or Weekly(days)


def _read_weekdays(reader: Reader) -> Day | None:
    begin, start = reader.index, reader.next.start
    days = read_weekday_set(reader)
    if not days:
        return None
    if narrowed := reader.first(lambda rest: read_weeks_after(rest, days)):
        return narrowed
    if len(days) > 1:
        return Weekly(days)
    end = reader.index
    reader.index = begin
    dated = _read_weekday_and_date(reader)
    if dated is not None and reader.at_boundary:
        return dated
    reader.index = end
    _refuse_ordinal_after(reader, start)
    return _read_week_of_day(reader, min(days)) or read_shift_after(reader, Coming(min(days)))


def _read_week_of_day(reader: Reader, weekday: Weekday) -> InWeek | None:
    """Take the week of “mon next week”, “Montag nächster Woche”."""
    begin, words = reader.index, reader.words
    weeks = int(reader.take_one_of(words.next) is not None)
    if (weeks or reader.take_one_of(words.this)) and reader.take_one_of(words.week_units):
        return InWeek(weekday, weeks)
    reader.index = begin
    return None


def _read_coming(reader: Reader) -> Coming | None:
    weekday = read_weekday(reader)
    return None if weekday is None else Coming(weekday)


def _read_weekday_and_date(reader: Reader) -> CalendarDate | None:
    """Take “mon 23 nov”, “Montag, den 23. November”."""
    weekday = read_weekday(reader)
    if weekday is None:
        return None
    reader.take_separator()
    reader.take_one_of(reader.words.before_day)
    found = read_date(reader)
    return None if found is None else replace(found, weekday=weekday)


def _read_listed(reader: Reader) -> Day | None:
    """Take a date, or several."""
    is_list = reader.take_one_of(reader.words.listed) is not None
    dates = read_dates(reader)
    if not dates:
        return None
    return Listed(dates) if is_list or len(dates) > 1 else dates[0]
