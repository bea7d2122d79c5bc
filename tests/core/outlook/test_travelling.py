"""From when an alarm counts after a change of the zone."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from alarmclock.core.outlook.travelling import taken_along
from tests.core.builders import BERLIN, NEW_YORK, local, make_alarm, make_ring

KATHMANDU = ZoneInfo("Asia/Kathmandu")
NOW = local("2026-11-23 16:00")

JOURNEYS = {
    "to the west": (BERLIN, NEW_YORK, "2026-11-23 09:00", "2026-11-23 09:00"),
    "to the east": (BERLIN, KATHMANDU, "2026-11-23 09:00", "2026-11-23 09:00"),
    "over midnight": (BERLIN, KATHMANDU, "2026-11-22 23:30", "2026-11-22 23:30"),
    "no further than now": (BERLIN, NEW_YORK, "2026-11-23 15:00", "2026-11-23 10:00"),
    "into summer time": (NEW_YORK, BERLIN, "2026-03-29 02:30", "2026-03-29 03:30"),
    "nowhere": (BERLIN, BERLIN, "2026-11-23 09:00", "2026-11-23 09:00"),
}


@pytest.mark.parametrize(
    ("before", "after", "armed", "expected"), JOURNEYS.values(), ids=JOURNEYS.keys()
)
def test_it_counts_from_the_same_time_on_the_wall(before, after, armed, expected):
    """But never from a time that is still to come."""
    alarm = make_alarm(armed_at=local(armed, before))
    moved = taken_along(alarm, [], NOW, before, after)
    assert moved.armed_at == local(expected, after)


UNMOVED = {
    "pinned": make_alarm(zone="Europe/Berlin"),
    "off": make_alarm(armed_at=None),
}


@pytest.mark.parametrize("alarm", UNMOVED.values(), ids=UNMOVED.keys())
def test_what_does_not_follow_the_traveller_stays(alarm):
    """A pinned alarm has its own zone, and one that is off counts from nothing."""
    assert taken_along(alarm, [], NOW, BERLIN, NEW_YORK) is alarm


def test_what_has_rung_counts_from_its_ring():
    """A ring from before the alarm was set anew does not count."""
    ring, armed_at = make_ring(), local("2026-11-23 06:00")
    rung = make_alarm(armed_at=armed_at)
    anew = make_alarm(armed_at=ring.due + timedelta(minutes=1))
    assert taken_along(rung, [ring], NOW, BERLIN, NEW_YORK) is rung
    assert taken_along(anew, [ring], NOW, BERLIN, NEW_YORK) != anew
