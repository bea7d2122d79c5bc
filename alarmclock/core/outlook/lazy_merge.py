"""Merges many ordered series of which few are wanted, without beginning those that come later."""

import heapq
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from typing import TypeVar

One = TypeVar("One")
Key = TypeVar("Key")

# How far apart two of a series are at least, and the series itself.
Series = tuple[timedelta, Iterator[One]]
Begun = tuple[timedelta, Iterator[One], One | None]


def lazily_merged(
    floors: Iterable[tuple[datetime, Key]],
    begin: Callable[[Key], Series[One]],
    instant_of: Callable[[One], datetime],
) -> Iterator[One]:
    """Give all in the order of their instants; of equal ones, those of an earlier series first.

    Each series is known by a key, with an instant before which it has nothing. It is begun, and
    asked for more, only when that can be the next of all.
    """
    heap: list[tuple[datetime, int, Key, Begun[One] | None]] = [
        (floor, order, key, None) for order, (floor, key) in enumerate(floors)
    ]
    heapq.heapify(heap)
    while heap:
        instant, order, key, begun = heap[0]
        apart, series, found = begun or (*begin(key), None)
        if found is not None:
            yield found
            heapq.heapreplace(heap, (instant + apart, order, key, (apart, series, None)))
        elif (following := next(series, None)) is not None:
            due = instant_of(following)
            heapq.heapreplace(heap, (due, order, key, (apart, series, following)))
        else:
            heapq.heappop(heap)
