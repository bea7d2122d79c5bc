"""What the ring window shows of one ring."""

from dataclasses import dataclass
from datetime import datetime, tzinfo

from alarmclock.core.alarm import Alarm
from alarmclock.core.book import AlarmBook
from alarmclock.core.change import Item
from alarmclock.core.ring_words import times_words
from alarmclock.core.ringing import Ring, snoozes_left
from alarmclock.core.schedule import next_occurrence
from alarmclock.core.wording import countdown, instant_words, item_name, rough_length, wall_time


@dataclass(frozen=True, slots=True)
class RingView:
    """A ring with its item, and when the item rings next."""

    item: Item
    ring: Ring
    next_due: datetime | None

    @property
    def name(self) -> str:
        """The label, or what there is instead."""
        return item_name(self.item)

    @property
    def can_snooze(self) -> bool:
        """False once it was snoozed as often as its limit allows."""
        return snoozes_left(self.ring, self.item.ring.snooze_limit) != 0

    @property
    def snooze_words(self) -> str:
        """The words on the snooze button."""
        if not self.can_snooze:
            return "No snooze left"
        return f"Snooze {rough_length(self.item.ring.snooze_length)}"

    def digits(self, zone: tzinfo) -> str:
        """Give the time at which it was due."""
        return wall_time(self.ring.due.astimezone(zone).time().replace(microsecond=0, second=0))

    def detail(self, now: datetime, zone: tzinfo) -> str:
        """Say how long it has rung, and when it rings next."""
        text = f"ringing for {countdown(now - self.ring.rang_at)}"
        if self.ring.snoozes:
            times = "once" if self.ring.snoozes == 1 else f"{self.ring.snoozes} times"
            text += f" · snoozed {times}"
        if self.ring.unanswered:
            text += f" · {times_words(self.ring)}"
        if self.next_due is not None:
            text += f" · next {instant_words(self.next_due, now, zone)}"
        return text


def ring_views(book: AlarmBook) -> list[RingView]:
    """Read from the book what rings now."""
    return [RingView(item, ring, _next_due(book, item, ring)) for item, ring in book.ringing()]


def _next_due(book: AlarmBook, item: Item, ring: Ring) -> datetime | None:
    if not isinstance(item, Alarm) or item.armed_at is None:
        return None
    following = next_occurrence(item, ring.due, book.clock.zone(), not_before=ring.day)
    return following.due if following else None
