"""Lets the caret of a line stand still when nobody has typed for a while, as GTK does.

Each blink paints the line anew, twice a second for as long as the window is open.
"""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

RESTS_AFTER_MS = 10_000
AWAKE_BY = (QEvent.Type.KeyPress, QEvent.Type.FocusIn, QEvent.Type.MouseButtonPress)
NO_BLINK = 0


class RestingCaret(QObject):
    """Watches one line; whatever is done in it lets the caret blink again."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._blink_ms = NO_BLINK
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(RESTS_AFTER_MS)
        self._timer.timeout.connect(self._rest)
        line.installEventFilter(self)

    def eventFilter(self, _line: QObject, event: QEvent) -> bool:
        """Take note of what is done in the line, and leave it to the line."""
        if event.type() in AWAKE_BY:
            self._wake()
            self._timer.start()
        elif event.type() is QEvent.Type.FocusOut:
            self._wake()
            self._timer.stop()
        return False

    def _rest(self) -> None:
        """Stand still; the time between two blinks is one for all lines of a program."""
        self._blink_ms = QApplication.cursorFlashTime()
        QApplication.setCursorFlashTime(NO_BLINK)

    def _wake(self) -> None:
        if self._blink_ms != NO_BLINK:
            QApplication.setCursorFlashTime(self._blink_ms)
            self._blink_ms = NO_BLINK
