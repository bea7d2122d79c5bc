"""Paints the lines of the calendar: a day as a heading, an entry with its time and its reason."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtCore import QSize as Size
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from alarmclock.core.outlook.entry import Entry, Fate
from alarmclock.ui.calendar.entry_text import DOTS, REASONS
from alarmclock.ui.calendar.plan_model import Role
from alarmclock.ui.theme import Theme, font

DAY_HEIGHT, PLAIN_HEIGHT = 40, 38
MARGIN = 14
DOT_RADIUS = 4
TIME_LEFT = 32
LINE_HEIGHT = 20
FRAME_RADIUS = 10
GAP = 14

WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
MARKED = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected
AnyIndex = QModelIndex | QPersistentModelIndex


class PlanDelegate(QStyledItemDelegate):
    """Draws what will not ring struck through, and every reason below its name."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._day_font = font(14, QFont.Weight.DemiBold)
        self._name_font = font(14, QFont.Weight.Medium)
        self._small_font = font(13)
        self._small = QFontMetrics(self._small_font)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> Size:
        """Give an entry as many more lines as its reason needs."""
        entry: Entry | None = index.data(Role.ENTRY)
        if entry is None:
            return Size(0, DAY_HEIGHT)
        if not entry.reason:
            return Size(0, PLAIN_HEIGHT)
        assert isinstance(option.widget, QAbstractItemView)
        width = option.widget.viewport().width()
        room = width - MARGIN - self._words_left(index.data(Role.TIME))
        needed = self._small.boundingRect(QRect(0, 0, room, 0), WRAPPED, entry.reason).height()
        return Size(0, PLAIN_HEIGHT + needed)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one line."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        entry: Entry | None = index.data(Role.ENTRY)
        if entry is None:
            self._paint_day(painter, QRect(option.rect), *index.data(Role.DAY))
        else:
            self._paint_frame(painter, option)
            self._paint_entry(painter, QRect(option.rect), entry, index.data(Role.TIME))
        painter.restore()

    def _paint_day(self, painter: QPainter, line: QRect, day: str, seen_from_today: str) -> None:
        area = line.adjusted(MARGIN, 8, -MARGIN, 0)
        painter.setFont(self._day_font)
        painter.setPen(self._theme.colour("text"))
        shown = _elided(day, self._day_font, area.width())
        painter.drawText(area, LEFT, shown)
        area.setLeft(area.left() + painter.fontMetrics().horizontalAdvance(shown) + 10)
        painter.setFont(self._small_font)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(area, LEFT, _elided(seen_from_today, self._small_font, area.width()))

    def _paint_frame(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if not option.state & MARKED:
            return
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        frame = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.setPen(
            QPen(self._theme.colour("accent" if focused else "line"), 2 if focused else 1)
        )
        painter.setBrush(self._theme.colour("background"))
        painter.drawRoundedRect(frame, FRAME_RADIUS, FRAME_RADIUS)

    def _paint_entry(self, painter: QPainter, line: QRect, entry: Entry, time: str) -> None:
        first = QRect(line.left(), line.top() + 9, line.width() - MARGIN, LINE_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(DOTS[entry.fate]))
        middle = QPointF(line.left() + MARGIN + DOT_RADIUS, first.center().y() + 0.5)
        painter.drawEllipse(middle, DOT_RADIUS, DOT_RADIUS)
        is_silent = entry.fate is Fate.SILENT
        used = QFont(self._name_font)
        used.setStrikeOut(is_silent)
        painter.setFont(used)
        painter.setPen(self._theme.colour("dim" if is_silent else "text"))
        painter.drawText(first.adjusted(TIME_LEFT, 0, 0, 0), LEFT, time)
        left = line.left() + self._words_left(time)
        words = QRect(left, first.top(), first.right() - left, LINE_HEIGHT)
        painter.drawText(words, LEFT, _elided(entry.name, used, words.width()))
        painter.setFont(self._small_font)
        painter.setPen(self._theme.colour(REASONS[entry.fate]))
        below = words.adjusted(0, LINE_HEIGHT, 0, line.height())
        painter.drawText(below, WRAPPED, entry.reason)

    def _words_left(self, time: str) -> int:
        """Give where names and reasons begin, behind a time."""
        return TIME_LEFT + QFontMetrics(self._name_font).horizontalAdvance(time) + GAP


def _elided(text: str, used: QFont, width: int) -> str:
    return QFontMetrics(used).elidedText(text, Qt.TextElideMode.ElideRight, width)
