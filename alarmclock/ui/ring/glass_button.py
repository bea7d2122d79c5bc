"""The buttons of the ring window."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PRESS_KEYS = (*ENTER_KEYS, Qt.Key.Key_Space)


class GlassButton(QPushButton):
    """A button over the sky, pressed by Enter and by Space, but not before the window listens."""

    def __init__(self, text: str, look: str, is_listening: Callable[[], bool]) -> None:
        super().__init__(text)
        self._is_listening = is_listening
        self.setProperty("look", look)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press at once, so that a key held from before does nothing."""
        if event.key() not in PRESS_KEYS:
            super().keyPressEvent(event)
        elif self._is_listening() and not event.isAutoRepeat() and self.isEnabled():
            self.click()
