"""Paints a line of the activity: a dot on a thread, headline, time, detail and progress."""

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from alarmclock.core.activity.activity_words import SEPARATOR, Tone, Words
from alarmclock.ui.activity.roles import Line, Role
from alarmclock.ui.theme import Theme, font

ROW_HEIGHT = 52
DOT_LEFT = 14
DOT_RADIUS = 4
TEXT_LEFT = 32
# From the right edge of the list, whose scroll bar comes and goes beside the frame.
TEXT_RIGHT = 18
FRAME_RIGHT = 11
HEADLINE_MIDDLE = 16
DETAIL_MIDDLE = 35
TEXT_HEIGHT = 20
GAP = 8
THREAD_GAP = 8
THREAD_WIDTH = 2
PROGRESS_TOP = 45
PROGRESS_HEIGHT = 3
FRAME_RADIUS = 10

MARKED = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

AnyIndex = QModelIndex | QPersistentModelIndex


class ActivityDelegate(QStyledItemDelegate):
    """Draws lines of one height; shortens the label first where room is scarce.

    Roomy lines have larger type and say of another day the time, too.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None, *, roomy: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self._roomy = roomy
        self._headline_font = font(14 if roomy else 13, QFont.Weight.DemiBold)
        self._detail_font = font(13 if roomy else 12)
        self._time_font = font(13 if roomy else 12, QFont.Weight.Medium)
        # Made once: a line that ticks is painted each second.
        self._headline_metrics = QFontMetrics(self._headline_font)
        self._detail_metrics = QFontMetrics(self._detail_font)
        self._time_metrics = QFontMetrics(self._time_font)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """Give every line the same height."""
        return QSize(0, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one line."""
        row = self._area(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, row, option)
        self._paint_thread(painter, row, index)
        self._paint_frame(painter, row, option)
        line: Line = index.data(Role.LINE)
        words = line.words
        self._paint_dot(painter, row, words)
        self._paint_headline(painter, row, words, line.exact_time if self._roomy else line.time)
        self._paint_detail(painter, row, words)
        self._paint_progress(painter, row, words)
        painter.restore()

    def _area(self, option: QStyleOptionViewItem) -> QRect:
        """Give the row as wide as the list, with or without its scroll bar."""
        row = QRect(option.rect)
        if option.widget is not None:
            row.setWidth(option.widget.width())
        return row

    def _paint_ground(self, painter: QPainter, row: QRect, option: QStyleOptionViewItem) -> None:
        if option.state & MARKED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("background"))
            painter.drawRoundedRect(_frame(row), FRAME_RADIUS, FRAME_RADIUS)

    def _paint_frame(self, painter: QPainter, row: QRect, option: QStyleOptionViewItem) -> None:
        if option.state & MARKED:
            is_focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            colour = self._theme.colour("accent" if is_focused else "line")
            painter.setPen(QPen(colour, 2 if is_focused else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(_frame(row), FRAME_RADIUS, FRAME_RADIUS)

    def _paint_thread(self, painter: QPainter, row: QRect, index: AnyIndex) -> None:
        pen = QPen(self._theme.colour("line"), THREAD_WIDTH)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        x = row.left() + DOT_LEFT
        middle = row.top() + HEADLINE_MIDDLE
        if index.row() > 0:
            painter.drawLine(x, row.top(), x, middle - THREAD_GAP - 2)
        if index.row() + 1 < index.model().rowCount():
            painter.drawLine(x, middle + THREAD_GAP, x, row.top() + ROW_HEIGHT)

    def _paint_dot(self, painter: QPainter, row: QRect, words: Words) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("muted" if words.tone is Tone.TEXT else words.tone))
        middle = QPointF(row.left() + DOT_LEFT, row.top() + HEADLINE_MIDDLE)
        painter.drawEllipse(middle, DOT_RADIUS, DOT_RADIUS)

    def _paint_headline(self, painter: QPainter, row: QRect, words: Words, time: str) -> None:
        area = _text_area(row, HEADLINE_MIDDLE)
        painter.setFont(self._time_font)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(area, RIGHT, time)
        area.setRight(area.right() - self._time_metrics.horizontalAdvance(time) - GAP)
        painter.setFont(self._headline_font)
        painter.setPen(self._theme.colour(words.tone))
        headline = _elided(words.headline, self._headline_metrics, area.width())
        painter.drawText(area, LEFT, headline)

    def _paint_detail(self, painter: QPainter, row: QRect, words: Words) -> None:
        area = _text_area(row, DETAIL_MIDDLE)
        painter.setFont(self._detail_font)
        painter.setPen(self._theme.colour("muted"))
        detail = shortened(words.name, words.fact, self._detail_metrics, area.width())
        painter.drawText(area, LEFT, detail)

    def _paint_progress(self, painter: QPainter, row: QRect, words: Words) -> None:
        if words.progress is None:
            return
        area = QRectF(_text_area(row, DETAIL_MIDDLE))
        area.setTop(row.top() + PROGRESS_TOP)
        area.setHeight(PROGRESS_HEIGHT)
        _paint_bar(painter, area, self._theme.colour("line"))
        area.setWidth(max(area.width() * words.progress, PROGRESS_HEIGHT))
        _paint_bar(painter, area, self._theme.colour("accent"))


def shortened(name: str, fact: str, metrics: QFontMetrics, width: int) -> str:
    """Join a name and a fact so that they fit; the name is cut first, it is known anyway."""
    rest = SEPARATOR + fact if name else fact
    if metrics.horizontalAdvance(name + rest) <= width:
        return name + rest
    # A name needs room for some letters, otherwise the end of the whole is cut.
    left = width - metrics.horizontalAdvance(rest)
    if not name or left < metrics.horizontalAdvance("mmm…"):
        return _elided(name + rest, metrics, width)
    return _elided(name, metrics, left) + rest


def _elided(text: str, metrics: QFontMetrics, width: int) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def _frame(row: QRect) -> QRectF:
    return QRectF(row).adjusted(1, 1, -FRAME_RIGHT, -1)


def _text_area(row: QRect, middle: int) -> QRect:
    left = row.left() + TEXT_LEFT
    width = row.width() - TEXT_LEFT - TEXT_RIGHT
    return QRect(left, row.top() + middle - TEXT_HEIGHT // 2, width, TEXT_HEIGHT)


def _paint_bar(painter: QPainter, area: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(area, PROGRESS_HEIGHT / 2, PROGRESS_HEIGHT / 2)
