"""The life of a program on Qt's and asyncio's joined loop: it opens, it runs, it ends.

Whatever ends it, closing its window, a signal, the menu of the desktop or the end of a `with`, ends
the loop, and the loop cancels every task that is still waiting. Where the screen itself is gone,
the loop ends without Qt, and nothing is shown of it.
"""

import asyncio
import logging
import signal
from abc import ABC, abstractmethod
from collections.abc import Coroutine
from contextlib import suppress
from types import TracebackType
from typing import Self

from PySide6.QtWidgets import QApplication

from alarmclock.desktop.application import Application
from alarmclock.desktop.loop.loop import AlarmLoop
from alarmclock.desktop.loop.loop_by_hand import CutOff

# A terminal that is closed, and a session that ends, end it as closing its window does.
END_SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)

logger = logging.getLogger(__name__)


class Lifetime(ABC):
    """What a program derives from. Nothing happens before `run`, `start` or `with`.

    It gives `open_up`, which builds the program within the running loop; `prepare_end`, called
    when the end was asked for and every task still lives; `hurry`, called when it is asked for
    again; and `put_away`, called when every task is over and the loop is closed.
    """

    def __init__(self) -> None:
        self._runner: asyncio.Runner | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self.cut_off: CutOff | None = None
        self._ended: asyncio.Event

    # What a program gives

    @abstractmethod
    async def open_up(self, app: QApplication) -> None:
        """Build everything and show it."""

    @abstractmethod
    def prepare_end(self) -> None:
        """Get ready for the cancellation of every task."""

    @abstractmethod
    def hurry(self) -> None:
        """End without any delay."""

    @abstractmethod
    def put_away(self) -> None:
        """Close what was opened."""

    # Ways to run it

    def run(self) -> int:
        """Open the window, run until it is closed, and give the exit status.

        Raises CutOff, when all is put away, where it was not closed but lost its screen.
        """
        self.start()
        self.finish_when_ended()
        if self.cut_off is not None:
            raise self.cut_off
        return 0

    def start(self) -> None:
        """Open the window and return: whoever turns Qt's loop, turns the program with it."""
        app = QApplication.instance() or Application()
        assert isinstance(app, QApplication)
        app.setQuitOnLastWindowClosed(False)
        self._runner = asyncio.Runner(loop_factory=lambda: AlarmLoop(app))
        self._runner.run(self._open(app))

    def finish(self) -> None:
        """Close the window as a person does, and return when all of it is over."""
        self.end()
        self.finish_when_ended()

    def finish_when_ended(self) -> None:
        """Run until the window is closed; the runner then cancels every task and waits for it."""
        assert self._runner is not None
        try:
            self._runner.run(self._until_ended())
        except CutOff as error:
            logger.error("%s", error)  # noqa: TRY400 - where it came from says nothing
            self.cut_off = error
            self.prepare_end()
        self._runner.close()
        self._runner = None
        self.put_away()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.finish()

    @property
    def is_open(self) -> bool:
        """True from `start` to the end of `finish` or `run`."""
        return self._runner is not None

    def end(self) -> None:
        """End the loop, as closing the window does; without delay when asked a second time."""
        if self._ended.is_set():
            self.hurry()
        self._ended.set()

    def begin(self, coroutine: Coroutine[None, None, None]) -> None:
        """Run a coroutine in the background; the program holds its task, so that none is lost."""
        assert self._runner is not None
        task = self._runner.get_loop().create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._let_go)

    # Inside

    def _let_go(self, task: asyncio.Task[None]) -> None:
        """Forget a task that is over; one that failed says so now, not when it is swept up."""
        self._tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None:
            context = {"message": "A task failed", "exception": error, "task": task}
            task.get_loop().call_exception_handler(context)

    async def _open(self, app: QApplication) -> None:
        self._ended = asyncio.Event()
        self._listen_for_the_end(app)
        await self.open_up(app)

    def _listen_for_the_end(self, app: QApplication) -> None:
        if isinstance(app, Application):
            app.quit_wanted.connect(self.end)
        loop = asyncio.get_running_loop()
        for number in END_SIGNALS:
            # Who started it with nohup wants it to outlive its terminal.
            if signal.getsignal(number) is signal.SIG_IGN:
                continue
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, self.end)

    async def _until_ended(self) -> None:
        await self._ended.wait()
        self.prepare_end()
