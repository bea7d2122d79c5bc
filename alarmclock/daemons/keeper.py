"""The keeper: owns one daemon task for each armed alarm and running timer.

It holds the only strong references to the tasks, follows every change of the book, and starts
a daemon that failed again. When the loop ends, the loop cancels the tasks, not the keeper.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable, Set
from contextlib import nullcontext
from datetime import timedelta
from functools import partial

from alarmclock.core.activity.events import Failed
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.change import Change, RingChange
from alarmclock.core.ringing import Ending
from alarmclock.core.timer import Timer
from alarmclock.daemons.clock import WakingClock
from alarmclock.daemons.daemon import Daemon, Record
from alarmclock.daemons.due_together import DueTogether, ReachOne, Together
from alarmclock.values import dataclass

logger = logging.getLogger(__name__)

FIRST_RETRY = timedelta(seconds=1)
LONGEST_RETRY = timedelta(minutes=1)
NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Kept:
    daemon: Daemon
    task: asyncio.Task[None]


class Keeper:
    """Arms, nudges and cancels the daemons.

    `reach` does what a daemon waited for; those that wait for the same moment are reached within
    one `together`, and what happens within `told` is told as one.
    """

    def __init__(
        self,
        book: AlarmBook,
        clock: WakingClock,
        reach: ReachOne,
        record: Record,
        together: Together = nullcontext,
        told: Together = nullcontext,
    ) -> None:
        self._book = book
        self._clock = clock
        self._record = record
        # Bound once, since thousands of daemons hold them.
        self._reach = DueTogether(reach, together, told).reach
        self._ended = self._let_go
        self._kept: dict[str, _Kept] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ending: set[_Kept] = set()
        self._seen: Set[str] = NOBODY
        self._timers_seen = False
        self._count_listeners: list[Callable[[int], None]] = []

    def __len__(self) -> int:
        """Give how many daemons run."""
        return len(self._kept)

    @property
    def ids(self) -> frozenset[str]:
        """The items whose daemons run."""
        return frozenset(self._kept)

    def on_count(self, listener: Callable[[int], None]) -> None:
        """Call `listener` with the number of daemons whenever it changes."""
        self._count_listeners.append(listener)

    def start(self) -> int:
        """Arm everything that waits for something, follow the book, and give their number."""
        self.begin()
        self.arm(item.id for item in self._book)
        return len(self)

    def begin(self) -> None:
        """Follow the book from now on; what it holds already is armed by `arm`."""
        self._loop = asyncio.get_running_loop()
        self._book.listen(self._follow)

    def arm(self, item_ids: Iterable[str]) -> None:
        """Arm those of these that wait for something and are not armed yet, without a word."""
        for item_id in item_ids:
            if item_id not in self._kept:
                self._arm_if_needed(item_id, announce=False, tell=False)
        self._tell_count()

    def watch(self, seen: Set[str], *, timers: bool) -> None:
        """Let those tick whom somebody can see: these items, and all the timers."""
        changed = (seen ^ self._seen) if timers == self._timers_seen else self._kept.keys()
        self._seen, self._timers_seen = frozenset(seen), timers
        for item_id in changed:
            if kept := self._kept.get(item_id):
                kept.daemon.be_seen(seen=self._is_seen(item_id))

    def nudge_all(self) -> None:
        """Let every daemon look at the time anew: the clock or the zone has changed.

        Nothing is announced: what that did to which alarm is told in lines of its own.
        """
        for kept in list(self._kept.values()):
            kept.daemon.nudge(announce=False)
        self.arm(item.id for item in self._book)

    def _follow(self, change: Change) -> None:
        answered = {ring.after.item_id for ring in change.rings if _may_end(ring)}
        open_now = {ring.after.item_id for ring in change.rings if ring.after.is_open}
        for item_id in change.item_ids:
            # What is open has an end to wait for; no need to work out when that is.
            goes_on = item_id in answered or item_id in open_now or self._is_paused(item_id)
            self._sync(item_id, may_end=goes_on)

    def _sync(self, item_id: str, *, may_end: bool) -> None:
        """Bring the daemon of an item in line with the book.

        One that `may_end` has come to the end of its ring and goes without a word; one that has
        nothing to wait for any more is cancelled, and says so.
        """
        kept = self._kept.get(item_id)
        if kept is None:
            self._arm_if_needed(item_id)
        elif may_end or self._is_current(kept) or self._is_needed(kept.daemon):
            kept.daemon.nudge()
        else:
            self._cancel(item_id, kept)

    def _is_current(self, kept: _Kept) -> bool:
        """Tell whether a daemon made the change itself, and sees what is left to wait for."""
        return kept.task is asyncio.current_task(self._loop)

    def _cancel(self, item_id: str, kept: _Kept) -> None:
        del self._kept[item_id]
        self._ending.add(kept)
        kept.task.cancel()
        self._tell_count()

    def _arm_if_needed(self, item_id: str, *, announce: bool = True, tell: bool = True) -> None:
        daemon = Daemon(item_id, self._book, self._clock, self._reach, self._record)
        if not self._is_needed(daemon):
            return
        self._arm(item_id, daemon, announce=announce)
        if tell:
            self._tell_count()

    def _is_needed(self, daemon: Daemon) -> bool:
        """Tell whether a daemon has anything to wait for; one that can't say says so in its task.

        There its failure is reported and tried again, and keeps nobody else from being armed.
        """
        try:
            return daemon.look_ahead()
        except Exception:  # whatever it is, it must not stop the others
            logger.exception("It can't be told what comes next")
            return True

    def _arm(self, item_id: str, daemon: Daemon, *, announce: bool) -> None:
        daemon.be_seen(seen=self._is_seen(item_id))
        assert self._loop is not None, "the keeper was not started"
        task = self._loop.create_task(
            self._supervise(daemon, item_id, announce=announce), name=f"daemon {item_id}"
        )
        kept = self._kept[item_id] = _Kept(daemon, task)
        task.add_done_callback(partial(self._ended, item_id, kept))

    async def _supervise(self, daemon: Daemon, item_id: str, *, announce: bool) -> None:
        """Run a daemon; when it fails, say why and start it again after a pause."""
        retry = FIRST_RETRY
        while True:
            begun = self._clock.elapsed()
            try:
                return await daemon.run(announce=announce)
            except Exception as error:  # whatever it is, the alarm must be armed again
                logger.exception("The daemon of %s failed", item_id)
                if _is_being_cancelled():
                    raise asyncio.CancelledError from error
                if self._clock.elapsed() - begun > LONGEST_RETRY:
                    retry = FIRST_RETRY
                self._report_failed(item_id, error, retry)
            await daemon.pause(retry)
            announce = True
            retry = min(retry * 2, LONGEST_RETRY)

    def _report_failed(self, item_id: str, error: Exception, retry: timedelta) -> None:
        item = self._book.find(item_id)
        reason = f"{str(error) or type(error).__name__}; armed again in {retry.seconds} s"
        label = item.label if item else ""
        self._record(Failed(at=self._clock.now(), item_id=item_id, label=label, reason=reason))

    def _let_go(self, item_id: str, kept: _Kept, task: asyncio.Task[None]) -> None:
        self._ending.discard(kept)
        if task.cancelled() and not kept.daemon.has_begun:
            kept.daemon.report_cancelled()
        if self._kept.get(item_id) is not kept:
            return
        del self._kept[item_id]
        # Its item may have been wanted again in the moment in which it ended by itself.
        if not task.cancelled():
            self._arm_if_needed(item_id)
        self._tell_count()

    def _is_seen(self, item_id: str) -> bool:
        if item_id in self._seen:
            return True
        return self._timers_seen and isinstance(self._book.find(item_id), Timer)

    def _is_paused(self, item_id: str) -> bool:
        item = self._book.find(item_id)
        return isinstance(item, Timer) and item.left is not None

    def _tell_count(self) -> None:
        for listener in self._count_listeners:
            listener(len(self))


def _may_end(change: RingChange) -> bool:
    """Tell whether a daemon whose ring became this may have come to its end.

    What was claimed by somebody else is over when it is claimed.
    """
    if change.before is None and not change.after.is_open:
        return True
    return change.after.ending in (Ending.DISMISSED, Ending.MISSED)


def _is_being_cancelled() -> bool:
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
