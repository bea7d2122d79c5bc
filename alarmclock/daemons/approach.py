"""Knows what is due next, and tells some time before each due: to check, to notify, to get ready.

One task and one sleeper serve all who want to be told, however many alarms there are.
"""

import asyncio
import heapq
import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from itertools import count

from alarmclock.core.book.book import AlarmBook
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


# A goal and its place among all: its instant, then the order in which it came.
_Entry = tuple[datetime, int, Goal]


class _Heap:
    """Goals in the order of their dues; what an item no longer waits for is passed over.

    `current` gives the entry of each item: one that comes back, as when an alarm is turned off and
    on again, is another one.
    """

    def __init__(self, current: dict[str, _Entry]) -> None:
        self._current = current
        self._entries: list[_Entry] = []

    def push(self, entry: _Entry) -> None:
        heapq.heappush(self._entries, entry)
        if len(self._entries) > 2 * len(self._current) + FEW:
            self._drop_stale()

    def first(self) -> Goal | None:
        while self._entries:
            entry = self._entries[0]
            if self._is_current(entry):
                return entry[2]
            self.pop()
        return None

    def pop(self) -> None:
        heapq.heappop(self._entries)

    def smallest(self, number: int) -> list[Goal]:
        """Give the first so many, and look at no more of the heap than that takes."""
        found: list[Goal] = []
        edge = [(self._entries[0], 0)] if self._entries else []
        while edge and len(found) < number:
            entry, place = heapq.heappop(edge)
            if self._is_current(entry):
                found.append(entry[2])
            for below in (2 * place + 1, 2 * place + 2):
                if below < len(self._entries):
                    heapq.heappush(edge, (self._entries[below], below))
        return found

    def _drop_stale(self) -> None:
        """Let go what no item waits for: its time may be years away, or nobody may ask for it."""
        self._entries = [entry for entry in self._entries if self._is_current(entry)]
        heapq.heapify(self._entries)

    def _is_current(self, entry: _Entry) -> bool:
        return self._current.get(entry[2].item_id) is entry


class _Lead:
    """Somebody who wants to be told, and what they were not told yet."""

    def __init__(self, length: Length, told: Told, current: dict[str, _Entry]) -> None:
        self.length = length
        self.told = told
        self.waiting = _Heap(current)


class Approach:
    """Follows the book, and tells of each goal that makes a noise before its time has come."""

    def __init__(self, book: AlarmBook, clock: WakingClock) -> None:
        self._book = book
        self._clock = clock
        self._current: dict[str, _Entry] = {}
        self._order = count()
        self._ahead = _Heap(self._current)
        self._leads: list[_Lead] = []
        self._listeners: list[Callable[[], None]] = []
        self._stale: dict[str, None] = {}
        self._sleeper: Sleeper | None = None
        self._news: asyncio.Event | None = None

    def tell(self, length: Length, told: Told) -> None:
        """Call `told` with each goal so long before its time; at once when there is less left.

        `length` may change, see `renew`; while it gives None nobody is told.
        """
        self._leads.append(_Lead(length, told, self._current))

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
            lead.waiting = _Heap(self._current)
            for entry in self._current.values():
                lead.waiting.push(entry)

    async def run(self) -> None:
        """Look at all there is, follow the book, and tell until cancelled."""
        self._news = asyncio.Event()
        self._book.listen(self._follow)
        self._look_at(item.id for item in self._book)
        while True:
            await self._read_stale()
            await self._tell_due()
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
        goal, before = self._goal(item_id), self._current.get(item_id)
        if goal == (before[2] if before else None):
            return False
        if goal is None:
            del self._current[item_id]
            return True
        entry = self._current[item_id] = (goal.at, next(self._order), goal)
        for heap in self._heaps():
            heap.push(entry)
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

    async def _tell_due(self) -> None:
        """Tell what is due to be told; thousands that are near at the start are told in turns."""
        now = self._clock.now()
        for lead in self._leads:
            for number, goal in enumerate(self._near(lead, now), 1):
                self._tell(lead.told, goal)
                if number % GOALS_A_TURN == 0:
                    await asyncio.sleep(0)

    def _near(self, lead: _Lead, now: datetime) -> Iterator[Goal]:
        """Take out the goals of which somebody wants to be told by now."""
        length = lead.length()
        while length is not None and (goal := lead.waiting.first()):
            if goal.at - length > now:
                return
            lead.waiting.pop()
            yield goal

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
