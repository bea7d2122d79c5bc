"""How a card of the list of alarms looks, and where its switch is."""

from datetime import datetime, tzinfo

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from alarmclock.core.certainty.verdict import Grade
from alarmclock.core.certainty.verdict_words import TONES
from alarmclock.core.ports import Clock
from alarmclock.ui import cards
from alarmclock.ui.alarms.model import Role
from alarmclock.ui.alarms.row_text import SEPARATOR, AlarmRow
from alarmclock.ui.card_parts import CardParts
from alarmclock.ui.theme import Theme
from alarmclock.ui.widgets.icon import Icons

Index = QModelIndex | QPersistentModelIndex
PADDING = 22
DIGITS_WIDTH = 132
# A card narrower than this has its day chips told in words instead.
ROOM_FOR_DAYS = 560
NARROW = 360


class AlarmDelegate(QStyledItemDelegate):
    """Paints cards; it keeps only icons and parts, so that ten thousand cost what ten do."""

    def __init__(self, theme: Theme, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._icons = Icons(theme)
        self._parts = CardParts(theme)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Make all cards equally high."""
        return QSize(240, cards.CARD_HEIGHT + cards.GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a card."""
        row: AlarmRow = index.data(Role.ROW)
        now, zone = self._clock.now(), self._clock.zone()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = card_of(option.rect)
        self._parts.paint_frame(painter, card, self._border(option))
        text = self._theme.colour("text" if row.is_on else "dim")
        digits, lines, days = _areas(card, row)
        cards.paint_digits(painter, digits, row.digits(zone), text)
        sign = self._sign(index.data(Role.GRADE), painter.device().devicePixelRatio())
        self._paint_lines(painter, lines, row, (now, zone), sign, chips=days is not None)
        if days is not None and row.days is not None:
            self._parts.paint_days(painter, days, row.days, dim=not row.is_on)
        self._parts.paint_switch(painter, switch_of(option.rect), on=row.is_on)
        painter.restore()

    def _paint_lines(
        self,
        painter: QPainter,
        area: QRect,
        row: AlarmRow,
        moment: tuple[datetime, tzinfo],
        sign: QPixmap | None,
        *,
        chips: bool,
    ) -> None:
        text = self._theme.colour("text" if row.is_on else "dim")
        detail = row.detail(*moment)
        words = row.words_for_days()
        if not chips and words and row.is_on:
            detail = f"{detail} · {words}"
        detail = fitting(detail, area.width() - (cards.SIGN_SIZE + cards.SIGN_GAP if sign else 0))
        colours = (text, self._theme.colour(row.colour(*moment)))
        cards.paint_lines(painter, area, row.name, detail, colours, sign)

    def _sign(self, grade: Grade, ratio: float) -> QPixmap | None:
        """Give what warns of a ring that may not be heard."""
        if grade is Grade.GOOD:
            return None
        return self._icons.give("warning", TONES[grade].value, cards.SIGN_SIZE, ratio)

    def _border(self, option: QStyleOptionViewItem) -> QColor | None:
        state = option.state
        if state & QStyle.StateFlag.State_HasFocus:
            return self._theme.colour("accent")
        return self._theme.colour("off") if state & QStyle.StateFlag.State_MouseOver else None


def fitting(detail: str, room: int) -> str:
    """Leave out the day where there is no room for it: how long it is till then says enough."""
    day, separator, rest = detail.partition(SEPARATOR)
    is_near = separator and day in ("today", "tomorrow")
    if is_near and QFontMetrics(cards.detail_font()).horizontalAdvance(detail) > room:
        return rest
    return detail


def card_of(cell: QRect) -> QRect:
    """Give the card within a cell of the list."""
    return cell.adjusted(0, 0, -1, -cards.GAP)


def switch_of(cell: QRect) -> QRect:
    """Give the switch within a cell of the list."""
    card = card_of(cell)
    right = card.right() - (PADDING if card.width() > NARROW else 14)
    top = card.center().y() - cards.TRACK_HEIGHT // 2 + 1
    return QRect(right - cards.TRACK_WIDTH, top, cards.TRACK_WIDTH, cards.TRACK_HEIGHT)


def _areas(card: QRect, row: AlarmRow) -> tuple[QRect, QRect, QPoint | None]:
    """Give the places of the digits and the lines, and the end of the chips if there is room."""
    wide = card.width() > NARROW
    padding, digits_width = (PADDING, DIGITS_WIDTH) if wide else (14, 96)
    digits = QRect(card.x() + padding, card.y(), digits_width - 12, card.height())
    switch_left = card.right() - padding - cards.TRACK_WIDTH
    days = None
    right = switch_left - 12
    if row.days is not None and card.width() >= ROOM_FOR_DAYS:
        days = QPoint(switch_left - 24, card.center().y() + 1)
        right = days.x() - cards.days_width() - 12
    left = digits.right() + 12
    return digits, QRect(left, card.y(), max(right - left, 0), card.height()), days
