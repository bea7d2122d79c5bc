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

    def lie_on(self, picture: QPixmap, place: QRect) -> None:
        """Take a place on a picture."""
        ratio = picture.devicePixelRatio()
        here = QRect(place.topLeft() * ratio, place.size() * ratio)
        # Without an alpha channel it is copied as it is, where it would be blended otherwise.
        self._behind = picture.copy(here).toImage().convertToFormat(QImage.Format.Format_RGB32)
        self._behind.setDevicePixelRatio(ratio)
        self.setGeometry(place)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what is behind, and what moves."""
        painter = QPainter(self)
        painter.drawImage(QPoint(0, 0), self._behind)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.pos())
        self._paint(painter)
