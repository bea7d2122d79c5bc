"""A line to type in that marks where it is not understood."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLineEdit, QWidget

WAVE_LENGTH = 4
WAVE_HEIGHT = 2
GAP = 1
# Where something is missing, the mark stands after the line.
SHORTEST = 8


class MarkedLine(QLineEdit):
    """Draws a wave under some of its characters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._span: tuple[int, int] | None = None
        self._colour = QColor()

    @property
    def marked(self) -> str | None:
        """The characters that are marked, None where nothing is; empty at the end of the line."""
        return None if self._span is None else self.text()[slice(*self._span)]

    def mark(self, begin: int, colour: QColor) -> None:
        """Mark the word that begins at a character."""
        words = self.text()[begin:].split(maxsplit=1)
        self._span = begin, begin + len(words[0]) if words else begin
        self._colour = colour
        self.update()

    def unmark(self) -> None:
        """Mark nothing."""
        self._span = None
        self.update()

    def mark_area(self) -> QRectF:
        """Give where the mark is; empty while there is none or it is scrolled out of sight."""
        if self._span is None:
            return QRectF()
        begin, end = (self._x_of(index) for index in self._span)
        cursor = self.cursorRect()
        area = QRectF(begin, cursor.bottom() + GAP, max(end - begin, SHORTEST), WAVE_HEIGHT)
        return area.intersected(QRectF(self.rect()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, and the wave under it."""
        super().paintEvent(event)
        area = self.mark_area()
        if area.isEmpty():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colour, 1.4))
        steps = int(area.width() / WAVE_LENGTH * 2) + 1
        painter.drawPolyline(
            QPolygonF(
                [
                    QPointF(
                        area.left() + step * WAVE_LENGTH / 2, area.top() + step % 2 * WAVE_HEIGHT
                    )
                    for step in range(steps + 1)
                ]
            )
        )
        painter.end()

    def _x_of(self, index: int) -> float:
        # The line scrolls: only where the cursor is now is known.
        measure = self.fontMetrics().horizontalAdvance
        text, cursor = self.text(), self.cursorPosition()
        shift = measure(text[:index]) - measure(text[:cursor])
        return float(self.cursorRect().center().x() + shift)
