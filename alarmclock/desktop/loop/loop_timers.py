"""The calls that wait for their instant on the loop's clock."""

import asyncio
import heapq
import itertools


class TimerQueue:
    """Waiting calls, soonest first; calls for the same instant keep the order they came in."""

    def __init__(self) -> None:
        self._heap: list[tuple[float, int, asyncio.TimerHandle]] = []
        self._order = itertools.count()
        self._cancelled = 0

    def __len__(self) -> int:
        return len(self._heap)

    @property
    def next_due(self) -> float | None:
        """When the soonest call is due, in seconds of the loop's clock; None without a call."""
        return self._heap[0][0] if self._heap else None

    def add(self, handle: asyncio.TimerHandle) -> None:
        """Let this call wait."""
        heapq.heappush(self._heap, (handle.when(), next(self._order), handle))

    def forget(self, handle: asyncio.TimerHandle) -> None:
        """Drop a call that is just being cancelled.

        The soonest call is dropped at once; the others when they would be more than half of all,
        so that cancelling stays cheap and never leaves more waste than use.
        """
        self._cancelled += 1
        while self._heap and self._is_gone(self._heap[0], handle):
            heapq.heappop(self._heap)
        if 2 * self._cancelled > len(self._heap):
            self._heap = [entry for entry in self._heap if not self._is_gone(entry, handle)]
            heapq.heapify(self._heap)
            self._cancelled = 0

    def pop_due(self, now: float) -> list[asyncio.TimerHandle]:
        """Take out every call that is due, in order; a call is never due early."""
        due = []
        while self._heap and self._heap[0][0] <= now:
            due.append(heapq.heappop(self._heap)[2])
        return due

    def clear(self) -> None:
        """Forget every call."""
        self._heap.clear()
        self._cancelled = 0

    @staticmethod
    def _is_gone(
        entry: tuple[float, int, asyncio.TimerHandle], cancelling: asyncio.TimerHandle
    ) -> bool:
        # asyncio tells the loop before it marks the handle as cancelled.
        return entry[2] is cancelling or entry[2].cancelled()
