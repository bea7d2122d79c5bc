"""How a card of a list is drawn: frame, digits, two lines, day chips and the switch."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from alarmclock.ui.theme import Theme, font

CARD_HEIGHT = 76
GAP = 12
RADIUS = 16
DIGITS = 38
DAY_LETTERS = "MTWTFSS"
CHIP = 22
CHIP_STEP = 26
SIGN_SIZE, SIGN_GAP = 16, 6
TRACK_WIDTH, TRACK_HEIGHT = 44, 26
KNOB_MARGIN = 3


def paint_frame(
    painter: QPainter, card: QRectF, theme: Theme, border: QColor | None = None
) -> None:
    """Draw an empty card with a soft shadow; a border of another colour marks the chosen one."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 10))
    painter.drawRoundedRect(card.translated(0, 1.5), RADIUS, RADIUS)
    painter.setBrush(theme.colour("surface"))
    width = 2.0 if border else 1.0
    painter.setPen(QPen(border or theme.colour("line"), width))
    inset = width / 2
    painter.drawRoundedRect(card.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)


def paint_digits(painter: QPainter, area: QRect, text: str, colour: QColor) -> None:
    """Draw a time in large tabular figures, smaller where it would not fit."""
    size = DIGITS
    while QFontMetrics(font(size, QFont.Weight.DemiBold)).horizontalAdvance(text) > area.width():
        size -= 2
    painter.setFont(font(size, QFont.Weight.DemiBold))
    painter.setPen(colour)
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def paint_lines(
    painter: QPainter,
    area: QRect,
    first: str,
    second: str,
    colours: tuple[QColor, QColor],
    sign: QPixmap | None = None,
) -> None:
    """Draw a label over a line of detail, each cut with “…” where it is too long.

    A sign of SIGN_SIZE stands before the detail.
    """
    half = area.height() // 2
    upper = QRect(area.x(), area.y() + 14, area.width(), half - 14)
    lower = QRect(area.x(), area.y() + half, area.width(), half - 14)
    if sign is not None:
        painter.drawPixmap(lower.x(), lower.center().y() - SIGN_SIZE // 2, sign)
        lower.setLeft(lower.x() + SIGN_SIZE + SIGN_GAP)
    for room, text, colour, face in (
        (upper, first, colours[0], font(16, QFont.Weight.DemiBold)),
        (lower, second, colours[1], detail_font()),
    ):
        painter.setFont(face)
        painter.setPen(colour)
        shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


def detail_font() -> QFont:
    """Give the font of the second line."""
    return font(13, QFont.Weight.Medium)


def paint_days(
    painter: QPainter, right_middle: QPointF, days: frozenset[int], theme: Theme, *, dim: bool
) -> None:
    """Draw the seven day chips, ending at a point."""
    painter.setFont(font(12, QFont.Weight.DemiBold))
    left = right_middle.x() - days_width()
    for number, letter in enumerate(DAY_LETTERS):
        chip = QRectF(left + number * CHIP_STEP, right_middle.y() - CHIP / 2, CHIP, CHIP)
        chosen = number in days
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("soft" if chosen and not dim else "background"))
        painter.drawEllipse(chip)
        painter.setPen(theme.colour("accent" if chosen and not dim else "dim" if chosen else "off"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, letter)


def days_width() -> int:
    """Give the width of the seven day chips."""
    return 6 * CHIP_STEP + CHIP


def paint_switch(painter: QPainter, area: QRectF, theme: Theme, *, on: bool) -> None:
    """Draw a switch as the widget of that name looks."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent" if on else "off"))
    painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
    knob = area.height() - 2 * KNOB_MARGIN
    x = area.right() - KNOB_MARGIN - knob if on else area.left() + KNOB_MARGIN
    painter.setBrush(QColor(255, 255, 255))
    painter.drawEllipse(QRectF(x, area.top() + KNOB_MARGIN, knob, knob))
