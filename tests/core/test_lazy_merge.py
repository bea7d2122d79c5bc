"""Series are merged by their instants, and begun no earlier than need be."""

from datetime import timedelta
from heapq import merge
from itertools import islice

from hypothesis import given
from hypothesis import strategies as some

from alarmclock.core.lazy_merge import lazily_merged
from tests.core.builders import SUNDAY_EVENING


def at(minutes):
    """Give an instant."""
    return SUNDAY_EVENING + timedelta(minutes=minutes)


def named(name, minutes):
    """Give a series of instants, each with the name of the series."""
    return ((at(minute), name) for minute in sorted(minutes))


lists = some.lists(some.lists(some.integers(0, 20), max_size=6), max_size=6)


@given(lists, some.integers(0, 3))
def test_it_gives_what_a_merge_gives(minutes, early):
    """In the same order, however much earlier than its first a series was expected."""
    floors = [at(min(one, default=0) - early) for one in minutes]
    series = [named(name, one) for name, one in enumerate(minutes)]
    found = lazily_merged(zip(floors, series, strict=True), lambda pair: pair[0])
    plain = merge(*(named(name, one) for name, one in enumerate(minutes)), key=lambda pair: pair[0])
    assert list(found) == list(plain)


def test_a_later_series_is_not_begun():
    """Of ten thousand few have to be worked out for the first few."""
    begun = []

    def series(minute):
        begun.append(minute)
        yield at(minute)

    many = ((at(minute), series(minute)) for minute in range(1000))
    assert list(islice(lazily_merged(many, lambda instant: instant), 3)) == [at(0), at(1), at(2)]
    assert begun == [0, 1, 2]
