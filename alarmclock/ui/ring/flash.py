"""The light that wakes when no sound does: a bright screen, by turns with a dark one."""

from PySide6.QtCore import QObject, QTimer, Signal

# One flash is bright and dark once. Above three flashes a second they can harm people who are
# sensitive to light (WCAG 2.3.1); one a second wakes as well.
FLASH_MS = 1000


class Flash(QObject):
    """Keeps the beat of the light."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_on = False
        self.is_bright = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)

    def begin(self, *, moving: bool) -> None:
        """Be bright, and flash unless nothing may move."""
        self.is_on = self.is_bright = True
        if moving:
            self._timer.start(FLASH_MS // 2)
        self.changed.emit()

    def end(self) -> None:
        """Be dark."""
        self._timer.stop()
        self.is_on = self.is_bright = False
        self.changed.emit()

    def _turn(self) -> None:
        self.is_bright = not self.is_bright
        self.changed.emit()
