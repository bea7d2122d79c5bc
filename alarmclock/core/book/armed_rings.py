"""The ways in which what is armed will ring: few, however many alarms there are."""

from collections import Counter

from alarmclock.core.book.book import AlarmBook
from alarmclock.core.change import Change, Item
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.timer import Timer


class ArmedRings:
    """Follows the book change by change, since to ask every alarm anew would take too long."""

    def __init__(self, book: AlarmBook) -> None:
        self._book = book
        self._by_item: dict[str, RingSettings] = {}
        # By identity: alarms share these values, and to compare them by their parts takes long.
        self._counts: Counter[int] = Counter()
        self._rings: dict[int, RingSettings] = {}

    def start(self) -> None:
        """Read the book, and follow it."""
        for item in self._book:
            if self._will_ring(item):
                self._put(item)
        self._book.listen(self._follow)

    @property
    def found(self) -> frozenset[RingSettings]:
        """Give each way to ring once."""
        return frozenset(self._rings.values())

    def _follow(self, change: Change) -> None:
        for item_id in change.item_ids:
            self._take(item_id)

    def _take(self, item_id: str) -> None:
        self._forget(item_id)
        item = self._book.find(item_id)
        if item is not None and self._will_ring(item):
            self._put(item)

    def _put(self, item: Item) -> None:
        ring = item.ring
        self._by_item[item.id] = self._rings[id(ring)] = ring
        self._counts[id(ring)] += 1

    def _forget(self, item_id: str) -> None:
        ring = self._by_item.pop(item_id, None)
        if ring is not None:
            self._counts[id(ring)] -= 1
            if not self._counts[id(ring)]:
                del self._counts[id(ring)], self._rings[id(ring)]

    def _will_ring(self, item: Item) -> bool:
        is_waiting = item.ends_at if isinstance(item, Timer) else item.armed_at
        return is_waiting is not None or self._book.open_ring(item.id) is not None
