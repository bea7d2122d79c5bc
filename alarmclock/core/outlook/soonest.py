"""What rings next, of everything, without working out when all of it rings."""

import heapq
from collections.abc import Iterator
from datetime import datetime

from alarmclock.core.alarm import Alarm
from alarmclock.core.book.book import AlarmBook, Moment
from alarmclock.core.change import Item
from alarmclock.core.outlook.earliest import Earliest


def soonest(book: AlarmBook, moment: Moment) -> Iterator[tuple[datetime, str]]:
    """Give the dues of a moment with their items, the first one first, each when it is asked for.

    What rings no more is not among them. Of each item it is cheap to say before when it does not
    ring: so few have to be worked out for the first few.
    """
    floor = _Floor(book, moment)
    heap = [(earliest, item.id, False) for item in book if (earliest := floor.of(item)) is not None]
    heapq.heapify(heap)
    while heap:
        instant, item_id, is_due = heapq.heappop(heap)
        if is_due:
            yield instant, item_id
            continue
        # By the clock as it is now: a part may be asked for some moments later.
        due = book.due(item_id)
        if due is not None:
            heapq.heappush(heap, (due, item_id, True))


class _Floor:
    """Tells of an item before when it does not ring."""

    def __init__(self, book: AlarmBook, moment: Moment) -> None:
        self._book = book
        self._moment = moment
        self._now = moment[0]
        self._is_doubted = book.plausibility.doubt is not None
        self._earliest = Earliest(moment[1])

    def of(self, item: Item) -> datetime | None:
        """Give an instant before which an item does not ring, None where it does not at all."""
        rings = self._book.rings(item.id)
        if (
            self._is_doubted
            or not isinstance(item, Alarm)
            or item.zone is not None
            or any(ring.is_open for ring in rings)
        ):
            # More than its plan decides.
            return self._book.due(item.id, self._moment)
        if item.armed_at is None:
            return None
        after = min(item.armed_at, self._now)
        for ring in rings:
            if ring.time == item.time and after < ring.due <= self._now:
                after = ring.due
        return self._earliest.after(after, item.time)
