"""Remembers how large the window was, where it stood and which page it showed."""

import json
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication

from alarmclock.ui.main_window import MainWindow, PageNumber

MEMO = "window"


class WindowPlace:
    """Writes the place of a window when it closes, and puts it there when it opens."""

    def __init__(
        self, read: Callable[[str], str | None], write: Callable[[str, str], None]
    ) -> None:
        self._read = read
        self._write = write

    def keep(self, window: MainWindow) -> None:
        """Write down where a window is. Raises NotSaved."""
        place = window.normalGeometry() if window.isMaximized() else window.geometry()
        noted = {
            "rect": [place.x(), place.y(), place.width(), place.height()],
            "maximized": window.isMaximized(),
            "shown": window.page_number.name,
        }
        self._write(MEMO, json.dumps(noted))

    def restore(self, window: MainWindow) -> PageNumber:
        """Put a window where it was, if that is still on a screen, and give its page."""
        noted = self._noted()
        with suppress(KeyError, TypeError, ValueError):
            rect = _rect(noted["rect"])
            window.resize(rect.size())
            if any(
                s.availableGeometry().contains(rect.center()) for s in QGuiApplication.screens()
            ):
                window.setGeometry(rect)
            if noted["maximized"]:
                window.showMaximized()
        with suppress(KeyError):
            return PageNumber[str(noted["shown"])]
        return PageNumber.ALARMS

    def _noted(self) -> dict[str, object]:
        with suppress(ValueError):
            noted = json.loads(self._read(MEMO) or "{}")
            if isinstance(noted, dict):
                return noted
        return {}


def _rect(noted: object) -> QRect:
    """Read a rectangle. Raises TypeError and ValueError."""
    if not isinstance(noted, list):
        raise TypeError("a rectangle is four numbers")
    x, y, width, height = (int(number) for number in noted)
    return QRect(x, y, width, height)
