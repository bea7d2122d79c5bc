"""What rings next, of everything, without working out when all of it rings."""

import heapq
from collections.abc import Iterator
from datetime import datetime, timedelta

from alarmclock.core.alarm import Alarm
from alarmclock.core.book import AlarmBook, Moment
from alarmclock.core.change import Item

A_DAY_S = 86_400
# Within so long any time of day comes once, and clocks are hardly ever set by more than the slack.
A_DAY_AND_MORE, SLACK = timedelta(hours=27), timedelta(hours=3)


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
        due = book.due(item_id, moment)
        if due is not None:
            heapq.heappush(heap, (due, item_id, True))


class _Floor:
    """Tells the time of day of an instant, and whether clocks are set soon after it."""

    def __init__(self, book: AlarmBook, moment: Moment) -> None:
        self._book = book
        self._moment = moment
        self._now = moment[0]
        self._is_doubted = book.plausibility.doubt is not None
        self._known: dict[datetime, tuple[int, datetime]] = {}

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
        of_day_s, floor = self._known.get(after) or self._look(after)
        wanted = item.time
        wanted_s = wanted.hour * 3600 + wanted.minute * 60 + wanted.second
        return floor + timedelta(seconds=(wanted_s - of_day_s) % A_DAY_S)

    def _look(self, after: datetime) -> tuple[int, datetime]:
        """Give the time of day of an instant, and from when on others are counted from there."""
        zone = self._moment[1]
        local, later = after.astimezone(zone), (after + A_DAY_AND_MORE).astimezone(zone)
        is_steady = local.utcoffset() == later.utcoffset()
        of_day_s = local.hour * 3600 + local.minute * 60 + local.second
        floor = after.replace(microsecond=0)
        found = self._known[after] = of_day_s, floor if is_steady else floor - SLACK
        return found
