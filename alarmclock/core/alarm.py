"""An alarm: a wall-clock time with a rule."""

import os
import re
from datetime import UTC, date, datetime, time

from alarmclock.core.errors import Invalid
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.rules.limits import NO_LIMITS, Limits
from alarmclock.core.rules.rule import Once, Rule
from alarmclock.values import dataclass, field

LONGEST_LABEL = 200
# Control characters, line and paragraph ends, and half characters, as Unicode has them.
UNSHOWABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
ID_BYTES = 16
NO_DATES: frozenset[date] = frozenset()


def new_id() -> str:
    """Make an identity that no other alarm or timer has, on any machine."""
    return os.urandom(ID_BYTES).hex()


def check_label(label: str) -> None:
    """Refuse a label that no row could show.

    Raises Invalid.
    """
    if len(label) > LONGEST_LABEL:
        raise Invalid(
            "label",
            f"A label has at most {LONGEST_LABEL} characters; this one has {len(label):,}.",
        )
    if UNSHOWABLE.search(label):
        raise Invalid("label", "A label is one line of text without control characters.")


def check_instant(instant: datetime | None) -> None:
    """Insist that an instant is in UTC: the arithmetic of other zones is wrong over a change."""
    if instant is not None and instant.tzinfo is not UTC:
        raise ValueError(f"{instant!r} is not in UTC")


@dataclass(frozen=True, slots=True)
class Pause:
    """An alarm stays armed and does not ring: until a date, which rings again, or until told.

    ``together`` tells that all alarms were paused at once; they are resumed at once, too.
    """

    until: date | None = None
    together: bool = False


@dataclass(frozen=True, slots=True)
class Alarm:
    """What a person set: when it rings and how.

    ``zone`` is an IANA name, or None to follow the system's zone. ``armed_at`` is the instant
    from which its occurrences count, None while it is off: "once" means the first such time
    after it, and whatever was due since then and did not ring was missed. ``skipped`` are local
    dates on which it is not to ring, those that are over included. ``limits`` and ``skipped``
    hold for rules that repeat.
    """

    time: time
    rule: Rule = Once()
    label: str = ""
    zone: str | None = None
    armed_at: datetime | None = None
    ring: RingSettings = RingSettings()
    id: str = field(default_factory=new_id)
    limits: Limits = NO_LIMITS
    skipped: frozenset[date] = NO_DATES
    pause: Pause | None = None

    def __post_init__(self) -> None:
        check_label(self.label)
        check_instant(self.armed_at)
        if self.time.tzinfo is not None or self.time.microsecond:
            raise Invalid("time", "A time has hours, minutes and seconds.")

    def same_schedule(self, other: "Alarm") -> bool:
        """Tell whether both ring at the same times, however they ring."""
        mine, theirs = ((item.time, item.rule, item.zone, item.limits) for item in (self, other))
        return mine == theirs

    def same_dues(self, other: "Alarm") -> bool:
        """Tell whether both ring at the same times, what they skip and pause included."""
        mine, theirs = ((item.armed_at, item.skipped, item.pause) for item in (self, other))
        return mine == theirs and self.same_schedule(other)
