"""How a card says what an armed alarm waits for: its rule, its skips, its pause, its next ring."""

from datetime import date, datetime, time, tzinfo

from alarmclock.core.alarm import Alarm
from alarmclock.core.rules.rule import Once, OnDate, Weekdays
from alarmclock.core.schedule import instant_of, zone_of
from alarmclock.core.words.rule_words import alarm_rule_words, limits_words
from alarmclock.core.words.wording import (
    DAY_NAMES,
    day_from,
    next_line,
    rough_length,
    short_day,
    zone_words,
)

EVENING = time(18)


def skips(alarm: Alarm, due: datetime | None, now: datetime, zone: tzinfo) -> list[date]:
    """Give the days before the next ring on which it is skipped, the first one first."""
    if not alarm.skipped or due is None or not alarm.rule.repeats:
        return []
    own_zone = zone_of(alarm, zone)
    last = due.astimezone(own_zone).date()
    to_come = (day for day in alarm.skipped if instant_of(day, alarm.time, own_zone) > now)
    return sorted(day for day in to_come if day < last)


def standing(alarm: Alarm, due: datetime | None, now: datetime, zone: tzinfo) -> list[str]:
    """Say what is skipped, or else the rule where no chip shows it, and then the next ring."""
    skipped = skips(alarm, due, now, zone)
    if skipped and due is not None:
        today = now.astimezone(zone).date()
        following = f"next {_short(due.astimezone(zone).date(), today)}"
        return [_skip_words(alarm, skipped, today), following, f"in {rough_length(due - now)}"]
    return [*_rule(alarm, now), *next_ring(alarm, due, now, zone)]


def next_ring(alarm: Alarm, due: datetime | None, now: datetime, zone: tzinfo) -> list[str]:
    """Say when it rings next, and then the place whose time it keeps."""
    if due is None:
        return []
    place = zone_words(alarm, due)
    line = next_line(due, now, zone)
    return [line, place] if place else [line]


def paused(alarm: Alarm, due: datetime | None, now: datetime, zone: tzinfo) -> list[str]:
    """Say until when it is paused, and its next ring where that is on a later day."""
    until = alarm.pause.until if alarm.pause else None
    if until is None:
        return ["paused until you resume", *_rule(alarm, now)]
    year = "" if until.year == now.astimezone(zone).year else f" {until.year}"
    words = [f"paused until {short_day(until)}{year}"]
    day = due.astimezone(zone_of(alarm, zone)).date() if due else until
    return [*words, f"next {short_day(day)}"] if day > until else words


def _rule(alarm: Alarm, now: datetime) -> list[str]:
    """Say of the rule what neither the chips nor the next ring tell."""
    match alarm.rule:
        case Once():
            return []
        case OnDate(day):
            return [alarm_rule_words(alarm)] if day.year != now.year else []
        case Weekdays():
            return [" ".join(words)] if (words := limits_words(alarm.limits)) else []
        case _:
            return [alarm_rule_words(alarm)]


def _skip_words(alarm: Alarm, skipped: list[date], today: date) -> str:
    tonight = skipped[0] == today and alarm.time >= EVENING
    words = f"skips {'tonight' if tonight else day_from(skipped[0], today)}"
    return f"{words} and {len(skipped) - 1} more" if len(skipped) > 1 else words


def _short(day: date, today: date) -> str:
    """Name a day as shortly as it can be told from others."""
    return DAY_NAMES[day.weekday()][:3] if (day - today).days < len(DAY_NAMES) else short_day(day)
