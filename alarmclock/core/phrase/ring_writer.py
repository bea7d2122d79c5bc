"""Writes as phrases how something rings, as far as it differs from what is usual."""

import re
from datetime import timedelta

from alarmclock.core.phrase.quotes import quoted
from alarmclock.core.phrase.writing import Language, Writing
from alarmclock.core.ring_settings import NEVER_LATE, RingSettings, Task

PLAIN_NAME = re.compile(r"[a-z]+(-[a-z]+)*")
NO_LENGTH = timedelta(0)
UNITS = (
    ("d", timedelta(days=1)),
    ("h", timedelta(hours=1)),
    ("min", timedelta(minutes=1)),
    ("s", timedelta(seconds=1)),
)


def ring_phrases(ring: RingSettings, base: RingSettings, language: Language) -> list[str]:
    """Write each setting that differs from a base."""
    writing = language.writing
    phrases = [
        _sound(ring.sound, writing) if ring.sound != base.sound else "",
        writing.volume.format(percent=ring.volume) if ring.volume != base.volume else "",
        _rise(ring.rise, writing) if ring.rise != base.rise else "",
        _snooze(ring, base, writing),
        _ring(ring.ring_length, writing) if ring.ring_length != base.ring_length else "",
        _late(ring.late_limit, writing) if ring.late_limit != base.late_limit else "",
        _task(ring.task, writing) if ring.task is not base.task else "",
        _awake(ring.awake_after, writing) if ring.awake_after != base.awake_after else "",
        _again(ring, base, writing),
    ]
    return [phrase for phrase in phrases if phrase]


def length_phrase(length: timedelta, *, with_days: bool = True) -> str:
    """Write a length to its last part of a second: “1 h 30 min”, “0.5 s”."""
    parts, left = [], length
    for name, unit in UNITS if with_days else UNITS[1:]:
        count, left = divmod(left, unit)
        if name == "s" and left:
            fraction = f"{left.microseconds:06}".rstrip("0")
            parts.append(f"{count}.{fraction} s")
        elif count:
            parts.append(f"{count} {name}")
    return " ".join(parts) or "0 s"


def _sound(sound: str, writing: Writing) -> str:
    name = sound if PLAIN_NAME.fullmatch(sound) else quoted(sound)
    return writing.sound.format(name=name)


def _rise(rise: timedelta, writing: Writing) -> str:
    return writing.rise.format(length=length_phrase(rise)) if rise else writing.no_rise


def _snooze(ring: RingSettings, base: RingSettings, writing: Writing) -> str:
    parts = []
    if ring.snooze_length != base.snooze_length:
        parts.append(length_phrase(ring.snooze_length))
    if ring.snooze_limit != base.snooze_limit:
        if ring.snooze_limit == 0 and not parts:
            return writing.no_snooze
        is_unlimited = ring.snooze_limit is None
        times = writing.snooze_times.format(count=ring.snooze_limit)
        parts.append(writing.unlimited if is_unlimited else times)
    return " ".join([writing.snooze, *parts]) if parts else ""


def _ring(length: timedelta, writing: Writing) -> str:
    return writing.ring.format(length=length_phrase(length))


def _late(limit: timedelta | None, writing: Writing) -> str:
    if limit is None:
        return writing.late_always
    if limit == NEVER_LATE:
        return writing.on_time
    return writing.late.format(length=length_phrase(limit))


def _task(task: Task, writing: Writing) -> str:
    if task is Task.NONE:
        return writing.no_task
    return writing.task.format(task=writing.tasks[task])


def _awake(after: timedelta | None, writing: Writing) -> str:
    if after is None:
        return writing.not_awake
    return writing.awake.format(length=length_phrase(after))


def _again(ring: RingSettings, base: RingSettings, writing: Writing) -> str:
    parts = []
    if ring.again != base.again:
        parts.append(writing.snooze_times.format(count=ring.again))
    if ring.again_every != base.again_every:
        parts.append(writing.again_every.format(length=length_phrase(ring.again_every)))
    return " ".join([writing.again, *parts]) if parts else ""
