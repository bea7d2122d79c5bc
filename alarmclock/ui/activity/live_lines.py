"""The last tick of each daemon, and which of them have a line."""

from bisect import insort
from datetime import datetime, timedelta
from heapq import merge

from alarmclock.core.activity.events import Ticked

# Ticks tell whole seconds, so the due that they lead to varies by some of a second.
JITTER = timedelta(seconds=2)

Place = tuple[datetime, str]


class LiveLines:
    """Keeps one tick a daemon, in the order of their dues.

    All timers have a line; of the alarms only those that are due first, `most_alarms` of them.
    """

    def __init__(self, most_alarms: int | None = None) -> None:
        self._most_alarms = most_alarms
        self._ticks: dict[str, Ticked] = {}
        self._places: dict[str, Place] = {}
        self._timers: list[Place] = []
        self._alarms: list[Place] = []

    def put(self, tick: Ticked) -> bool:
        """Take in a tick, and tell whether the order of the lines may be another one now."""
        due = tick.at + tick.left
        if self._is_in_place(tick, due):
            self._ticks[tick.item_id] = tick
            return False
        self.drop(tick.item_id)
        self._ticks[tick.item_id] = tick
        self._places[tick.item_id] = place = (due, tick.item_id)
        insort(self._row(tick), place)
        return True

    def drop(self, item_id: str) -> bool:
        """Forget a daemon, and tell whether it was known."""
        tick = self._ticks.pop(item_id, None)
        if tick is None:
            return False
        self._row(tick).remove(self._places.pop(item_id))
        return True

    def item_ids(self) -> set[str]:
        """Give the daemons that tick, shown or not."""
        return set(self._ticks)

    def shown(self) -> list[Ticked]:
        """List the ticks that have a line, what is due first at the top."""
        places = merge(self._timers, self._alarms[: self._most_alarms])
        return [self._ticks[item_id] for _, item_id in places]

    def _is_in_place(self, tick: Ticked, due: datetime) -> bool:
        before = self._ticks.get(tick.item_id)
        if before is None or _is_timer(before) != _is_timer(tick):
            return False
        return abs(due - self._places[tick.item_id][0]) < JITTER

    def _row(self, tick: Ticked) -> list[Place]:
        return self._timers if _is_timer(tick) else self._alarms


def _is_timer(tick: Ticked) -> bool:
    return tick.count is not None
