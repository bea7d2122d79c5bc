"""The analog face over the panels of the ring window."""

from datetime import datetime

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from alarmclock.ui.clock_face import paint_face

FACE, SMALL_FACE = 192, 96


class Face(QWidget):
    """Shows a time; it makes way on a low window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._local: datetime | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.be_small(small=False)

    def be_small(self, *, small: bool) -> None:
        """Leave more room to the panels, or less."""
        self.setMaximumHeight(SMALL_FACE if small else FACE)

    def show_time(self, local: datetime) -> None:
        """Show a local time."""
        self._local = local
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the face if it is large enough to be read."""
        if self._local is not None and self.height() >= SMALL_FACE // 2:
            painter = QPainter(self)
            paint_face(painter, QRectF(self.rect()), self._local)
