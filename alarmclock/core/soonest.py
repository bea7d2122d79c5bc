"""What rings next, of everything, without working out when all of it rings."""

import heapq
from collections.abc import Iterator
from datetime import datetime, time, timedelta

from alarmclock.core.alarm import Alarm
from alarmclock.core.book import AlarmBook, Moment
from alarmclock.core.change import Item
from alarmclock.core.rule import ONE_DAY

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
        self._known: dict[datetime, tuple[int, bool]] = {}

    def of(self, item: Item) -> datetime | None:
        """Give an instant before which an item does not ring, None where it does not at all."""
        if not isinstance(item, Alarm) or item.zone is not None or self._is_odd(item):
            return self._book.due(item.id, self._moment)
        if item.armed_at is None:
            return None
        after = self._counted_from(item, item.armed_at)
        of_day, is_steady = self._look(after)
        left = timedelta(seconds=(_seconds(item.time) - of_day) % A_DAY_S)
        earliest = after.replace(microsecond=0) + left
        return earliest if is_steady else earliest - SLACK

    def _is_odd(self, alarm: Alarm) -> bool:
        """Tell whether more than the plan decides."""
        doubted = self._book.plausibility.doubt is not None
        return doubted or self._book.open_ring(alarm.id) is not None

    def _counted_from(self, alarm: Alarm, armed_at: datetime) -> datetime:
        """Give the instant after which its occurrences are looked for."""
        rung = (
            ring.due
            for ring in self._book.rings(alarm.id)
            if ring.time == alarm.time and ring.due <= self._now
        )
        return max(min(armed_at, self._now), max(rung, default=armed_at - ONE_DAY))

    def _look(self, after: datetime) -> tuple[int, bool]:
        found = self._known.get(after)
        if found is None:
            zone = self._moment[1]
            local, later = after.astimezone(zone), (after + A_DAY_AND_MORE).astimezone(zone)
            is_steady = local.utcoffset() == later.utcoffset()
            found = self._known[after] = _seconds(local.time()), is_steady
        return found


def _seconds(of_day: time) -> int:
    return of_day.hour * 3600 + of_day.minute * 60 + of_day.second
