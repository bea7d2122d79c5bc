"""Merges many ordered series of which few are wanted, without beginning those that come later."""

import heapq
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import TypeVar

One = TypeVar("One")


def lazily_merged(
    series: Iterable[tuple[datetime, Iterator[One]]], instant_of: Callable[[One], datetime]
) -> Iterator[One]:
    """Give all in the order of their instants; of equal ones, those of an earlier series first.

    With each series comes an instant before which it has nothing: it is not begun before that.
    """
    heap: list[tuple[datetime, int, list[One], Iterator[One]]] = [
        (floor, order, [], one) for order, (floor, one) in enumerate(series)
    ]
    heapq.heapify(heap)
    while heap:
        _, order, first, one = heap[0]
        if first:
            yield first[0]
        following = next(one, None)
        if following is None:
            heapq.heappop(heap)
        else:
            heapq.heapreplace(heap, (instant_of(following), order, [following], one))
