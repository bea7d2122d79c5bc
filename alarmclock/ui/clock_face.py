"""The analog face, drawn in white over the sky."""

from datetime import datetime

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform

SECOND_HAND = QColor("#FDBA8C")
DISC = QColor(255, 255, 255, 34)
HOUR_MARK = QColor(255, 255, 255, 235)
MINUTE_MARK = QColor(255, 255, 255, 120)
WHITE = QColor(255, 255, 255)
# All lengths below are in this radius.
RADIUS = 100.0
SECOND_WIDTH, SECOND_LENGTH, TAIL, PIN = 2, 82, 16, 5


def paint_face(painter: QPainter, area: QRectF, local: datetime) -> None:
    """Draw the face of a local time as large as the area allows."""
    paint_dial(painter, area)
    paint_hands(painter, area, local)


def paint_dial(painter: QPainter, area: QRectF) -> None:
    """Draw what never moves: the disc and its marks."""
    painter.save()
    _place(painter, area)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(DISC)
    painter.drawEllipse(QPointF(0, 0), RADIUS, RADIUS)
    _paint_marks(painter)
    painter.restore()


def paint_hands(painter: QPainter, area: QRectF, local: datetime) -> None:
    """Draw the hands of a local time."""
    paint_slow_hands(painter, area, local)
    paint_second_hand(painter, area, local)


def paint_slow_hands(painter: QPainter, area: QRectF, local: datetime) -> None:
    """Draw the hands of hours and minutes, which lie below that of seconds."""
    painter.save()
    _place(painter, area)
    minutes = local.minute + local.second / 60
    hours = local.hour % 12 + minutes / 60
    _paint_hand(painter, hours * 30, 7, 48, WHITE, tail=9)
    _paint_hand(painter, minutes * 6, 5, 74, WHITE, tail=9)
    painter.restore()


def paint_second_hand(painter: QPainter, area: QRectF, local: datetime) -> None:
    """Draw the hand of seconds and the pin that holds all three."""
    painter.save()
    _place(painter, area)
    _paint_hand(painter, local.second * 6, SECOND_WIDTH, SECOND_LENGTH, SECOND_HAND, tail=TAIL)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(SECOND_HAND)
    painter.drawEllipse(QPointF(0, 0), PIN, PIN)
    painter.restore()


def reach_of_second_hand(area: QRectF, local: datetime) -> QRect:
    """Give the rectangle that the hand of seconds and the pin lie in, with their soft edges."""
    scale = min(area.width(), area.height()) / 2 / RADIUS
    turned = QTransform().translate(area.center().x(), area.center().y()).scale(scale, scale)
    turned.rotate(local.second * 6)
    hand = QRectF(-PIN, -SECOND_LENGTH, 2 * PIN, SECOND_LENGTH + TAIL)
    return turned.mapRect(hand).toAlignedRect().adjusted(-2, -2, 2, 2)


def _place(painter: QPainter, area: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.center())
    scale = min(area.width(), area.height()) / 2 / RADIUS
    painter.scale(scale, scale)


def _paint_marks(painter: QPainter) -> None:
    for minute in range(60):
        is_hour = minute % 5 == 0
        pen = QPen(HOUR_MARK if is_hour else MINUTE_MARK, 2.6 if is_hour else 1.1)
        painter.setPen(pen)
        painter.save()
        painter.rotate(minute * 6)
        painter.drawLine(QPointF(0, -92), QPointF(0, -80 if is_hour else -87))
        painter.restore()


def _paint_hand(
    painter: QPainter, degrees: float, width: float, length: float, colour: QColor, *, tail: float
) -> None:
    painter.save()
    painter.rotate(degrees)
    painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(0, tail), QPointF(0, -length))
    painter.restore()
