"""What happens to a ring: a daemon brings it, a person answers it."""

from collections.abc import Callable
from datetime import datetime, timedelta

from alarmclock.core.book import AlarmBook
from alarmclock.core.bringing import Bringing
from alarmclock.core.change import Item
from alarmclock.core.errors import Invalid
from alarmclock.core.events import Dismissed, Event, Snoozed
from alarmclock.core.goal import Goal, pending
from alarmclock.core.ring_keeping import RingKeeping
from alarmclock.core.ringing import Ending, snoozes_left
from alarmclock.core.timer import Timer
from alarmclock.core.vigil import Vigil

BEFORE_NEXT_RING = timedelta(minutes=1)


class Answering:
    """The commands of the daemons and of the ring window."""

    def __init__(
        self, book: AlarmBook, record: Callable[[Event], None], vigil: Vigil | None = None
    ) -> None:
        self._book = book
        self._clock = book.clock
        self._record = record
        self._keeping = RingKeeping(book, record)
        self._bringing = Bringing(book, self._keeping, record, vigil or Vigil(book.clock))

    # Daemons

    def reach(self, goal: Goal) -> None:
        """Do what a daemon waited for."""
        self._bringing.reach(goal)

    def note_heard(self, item_id: str, *, heard: bool) -> None:
        """Take note of whether a ring can be heard; one that never was is missed for that."""
        self._bringing.note_heard(item_id, heard=heard)

    # People

    def snooze(self, item_id: str, length: timedelta | None = None) -> None:
        """Ring again after `length`, counted from now; the alarm's own length by default.

        A snooze that would pass the alarm's next occurrence ends a minute before it.
        Raises Invalid when it was snoozed as often as its limit allows, or has no time left.
        """
        item, ring = self._book.item(item_id), self._book.open_ring(item_id)
        if ring is None or not ring.is_ringing:
            return
        if snoozes_left(ring, item.ring.snooze_limit) == 0:
            raise Invalid("snooze", "No snooze is left for this alarm. Stop it, or let it ring.")
        now = self._clock.now()
        until = self.snooze_end(item, now + (length or item.ring.snooze_length))
        self._keeping.keep(item, ring, ring.snoozed(until))
        self._record(Snoozed(at=now, item_id=item.id, label=item.label, until=until))

    def snooze_end(self, item: Item, until: datetime) -> datetime:
        """Give the end of a snooze: no later than a minute before the alarm's next occurrence.

        Raises Invalid when that is over.
        """
        if isinstance(item, Timer):
            return until
        now = self._clock.now()
        following = pending(item, self._book.rings(item.id), now, self._clock.zone())
        if following is None or until < following.due:
            return until
        earlier = following.due - BEFORE_NEXT_RING
        if earlier <= now:
            raise Invalid("snooze", "It rings again within a minute by itself. Stop this ring.")
        return earlier

    def dismiss(self, item_id: str) -> None:
        """Stop a ring, or end its snooze, for good."""
        item, ring = self._book.item(item_id), self._book.open_ring(item_id)
        if ring is None:
            return
        now = self._clock.now()
        self._bringing.forget_heard(ring)
        self._keeping.keep(item, ring, ring.ended(now, Ending.DISMISSED))
        after = now - ring.rang_at
        self._record(Dismissed(at=now, item_id=item.id, label=item.label, after=after))
