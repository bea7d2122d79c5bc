"""What the daemons report: facts with their instant, the lines of the activity."""

from datetime import date, datetime, time, timedelta

from alarmclock.core.ringing import Cause
from alarmclock.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A fact about one alarm or timer. ``at`` is a UTC instant."""

    at: datetime
    item_id: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Armed(Event):
    """A daemon waits for this due. ``length`` is a timer's, None for an alarm."""

    due: datetime
    length: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticked(Event):
    """A second passed. ``count`` and ``total`` are a timer's seconds, None for an alarm."""

    left: timedelta
    count: int | None = None
    total: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rang(Event):
    """It sounds: for the first time, or after a snooze."""

    due: datetime
    late: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Snoozed(Event):
    """A person wants to be rung again."""

    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissed(Event):
    """A person stopped it, this long after it began to sound."""

    after: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped(Event):
    """An occurrence that was left out on purpose."""

    due: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed(Event):
    """It was due and nobody heard it, or nobody answered."""

    due: datetime
    cause: Cause


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancelled(Event):
    """Its daemon was cancelled before the due. ``left`` is what was left until then."""

    due: datetime
    left: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed(Event):
    """Something went wrong; ``reason`` is a sentence for people."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArmedAgain(Event):
    """The program was opened and armed what it found in the store."""

    count: int
    missed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedUnexpectedly(Event):
    """The run before this one was not closed: it crashed, was killed, or the power went.

    ``alive_at`` is its last sign of life, and ``report`` the name of the file with what is known
    of its end, empty where none could be written.
    """

    alive_at: datetime
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockChanged(Event):
    """The system's clock was set, or its zone changed."""

    step: timedelta
    zone: str
    zone_before: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockDoubted(Event):
    """The clock reads earlier than the last time at which the program was alive."""

    alive_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved(Event):
    """It rings at another instant than before, since the clock or the zone has changed.

    ``due`` is the new one, None when it does not ring any more.
    """

    due: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedMany(Event):
    """Many alarms ring at other instants than before; ``names`` are a few of them."""

    count: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClocksWillChange(Event):
    """The clocks of a zone are set on a local date, and alarms fall into it.

    They say a time from ``first`` to ``last``, which is left out and rings later by ``shift``, or
    comes twice where that is nothing. ``names`` are a few of them.
    """

    day: date
    zone: str
    is_pinned: bool
    shift: timedelta
    first: time
    last: time
    count: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited(Event):
    """A person changed what an alarm is: “07:15 → 07:30”."""

    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnedOff(Event):
    """A person turned an alarm off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deleted(Event):
    """A person deleted an alarm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unskipped(Event):
    """An occurrence that was to be left out is to ring after all."""

    due: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused(Event):
    """A person paused an alarm until a date, or until it is resumed."""

    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed(Event):
    """A person let a paused alarm ring again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ManyChanged(Event):
    """A person did the same to many alarms at once: “Paused 12 alarms”."""

    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard(Event):
    """A ring comes out of a device: proved by the ``peak`` of what came out, from 0 to 1.

    None where only the device's wish for more can be seen. ``device`` is its name, empty where
    that is unknown.
    """

    device: str
    peak: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered(Event):
    """Nobody answered a ring; it comes again at ``until``."""

    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedAwake(Event):
    """A person who stopped a ring is asked whether they are still awake; else it rings."""

    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredAwake(Event):
    """A person said that they are still awake."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RangByGuard(Event):
    """The window did not answer at the due, so that the guard rang without it."""

    due: datetime
    late: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubtful(Event):
    """Shortly before its due something speaks against a ring; ``reason`` is a sentence."""

    due: datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Arranged(Event):
    """The computer was changed for a ring, or put back after it; ``what`` says how."""

    what: str
