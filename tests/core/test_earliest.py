"""A time of day does not come before it is expected."""

from datetime import time

import pytest

from alarmclock.core.earliest import Earliest
from alarmclock.core.schedule import instant_of
from tests.core.builders import BERLIN, DAY, local

QUARTERS = [time(n // 4, 15 * (n % 4)) for n in range(96)]


def first_after(instant, wall):
    """Work out when a time of day comes next."""
    days = [instant.astimezone(BERLIN).date() + n * DAY for n in (-1, 0, 1, 2)]
    return min(due for day in days if (due := instant_of(day, wall, BERLIN)) > instant)


@pytest.mark.parametrize(
    "after",
    ["2026-11-22 20:30", "2026-03-28 23:00", "2026-03-29 01:59", "2026-10-25 00:10"],
    ids=["an evening", "before the spring", "just before the gap", "before the autumn"],
)
@pytest.mark.parametrize("wall", QUARTERS, ids=str)
def test_it_is_never_later_than_the_ring(after, wall):
    """It may be earlier, as around a change of clocks."""
    instant = local(after)
    assert Earliest(BERLIN).after(instant, wall) <= first_after(instant, wall)


def test_it_is_exact_on_an_ordinary_day():
    """So that few are looked at too early."""
    evening = local("2026-11-22 20:30")
    assert Earliest(BERLIN).after(evening, time(7)) == local("2026-11-23 07:00")
