"""The guard: a plain thread that rings by itself when the loop is stuck at a due.

A window that hangs, on a slow disk or a driver, can neither run a daemon nor start a sound. The
guard is told beforehand what is due next. If that is still expected a second after the due, it
rings, and hands over as soon as the loop turns again.
"""

import logging
import os
import select
import sys
import threading
import time
from collections.abc import Callable, Iterable, Set
from contextlib import suppress
from datetime import timedelta

from alarmclock.core.goal import Goal
from alarmclock.daemons import timerfd
from alarmclock.daemons.clock import EPOCH, nanoseconds
from alarmclock.daemons.timerfd import NANOSECONDS, ClockWasSet, TimerFile
from alarmclock.values import dataclass

logger = logging.getLogger(__name__)

# So long after a due the loop has had its chance.
PATIENCE_S = 1.0
# A loop that hangs for longer than these take to come is past helping by more of them.
MOST_EXPECTED = 64
# Without timer files the wall clock is looked at this often, since it may be set.
LOOK_EVERY_S = 5.0
CLOSE_S = 2.0


@dataclass(frozen=True, slots=True)
class _Expected:
    goal: Goal
    at_ns: int


class Guard:
    """Waits beside the loop for the same dues, by the wall clock.

    `ring` is called with a goal on the guard's thread, and lets it sound. `hand_over` is called on
    the loop with what was rung and how late, when the loop turns again.
    """

    def __init__(
        self,
        ring: Callable[[Goal], None],
        hand_over: Callable[[list[tuple[Goal, timedelta]]], None],
    ) -> None:
        self._ring = ring
        self._hand_over = hand_over
        self._lock = threading.Lock()
        self._expected: dict[Goal, int] = {}
        self._rung: dict[Goal, timedelta] = {}
        self._given: list[tuple[Goal, timedelta]] = []
        self._is_closed = False
        self._awake_since = 0.0
        self._thread: threading.Thread | None = None
        self._post: Callable[[Callable[[], None]], object] = lambda _call: None
        self._bell: tuple[int, int] | None = None

    def start(self, post: Callable[[Callable[[], None]], object]) -> None:
        """Stand guard from now on; `post` lets the loop call something, from any thread."""
        self._post = post
        self._bell = os.pipe()
        for end in self._bell:
            os.set_blocking(end, False)
        self._thread = threading.Thread(target=self._watch, name="guard", daemon=True)
        self._thread.start()

    def expect(self, goals: Iterable[Goal]) -> None:
        """Take note of what is due next, in place of what was told before."""
        expected = {goal: nanoseconds(goal.at - EPOCH) for goal in goals}
        with self._lock:
            if expected == self._expected:
                return
            self._expected = expected
            self._rung = {goal: late for goal, late in self._rung.items() if goal in expected}
        self._ring_bell()

    def let_go(self, item_ids: Set[str]) -> None:
        """Expect nothing of these until told anew: the loop has just attended to them."""
        with self._lock:
            kept = {g: ns for g, ns in self._expected.items() if g.item_id not in item_ids}
            if len(kept) == len(self._expected):
                return
            self._expected = kept
        self._ring_bell()

    def close(self) -> None:
        """Guard no more."""
        if self._thread is None:
            return
        with self._lock:
            self._is_closed = True
        self._ring_bell()
        self._thread.join(CLOSE_S)
        if not self._thread.is_alive() and self._bell is not None:
            for end in self._bell:
                os.close(end)
        self._thread = None

    # On the thread

    def _watch(self) -> None:
        file = _timer_file()
        try:
            while not self._is_closed:
                self._watch_once(file)
        except Exception:  # without a guard the daemons go on
            logger.exception("The guard failed")
        finally:
            if file is not None:
                file.close()

    def _watch_once(self, file: TimerFile | None) -> None:
        first = self._first()
        if first is None or first.at_ns > time.time_ns():
            self._sleep(file, first.at_ns if first else None)
            self._awake_since = time.monotonic()
            return
        # It is due: from now on the loop has a second, also after a suspend over the due.
        if not self._is_answered_within(first.goal, self._patience_s(first)):
            self._ring_now(first)

    def _patience_s(self, first: _Expected) -> float:
        """Give a whole second, but less to a due that passed while another one was waited for."""
        late_s = (time.time_ns() - first.at_ns) / NANOSECONDS
        was_awake = time.monotonic() - self._awake_since >= late_s
        return max(PATIENCE_S - late_s, 0.0) if was_awake else PATIENCE_S

    def _first(self) -> _Expected | None:
        with self._lock:
            waiting = [
                _Expected(goal, at_ns)
                for goal, at_ns in self._expected.items()
                if goal not in self._rung
            ]
        return min(waiting, key=lambda one: one.at_ns, default=None)

    def _is_answered_within(self, goal: Goal, seconds: float) -> bool:
        """Wait for the loop to do what it has to, and tell whether it did."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._wait([], left)
            with self._lock:
                if self._is_closed or goal not in self._expected:
                    return True
        return False

    def _ring_now(self, expected: _Expected) -> None:
        """Ring whatever should have begun by now: all that is due at this moment."""
        now_ns = time.time_ns()
        with self._lock:
            due = [
                goal
                for goal, at_ns in self._expected.items()
                if at_ns <= expected.at_ns and goal not in self._rung
            ]
            for goal in due:
                late = timedelta(microseconds=(now_ns - self._expected[goal]) // 1000)
                self._rung[goal] = late
                self._given.append((goal, late))
        for goal in due:
            try:
                self._ring(goal)
            except Exception:  # the next one may sound
                logger.exception("The guard could not ring")
        self._post(self._give)

    def _give(self) -> None:
        """Hand over, on the loop."""
        with self._lock:
            given, self._given = self._given, []
        if given:
            self._hand_over(given)

    # Waiting

    def _sleep(self, file: TimerFile | None, at_ns: int | None) -> None:
        """Sleep until a moment of the wall clock, until there is news, or until it is set."""
        if file is None:
            left_s = None if at_ns is None else max(at_ns - time.time_ns(), 0) / NANOSECONDS
            self._wait([], left_s if left_s is None else min(left_s, LOOK_EVERY_S))
            return
        try:
            file.arm(at_ns)
            self._wait([file.fileno()], None)
            file.read()
        except ClockWasSet:
            return  # look again

    def _wait(self, files: list[int], seconds: float | None) -> None:
        assert self._bell is not None
        bell = self._bell[0]
        ready, _, _ = select.select([bell, *files], [], [], seconds)
        if bell in ready:
            os.read(bell, 4096)

    def _ring_bell(self) -> None:
        if self._bell is None or self._thread is None:
            return
        with suppress(BlockingIOError):  # it rings already
            os.write(self._bell[1], b"!")


def _timer_file() -> TimerFile | None:
    if not timerfd.available():
        return None
    try:
        return TimerFile(timerfd.CLOCK_REALTIME)
    except OSError:
        return None


def can_guard() -> bool:
    """Tell whether a guard can wait here: Windows can't wait for a pipe."""
    return sys.platform != "win32"
