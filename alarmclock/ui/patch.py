"""A part of a picture that changes each second, while all around it stands still."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget


class Patch(QWidget):
    """Paints its rectangle of a picture of its parent, and over it what moves.

    It is opaque, so nothing behind it is painted again. `paint` draws in the coordinates of the
    parent.
    """

    def __init__(self, parent: QWidget, paint: Callable[[QPainter], None]) -> None:
        super().__init__(parent)
        self._paint = paint
        self._behind = QImage()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def lie_on(
        self, picture: QPixmap, place: QRect, beneath: Callable[[QPainter], None] | None = None
    ) -> None:
        """Take a place on a picture; what is drawn beneath stays there until the next time."""
        self._behind = piece(picture, place)
        self.setGeometry(place)
        if beneath is not None:
            painter = QPainter(self._behind)
            self._draw(painter, beneath)
            painter.end()
        self.update()

    def change(self, part: QRect) -> None:
        """Paint a part anew; it is given in the coordinates of the parent."""
        self.update(part.translated(-self.pos()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what is behind, and what moves."""
        painter = QPainter(self)
        painter.drawImage(QPoint(0, 0), self._behind)
        self._draw(painter, self._paint)

    def _draw(self, painter: QPainter, paint: Callable[[QPainter], None]) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.pos())
        paint(painter)


def piece(picture: QPixmap, place: QRect) -> QImage:
    """Cut a piece out of a picture, in the coordinates of the widget that shows it.

    Without an alpha channel it is copied as it is, where it would be blended otherwise.
    """
    ratio = picture.devicePixelRatio()
    here = QRect(place.topLeft() * ratio, place.size() * ratio)
    cut = picture.copy(here).toImage().convertToFormat(QImage.Format.Format_RGB32)
    cut.setDevicePixelRatio(ratio)
    return cut
