"""A heap of sleepers: who is to be woken at which nanosecond, and who is first."""

import asyncio
import heapq
from collections.abc import Callable
from itertools import count

Sleeper = asyncio.Future[None]


class Wakeups:
    """Futures that complete when their moment has come; one wake-up source serves them all.

    `first_changed` is called with the nanosecond of the first sleeper, None when nobody sleeps,
    whenever that changes. A sleeper that is cancelled, or woken by setting its result, leaves no
    trace after a turn of the loop.
    """

    def __init__(self, first_changed: Callable[[int | None], None]) -> None:
        self._first_changed = first_changed
        self._heap: list[tuple[int, int, Sleeper]] = []
        self._order = count()
        self._first: int | None = None
        self._asleep = 0

    def __len__(self) -> int:
        return self._asleep

    @property
    def first(self) -> int | None:
        """The nanosecond of the first sleeper, None when nobody sleeps."""
        return self._first

    def sleep_until(self, nanosecond: int) -> Sleeper:
        """Give a future that completes at a nanosecond, or at the next wake-up if that is past."""
        sleeper: Sleeper = asyncio.get_running_loop().create_future()
        sleeper.add_done_callback(self._forget)
        heapq.heappush(self._heap, (nanosecond, next(self._order), sleeper))
        self._asleep += 1
        self._look_at_first()
        return sleeper

    def wake(self, now: int) -> None:
        """Complete every future whose moment is not after `now`."""
        while self._heap and self._heap[0][0] <= now:
            _, _, sleeper = heapq.heappop(self._heap)
            # One that is done already has been forgotten, or will be in this turn of the loop.
            if not sleeper.done():
                sleeper.remove_done_callback(self._forget)
                self._asleep -= 1
                sleeper.set_result(None)
        self._look_at_first(always=True)

    def _forget(self, _sleeper: Sleeper) -> None:
        self._asleep -= 1
        if len(self._heap) > 2 * self._asleep:
            self._heap = [entry for entry in self._heap if not entry[2].done()]
            heapq.heapify(self._heap)
        self._look_at_first()

    def _look_at_first(self, *, always: bool = False) -> None:
        while self._heap and self._heap[0][2].done():
            heapq.heappop(self._heap)
        first = self._heap[0][0] if self._heap else None
        if always or first != self._first:
            self._first = first
            self._first_changed(first)
