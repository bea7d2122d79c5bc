"""Tells whether the clock can be right, and what to make of alarms while it can't.

A clock that was set far back, or that begins in 1970 because a battery is empty, rings what comes
due by it. What it calls late is not counted as missed until it can be right again.
"""

from datetime import datetime, timedelta

from alarmclock.core.alarm import Alarm
from alarmclock.core.change import Item
from alarmclock.core.ports import Clock
from alarmclock.core.ringing import ON_TIME
from alarmclock.values import dataclass, replace

# People and time servers correct a clock by less than this; more is an accident.
FARTHEST_BACK = timedelta(hours=3)
# Two starts of the program may be closer together than a time server's correction.
SMALL_CORRECTION = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Doubt:
    """The clock has been wrong since it read `since`; the program was alive at `alive_at`."""

    since: datetime
    alive_at: datetime


class Plausibility:
    """Doubts the clock from a step too far back until it reads what it did before, or is accepted.

    `last_alive` is the last instant at which the program is known to have run, None for the first
    time.
    """

    def __init__(self, clock: Clock, last_alive: datetime | None = None) -> None:
        self._clock = clock
        self._doubt: Doubt | None = None
        now = clock.now()
        if last_alive is not None and now < last_alive - SMALL_CORRECTION:
            self._doubt = Doubt(now, last_alive)

    @property
    def doubt(self) -> Doubt | None:
        """What speaks against the clock, None while nothing does."""
        return self._doubt

    def follow(self, step: timedelta) -> None:
        """Take note that the clock was set by so much."""
        now = self._clock.now()
        if self._doubt is not None:
            self._doubt = replace(self._doubt, since=min(self._doubt.since, now))
            self.look()
        elif step < -FARTHEST_BACK:
            self._doubt = Doubt(now, now - step)

    def look(self) -> None:
        """Stop doubting a clock that reads again what it did before."""
        if self._doubt is not None and self._clock.now() >= self._doubt.alive_at:
            self._doubt = None

    def accept(self) -> None:
        """Believe the clock as it is: a person says that it is right."""
        self._doubt = None


def without_late(item: Item, doubt: Doubt, now: datetime) -> Item:
    """Give an item as it counts while the clock is doubted: what is too late to ring, waits.

    An alarm that was armed later than it is now counts from the beginning of the doubt, so that
    what comes due meanwhile rings.
    """
    if not isinstance(item, Alarm) or item.armed_at is None:
        return item
    begun = doubt.since if item.armed_at > now else item.armed_at
    if item.ring.late_limit is not None:
        begun = max(begun, now - max(item.ring.late_limit, ON_TIME))
    return item if begun == item.armed_at else replace(item, armed_at=begun)
