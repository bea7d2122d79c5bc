"""Writes rules and their limits as phrases: “every 2nd fri from 2026-11-27 until 2027-06-30”."""

from collections.abc import Iterable
from datetime import date

from alarmclock.core.alarm import Alarm
from alarmclock.core.phrase.languages import ENGLISH
from alarmclock.core.phrase.writing import Language, Writing
from alarmclock.core.rules.calendar_rules import (
    LAST,
    LEAP_DAY,
    MonthlyOnDay,
    MonthlyOnWeekday,
    Yearly,
)
from alarmclock.core.rules.cycles import EveryDays, EveryWeeks, IsoWeeks
from alarmclock.core.rules.limits import Limits
from alarmclock.core.rules.rule import Once, OnDate, OnDates, Rule, Weekday, Weekdays

BETWEEN_DATES = ", "


def write_rule(alarm: Alarm, language: Language = ENGLISH) -> str:
    """Write when an alarm repeats and its limits; with a time after it, it is a phrase."""
    return " ".join([rule_phrase(alarm.rule, language), *limit_phrases(alarm, language)])


def rule_phrase(rule: Rule, language: Language) -> str:  # noqa: C901, PLR0911  # one case a rule
    """Write a rule without the date from which it counts."""
    writing = language.writing
    match rule:
        case Once():
            return writing.once
        case OnDate(day):
            return writing.date(day)
        case OnDates(days):
            dates = _dates(days, writing)
            # One date alone would be read as the alarm of that date.
            return dates if len(days) > 1 else writing.listed.format(dates=dates)
        case Weekdays(days):
            return _weekly(days, writing)
        case EveryDays(count):
            return writing.every_days.format(count=count)
        case EveryWeeks(count, days):
            return _weeks(count, days, writing)
        case IsoWeeks(parity, days):
            return writing.parities[parity].format(days=_day_names(days, writing))
        case MonthlyOnDay(day):
            nth = writing.ordinal(day)
            return writing.last_of_month if day == LAST else writing.monthly.format(nth=nth)
        case MonthlyOnWeekday(nth, weekday):
            day_name = writing.long_days[weekday]
            return writing.nth_of_month.format(nth=writing.nths[nth], day=day_name)
        case Yearly():
            return _yearly(rule, writing)


def limit_phrases(alarm: Alarm, language: Language) -> list[str]:
    """Write what narrows the rule of an alarm, and the date from which it counts."""
    rule, limits, writing = alarm.rule, alarm.limits, language.writing
    if not rule.repeats:
        return []
    phrases = []
    first = limits.first
    if isinstance(rule, EveryDays | EveryWeeks):
        if _is_said_by_first(rule.first, limits):
            first = rule.first
        else:
            phrases.append(writing.counted_from.format(date=writing.date(rule.first)))
    if first:
        phrases.append(writing.first.format(date=writing.date(first)))
    if limits.last:
        phrases.append(writing.last.format(date=writing.date(limits.last)))
    if limits.times:
        phrases.append(writing.times.format(count=limits.times))
    if limits.excepted:
        phrases.append(writing.excepted.format(dates=_dates(limits.excepted, writing)))
    return phrases


def _is_said_by_first(start: date, limits: Limits) -> bool:
    """Tell whether “from” alone says both from when a rule counts and from when it rings."""
    if limits.times is not None:
        return limits.first == start
    return limits.first is None


def _weekly(days: frozenset[Weekday], writing: Writing) -> str:
    if days in writing.groups:
        return writing.groups[days]
    if len(days) == 1:
        return writing.weekly_days[min(days)]
    return _day_names(days, writing)


def _weeks(count: int, days: frozenset[Weekday], writing: Writing) -> str:
    names = _day_names(days, writing)
    if count > 1 and len(days) == 1:
        return writing.every_nth_week.format(nth=writing.ordinal(count), day=names)
    return writing.every_weeks.format(count=count, days=names)


def _day_names(days: frozenset[Weekday], writing: Writing) -> str:
    return ",".join(writing.short_days[day] for day in sorted(days))


def _yearly(rule: Yearly, writing: Writing) -> str:
    words = writing.yearly.format(day=rule.day, month=writing.months[rule.month - 1])
    is_leap_day = (rule.month, rule.day) == LEAP_DAY
    return words + writing.leap[rule.leap] if is_leap_day else words


def _dates(days: Iterable[date], writing: Writing) -> str:
    return BETWEEN_DATES.join(writing.date(day) for day in sorted(days))
