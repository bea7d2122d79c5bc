"""Hears of every exception that nobody caught: it goes to the log, and a sentence to the window."""

import asyncio
import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from alarmclock.core.errors import AlarmClockError
from alarmclock.desktop.footing.log import LOG

logger = logging.getLogger(__name__)
qt_logger = logging.getLogger("qt")

# What fails with each paint or each second is told once.
MOST_PLACES = 100
SENTENCE = (
    "Something did not work as it should ({name}). Your alarms go on. What happened is in the file "
    f"“{LOG}” of your data folder."
)
QT_LEVELS = {
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

Tell = Callable[[str], None]


class Uncaught:
    """Tells a person of each kind of failure once; `tell` is called on the thread of the window."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._loop: asyncio.AbstractEventLoop | None = None
        self._places: set[object] = set()
        self._hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._qt: Callable[[QtMsgType, QMessageLogContext, str], object] | None = None

    # The loop

    def follow_loop(self, loop: asyncio.AbstractEventLoop) -> None:
        """Hear of what fails in tasks and callbacks of a loop."""
        self._loop = loop
        loop.set_exception_handler(self._hear_of_loop)

    def _hear_of_loop(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        loop.default_exception_handler(context)
        error = context.get("exception")
        if error is not None:
            self._tell_of(error)

    # The process

    def follow_process(self) -> None:
        """Hear of what fails in slots and threads, and of what Qt warns of."""
        self._hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._hear_of_slot
        threading.excepthook = self._hear_of_thread
        sys.unraisablehook = self._hear_of_end
        self._qt = qInstallMessageHandler(self._hear_of_qt)

    def leave_process(self) -> None:
        """Hear no more."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks
        qInstallMessageHandler(self._qt)

    def _hear_of_slot(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, Exception):
            logger.error("Nobody caught this", exc_info=(kind, error, trace))
            self._tell_of(error)
        self._hooks[0](kind, error, trace)

    def _hear_of_thread(self, args: threading.ExceptHookArgs) -> None:
        error = args.exc_value
        if isinstance(error, Exception):
            logger.error("Nobody caught this in a thread", exc_info=error)
            if self._loop is not None and not self._loop.is_closed():
                self._loop.call_soon_threadsafe(self._tell_of, error)
        self._hooks[1](args)

    def _hear_of_end(self, unraisable: "sys.UnraisableHookArgs") -> None:
        logger.error("Nobody could catch this", exc_info=unraisable.exc_value)
        self._hooks[2](unraisable)

    def _hear_of_qt(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        """Keep what is a warning, and do as Qt does by itself, which writes to stderr."""
        level = QT_LEVELS.get(kind)
        if level is not None:
            qt_logger.log(level, "%s", message)
        if self._qt is not None:
            self._qt(kind, context, message)
        elif sys.stderr is not None:
            sys.stderr.write(f"{message}\n")
            sys.stderr.flush()

    # The person

    def _tell_of(self, error: BaseException) -> None:
        place = _place_of(error)
        if place in self._places or len(self._places) >= MOST_PLACES:
            return
        self._places.add(place)
        ours = isinstance(error, AlarmClockError)
        self._tell(str(error) if ours else SENTENCE.format(name=type(error).__name__))


def _place_of(error: BaseException) -> object:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = (trace.tb_frame.f_code.co_filename, trace.tb_lineno) if trace else None
    return (type(error), where)
