"""What happens to a ring: a daemon brings it, a person answers it."""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime, timedelta

from alarmclock.core.activity.events import AnsweredAwake, Dismissed, Event, Snoozed
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.book.bringing import Bringing
from alarmclock.core.book.ring_keeping import RingKeeping
from alarmclock.core.book.vigil import Vigil
from alarmclock.core.change import Item
from alarmclock.core.errors import Invalid
from alarmclock.core.goal import Goal, end_of_wait
from alarmclock.core.ringing import Ending, Ring, snoozes_left
from alarmclock.core.words.wording import activity_name

logger = logging.getLogger(__name__)


class Answering:
    """The commands of the daemons and of the ring window.

    `gather` lets what is written within go to disk in one go. Raises NotSaved.
    """

    def __init__(
        self,
        book: AlarmBook,
        record: Callable[[Event], None],
        vigil: Vigil | None = None,
        gather: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        self._book = book
        self._clock = book.clock
        self._record = record
        self._keeping = RingKeeping(book, record, gather)
        self._bringing = Bringing(book, self._keeping, record, vigil or Vigil(book.clock))

    # Daemons

    def reach(self, goal: Goal) -> None:
        """Do what a daemon waited for."""
        self._bringing.reach(goal)

    def together(self) -> AbstractContextManager[None]:
        """Let what happens to many rings at once be saved and told as one."""
        return self._keeping.together()

    def note_heard(self, item_id: str, *, heard: bool) -> None:
        """Take note of whether a ring can be heard; one that never was is missed for that."""
        self._bringing.note_heard(item_id, heard=heard)

    def save_again(self) -> None:
        """Save what a full disk refused, so that it holds at the next start. Raises NotSaved."""
        self._keeping.save_again()

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
        self._record(Snoozed(at=now, item_id=item.id, label=activity_name(item), until=until))

    def snooze_end(self, item: Item, until: datetime) -> datetime:
        """Give the end of a snooze: no later than a minute before the alarm's next occurrence.

        Raises Invalid when that is over.
        """
        end = end_of_wait(until, self._book.following(item.id), self._clock.now())
        if end is None:
            raise Invalid("snooze", "It rings again within a minute by itself. Stop this ring.")
        return end

    def dismiss(self, item_id: str) -> None:
        """Stop a ring, or end its snooze.

        That is for good unless it is to ask later whether somebody is awake. To stop what waits to
        ask, or asks, counts as an answer.
        """
        item, ring = self._book.item(item_id), self._book.open_ring(item_id)
        if ring is None:
            return
        if ring.asks is not None:
            self._end_awake(item, ring)
            return
        now = self._clock.now()
        self._bringing.forget_heard(ring)
        self._keeping.keep(item, ring, _stopped(item, ring, now))
        after = now - ring.rang_at
        self._record(Dismissed(at=now, item_id=item.id, label=activity_name(item), after=after))

    def answer_awake(self, item_id: str) -> None:
        """Say “I'm awake” to a ring that asks; it is over then."""
        item, ring = self._book.item(item_id), self._book.open_ring(item_id)
        if ring is not None and ring.is_asking:
            self._end_awake(item, ring)

    def stop_all(self) -> int:
        """Stop everything that sounds, answer everything that asks, and give their number."""
        found = [*self._book.ringing(), *self._book.asking()]
        with self.together():
            return sum(self._stop_one(item.id) for item, _ in found)

    def _stop_one(self, item_id: str) -> bool:
        try:
            self.dismiss(item_id)
        except Exception:  # whatever it is, the others have to end
            logger.exception("The ring of %s could not be stopped", item_id)
            return False
        return True

    def _end_awake(self, item: Item, ring: Ring) -> None:
        now = self._clock.now()
        self._keeping.keep(item, ring, ring.ended(now, Ending.DISMISSED))
        self._record(AnsweredAwake(at=now, item_id=item.id, label=activity_name(item)))


def _stopped(item: Item, ring: Ring, now: datetime) -> Ring:
    if item.ring.awake_after is None:
        return ring.ended(now, Ending.DISMISSED)
    return ring.stopped(now + item.ring.awake_after)
