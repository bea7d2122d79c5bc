"""The way from now to a goal, measured by the clock that the goal goes by."""

from datetime import timedelta

from alarmclock.core.goal import Goal
from alarmclock.daemons.clock import ONE_SECOND, WakingClock, next_second
from alarmclock.daemons.wakeups import Sleeper
from alarmclock.values import dataclass

NOTHING = timedelta(0)


@dataclass(frozen=True, slots=True)
class WallCountdown:
    """Counts down to an instant of the wall clock; ticks on its whole seconds."""

    clock: WakingClock
    goal: Goal

    def left(self) -> timedelta:
        """Give what is left, nothing or less once it is reached."""
        return self.goal.at - self.clock.now()

    def sleep(self, *, ticking: bool) -> Sleeper:
        """Sleep until the goal, or until the next tick if that comes first."""
        tick = next_second(self.clock.now())
        return self.clock.wake_at(min(tick, self.goal.at) if ticking else self.goal.at)


@dataclass(frozen=True, slots=True)
class RealCountdown:
    """Counts down a length of real time; ticks when a whole number of seconds is left.

    The wall clock may be set meanwhile: that makes a timer neither longer nor shorter.
    """

    clock: WakingClock
    goal: Goal
    end: timedelta

    def left(self) -> timedelta:
        """Give what is left, nothing or less once it is reached."""
        return self.end - self.clock.elapsed()

    def sleep(self, *, ticking: bool) -> Sleeper:
        """Sleep until the goal, or until the next tick if that comes first."""
        left = self.left()
        until_tick = left % ONE_SECOND or ONE_SECOND
        tick = self.clock.elapsed() + until_tick
        return self.clock.wake_at_elapsed(min(tick, self.end) if ticking else self.end)


Countdown = WallCountdown | RealCountdown


def countdown_to(goal: Goal, clock: WakingClock) -> Countdown:
    """Begin the countdown to a goal."""
    if goal.in_real_time:
        # The wall clock is read first: the time between the two looks must not shorten a timer.
        left = goal.at - clock.now()
        return RealCountdown(clock, goal, clock.elapsed() + left)
    return WallCountdown(clock, goal)
