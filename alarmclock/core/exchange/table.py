"""Alarms and timers as a table that people read: one row each, what they are in words."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta, tzinfo

from alarmclock.core.alarm import Alarm
from alarmclock.core.change import Item
from alarmclock.core.ring_settings import Task
from alarmclock.core.schedule import next_occurrence
from alarmclock.core.timer import Timer
from alarmclock.core.words.rule_words import alarm_rule_words
from alarmclock.core.words.wording import countdown, wall_time

HEADER = [
    "kind",
    "label",
    "time",
    "rule",
    "zone",
    "on",
    "next_ring",
    "skipped",
    "paused_until",
    "sound",
    "volume_percent",
    "rise_s",
    "snooze_min",
    "snooze_limit",
    "ring_min",
    "late_limit_min",
    "again",
    "again_every_min",
    "task",
    "awake_after_min",
    "id",
]
ONE_MINUTE, ONE_SECOND = timedelta(minutes=1), timedelta(seconds=1)


def rows(items: Iterable[Item], now: datetime, zone: tzinfo) -> Iterator[list[str]]:
    """Give the header and a row for each, instants in the zone of the reader."""
    yield HEADER
    for item in items:
        yield (
            [*_alarm(item, now, zone), *_ring(item)]
            if isinstance(item, Alarm)
            else [
                *_timer(item, zone),
                *_ring(item),
            ]
        )


def _alarm(alarm: Alarm, now: datetime, zone: tzinfo) -> list[str]:
    # What was due before and was not rung is no next ring.
    found = next_occurrence(alarm, now, zone) if alarm.armed_at is not None else None
    pause = alarm.pause
    until = pause.until if pause else None
    return [
        "alarm",
        alarm.label,
        wall_time(alarm.time),
        alarm_rule_words(alarm),
        alarm.zone or "",
        _yes(alarm.armed_at is not None),
        _instant(found.due, zone) if found else "",
        " ".join(day.isoformat() for day in sorted(alarm.skipped)),
        "" if pause is None else until.isoformat() if until else "resumed",
    ]


def _timer(timer: Timer, zone: tzinfo) -> list[str]:
    ends = _instant(timer.ends_at, zone) if timer.ends_at else ""
    # A length of minutes and seconds reads as a time of day.
    rule = f"timer of {countdown(timer.length)}"
    return ["timer", timer.label, "", rule, "", _yes(bool(ends)), ends, "", ""]


def _ring(item: Item) -> list[str]:
    ring = item.ring
    return [
        ring.sound,
        str(ring.volume),
        _number(ring.rise / ONE_SECOND),
        _number(ring.snooze_length / ONE_MINUTE),
        "" if ring.snooze_limit is None else str(ring.snooze_limit),
        _number(ring.ring_length / ONE_MINUTE),
        "" if ring.late_limit is None else _number(ring.late_limit / ONE_MINUTE),
        str(ring.again),
        _number(ring.again_every / ONE_MINUTE),
        "" if ring.task is Task.NONE else ring.task.value,
        "" if ring.awake_after is None else _number(ring.awake_after / ONE_MINUTE),
        item.id,
    ]


def _instant(instant: datetime, zone: tzinfo) -> str:
    return instant.astimezone(zone).isoformat(timespec="seconds")


def _number(number: float) -> str:
    return f"{number:g}"


def _yes(truth: bool) -> str:  # noqa: FBT001  # of a column
    return "yes" if truth else "no"
