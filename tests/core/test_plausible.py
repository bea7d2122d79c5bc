"""When the clock is doubted, and what counts meanwhile."""

from dataclasses import replace
from datetime import timedelta

import pytest

from alarmclock.core.plausible import Doubt, Plausibility, without_late
from alarmclock.core.ring_settings import RingSettings
from alarmclock.daemons.fake_clock import FakeClock
from tests.core.builders import DAY, HOUR, MINUTE, SUNDAY_EVENING, make_alarm, make_timer

NOW = SUNDAY_EVENING
SECOND = timedelta(seconds=1)

OPENED = {
    "for the first time": (None, False),
    "after it was alive": (-DAY, False),
    "within a small correction": (MINUTE, False),
    "before it was alive": (MINUTE + SECOND, True),
    "long before": (20_000 * DAY, True),
}


@pytest.mark.parametrize(("alive", "doubted"), OPENED.values(), ids=OPENED.keys())
def test_at_the_start_the_clock_must_not_be_before_the_last_time(alive, doubted):
    """A time server may have corrected it a little meanwhile."""
    last_alive = None if alive is None else NOW + alive
    assert (Plausibility(FakeClock(NOW), last_alive).doubt is not None) is doubted


STEPS = {
    "forward": (400 * DAY, False),
    "back a little": (-2 * HOUR, False),
    "back three hours": (-3 * HOUR, False),
    "back more": (-3 * HOUR - SECOND, True),
}


@pytest.mark.parametrize(("step", "doubted"), STEPS.values(), ids=STEPS.keys())
def test_a_step_back_of_more_than_three_hours_is_doubted(step, doubted):
    """People and time servers correct less."""
    clock = FakeClock(NOW + step)
    plausibility = Plausibility(clock)
    plausibility.follow(step)
    assert plausibility.doubt == (Doubt(NOW + step, NOW) if doubted else None)


def test_a_doubt_ends_when_the_clock_reads_what_it_did():
    """A step that falls short of it is not enough."""
    clock = FakeClock(NOW - DAY)
    plausibility = Plausibility(clock, NOW)
    for step, doubted in ((23 * HOUR, True), (HOUR, False)):
        clock.set_wall(clock.now() + step)
        plausibility.follow(step)
        assert (plausibility.doubt is not None) is doubted


def test_a_second_step_back_does_not_change_what_is_known():
    """The last time alive stays what it was; the wrong time began earlier."""
    clock = FakeClock(NOW - DAY)
    plausibility = Plausibility(clock, NOW)
    clock.set_wall(NOW - 2 * DAY)
    plausibility.follow(-DAY)
    assert plausibility.doubt == Doubt(NOW - 2 * DAY, NOW)


DOUBT = Doubt(NOW - 5 * HOUR, NOW)
LATER = NOW - 4 * HOUR
COUNTED = {
    "long armed": (NOW - DAY, 30 * MINUTE, LATER - 30 * MINUTE),
    "long armed, always late": (NOW - DAY, None, NOW - DAY),
    "long armed, never late": (NOW - DAY, timedelta(0), LATER - MINUTE),
    "armed lately": (LATER - MINUTE, 30 * MINUTE, LATER - MINUTE),
    "armed ahead": (NOW - HOUR, 120 * MINUTE, NOW - 5 * HOUR),
    "armed ahead, not late": (NOW - HOUR, 30 * MINUTE, LATER - 30 * MINUTE),
}


@pytest.mark.parametrize(("armed_at", "limit", "counted"), COUNTED.values(), ids=COUNTED.keys())
def test_what_is_too_late_does_not_count_meanwhile(armed_at, limit, counted):
    """And what was armed ahead of the clock counts from the beginning of the doubt."""
    alarm = make_alarm(armed_at=armed_at, ring=RingSettings(late_limit=limit))
    assert without_late(alarm, DOUBT, LATER) == replace(alarm, armed_at=counted)


@pytest.mark.parametrize("item", [make_alarm(armed_at=None), make_timer()], ids=["off", "timer"])
def test_what_is_not_armed_counts_as_it_is(item):
    """Timers go by real time, and what is off has nothing to lose."""
    assert without_late(item, DOUBT, LATER) is item
