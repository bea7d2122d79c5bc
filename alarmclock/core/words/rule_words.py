"""A rule in words, as rows and the editor say it: “every 2nd Friday”, “last day of the month”."""

from collections.abc import Iterable
from datetime import date

from alarmclock.core.alarm import Alarm
from alarmclock.core.rules.calendar_rules import LAST, LeapPolicy
from alarmclock.core.rules.limits import Limits
from alarmclock.core.rules.rule import (
    EVERY_DAY,
    WEEKEND,
    WORKDAYS,
    EveryDays,
    EveryWeeks,
    IsoWeeks,
    MonthlyOnDay,
    MonthlyOnWeekday,
    Once,
    OnDate,
    OnDates,
    Rule,
    Weekday,
    Weekdays,
    Yearly,
)
from alarmclock.core.words.wording import DAY_NAMES, MONTH_NAMES, counted, short_day

NTH = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", LAST: "last"}
DATES_NAMED = 3
LEAP_WORDS = {
    LeapPolicy.FEBRUARY_28: "28 February in other years",
    LeapPolicy.MARCH_1: "1 March in other years",
    LeapPolicy.LEAP_YEARS_ONLY: "leap years only",
}


def alarm_rule_words(alarm: Alarm) -> str:
    """Say the whole rule of an alarm: “every 2nd Friday until 30 Jun 2027”."""
    if not alarm.rule.repeats:
        return rule_words(alarm.rule)
    return " ".join([rule_words(alarm.rule), *limits_words(alarm.limits)])


def rule_words(rule: Rule) -> str:  # noqa: C901, PLR0911  # one case a rule
    """Say a rule in words: “weekdays”, “Mon, Wed, Fri”, “once”."""
    match rule:
        case Once():
            return "once"
        case OnDate(day):
            return f"once on {_dated(day)}"
        case OnDates(days):
            return f"on {_dates_words(days)}"
        case Weekdays(days):
            return weekdays_words(days)
        case EveryDays(count):
            return "every day" if count == 1 else f"every {count} days"
        case EveryWeeks(count, days):
            return _weeks_words(count, days)
        case IsoWeeks(parity, days):
            return f"{weekdays_words(days)} in {parity.value} weeks"
        case MonthlyOnDay(day):
            return f"{'last day' if day == LAST else ordinal(day)} of the month"
        case MonthlyOnWeekday(nth, weekday):
            return f"{NTH[nth]} {DAY_NAMES[weekday]} of the month"
        case Yearly():
            return _yearly_words(rule)


def limits_words(limits: Limits) -> list[str]:
    """Say what narrows a rule, part by part: “from 26 Nov 2026”, “10 times”."""
    words = []
    if limits.first:
        words.append(f"from {_dated(limits.first)}")
    if limits.last:
        words.append(f"until {_dated(limits.last)}")
    if limits.times:
        words.append(counted(limits.times, "time", "times"))
    if limits.excepted:
        words.append(f"except on {_dates_words(limits.excepted)}")
    return words


def weekdays_words(days: frozenset[Weekday]) -> str:
    """Say a set of weekdays: “weekdays”, “Mon, Wed, Fri”."""
    names = {EVERY_DAY: "every day", WORKDAYS: "weekdays", WEEKEND: "weekends"}
    if days in names:
        return names[days]
    return ", ".join(DAY_NAMES[day][:3] for day in sorted(days))


def ordinal(number: int) -> str:
    """Write a number as “1st”, “22nd”, “13th”."""
    ending = (
        "th" if 11 <= number % 100 <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    )
    return f"{number}{ending}"


def _weeks_words(count: int, days: frozenset[Weekday]) -> str:
    if count == 1:
        return weekdays_words(days)
    if len(days) == 1:
        return f"every {ordinal(count)} {DAY_NAMES[min(days)]}"
    return f"{weekdays_words(days)} every {ordinal(count)} week"


def _yearly_words(rule: Yearly) -> str:
    words = f"yearly on {rule.day} {MONTH_NAMES[rule.month - 1]}"
    is_leap_day = (rule.month, rule.day) == (2, 29)
    return f"{words} ({LEAP_WORDS[rule.leap]})" if is_leap_day else words


def _dates_words(days: Iterable[date]) -> str:
    ordered = sorted(days)
    named = [_dated(day) for day in ordered[:DATES_NAMED]]
    if len(ordered) > DATES_NAMED:
        named.append(f"{len(ordered) - DATES_NAMED} more")
    return " and ".join([", ".join(named[:-1]), named[-1]]) if len(named) > 1 else named[0]


def _dated(day: date) -> str:
    return f"{short_day(day)} {day.year}"
