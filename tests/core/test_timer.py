"""Timers: running, paused, extended, restarted, ended."""

from datetime import datetime, timedelta

import pytest

from alarmclock.core.errors import Invalid
from alarmclock.core.timer import LONGEST_TIMER, SHORTEST_TIMER, Timer
from tests.core.builders import MINUTE, SUNDAY_EVENING, make_timer

NOW = SUNDAY_EVENING


def test_a_started_timer_ends_after_its_length():
    """It runs for its whole length from now."""
    timer = make_timer(10).started(NOW)
    assert timer.ends_at == NOW + 10 * MINUTE
    assert timer.time_left(NOW + 4 * MINUTE) == 6 * MINUTE


def test_nothing_is_left_after_the_end():
    """What is left is never negative."""
    assert make_timer(10).started(NOW).time_left(NOW + 11 * MINUTE) == timedelta(0)
    assert make_timer(10).time_left(NOW) == timedelta(0)


def test_a_paused_timer_stands_still():
    """Its rest does not shrink, however late it is."""
    paused = make_timer(10).started(NOW).paused(NOW + 4 * MINUTE)
    assert paused.ends_at is None
    assert paused.time_left(NOW + 99 * MINUTE) == 6 * MINUTE


def test_a_resumed_timer_runs_for_its_rest():
    """A pause moves the end."""
    paused = make_timer(10).started(NOW).paused(NOW + 4 * MINUTE)
    resumed = paused.resumed(NOW + 60 * MINUTE)
    assert (resumed.ends_at, resumed.left) == (NOW + 66 * MINUTE, None)


def test_an_extended_timer_has_more_left_and_a_longer_whole():
    """A minute more counts for the progress, too."""
    longer = make_timer(10).started(NOW).extended(MINUTE)
    assert (longer.ends_at, longer.length) == (NOW + 11 * MINUTE, 11 * MINUTE)


def test_a_paused_timer_is_extended_and_stays_paused():
    """More time does not start it."""
    longer = make_timer(10, left=2 * MINUTE).extended(MINUTE)
    assert (longer.ends_at, longer.left, longer.length) == (None, 3 * MINUTE, 11 * MINUTE)


@pytest.mark.parametrize(
    "timer",
    [make_timer(), make_timer(left=MINUTE), make_timer(ends_at=NOW)],
    ids=["ended", "paused", "running"],
)
def test_a_restarted_timer_runs_its_whole_length(timer):
    """Whatever it did before, it begins again."""
    restarted = timer.started(NOW)
    assert (restarted.ends_at, restarted.left) == (NOW + 10 * MINUTE, None)


def test_an_ended_timer_keeps_its_length():
    """It can be run again."""
    ended = make_timer(10).started(NOW).ended()
    assert (ended.ends_at, ended.left, ended.length) == (None, None, 10 * MINUTE)


@pytest.mark.parametrize("length", [timedelta(0), timedelta(seconds=-1), LONGEST_TIMER * 2])
def test_impossible_lengths_are_refused(length):
    """The sentence names the possible ones."""
    with pytest.raises(Invalid, match="from 1 second to 99 h 59 min 59 s") as caught:
        Timer(length)
    assert caught.value.field == "length"


@pytest.mark.parametrize("length", [SHORTEST_TIMER, LONGEST_TIMER])
def test_the_limits_themselves_are_possible(length):
    """One second and 99 h 59 min 59 s are lengths."""
    assert Timer(length).length == length


def test_a_timer_is_not_extended_beyond_the_longest():
    """There are only two digits for the hours."""
    with pytest.raises(Invalid):
        Timer(LONGEST_TIMER).started(NOW).extended(MINUTE)


def test_a_timer_does_not_run_and_pause_at_once():
    """Its two states exclude each other."""
    with pytest.raises(ValueError, match="can't run and be paused"):
        make_timer(ends_at=NOW, left=MINUTE)


def test_an_end_is_an_instant_in_utc():
    """A local time is refused: its arithmetic is wrong over a change of clocks."""
    with pytest.raises(ValueError, match="not in UTC"):
        make_timer(ends_at=datetime(2026, 11, 22))  # noqa: DTZ001 - that is the point
