"""Collects whatever goes wrong behind a person's back: exceptions, warnings of Qt, the log."""

import logging
import sys
import threading
import traceback

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

# The offscreen platform has no window manager that could limit or raise a window.
OF_THE_PLATFORM = (
    "does not support propagateSizeHints",
    "This plugin does not support raise",
    "This plugin does not support grabbing the keyboard",
)
HOOKS = ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook"))


class Complaints(logging.Handler):
    """Listens from `begin` to `end`; what was heard since the last `take` is given by it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._heard = []
        self._hooks = {}

    def begin(self):
        """Take the place of all who would hear of it."""
        for module, name in HOOKS:
            self._hooks[module, name] = getattr(module, name)
        sys.excepthook = self._hear_exception
        sys.unraisablehook = threading.excepthook = self._hear_failure
        self._qt = qInstallMessageHandler(self._hear_qt)
        logging.getLogger().addHandler(self)

    def end(self):
        """Give them their places back."""
        logging.getLogger().removeHandler(self)
        qInstallMessageHandler(self._qt)
        for (module, name), hook in self._hooks.items():
            setattr(module, name, hook)

    def take(self):
        """Give what was heard, once."""
        heard, self._heard = self._heard, []
        return heard

    def emit(self, record):
        """Hear the log, which asyncio tells of lost exceptions, too."""
        trace = record.exc_info
        told = "".join(traceback.format_exception(*trace)) if trace else ""
        self._heard.append(f"{record.name}: {record.getMessage()}\n{told}")

    def _hear_exception(self, kind, error, trace):
        self._heard.append("".join(traceback.format_exception(kind, error, trace)))

    def _hear_failure(self, failure):
        told = (failure.exc_type, failure.exc_value, failure.exc_traceback)
        self._heard.append("".join(traceback.format_exception(*told)))

    def _hear_qt(self, kind, _context, message):
        is_warning = kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
        if is_warning and not any(known in message for known in OF_THE_PLATFORM):
            self._heard.append(f"Qt: {message}")
