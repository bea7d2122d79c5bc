"""What is shown from second to second, and only while somebody can see it."""

import asyncio
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from alarmclock.core.book.book import AlarmBook
from alarmclock.daemons.clock import WakingClock, wait_for_second
from alarmclock.daemons.keeper import Keeper
from alarmclock.ui.shell import Shell

if TYPE_CHECKING:
    from alarmclock.certainty import Certainty
    from alarmclock.desktop.covered import CoveredWatch

logger = logging.getLogger(__name__)


class Eyes:
    """Lets the window and the daemons tick while the window is seen, or something rings.

    Nothing of it runs before `start`; `pulse` is a task that the program holds.
    """

    def __init__(self, book: AlarmBook, clock: WakingClock, keeper: Keeper, shell: Shell) -> None:
        self._book = book
        self._clock = clock
        self._keeper = keeper
        self._shell = shell
        self._awake = asyncio.Event()
        self._covered: "CoveredWatch | None" = None  # noqa: UP037 - loaded where it is used

    def start(self) -> None:
        """Follow from now on what can be seen."""
        self._shell.window.seen_changed.connect(self.follow)
        self._book.listen(lambda _change: self.follow())
        self._follow_covering()
        self.follow()

    def stop(self) -> None:
        """Look no more whether other windows cover this one."""
        if self._covered is not None:
            self._covered.stop()

    def follow(self) -> None:
        """Let tick what can be seen, and nothing while nobody looks."""
        seen, looking = self._shell.seen_ids(), self._shell.is_seen
        if looking or self._book.ringing() or self._book.asking():
            self._awake.set()
        else:
            self._awake.clear()
        self._keeper.watch(seen, timers=looking)
        self._shell.keep_live(seen)

    async def pulse(self, certainty: "Certainty") -> None:
        """Listen to what rings, and show each second of the wall clock while anybody can see it."""
        while True:
            if not certainty.trial.is_running:
                await self._awake.wait()
            await wait_for_second(self._clock)
            for step in (certainty.look, self.show_second):
                _attempt(step)

    def show_second(self) -> None:
        """Show what time it is."""
        self._shell.show_time(self._clock.now())

    def _follow_covering(self) -> None:
        """Follow whether other windows cover this one, where the screen tells."""
        if QApplication.platformName() == "xcb":
            from alarmclock.desktop.covered import CoveredWatch

            self._covered = CoveredWatch(self._show_covered)
            self._covered.start(int(self._shell.window.winId()))

    def _show_covered(self, covered: bool) -> None:  # noqa: FBT001 - as it is told
        self._shell.window.be_covered(covered)
        if not covered:
            self.show_second()


def _attempt(step: Callable[[], None]) -> None:
    """Do what each second asks for: a picture that fails keeps nobody from listening to rings."""
    try:
        step()
    except Exception:
        logger.exception("What is done each second failed")
