"""Lets daemons whose time comes at once reach their goals together, some at each turn of the loop.

A thousand alarms of one instant that each went to the disk and to the window for themselves would
hold up both.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from contextlib import AbstractContextManager

from alarmclock.core.goal import Goal

# The window gets its turn after so long, and what is told of a group takes as long again. The first
# to ring lets windows come and sounds begin, which takes longer than all that follows.
FIRST_S, LONGEST_S = 0.004, 0.011

ReachOne = Callable[[Goal], None]
Together = Callable[[], AbstractContextManager[None]]
_Waiting = tuple[Goal, asyncio.Future[None]]


class DueTogether:
    """Gathers the goals of one turn, and reaches them within one `together`, in their order.

    A goal that fails is the failure of its own daemon and of no other.
    """

    def __init__(self, reach: ReachOne, together: Together) -> None:
        self._reach = reach
        self._together = together
        self._waiting: deque[_Waiting] = deque()
        self._reached: list[tuple[_Waiting, Exception | None]] = []

    async def reach(self, goal: Goal) -> None:
        """Reach a goal with all others whose time has come; raises what that raises."""
        loop = asyncio.get_running_loop()
        if not self._waiting:
            loop.call_soon(self._reach_some)
        reached = loop.create_future()
        self._waiting.append((goal, reached))
        await reached

    def _reach_some(self) -> None:
        group: list[_Waiting] = []
        failures: list[Exception | None] = []
        try:
            with self._together():
                length_s = LONGEST_S if self._reached else FIRST_S
                self._reach_until(time.perf_counter() + length_s, group, failures)
        except Exception as error:  # noqa: BLE001 - each daemon tells it, and tries again.
            if not group:  # nothing was even begun
                group = [one for one in self._waiting if not one[1].done()]
                failures = [error] * len(group)
                self._waiting.clear()
            failures = [failure or error for failure in failures]
        self._reached += zip(group, failures, strict=True)
        if self._waiting:
            asyncio.get_running_loop().call_soon(self._reach_some)
        else:
            self._let_go_on()

    def _let_go_on(self) -> None:
        """Let the daemons look at what comes next, once nothing is left that should ring by now."""
        reached, self._reached = self._reached, []
        for (_, future), failure in reached:
            if future.done():
                continue
            if failure is None:
                future.set_result(None)
            else:
                future.set_exception(failure)

    def _reach_until(
        self, end: float, group: list[_Waiting], failures: list[Exception | None]
    ) -> None:
        """Reach one after the other, and note what came of each."""
        while self._waiting and (not group or time.perf_counter() < end):
            one = self._waiting.popleft()
            # A daemon that was cancelled in this very moment waits no more.
            if not one[1].done():
                group.append(one)
                failures.append(self._failure_of(one[0]))

    def _failure_of(self, goal: Goal) -> Exception | None:
        try:
            self._reach(goal)
        except Exception as error:  # noqa: BLE001 - its daemon tells it, and tries again.
            return error
        return None
