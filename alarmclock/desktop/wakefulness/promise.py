"""A promise to stay awake: asked for, kept up over restarts of who gave it, and ended."""

import asyncio
import logging
from collections.abc import Callable, Sequence

from alarmclock.desktop.bus.bus import BusError
from alarmclock.desktop.wakefulness.keep_awake import Guardian, Kept
from alarmclock.values import dataclass

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Given:
    """A promise that stands: who gave it, for which reason, and how it ends."""

    by: str
    reason: str
    kept: Kept


class Promise:
    """Brings what a few guardians have promised to what is wanted; the first that agrees is enough.

    One task does so at a time and is not broken off but by `close`: an answer that nobody waits
    for would be a promise that nobody ends. `changed` is called when it is given or gone, and when
    there is an answer.
    """

    def __init__(self, guardians: Sequence[Guardian], changed: Callable[[], None]) -> None:
        self._guardians = guardians
        self._changed: Callable[[], None] | None = changed
        self._wanted: str | None = None
        self._given: Given | None = None
        self._task: asyncio.Task[None] | None = None
        self._asks_again = False

    @property
    def is_given(self) -> bool:
        """True while one of them has agreed."""
        return self._given is not None

    @property
    def is_asked(self) -> bool:
        """True while there is no answer yet."""
        return self._task is not None

    def want(self, reason: str | None) -> None:
        """Want it for a reason, or no more."""
        self._wanted = reason
        if reason is None:
            self._replace(None)
        else:
            self.ask_again()

    def ask_again(self) -> None:
        """Ask if it is wanted and not given yet: now, or once more where that is being done."""
        if self._is_reached():
            return
        self._asks_again = True
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._reach())
            self._task.add_done_callback(self._ended)

    def lose(self, by: str | None = None) -> None:
        """Ask anew if who gave it has gone, or its bus; otherwise nothing is lost."""
        lost = self._given
        if lost is None or by not in {None, lost.by}:
            return
        self._given = None
        lost.kept.forget()
        self._tell()
        self.ask_again()

    def close(self) -> None:
        """End it at once."""
        self._changed = None
        self.want(None)
        if self._task is not None:
            self._task.cancel()

    def _is_reached(self) -> bool:
        return self._wanted is None or (
            self._given is not None and self._given.reason == self._wanted
        )

    async def _reach(self) -> None:
        """Ask until there is what is wanted, or nobody agrees. The old is kept until then."""
        while self._asks_again and self._wanted is not None and not self._is_reached():
            self._asks_again = False
            if given := await self._ask(self._wanted):
                self._keep(given)

    async def _ask(self, reason: str) -> Given | None:
        for guardian in self._guardians:
            try:
                return Given(guardian.name, reason, await guardian.ask(reason))
            except BusError as error:
                logger.debug("%s does not keep the computer awake: %s", guardian.name, error)
        return None

    def _keep(self, given: Given) -> None:
        """Keep a promise, unless it is not wanted any more."""
        if self._wanted is None:
            given.kept.end()
        else:
            self._replace(given)

    def _replace(self, given: Given | None) -> None:
        before, self._given = self._given, given
        if before is not None:
            before.kept.end()
        if (before is None) is not (given is None):
            self._tell()

    def _tell(self) -> None:
        if self._changed is not None:
            self._changed()

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._task = None
        self._tell()
        if not task.cancelled() and (error := task.exception()):
            logger.error("Nobody could be asked to stay awake", exc_info=error)
