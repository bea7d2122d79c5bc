"""Merges many ordered series of which few are wanted, without beginning those that come later."""

import heapq
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from typing import TypeVar

One = TypeVar("One")


Series = tuple[datetime, timedelta, Iterator[One]]


def lazily_merged(
    series: Iterable[Series[One]], instant_of: Callable[[One], datetime]
) -> Iterator[One]:
    """Give all in the order of their instants; of equal ones, those of an earlier series first.

    With each series comes an instant before which it has nothing, and how far apart two of it are
    at least: it is not asked for one that can't be the next of all.
    """
    heap: list[tuple[datetime, int, list[One], timedelta, Iterator[One]]] = [
        (floor, order, [], apart, one) for order, (floor, apart, one) in enumerate(series)
    ]
    heapq.heapify(heap)
    while heap:
        instant, order, found, apart, one = heap[0]
        if found:
            yield found[0]
            heapq.heapreplace(heap, (instant + apart, order, [], apart, one))
            continue
        following = next(one, None)
        if following is None:
            heapq.heappop(heap)
        else:
            heapq.heapreplace(heap, (instant_of(following), order, [following], apart, one))
