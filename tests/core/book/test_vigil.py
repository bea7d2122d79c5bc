"""Why something was late."""

from datetime import timedelta

import pytest

from alarmclock.core.book.vigil import Vigil
from alarmclock.core.ringing import Cause
from alarmclock.daemons.fake_clock import FakeClock
from tests.core.builders import HOUR, MINUTE, SUNDAY_EVENING

NOW = SUNDAY_EVENING
SECOND = timedelta(seconds=1)


@pytest.fixture
def clock():
    """Stand still on a Sunday evening."""
    return FakeClock(NOW)


@pytest.fixture
def vigil(clock):
    """Give a vigil that has just begun."""
    return Vigil(clock)


def watch(clock, vigil, minutes):
    """Let time pass with a mark each minute."""
    for _ in range(minutes):
        clock.advance(MINUTE)
        vigil.mark()


def test_before_the_program_was_opened(vigil):
    """Nobody was there."""
    assert vigil.cause(NOW - SECOND) is Cause.PROGRAM_CLOSED


@pytest.mark.parametrize("marked", [False, True], ids=["at once", "after the next mark"])
def test_over_a_sleep(clock, vigil, marked):
    """Real time went on without a mark: the computer slept, or the process stood still."""
    watch(clock, vigil, 30)
    clock.advance(2 * HOUR)
    if marked:
        vigil.mark()
    assert vigil.cause(NOW + HOUR) is Cause.ASLEEP


@pytest.mark.parametrize("marked", [False, True], ids=["at once", "after the next mark"])
def test_over_a_step_forward(clock, vigil, marked):
    """Real time did not pass, the wall clock did."""
    watch(clock, vigil, 30)
    clock.set_wall(clock.now() + 2 * HOUR)
    if marked:
        vigil.mark()
    assert vigil.cause(NOW + HOUR) is Cause.CLOCK_CHANGED


def test_a_sleep_and_a_step_are_told_apart(clock, vigil):
    """The clock was right to the end of the sleep, and then set forward."""
    clock.advance(HOUR)
    clock.set_wall(clock.now() + HOUR)
    vigil.mark()
    assert vigil.cause(NOW + 30 * MINUTE) is Cause.ASLEEP
    assert vigil.cause(NOW + 90 * MINUTE) is Cause.CLOCK_CHANGED


def test_while_it_was_awake_something_else_went_wrong(clock, vigil):
    """Nobody says that the computer slept when it did not."""
    watch(clock, vigil, 60)
    assert vigil.cause(NOW + 30 * MINUTE) is Cause.NOT_HEARD


def test_what_lies_before_is_due_by_another_zone(clock, vigil):
    """It would have rung in time if that had been the zone."""
    watch(clock, vigil, 60)
    vigil.change_zone()
    assert vigil.cause(NOW + 30 * MINUTE) is Cause.CLOCK_CHANGED


def test_set_back_to_before_the_start_it_was_open_all_the_same(clock, vigil):
    """By the clock as it is now it was opened earlier."""
    clock.set_wall(NOW - 2 * HOUR)
    watch(clock, vigil, 1)
    clock.advance(HOUR)
    assert vigil.opened_at == NOW - 2 * HOUR
    assert vigil.cause(NOW - 90 * MINUTE) is Cause.ASLEEP


def test_a_correction_passes_over_nothing_from_before_the_start(clock, vigil):
    """A clock that was wrong from the start tells nothing of that time."""
    watch(clock, vigil, 1)
    clock.set_wall(NOW + 9 * HOUR)
    vigil.mark()
    vigil.correct()
    assert vigil.opened_at == NOW + 9 * HOUR - MINUTE
    assert vigil.cause(NOW + 5 * HOUR) is Cause.PROGRAM_CLOSED
    assert vigil.cause(NOW + 9 * HOUR - SECOND) is Cause.CLOCK_CHANGED


def test_a_slewed_clock_is_no_step(clock, vigil):
    """Small corrections pass over nothing."""
    watch(clock, vigil, 1)
    clock.set_wall(clock.now() + 0.9 * SECOND)
    vigil.mark()
    assert vigil.cause(clock.now()) is Cause.NOT_HEARD
