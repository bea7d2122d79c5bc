"""What a card shows of one timer, in words and numbers."""

from datetime import datetime, timedelta, tzinfo

from alarmclock.core.activity.ring_words import waiting_words
from alarmclock.core.book.book import State
from alarmclock.core.ringing import Ring
from alarmclock.core.timer import Timer
from alarmclock.core.words.wording import at_words, clock_length, countdown, item_name
from alarmclock.values import dataclass

NOTHING = timedelta(0)


@dataclass(frozen=True, slots=True)
class TimerRow:
    """One timer, how it stands, and the instant of its next ring: its end or that of a snooze.

    ``ring`` is the one that is open, None where there is none.
    """

    timer: Timer
    state: State
    due: datetime | None = None
    ring: Ring | None = None

    @property
    def name(self) -> str:
        """Its label, or what it is: “5 min timer”."""
        return item_name(self.timer)

    @property
    def is_over(self) -> bool:
        """True when nothing counts down any more."""
        return self.state in (State.RINGING, State.ENDED, State.MISSED)

    def time_left(self, now: datetime) -> timedelta:
        """Give what its countdown shows."""
        if self.is_over:
            return NOTHING
        if self.state is State.SNOOZED and self.due is not None:
            return max(self.due - now, NOTHING)
        return self.timer.time_left(now)

    def progress(self, now: datetime) -> float:
        """Give the part of it that is over, from 0 to 1."""
        if self.is_over or self.state is State.SNOOZED:
            return 1.0
        return min(max(1 - self.timer.time_left(now) / self.timer.length, 0.0), 1.0)

    @property
    def widest_countdown(self) -> str:
        """The countdown that needs the most room, so that nothing moves while it counts."""
        return "".join("0" if sign.isdigit() else sign for sign in clock_length(self.timer.length))

    def state_words(self, now: datetime, zone: tzinfo) -> str:
        """Say how it stands: “running · rings at 22:07 · of 5 min”."""
        words = [self.state.value]
        if self.ring is not None and self.ring.snoozed_until is not None:
            return waiting_words(self.ring, self.ring.snoozed_until, now, zone)
        if self.state is State.RUNNING and self.timer.ends_at is not None:
            words.append(f"rings {at_words(self.timer.ends_at, now, zone)}")
        if self.timer.label:
            words.append(f"of {countdown(self.timer.length)}")
        return " · ".join(words)
