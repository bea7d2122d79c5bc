"""The daemon of one alarm or timer: it waits in the background, ticks, and brings the ring.

The model is an alarm that ticks once a second while the main program goes on with other things,
and reports "Alarm cancelled" when the event loop ends first.
"""

import asyncio
from collections.abc import Callable
from datetime import timedelta

from alarmclock.core.book import AlarmBook
from alarmclock.core.change import Item
from alarmclock.core.events import Armed, Cancelled, Event, Ticked
from alarmclock.core.goal import Aim, Goal
from alarmclock.core.timer import Timer
from alarmclock.daemons.clock import ONE_SECOND, WakingClock
from alarmclock.daemons.countdown import NOTHING, Countdown, countdown_to
from alarmclock.daemons.wakeups import Sleeper

Record = Callable[[Event], None]
Reach = Callable[[Goal], None]


class Daemon:
    """Runs from one goal of its item to the next, and ends when there is none."""

    def __init__(
        self, item_id: str, book: AlarmBook, clock: WakingClock, reach: Reach, record: Record
    ) -> None:
        self._item_id = item_id
        self._book = book
        self._clock = clock
        self._reach = reach
        self._record = record
        self._sleeper: Sleeper | None = None
        self._nudged = False
        self._goal: Goal | None = None
        self._item: Item | None = None
        self.is_seen = False
        self.has_begun = False

    async def run(self, *, announce: bool = True) -> None:
        """Wait for each goal and reach it; report the cancellation and pass it on.

        `announce` is False for the many that are armed together at start.
        """
        self.has_begun = True
        try:
            while (goal := self._next_goal()) is not None:
                countdown = countdown_to(goal, self._clock)
                if announce:
                    self._report_armed(goal)
                announce = True
                if await self._wait(goal, countdown):
                    self._reach(goal)
                    self._insist_on_progress(goal)
        except asyncio.CancelledError:
            self.report_cancelled()
            raise

    def nudge(self) -> None:
        """Look again at what to wait for: the item, the clock or the zone has changed."""
        self._nudged = True
        self._wake()

    def be_seen(self, *, seen: bool) -> None:
        """Tick while somebody looks, sleep through otherwise."""
        if seen != self.is_seen:
            self.is_seen = seen
            self._wake()

    def report_cancelled(self) -> None:
        """Report that the wait is over before the due."""
        if self._goal is None:
            self._next_goal()
        if self._goal is None or self._item is None:
            return
        now = self._clock.now()
        left = max(self._goal.at - now, NOTHING)
        item, due = self._item, self._goal.at
        self._record(Cancelled(at=now, item_id=item.id, label=item.label, due=due, left=left))

    def _next_goal(self) -> Goal | None:
        self._goal = self._book.goal(self._item_id)
        self._item = self._book.find(self._item_id) or self._item
        return self._goal

    def _insist_on_progress(self, reached: Goal) -> None:
        """Raise rather than reach the same goal for ever without a pause."""
        if self._book.goal(self._item_id) == reached:
            raise RuntimeError("the ring was due and nothing came of it")

    async def _wait(self, goal: Goal, countdown: Countdown) -> bool:
        """Wait for a goal and tell whether it was reached; otherwise there is another one."""
        ticked = None
        while (left := countdown.left()) > NOTHING:
            self._sleeper = countdown.sleep(ticking=self.is_seen and goal.aim is not Aim.TIME_OUT)
            await self._sleeper
            if self._nudged:
                self._nudged = False
                if self._book.goal(self._item_id) != goal:
                    return False
            left = _whole_seconds(countdown.left())
            if self.is_seen and goal.aim is not Aim.TIME_OUT and left != ticked:
                ticked = left
                self._report_tick(goal, left)
        return True

    def _wake(self) -> None:
        if self._sleeper is not None and not self._sleeper.done():
            self._sleeper.set_result(None)

    def _report_armed(self, goal: Goal) -> None:
        if goal.aim is not Aim.RING:
            return
        item = self._book.item(self._item_id)
        length = item.length if isinstance(item, Timer) else None
        now = self._clock.now()
        self._record(Armed(at=now, item_id=item.id, label=item.label, due=goal.at, length=length))

    def _report_tick(self, goal: Goal, left: timedelta) -> None:
        item = self._book.item(self._item_id)
        count = total = None
        if isinstance(item, Timer) and goal.aim is Aim.RING:
            total = item.length // ONE_SECOND
            count = total - left // ONE_SECOND
            if count <= 0:
                return
        elif left <= NOTHING:
            return
        now = self._clock.now()
        self._record(
            Ticked(at=now, item_id=item.id, label=item.label, left=left, count=count, total=total)
        )


def _whole_seconds(left: timedelta) -> timedelta:
    """Round up to whole seconds: a tick comes some milliseconds after its second."""
    return max(-(-left // ONE_SECOND), 0) * ONE_SECOND
