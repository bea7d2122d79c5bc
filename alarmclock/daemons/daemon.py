"""The daemon of one alarm or timer: it waits in the background, ticks, and brings the ring.

The model is an alarm that ticks once a second while the main program goes on with other things,
and reports "Alarm cancelled" when the event loop ends first.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from alarmclock.core.activity.events import Armed, Cancelled, Event, Ticked
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.change import Item
from alarmclock.core.goal import Aim, Goal
from alarmclock.core.timer import Timer
from alarmclock.core.words.wording import activity_name
from alarmclock.daemons.clock import ONE_SECOND, WakingClock
from alarmclock.daemons.countdown import NOTHING, Countdown, countdown_to
from alarmclock.daemons.wakeups import Sleeper

# The last seconds before an alarm sounds are ticks; those before it falls silent or asks are not.
TICKING = (Aim.RING, Aim.RING_AGAIN)

Record = Callable[[Event], None]
Reach = Callable[[Goal], Awaitable[None]]


class Daemon:
    """Runs from one goal of its item to the next, and ends when there is none."""

    # There may be many thousand of them.
    __slots__ = (
        "_announces",
        "_book",
        "_clock",
        "_due",
        "_item",
        "_item_id",
        "_nudged",
        "_reach",
        "_record",
        "_sleeper",
        "has_begun",
        "is_seen",
    )

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
        self._announces = True
        self._due: datetime | None = None
        self._item: Item | None = None
        self.is_seen = False
        self.has_begun = False

    def look_ahead(self) -> bool:
        """Look at what comes next, and tell whether there is anything to wait for."""
        return self._next_goal() is not None

    async def run(self, *, announce: bool = True) -> None:
        """Wait for each goal and reach it; report the cancellation and pass it on.

        `announce` is False for the many that are armed together at start.
        """
        self.has_begun = True
        try:
            goal = self._next_goal()
            while goal is not None:
                countdown = countdown_to(goal, self._clock)
                if announce:
                    self._report_armed(goal)
                following = await self._wait(goal, countdown)
                reached = following is goal
                if reached:
                    await self._reach(goal)
                    following = self._next_goal()
                    _insist_on_progress(goal, following)
                announce = reached or self._announces
                goal = following
        except asyncio.CancelledError:
            self.report_cancelled()
            raise

    async def pause(self, length: timedelta) -> None:
        """Rest after a failure until nudged, since then it may be mended, or for so long."""
        self._nudged = False
        end = self._clock.elapsed() + length
        try:
            while not self._nudged and self._clock.elapsed() < end:
                self._sleeper = self._clock.wake_at_elapsed(end)
                await self._sleeper
        except asyncio.CancelledError:
            self.report_cancelled()
            raise

    def nudge(self, *, announce: bool = True) -> None:
        """Look again at what to wait for: the item, the clock or the zone has changed.

        `announce` is False when somebody else tells what came of it.
        """
        self._nudged = True
        self._announces = announce
        self._wake()

    def be_seen(self, *, seen: bool) -> None:
        """Tick while somebody looks, sleep through otherwise."""
        if seen != self.is_seen:
            self.is_seen = seen
            self._wake()

    def report_cancelled(self) -> None:
        """Report that the wait is over before its time; one that never began has no due to tell."""
        if self._due is None or self._item is None:
            return
        now = self._clock.now()
        item, left = self._item, max(self._due - now, NOTHING)
        self._record(
            Cancelled(at=now, item_id=item.id, label=activity_name(item), due=self._due, left=left)
        )

    def _next_goal(self) -> Goal | None:
        self._item = self._book.find(self._item_id) or self._item
        goal = self._book.goal(self._item_id)
        if goal is not None:
            # A ring that sounds was due when it began, not when it will be given up.
            ring = self._book.open_ring(self._item_id) if goal.aim is Aim.TIME_OUT else None
            self._due = ring.due if ring else goal.at
        return goal

    async def _wait(self, goal: Goal, countdown: Countdown) -> Goal | None:
        """Wait for a goal and give it when it is reached, or else what to wait for instead."""
        ticked = None
        while (left := countdown.left()) > NOTHING:
            self._sleeper = countdown.sleep(ticking=self._ticks(goal))
            await self._sleeper
            if self._nudged:
                self._nudged = False
                if (current := self._next_goal()) != goal:
                    return current
            left = _whole_seconds(countdown.left())
            if self._ticks(goal) and left != ticked:
                ticked = left
                self._report_tick(goal, left)
        return goal

    def _ticks(self, goal: Goal) -> bool:
        return self.is_seen and goal.aim in TICKING

    def _wake(self) -> None:
        if self._sleeper is not None and not self._sleeper.done():
            self._sleeper.set_result(None)

    def _report_armed(self, goal: Goal) -> None:
        if goal.aim is not Aim.RING:
            return
        item = self._book.item(self._item_id)
        length = item.length if isinstance(item, Timer) else None
        now = self._clock.now()
        self._record(
            Armed(at=now, item_id=item.id, label=activity_name(item), due=goal.at, length=length)
        )

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
            Ticked(
                at=now,
                item_id=item.id,
                label=activity_name(item),
                left=left,
                count=count,
                total=total,
            )
        )


def _insist_on_progress(reached: Goal, following: Goal | None) -> None:
    """Raise rather than reach the same goal for ever without a pause."""
    if following == reached:
        raise RuntimeError("the ring was due and nothing came of it")


def _whole_seconds(left: timedelta) -> timedelta:
    """Round up to whole seconds: a tick comes some milliseconds after its second."""
    return max(-(-left // ONE_SECOND), 0) * ONE_SECOND
