"""The parts of cards that look alike on many, each drawn once: what is drawn anew takes longer."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from alarmclock.ui import cards
from alarmclock.ui.theme import Theme

ROOM_FOR_SHADOW = 2
# Chips for all sets of days that people choose in earnest, lit and dim, and two switches.
MOST_KEPT = 64

Draw = Callable[[QPainter], None]


class CardParts:
    """Paints frames, day chips and switches as `cards` does, from pictures that it keeps."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._frames: dict[object, QPixmap] = {}
        self._small: dict[object, QPixmap] = {}
        self._drawn_for: object = None

    def paint_frame(self, painter: QPainter, card: QRect, border: QColor | None = None) -> None:
        """Draw an empty card; a border of another colour marks the chosen one."""
        size = QSize(card.width(), card.height() + ROOM_FOR_SHADOW)
        wanted = (size.toTuple(), painter.device().devicePixelRatio(), self._theme.is_dark)
        if wanted != self._drawn_for:
            # While the window is resized, each size is seen for a moment only.
            self._drawn_for = wanted
            self._frames.clear()
        inside = QRectF(0, 0, card.width(), card.height())
        key = border.rgba() if border else 0
        if key not in self._frames:
            self._frames[key] = self._drawn(
                size,
                painter,
                QColor(Qt.GlobalColor.transparent),
                lambda part: cards.paint_frame(part, inside, self._theme, border),
            )
        painter.drawPixmap(card.topLeft(), self._frames[key])

    def paint_days(
        self, painter: QPainter, right_middle: QPoint, days: frozenset[int], *, dim: bool
    ) -> None:
        """Draw the seven day chips, ending at a point."""
        size = QSize(cards.days_width(), cards.CHIP)
        end = QPointF(size.width(), size.height() / 2)
        picture = self._kept(
            (days, dim),
            size,
            painter,
            lambda part: cards.paint_days(part, end, days, self._theme, dim=dim),
        )
        place = QPoint(right_middle.x() - size.width(), right_middle.y() - size.height() // 2)
        painter.drawPixmap(place, picture)

    def paint_switch(self, painter: QPainter, area: QRect, *, on: bool) -> None:
        """Draw a switch."""
        whole = QRectF(0, 0, area.width(), area.height())
        picture = self._kept(
            on,
            area.size(),
            painter,
            lambda part: cards.paint_switch(part, whole, self._theme, on=on),
        )
        painter.drawPixmap(area.topLeft(), picture)

    def _kept(self, kind: object, size: QSize, painter: QPainter, draw: Draw) -> QPixmap:
        """Give a small part, drawn over the colour of a card."""
        key = (kind, painter.device().devicePixelRatio(), self._theme.is_dark)
        if key not in self._small:
            if len(self._small) >= MOST_KEPT:
                self._small.clear()
            self._small[key] = self._drawn(size, painter, self._theme.colour("surface"), draw)
        return self._small[key]

    def _drawn(self, size: QSize, on: QPainter, ground: QColor, draw: Draw) -> QPixmap:
        ratio = on.device().devicePixelRatio()
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(ground)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter)
        painter.end()
        return picture
