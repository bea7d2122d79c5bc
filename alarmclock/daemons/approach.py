"""Knows what is due next, and tells some time before each due: to check, to notify, to get ready.

One task and one sleeper serve all who want to be told, however many alarms there are.
"""

import asyncio
import heapq
import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from itertools import count

from alarmclock.core.book import AlarmBook
from alarmclock.core.change import Change
from alarmclock.core.goal import Aim, Goal
from alarmclock.daemons.clock import WakingClock
from alarmclock.daemons.wakeups import Sleeper

logger = logging.getLogger(__name__)

# Many thousand goals are worked out in turns, so that the window does not wait for them.
GOALS_A_TURN = 100
# So many goals that nobody waits for are no burden.
FEW = 16
# The aims that make a noise.
SOUNDING = (Aim.RING, Aim.RING_AGAIN)

Told = Callable[[Goal], None]
Length = Callable[[], timedelta | None]


class _Heap:
    """Goals in the order of their dues; what an item no longer waits for is passed over.

    A goal that comes back, as when an alarm is turned off and on again, is in it once.
    """

    def __init__(self, goals: dict[str, Goal]) -> None:
        self._goals = goals
        self._entries: list[tuple[datetime, int, Goal]] = []
        self._inside: set[Goal] = set()
        self._order = count()

    def push(self, goal: Goal) -> None:
        if goal not in self._inside:
            self._inside.add(goal)
            heapq.heappush(self._entries, (goal.at, next(self._order), goal))
            if len(self._entries) > 2 * len(self._goals) + FEW:
                self._drop_stale()

    def first(self) -> Goal | None:
        while self._entries:
            goal = self._entries[0][2]
            if self._is_current(goal):
                return goal
            self.pop()
        return None

    def pop(self) -> None:
        self._inside.discard(heapq.heappop(self._entries)[2])

    def smallest(self, number: int) -> list[Goal]:
        """Give the first so many, and look at no more of the heap than that takes."""
        found: list[Goal] = []
        edge = [(self._entries[0], 0)] if self._entries else []
        while edge and len(found) < number:
            (_, _, goal), place = heapq.heappop(edge)
            if self._is_current(goal):
                found.append(goal)
            for below in (2 * place + 1, 2 * place + 2):
                if below < len(self._entries):
                    heapq.heappush(edge, (self._entries[below], below))
        return found

    def _drop_stale(self) -> None:
        """Let go what no item waits for: its time may be years away, or nobody may ask for it."""
        self._entries = [entry for entry in self._entries if self._is_current(entry[2])]
        heapq.heapify(self._entries)
        self._inside = {goal for _, _, goal in self._entries}

    def _is_current(self, goal: Goal) -> bool:
        return self._goals.get(goal.item_id) == goal


class _Lead:
    """Somebody who wants to be told, and what they were not told yet."""

    def __init__(self, length: Length, told: Told, goals: dict[str, Goal]) -> None:
        self.length = length
        self.told = told
        self.waiting = _Heap(goals)


class Approach:
    """Follows the book, and tells of each goal that makes a noise before its time has come."""

    def __init__(self, book: AlarmBook, clock: WakingClock) -> None:
        self._book = book
        self._clock = clock
        self._goals: dict[str, Goal] = {}
        self._ahead = _Heap(self._goals)
        self._leads: list[_Lead] = []
        self._listeners: list[Callable[[], None]] = []
        self._stale: dict[str, None] = {}
        self._sleeper: Sleeper | None = None
        self._news: asyncio.Event | None = None

    def tell(self, length: Length, told: Told) -> None:
        """Call `told` with each goal so long before its time; at once when there is less left.

        `length` may change, see `renew`; while it gives None nobody is told.
        """
        self._leads.append(_Lead(length, told, self._goals))

    def on_change(self, listener: Callable[[], None]) -> None:
        """Call `listener` whenever what comes next may be something else."""
        self._listeners.append(listener)

    @property
    def first(self) -> Goal | None:
        """What makes a noise next, None when nothing will."""
        return self._ahead.first()

    def next_few(self, number: int) -> list[Goal]:
        """Give the next so many goals, the first one first."""
        return self._ahead.smallest(number)

    def renew(self) -> None:
        """Begin anew: the clock, the zone, or how long before is another one."""
        self._look_at(item.id for item in self._book)
        for lead in self._leads:
            lead.waiting = _Heap(self._goals)
            for goal in self._goals.values():
                lead.waiting.push(goal)

    async def run(self) -> None:
        """Look at all there is, follow the book, and tell until cancelled."""
        self._news = asyncio.Event()
        self._book.listen(self._follow)
        self._look_at(item.id for item in self._book)
        while True:
            await self._read_stale()
            self._tell_due()
            await self._rest()

    def _follow(self, change: Change) -> None:
        self._look_at(change.item_ids)

    def _look_at(self, item_ids: Iterable[str]) -> None:
        self._stale.update(dict.fromkeys(item_ids))
        self._wake()

    def _wake(self) -> None:
        if self._news is not None:
            self._news.set()
        if self._sleeper is not None and not self._sleeper.done():
            self._sleeper.set_result(None)

    async def _read_stale(self) -> None:
        while self._stale:
            turn = [self._stale.popitem()[0] for _ in range(min(GOALS_A_TURN, len(self._stale)))]
            changed = [self._read(item_id) for item_id in turn]
            if any(changed):
                self._say_changed()
            await asyncio.sleep(0)

    def _read(self, item_id: str) -> bool:
        """Work out the goal of an item, and tell whether it is another one."""
        goal = self._goal(item_id)
        if goal == self._goals.get(item_id):
            return False
        if goal is None:
            del self._goals[item_id]
        else:
            self._goals[item_id] = goal
            for heap in self._heaps():
                heap.push(goal)
        return True

    def _goal(self, item_id: str) -> Goal | None:
        try:
            goal = self._book.goal(item_id)
        except Exception:  # its daemon says so; the others must be told of all the same
            logger.exception("It can't be told what comes next")
            return None
        return goal if goal is not None and goal.aim in SOUNDING else None

    def _heaps(self) -> Iterator[_Heap]:
        yield self._ahead
        for lead in self._leads:
            yield lead.waiting

    def _tell_due(self) -> None:
        now = self._clock.now()
        for lead in self._leads:
            length = lead.length()
            while length is not None and (goal := lead.waiting.first()):
                if goal.at - length > now:
                    break
                lead.waiting.pop()
                self._tell(lead.told, goal)

    def _tell(self, told: Told, goal: Goal) -> None:
        try:
            told(goal)
        except Exception:  # who fails to get ready must not keep others from it
            logger.exception("A due that comes near could not be told")

    async def _rest(self) -> None:
        """Sleep until somebody is to be told, or there is news."""
        assert self._news is not None
        moments = [
            goal.at - length
            for lead in self._leads
            if (length := lead.length()) is not None and (goal := lead.waiting.first())
        ]
        if not moments:
            await self._news.wait()
        elif not self._news.is_set():
            self._sleeper = self._clock.wake_at(min(moments))
            await self._sleeper
        self._news.clear()

    def _say_changed(self) -> None:
        for listener in self._listeners:
            try:
                listener()
            except Exception:  # what one makes of it must not keep others from being told
                logger.exception("A listener of what comes next failed")
