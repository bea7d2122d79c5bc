"""How a cancelled alarm looks: its card, pale, with what happened to it."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from alarmclock.ui import cards
from alarmclock.ui.closing.model import ROW_ROLE, CancelledRow
from alarmclock.ui.theme import Theme, font

BADGE = QSize(160, 32)
# A card narrower than this tells it in its second line.
ROOM_FOR_BADGE = 480


class CancelledDelegate(QStyledItemDelegate):
    """Paints the cards of the closing view."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Make all cards equally high."""
        return QSize(240, cards.CARD_HEIGHT + cards.GAP)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a card."""
        row: CancelledRow = index.data(ROW_ROLE)
        colour = self._theme.colour
        card = option.rect.adjusted(0, 0, -1, -cards.GAP)
        wide = card.width() >= ROOM_FOR_BADGE
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cards.paint_frame(painter, QRectF(card), self._theme)
        digits = QRect(card.x() + 22, card.y(), 120 if wide else 84, card.height())
        cards.paint_digits(painter, digits, row.digits, colour("dim"))
        right = card.right() - 20 - (BADGE.width() + 12 if wide else 0)
        lines = QRect(digits.right() + 12, card.y(), right - digits.right() - 12, card.height())
        detail = row.detail if wide else "Alarm cancelled"
        detail_colour = colour("muted" if wide else "bad")
        cards.paint_lines(painter, lines, row.name, detail, (colour("muted"), detail_colour))
        if wide:
            self._paint_badge(painter, card)
        painter.restore()

    def _paint_badge(self, painter: QPainter, card: QRect) -> None:
        badge = QRectF(0, 0, BADGE.width(), BADGE.height())
        badge.moveCenter(QRectF(card).center())
        badge.moveRight(card.right() - 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("bad_soft"))
        painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2)
        painter.setPen(self._theme.colour("bad"))
        painter.setFont(font(14, QFont.Weight.DemiBold))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, "Alarm cancelled")
