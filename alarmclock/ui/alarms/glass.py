"""A magnifying glass, drawn rather than loaded: the first picture of the window may hold it."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

DIAGONAL = QPointF(0.7071, 0.7071)
# In parts of the radius.
HANDLE, LINE_WIDTH = 1.25, 0.33


def paint_glass(painter: QPainter, middle: QPointF, radius: float, colour: QColor) -> None:
    """Draw it around the middle of its lens."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, radius * LINE_WIDTH)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawEllipse(middle, radius, radius)
    rim = middle + DIAGONAL * radius
    painter.drawLine(rim, rim + DIAGONAL * radius * HANDLE)
