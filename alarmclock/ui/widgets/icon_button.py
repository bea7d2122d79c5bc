"""A small button with an icon or a short text, light enough for hundreds in a list."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from alarmclock.ui.theme import font
from alarmclock.ui.widgets.icon import Icons

SIZE = 36
ICON_SIZE = 20
TEXT_SIZE = 13
TEXT_PADDING = 10
RADIUS = 12.0
FOCUS_WIDTH = 2


class IconButton(QAbstractButton):
    """Quiet until the mouse or the keyboard is on it; a filled one stands out at rest."""

    def __init__(
        self,
        icons: Icons,
        picture: str = "",
        text: str = "",
        *,
        filled: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._picture = picture
        self._filled = filled
        self._hint = _size_for(text) if text else QSize(SIZE, SIZE)
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Be square, or as wide as the text."""
        return self._hint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what lies under it, the icon or the text, and the keyboard's ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self._filled or self._is_hot():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._under())
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        if self.hasFocus():
            self._draw_focus(painter, area)
        if self._picture:
            self._draw_icon(painter)
        else:
            painter.setFont(font(TEXT_SIZE, QFont.Weight.DemiBold))
            painter.setPen(self._icons.theme.colour(self._ink()))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.text())

    def _is_hot(self) -> bool:
        return self.isEnabled() and (self.underMouse() or self.isDown())

    def _under(self) -> QColor:
        colour = self._icons.theme.colour("soft")
        return colour.darker(106) if self.isDown() or (self._filled and self._is_hot()) else colour

    def _ink(self) -> str:
        if not self.isEnabled():
            return "off"
        return "accent" if self._filled or self._is_hot() else "muted"

    def _draw_icon(self, painter: QPainter) -> None:
        ratio = self.devicePixelRatioF()
        drawn = self._icons.give(self._picture, self._ink(), ICON_SIZE, ratio)
        left, top = (self.width() - ICON_SIZE) // 2, (self.height() - ICON_SIZE) // 2
        painter.drawPixmap(left, top, drawn)

    def _draw_focus(self, painter: QPainter, area: QRectF) -> None:
        half = FOCUS_WIDTH / 2
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._icons.theme.colour("accent"), FOCUS_WIDTH))
        painter.drawRoundedRect(area.adjusted(half, half, -half, -half), RADIUS - 1, RADIUS - 1)


def _size_for(text: str) -> QSize:
    metrics = QFontMetrics(font(TEXT_SIZE, QFont.Weight.DemiBold))
    return QSize(metrics.horizontalAdvance(text) + 2 * TEXT_PADDING, SIZE)
