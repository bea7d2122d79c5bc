"""Series are merged by their instants, and begun no earlier than need be."""

from datetime import timedelta
from heapq import merge
from itertools import islice, pairwise

from hypothesis import given
from hypothesis import strategies as some

from alarmclock.core.outlook.lazy_merge import lazily_merged
from tests.core.builders import DAY, MINUTE, SUNDAY_EVENING


def at(minutes):
    """Give an instant."""
    return SUNDAY_EVENING + timedelta(minutes=minutes)


def named(name, minutes):
    """Give a series of instants, each with the name of the series."""
    return ((at(minute), name) for minute in sorted(minutes))


lists = some.lists(some.lists(some.integers(0, 20), max_size=6), max_size=6)


def least_distance(minutes):
    """Give how far apart two of a series are at least."""
    return min((after - before for before, after in pairwise(sorted(minutes))), default=0)


@given(lists, some.integers(0, 3), some.booleans())
def test_it_gives_what_a_merge_gives(minutes, early, is_known):
    """In the same order, however much earlier than its first a series was expected."""
    expected = [
        (at(min(one, default=0) - early), (least_distance(one) if is_known else 0) * MINUTE)
        for one in minutes
    ]
    series = [named(name, one) for name, one in enumerate(minutes)]
    found = lazily_merged(
        [(floor, number) for number, (floor, _) in enumerate(expected)],
        lambda number: (expected[number][1], series[number]),
        lambda pair: pair[0],
    )
    plain = merge(*(named(name, one) for name, one in enumerate(minutes)), key=lambda pair: pair[0])
    assert list(found) == list(plain)


def test_a_later_series_is_not_begun():
    """Of ten thousand few have to be worked out for the first few."""
    begun = []

    def series(minute):
        begun.append(minute)
        yield at(minute)

    many = ((at(minute), minute) for minute in range(1000))
    found = lazily_merged(many, lambda minute: (MINUTE, series(minute)), lambda instant: instant)
    assert list(islice(found, 3)) == [at(0), at(1), at(2)]
    assert begun == [0, 1, 2]


def test_what_follows_is_not_looked_for_too_early():
    """Most series are wanted once only, though each has more to give."""
    asked = []

    def series(minute):
        for day in range(3):
            asked.append((minute, day))
            yield at(minute) + day * DAY

    many = ((at(minute), minute) for minute in range(3))
    found = lazily_merged(many, lambda minute: (DAY, series(minute)), lambda instant: instant)
    assert len(list(islice(found, 3))) == 3
    assert asked == [(0, 0), (1, 0), (2, 0)]
