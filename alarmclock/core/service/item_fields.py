"""Alarms and timers as other programs are told of them. The names of fields never change."""

from datetime import UTC, date, datetime, timedelta

from alarmclock.core.alarm import Alarm
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.change import Item
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.timer import Timer
from alarmclock.core.words.wording import wall_time

Fields = dict[str, object]


def item_fields(book: AlarmBook, item: Item) -> Fields:
    """Say what an alarm or a timer is, and how it stands.

    Both kinds have all fields; what only the other kind has is null. Lengths are in seconds.
    """
    ring = book.open_ring(item.id)
    standing: Fields = {
        "state": book.state(item.id).value,
        "due": instant_text(book.due(item.id)),
        "snoozed_until": instant_text(ring.snoozed_until if ring else None),
    }
    own = _alarm(item) if isinstance(item, Alarm) else _timer(item, book.clock.now())
    return {**own, **standing, **_ring(item.ring)}


def instant_text(instant: datetime | None) -> str | None:
    """Write an instant in UTC: “2026-11-23T06:15:00Z”."""
    if instant is None:
        return None
    return f"{instant.astimezone(UTC).replace(tzinfo=None).isoformat()}Z"


def seconds(length: timedelta | None) -> float | int | None:
    """Write a length in seconds, whole where it is."""
    if length is None:
        return None
    exact = length.total_seconds()
    return int(exact) if exact.is_integer() else exact


def _alarm(alarm: Alarm) -> Fields:
    from alarmclock.core.phrase import write_rule

    limits, pause = alarm.limits, alarm.pause
    return {
        "id": alarm.id,
        "kind": "alarm",
        "label": alarm.label,
        "time": wall_time(alarm.time),
        "rule": write_rule(alarm),
        "zone": alarm.zone,
        "armed": alarm.armed_at is not None,
        "armed_at": instant_text(alarm.armed_at),
        "length_s": None,
        "left_s": None,
        "first": _day(limits.first),
        "last": _day(limits.last),
        "times": limits.times,
        "excepted": sorted(day.isoformat() for day in limits.excepted),
        "skipped": sorted(day.isoformat() for day in alarm.skipped),
        "paused": pause is not None,
        "paused_until": _day(pause.until) if pause else None,
    }


def _timer(timer: Timer, now: datetime) -> Fields:
    return {
        "id": timer.id,
        "kind": "timer",
        "label": timer.label,
        "time": None,
        "rule": None,
        "zone": None,
        "armed": timer.ends_at is not None,
        "armed_at": None,
        "length_s": seconds(timer.length),
        "left_s": seconds(timer.time_left(now)),
        "first": None,
        "last": None,
        "times": None,
        "excepted": [],
        "skipped": [],
        "paused": timer.left is not None,
        "paused_until": None,
    }


def _ring(ring: RingSettings) -> Fields:
    return {
        "sound": ring.sound,
        "volume": ring.volume,
        "rise_s": seconds(ring.rise),
        "snooze_length_s": seconds(ring.snooze_length),
        "snooze_limit": ring.snooze_limit,
        "ring_length_s": seconds(ring.ring_length),
        "late_limit_s": seconds(ring.late_limit),
        "task": ring.task.value,
        "awake_after_s": seconds(ring.awake_after),
        "again": ring.again,
        "again_every_s": seconds(ring.again_every),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
