import pytest

from alarmclock.core.goal import Aim, Goal
from alarmclock.daemons.countdown import RealCountdown, WallCountdown, countdown_to
from alarmclock.daemons.fake_clock import FakeClock
from tests.daemons.builders import DAY, HOUR, MICROSECOND, MINUTE, NOW, SECOND


@pytest.fixture
def clock():
    """Give a clock that has run for a day and stands at NOW."""
    clock = FakeClock(NOW - DAY)
    clock.advance(DAY)
    return clock


def make_goal(after, *, in_real_time):
    """Make a goal that lies so long after NOW."""
    return Goal("one", Aim.RING, NOW + after, in_real_time=in_real_time)


@pytest.mark.parametrize(
    ("in_real_time", "kind"),
    [(False, WallCountdown), (True, RealCountdown)],
    ids=["alarm", "timer"],
)
def test_each_goal_goes_by_its_clock(clock, in_real_time, kind):
    """An alarm counts down by the wall clock, a timer in real time."""
    countdown = countdown_to(make_goal(HOUR, in_real_time=in_real_time), clock)
    assert isinstance(countdown, kind)
    assert countdown.left() == HOUR


@pytest.mark.parametrize(
    ("in_real_time", "left"), [(False, 2 * HOUR), (True, HOUR)], ids=["alarm", "timer"]
)
def test_a_clock_set_back_makes_only_an_alarm_wait(clock, in_real_time, left):
    """What is left of a timer does not change with the wall clock."""
    countdown = countdown_to(make_goal(HOUR, in_real_time=in_real_time), clock)
    clock.set_wall(NOW - HOUR)
    assert countdown.left() == left


@pytest.mark.parametrize("in_real_time", [False, True], ids=["alarm", "timer"])
def test_a_past_goal_has_nothing_left(clock, in_real_time):
    """What is left of a goal in the past is less than nothing."""
    countdown = countdown_to(make_goal(-MINUTE, in_real_time=in_real_time), clock)
    assert countdown.left() == -MINUTE


WAKES = {
    "alarm, whole seconds": (False, 3 * SECOND, 0 * SECOND, SECOND),
    "alarm, within a second": (False, 3 * SECOND, 0.3 * SECOND, SECOND),
    "alarm due within a second": (False, 0.5 * SECOND, 0 * SECOND, 0.5 * SECOND),
    "timer, whole seconds": (True, 3 * SECOND, 0 * SECOND, SECOND),
    "timer, within a second": (True, 3 * SECOND, 0.3 * SECOND, SECOND),
    "timer of half seconds": (True, 3.5 * SECOND, 0 * SECOND, 0.5 * SECOND),
    "timer, the last second": (True, 3 * SECOND, 2.3 * SECOND, 3 * SECOND),
}


@pytest.mark.parametrize(
    ("in_real_time", "length", "passed", "wakes"), WAKES.values(), ids=WAKES.keys()
)
async def test_ticks_come_on_whole_seconds(clock, in_real_time, length, passed, wakes):
    """An alarm ticks on seconds of the wall clock, a timer when whole seconds are left."""
    countdown = countdown_to(make_goal(length, in_real_time=in_real_time), clock)
    clock.advance(passed)
    sleeper = countdown.sleep(ticking=True)
    clock.advance(wakes - passed - MICROSECOND)
    assert not sleeper.done()
    clock.advance(MICROSECOND)
    assert sleeper.done()


@pytest.mark.parametrize("in_real_time", [False, True], ids=["alarm", "timer"])
async def test_without_ticks_it_sleeps_through(clock, in_real_time):
    """When nobody looks, the only wake-up is the goal."""
    sleeper = countdown_to(make_goal(HOUR, in_real_time=in_real_time), clock).sleep(ticking=False)
    clock.advance(HOUR - MICROSECOND)
    assert not sleeper.done()
    clock.advance(MICROSECOND)
    assert sleeper.done()


class CreepingClock(FakeClock):
    """A clock on which time passes with every look, as on a real one."""

    def now(self):
        """Give the time and let a microsecond pass."""
        self.advance(MICROSECOND)
        return super().now()

    def elapsed(self):
        """Give real time and let a microsecond pass."""
        self.advance(MICROSECOND)
        return super().elapsed()


def test_a_timer_is_not_early_by_the_time_of_looking():
    """Between the looks at two clocks time passes, and a timer is not made shorter by it."""
    clock = CreepingClock(NOW)
    countdown = countdown_to(make_goal(MINUTE, in_real_time=True), clock)
    assert countdown.end >= MINUTE
