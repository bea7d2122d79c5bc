"""Paints a day of the month: its number, and its rings as lines or, in a small cell, as dots."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from alarmclock.core.outlook.entry import Entry, Fate
from alarmclock.ui.calendar.entry_text import DOTS
from alarmclock.ui.calendar.month_model import Role
from alarmclock.ui.theme import Theme, font

INSET = 1.5
PADDING = 6
NUMBER_HEIGHT = 22
LINE_HEIGHT = 17
FRAME_RADIUS = 8
# A cell narrower or lower than this has dots instead of lines.
ROOM_FOR_TEXT = 72
ROOM_FOR_LINE = PADDING + NUMBER_HEIGHT + LINE_HEIGHT
DOT_RADIUS, DOT_STEP = 2.5, 8
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
TEXTS = {Fate.SILENT: "dim", Fate.MISSED: "bad", Fate.SPECIAL: "warn"}

AnyIndex = QModelIndex | QPersistentModelIndex
Line = tuple[str, Entry]


class MonthDelegate(QStyledItemDelegate):
    """Draws a day; what will not ring is struck through."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._number_font = font(13, QFont.Weight.DemiBold)
        self._line_font = font(12)
        self._struck_font = font(12)
        self._struck_font.setStrikeOut(True)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one day."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = QRect(option.rect)
        self._paint_frame(painter, option)
        self._paint_number(painter, cell, index)
        lines: list[Line] = index.data(Role.LINES)
        if cell.width() < ROOM_FOR_TEXT or cell.height() < ROOM_FOR_LINE:
            self._paint_dots(painter, cell, lines)
        else:
            self._paint_lines(painter, cell, lines)
        painter.restore()

    def _paint_frame(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        frame = QRectF(option.rect).adjusted(INSET, INSET, -INSET, -INSET)
        colour = "accent" if chosen or focused else "line"
        painter.setPen(QPen(self._theme.colour(colour), 2 if focused else 1))
        painter.setBrush(self._theme.colour("soft" if chosen else "surface"))
        painter.drawRoundedRect(frame, FRAME_RADIUS, FRAME_RADIUS)

    def _paint_number(self, painter: QPainter, cell: QRect, index: AnyIndex) -> None:
        area = QRect(cell.left() + PADDING, cell.top() + 4, NUMBER_HEIGHT, NUMBER_HEIGHT - 2)
        colour = "text" if index.data(Role.IN_MONTH) else "muted"
        if index.data(Role.IS_TODAY):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent"))
            painter.drawEllipse(QRectF(area).center(), NUMBER_HEIGHT / 2 - 1, NUMBER_HEIGHT / 2 - 1)
            colour = "on_accent"
        painter.setFont(self._number_font)
        painter.setPen(self._theme.colour(colour))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(index.data(Role.DAY).day))

    def _paint_lines(self, painter: QPainter, cell: QRect, lines: list[Line]) -> None:
        room = (cell.height() - NUMBER_HEIGHT - PADDING) // LINE_HEIGHT
        shown = lines if len(lines) <= room else lines[: room - 1]
        width = cell.width() - 2 * PADDING
        area = QRect(cell.left() + PADDING, cell.top() + NUMBER_HEIGHT + 3, width, LINE_HEIGHT)
        for time, entry in shown:
            used = self._struck_font if entry.fate is Fate.SILENT else self._line_font
            painter.setFont(used)
            painter.setPen(self._theme.colour(TEXTS.get(entry.fate, "text")))
            painter.drawText(area, LEFT, _elided(f"{time} {entry.name}", used, width))
            area.translate(0, LINE_HEIGHT)
        if len(shown) < len(lines):
            painter.setFont(self._line_font)
            painter.setPen(self._theme.colour("muted"))
            rest = f"+{len(lines) - len(shown):,} more" if shown else f"{len(lines):,} rings"
            painter.drawText(area, LEFT, rest)

    def _paint_dots(self, painter: QPainter, cell: QRect, lines: list[Line]) -> None:
        room = max(int((cell.width() - 2 * PADDING) // DOT_STEP), 1)
        left = cell.left() + PADDING + DOT_RADIUS
        middle = min(cell.top() + NUMBER_HEIGHT + PADDING + 2, cell.bottom() - PADDING)
        painter.setPen(Qt.PenStyle.NoPen)
        for place, (_, entry) in enumerate(lines[:room]):
            painter.setBrush(self._theme.colour(DOTS[entry.fate]))
            middle_of_dot = QPointF(left + place * DOT_STEP, middle)
            painter.drawEllipse(middle_of_dot, DOT_RADIUS, DOT_RADIUS)


def _elided(text: str, used: QFont, width: int) -> str:
    return QFontMetrics(used).elidedText(text, Qt.TextElideMode.ElideRight, width)
