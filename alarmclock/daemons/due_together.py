"""Lets daemons whose time comes at once reach their goals together, some at each turn of the loop.

A thousand alarms of one instant that each went to the disk and to the window for themselves would
hold up both.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

from alarmclock.core.goal import Goal

# The window gets its turn after so many.
MOST_AT_ONCE = 100

ReachOne = Callable[[Goal], None]
Together = Callable[[], AbstractContextManager[None]]


class DueTogether:
    """Gathers the goals of one turn, and reaches them within one `together`, in their order.

    A goal that fails is the failure of its own daemon and of no other.
    """

    def __init__(self, reach: ReachOne, together: Together) -> None:
        self._reach = reach
        self._together = together
        self._waiting: deque[tuple[Goal, asyncio.Future[None]]] = deque()

    async def reach(self, goal: Goal) -> None:
        """Reach a goal with all others whose time has come; raises what that raises."""
        loop = asyncio.get_running_loop()
        if not self._waiting:
            loop.call_soon(self._reach_some)
        reached = loop.create_future()
        self._waiting.append((goal, reached))
        await reached

    def _reach_some(self) -> None:
        number = min(len(self._waiting), MOST_AT_ONCE)
        taken = [self._waiting.popleft() for _ in range(number)]
        if self._waiting:
            asyncio.get_running_loop().call_soon(self._reach_some)
        # A daemon that was cancelled in this very moment waits no more.
        group = [(goal, reached) for goal, reached in taken if not reached.done()]
        for (_, reached), failure in zip(group, self._reach_all(group), strict=True):
            if reached.done():
                continue
            if failure is None:
                reached.set_result(None)
            else:
                reached.set_exception(failure)

    def _reach_all(
        self, group: Sequence[tuple[Goal, asyncio.Future[None]]]
    ) -> list[Exception | None]:
        failures: list[Exception | None] = []
        try:
            with self._together():
                failures += [self._failure_of(goal) for goal, _ in group]
        except Exception as error:  # noqa: BLE001 - each daemon tells it, and tries again.
            return [failure or error for failure in failures] or [error] * len(group)
        return failures

    def _failure_of(self, goal: Goal) -> Exception | None:
        try:
            self._reach(goal)
        except Exception as error:  # noqa: BLE001 - its daemon tells it, and tries again.
            return error
        return None
