"""The button that opens the line in which words are typed that alarms are found by."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from alarmclock.ui.alarms.glass import paint_glass
from alarmclock.ui.theme import Theme

SIZE = 46
RADIUS = 6.0


class FindButton(QPushButton):
    """A magnifying glass; it is there where alarms are too many to look them over."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("findAlarms")
        self.setAccessibleName("Find alarms")
        self.setToolTip("Find alarms (Ctrl+F)")
        self.setFixedSize(SIZE, SIZE)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the glass on the button."""
        super().paintEvent(event)
        middle = QRectF(self.rect()).center() - QPointF(2, 2)
        paint_glass(QPainter(self), middle, RADIUS, self._theme.colour("muted"))
