"""The lengths and counts that a ring's settings offer, in words and back; no Qt."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Generic, TypeVar

from alarmclock.core.errors import Invalid
from alarmclock.core.words.wording import countdown
from alarmclock.values import dataclass

ONE_SECOND = timedelta(seconds=1)
ONE_MINUTE = timedelta(minutes=1)
ONE_HOUR = timedelta(hours=1)
NOTHING = timedelta(0)

_COUNT = re.compile(r"(\d{1,6})\s*(?:x|times?|snoozes?)?")
_LENGTH = re.compile(r"(\d{1,6})\s*(hours?|h|minutes?|min|m|seconds?|sec|s)?\s*")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Choices(Generic[T]):
    """What a field offers, how a value reads, and how a typed one is understood."""

    field: str
    offered: tuple[T, ...]
    words: Callable[[T], str]
    parse: Callable[[str], T]


def parse_length(text: str, *, field: str, unit: timedelta) -> timedelta:
    """Read “7 min”, “1 h 30 min” or a bare “7” in the field's own unit. Raises Invalid."""
    typed = text.strip().lower()
    parts = list(_LENGTH.finditer(typed))
    if not parts or "".join(part[0] for part in parts) != typed:
        raise Invalid(field, "Type a length, such as 45 s, 7 min or 1 h.")
    if any(not part[2] for part in parts) and len(parts) > 1:
        raise Invalid(field, "Type a length with its units, such as 1 h 30 min.")
    return sum((int(part[1]) * _unit(part[2], unit) for part in parts), NOTHING)


def _unit(name: str | None, default: timedelta) -> timedelta:
    if not name:
        return default
    return {"h": ONE_HOUR, "m": ONE_MINUTE, "s": ONE_SECOND}[name[0]]


def _minutes(*counts: int) -> tuple[timedelta, ...]:
    return tuple(timedelta(minutes=count) for count in counts)


def _rise_words(rise: timedelta) -> str:
    return countdown(rise) if rise else "at once"


def _parse_rise(text: str) -> timedelta:
    if text.strip().lower() in ("at once", "none"):
        return NOTHING
    return parse_length(text, field="ramp", unit=ONE_SECOND)


def _limit_words(limit: int | None) -> str:
    if limit is None:
        return "no limit"
    return {0: "none", 1: "1 time"}.get(limit, f"{limit} times")


def _parse_limit(text: str) -> int | None:
    typed = text.strip().lower()
    if typed in ("no limit", "unlimited"):
        return None
    if typed == "none":
        return 0
    found = _COUNT.fullmatch(typed)
    if found is None:
        raise Invalid("snoozeLimit", "Type a number of snoozes, “none” or “no limit”.")
    return int(found[1])


def _late_words(limit: timedelta | None) -> str:
    if limit is None:
        return "always"
    return countdown(limit) if limit else "never"


def _parse_late(text: str) -> timedelta | None:
    typed = text.strip().lower()
    if typed == "always":
        return None
    if typed == "never":
        return NOTHING
    return parse_length(text, field="lateLimit", unit=ONE_MINUTE)


def _awake_words(length: timedelta | None) -> str:
    return "Not asked" if length is None else countdown(length)


def _parse_awake(text: str) -> timedelta | None:
    if text.strip().lower() in ("not asked", "never", "no"):
        return None
    return parse_length(text, field="awakeAfter", unit=ONE_MINUTE)


def _again_words(count: int) -> str:
    return {0: "Not again", 1: "1 time"}.get(count, f"{count} times")


def _parse_again(text: str) -> int:
    typed = text.strip().lower()
    if typed in ("not again", "never", "no"):
        return 0
    found = _COUNT.fullmatch(typed)
    if found is None:
        raise Invalid("again", "Type how often it comes again, such as 3 times, or “not again”.")
    return int(found[1])


RAMP = Choices(
    "ramp",
    tuple(timedelta(seconds=count) for count in (0, 5, 15, 30, 60, 120)),
    _rise_words,
    _parse_rise,
)
SNOOZE_LENGTH = Choices(
    "snoozeLength",
    _minutes(1, 5, 10, 15, 30),
    countdown,
    lambda text: parse_length(text, field="snoozeLength", unit=ONE_MINUTE),
)
SNOOZE_LIMIT: Choices[int | None] = Choices(
    "snoozeLimit", (0, 1, 2, 3, 5, 10, None), _limit_words, _parse_limit
)
RING_LENGTH = Choices(
    "ringLength",
    _minutes(1, 5, 10, 15, 30, 60),
    countdown,
    lambda text: parse_length(text, field="ringLength", unit=ONE_MINUTE),
)
LATE_LIMIT: Choices[timedelta | None] = Choices(
    "lateLimit", (NOTHING, *_minutes(5, 30, 120), None), _late_words, _parse_late
)
AWAKE_AFTER: Choices[timedelta | None] = Choices(
    "awakeAfter", (None, *_minutes(1, 3, 5, 10, 15, 30)), _awake_words, _parse_awake
)
AGAIN: Choices[int] = Choices("again", (0, 1, 2, 3, 5, 10), _again_words, _parse_again)
AGAIN_EVERY = Choices(
    "againEvery",
    _minutes(1, 3, 5, 10, 15, 30),
    countdown,
    lambda text: parse_length(text, field="againEvery", unit=ONE_MINUTE),
)
