"""Rules in a phrase that are no plain weekdays: “every 2nd fri”, “last day of the month”."""

from alarmclock.core.errors import Invalid
from alarmclock.core.phrase.calendar_dates import read_date, read_ordinal
from alarmclock.core.phrase.days import CalendarDate, Day, DayCycle, Fixed, WeekCycle, Weekly
from alarmclock.core.phrase.error import NoSuchRule, PhraseError
from alarmclock.core.phrase.reader import Reader
from alarmclock.core.phrase.tokens import Kind
from alarmclock.core.phrase.weekday_sets import Days, read_group, read_weekday
from alarmclock.core.rules.calendar_rules import (
    LAST,
    LEAP_DAY,
    LeapPolicy,
    MonthlyOnDay,
    MonthlyOnWeekday,
    Yearly,
)
from alarmclock.core.rules.cycles import WeekParity
from alarmclock.core.rules.rule import IsoWeeks, Rule, Weekday
from alarmclock.values import replace

NUMBER_LENGTHS = (1, 2, 3)

OTHER_LEAP_DAYS = {(2, 28): LeapPolicy.FEBRUARY_28, (3, 1): LeapPolicy.MARCH_1}
SEVERAL_A_DAY = "No alarm rings more than once a day."
ONCE_A_DAY = "Write “every day 9:00”, “weekdays 9:00” or “every 3 days 9:00”."
WHICH_DAYS = "Write “every 2 weeks on mon”, or put the label in quotes."


def read_repeat(reader: Reader) -> Day | None:
    """Take a rule that has a number, a week, a month or a year in it, or nothing.

    Raises PhraseError for one that makes no sense.
    """
    start = reader.next.start
    try:
        return reader.first(
            _read_parity,
            _read_every_week,
            _read_yearly,
            _read_monthly,
            _read_of_month,
            _read_cycle,
        )
    except Invalid as error:
        raise PhraseError(str(error), start, "Choose another number.") from error


def read_weeks_after(reader: Reader, days: Days) -> Day | None:
    """Take what narrows weekdays that were said before: “tue in odd weeks”, “fri every 2 weeks”."""
    parity = reader.take_saying(reader.words.parities)
    if parity is not None:
        return Fixed(IsoWeeks(parity, days))
    if not reader.take_one_of(reader.words.every):
        return None
    count = _read_count(reader)
    if count is None or not reader.take_one_of(reader.words.week_units):
        return None
    return WeekCycle(count, days)


def _read_parity(reader: Reader) -> Day | None:
    parity: WeekParity | None = reader.take_saying(reader.words.parities)
    if parity is None:
        return None
    return Fixed(IsoWeeks(parity, _read_days_of_weeks(reader)))


def _read_every_week(reader: Reader) -> Day | None:
    """Take “weekly on mon and fri”, “fortnightly on fri”."""
    weeks = reader.take_saying(reader.words.every_week)
    if weeks is None:
        return None
    days = _read_days_of_weeks(reader)
    return Weekly(days) if weeks == 1 else WeekCycle(weeks, days)


def _read_days_of_weeks(reader: Reader) -> Days:
    reader.take_separator()
    reader.take_one_of(reader.words.before_day)
    days = read_group(reader)
    if not days:
        raise PhraseError("On which days of the week?", reader.next.start, WHICH_DAYS)
    return days


def _read_cycle(reader: Reader) -> Day | None:
    """Take “every 3 days”, “every 2nd fri”, “every 2 weeks on mon and wed”."""
    words = reader.words
    begin = reader.next.start
    if reader.take_saying(words.several_a_day):
        raise NoSuchRule(SEVERAL_A_DAY, begin, ONCE_A_DAY)
    if not reader.take_one_of(words.every):
        return None
    start = reader.next.start
    count = _read_count(reader)
    if reader.next.text in words.units or reader.take_saying(words.set_lengths) is not None:
        raise NoSuchRule(SEVERAL_A_DAY, begin, ONCE_A_DAY)
    if count is None:
        return None
    if reader.take_one_of(words.day_units):
        return DayCycle(count)
    if reader.take_one_of(words.week_units):
        return WeekCycle(count, _read_days_of_weeks(reader))
    days = read_group(reader)
    if not days:
        return None
    if count == 1:
        hint = "Write “first monday of the month” or “every monday”."
        raise PhraseError("Every first one of what?", start, hint)
    return WeekCycle(count, days)


def _read_count(reader: Reader) -> int | None:
    """Take the number of “every 3 days”, “every 2nd fri”, “every other week”."""
    words = reader.words
    digits = reader.take_number(*NUMBER_LENGTHS)
    if digits is not None:
        reader.take_one_of(words.ordinals | {"."}, adjacent=True)
        return int(digits)
    for table in (words.every_other, words.numbers, words.nths):
        count = reader.take_meaning(table)
        if count is not None:
            return count if count > 0 else None
    return None


def _read_monthly(reader: Reader) -> Day | None:
    """Take “monthly on the 1st”, “every month on the last friday”."""
    if not reader.take_saying(reader.words.monthly):
        return None
    begin = reader.index
    found = _read_in_month(reader)
    # A bare number is rather the hour.
    is_bare = reader.index == begin + 1 and reader.last.kind is Kind.NUMBER
    if found is None or is_bare:
        reader.index = begin
        hint = "Write “monthly on the 1st”, or put the label in quotes."
        raise PhraseError("On which day of the month?", reader.next.start, hint)
    return Fixed(_monthly_rule(*found))


def _read_of_month(reader: Reader) -> Day | None:
    """Take “first monday of the month”, “every 1st of the month”."""
    reader.take_one_of(reader.words.every)
    found = _read_in_month(reader)
    if found is None or not reader.take_saying(reader.words.of_month):
        return None
    return Fixed(_monthly_rule(*found))


def _read_in_month(reader: Reader) -> tuple[int, Weekday | None] | None:
    """Take the number of a day in its month, or of a weekday."""
    words = reader.words
    reader.take_one_of(words.before_day)
    reader.take_one_of(words.articles)
    nth = reader.take_meaning(words.nths) or read_ordinal(reader)
    if nth is None:
        return None
    _refuse_nth_of_several(reader)
    is_day = reader.take_one_of(words.day_units) is not None
    weekday = None if is_day else read_weekday(reader)
    if nth == LAST and weekday is None and not is_day:
        return None
    return nth, weekday


def _refuse_nth_of_several(reader: Reader) -> None:
    """Refuse “first weekday of the month”. Raises PhraseError."""
    begin, token = reader.index, reader.next
    days = reader.take_meaning(reader.words.after_every)
    is_of_month = reader.take_saying(reader.words.of_month) is not None
    reader.index = begin
    if days is not None and is_of_month and token.text not in reader.words.day_units:
        sentence = f"No rule is told by the “{reader.word_at(token)}” of a month."
        hint = "Write “first monday of the month 9” or “monthly on the 1st 9”."
        raise NoSuchRule(sentence, reader.last.start, hint)


def _monthly_rule(nth: int, weekday: Weekday | None) -> Rule:
    return MonthlyOnDay(nth) if weekday is None else MonthlyOnWeekday(nth, weekday)


def _read_yearly(reader: Reader) -> Day | None:
    """Take “yearly 24 dec”, “every 24 dec”, “yearly 29 feb, leap years only”."""
    words = reader.words
    is_said = reader.take_saying(words.yearly) is not None
    if not is_said and not reader.take_one_of(words.every):
        return None
    reader.take_one_of(words.before_day)
    found = read_date(reader)
    if found is None:
        if is_said:
            hint = "Write “yearly 24 dec”, or put the label in quotes."
            raise PhraseError("On which day of the year?", reader.next.start, hint)
        return None
    rule = Yearly(found.month, found.day)
    if found.year is not None:
        hint = "Write “yearly 24 dec from 2026-12-24”."
        raise PhraseError("A day of every year has no year.", reader.last.start, hint)
    is_leap_day = (rule.month, rule.day) == LEAP_DAY
    return Fixed(_with_leap_policy(reader, rule) if is_leap_day else rule)


def _with_leap_policy(reader: Reader, rule: Yearly) -> Yearly:
    begin = reader.index
    reader.take_separator()
    if reader.take_saying(reader.words.leap_years_only):
        return replace(rule, leap=LeapPolicy.LEAP_YEARS_ONLY)
    if reader.take_one_of(reader.words.or_else):
        other: CalendarDate | None = read_date(reader)
        policy = OTHER_LEAP_DAYS.get((other.month, other.day)) if other else None
        if policy is not None:
            return replace(rule, leap=policy)
    reader.index = begin
    return rule
