"""The button that opens the line in which words are typed that alarms are found by."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from alarmclock.ui.theme import Theme

SIZE = 46
GLASS, HANDLE, LINE_WIDTH = 12.0, 5.5, 2.0


class FindButton(QPushButton):
    """A magnifying glass, drawn rather than loaded: the first picture of the window may hold it."""

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
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.colour("muted"), LINE_WIDTH)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        middle = QRectF(self.rect()).center() - QPointF(2, 2)
        painter.drawEllipse(middle, GLASS / 2, GLASS / 2)
        rim = middle + QPointF(1, 1) * (GLASS / 2 * 0.7071)
        painter.drawLine(rim, rim + QPointF(HANDLE, HANDLE))
