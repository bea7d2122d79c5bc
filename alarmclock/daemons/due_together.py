"""Lets daemons whose time comes at once reach their goals together, some at each turn of the loop.

A thousand alarms of one instant that each went to the disk and to the window for themselves would
hold up both. They go to the disk in groups. The first group is told at once, so that it rings; of
those behind it several are told as one, since each telling lets the window be painted anew.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, nullcontext

from alarmclock.core.goal import Goal

# Of the turn of a group, and of the first one: that lets a window come and sounds begin, which
# takes longer than all that follows.
LONGEST_S, FIRST_S = 0.02, 0.004
# What is told of these takes about as long as one of them, and comes in a turn of its own.
GROUPS_TOLD_AS_ONE = 2

ReachOne = Callable[[Goal], None]
Together = Callable[[], AbstractContextManager[None]]
_Waiting = tuple[Goal, asyncio.Future[None]]


class DueTogether:
    """Gathers the goals of one turn, and reaches them within `together`, in their order.

    What happens within `told` is told at its end. A goal that fails is the failure of its own
    daemon and of no other.
    """

    def __init__(self, reach: ReachOne, together: Together, told: Together = nullcontext) -> None:
        self._reach = reach
        self._together = together
        self._told = told
        self._waiting: deque[_Waiting] = deque()
        self._reached: list[tuple[_Waiting, Exception | None]] = []
        self._telling = ExitStack()
        self._untold_groups = 0

    async def reach(self, goal: Goal) -> None:
        """Reach a goal with all others whose time has come; raises what that raises."""
        loop = asyncio.get_running_loop()
        if not self._waiting:
            loop.call_soon(self._reach_some)
        reached = loop.create_future()
        self._waiting.append((goal, reached))
        await reached

    def _reach_some(self) -> None:
        is_first = not self._reached
        if not is_first:
            self._hold_back()
        self._reach_group(FIRST_S if is_first else LONGEST_S)
        loop = asyncio.get_running_loop()
        if self._waiting and self._untold_groups < GROUPS_TOLD_AS_ONE:
            loop.call_soon(self._reach_some)
        elif is_first:
            self._let_go_on()
        else:
            loop.call_soon(self._tell)

    def _hold_back(self) -> None:
        """Let what happens from now on be told later, as one."""
        if not self._untold_groups:
            self._telling.enter_context(self._told())
        self._untold_groups += 1

    def _tell(self) -> None:
        self._untold_groups = 0
        self._telling.close()
        if self._waiting:
            asyncio.get_running_loop().call_soon(self._reach_some)
        else:
            self._let_go_on()

    def _reach_group(self, length_s: float) -> None:
        group: list[_Waiting] = []
        failures: list[Exception | None] = []
        try:
            with self._together():
                self._reach_until(time.perf_counter() + length_s, group, failures)
        except Exception as error:  # noqa: BLE001 - each daemon tells it, and tries again.
            if not group:  # nothing was even begun
                group = [one for one in self._waiting if not one[1].done()]
                failures = [error] * len(group)
                self._waiting.clear()
            failures = [failure or error for failure in failures]
        self._reached += zip(group, failures, strict=True)

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
