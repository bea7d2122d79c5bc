"""What a person does about a ring that was missed: have it now, have it later, or be done."""

from collections.abc import Callable

from alarmclock.core.activity.events import Event, Rang, Snoozed
from alarmclock.core.book.answering import Answering
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.change import Change, Item, RingChange
from alarmclock.core.ringing import Ring
from alarmclock.core.words.wording import activity_name
from alarmclock.values import replace

Key = tuple[object, ...]


class CatchingUp:
    """The commands of the missed notice; each raises NotSaved.

    A ring is named by its key. One that is no longer missed, since it was answered elsewhere
    meanwhile, is left alone; one whose alarm rings or is snoozed by now is only taken note of.
    """

    def __init__(
        self, book: AlarmBook, answering: Answering, record: Callable[[Event], None]
    ) -> None:
        self._book = book
        self._answering = answering
        self._clock = book.clock
        self._record = record

    def ring_now(self, key: Key) -> None:
        """Let a missed ring sound after all: the same claim, as late as it is."""
        for item, ring in self._waiting(key):
            now = self._clock.now()
            self._book.commit(Change(rings=(RingChange(ring, ring.reopened(now)),)))
            late = now - ring.due
            self._record(
                Rang(at=now, item_id=item.id, label=activity_name(item), due=ring.due, late=late)
            )

    def snooze(self, key: Key) -> None:
        """Let a missed ring sound in its alarm's snooze length; it does not count as a snooze.

        Raises Invalid when the next ring of the alarm comes within a minute.
        """
        for item, ring in self._waiting(key):
            now = self._clock.now()
            until = self._answering.snooze_end(item, now + item.ring.snooze_length)
            waiting = replace(ring.reopened(now), snoozed_until=until, started_at=ring.started_at)
            self._book.commit(Change(rings=(RingChange(ring, waiting),)))
            self._record(Snoozed(at=now, item_id=item.id, label=activity_name(item), until=until))

    def acknowledge(self, key: Key | None = None) -> None:
        """Take note of one missed ring, or of all."""
        noted = [
            RingChange(ring, ring.noted())
            for _, ring in self._book.missed()
            if key is None or ring.key == key
        ]
        if noted:
            self._book.commit(Change(rings=tuple(noted)))

    def _waiting(self, key: Key) -> list[tuple[Item, Ring]]:
        """Give the missed ring of this name, unless its alarm is heard otherwise."""
        found = [(item, ring) for item, ring in self._book.missed() if ring.key == key]
        for item, _ in found:
            if self._book.open_ring(item.id) is not None:
                self.acknowledge(key)
                return []
        return found
