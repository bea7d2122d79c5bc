"""What the window shows while it closes: every daemon that the loop cancels."""

from datetime import datetime, timedelta

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from alarmclock.ui import cards
from alarmclock.ui.closing.delegate import CancelledDelegate
from alarmclock.ui.closing.model import Cancellation, CancelledModel
from alarmclock.ui.hero import DOT, PALE, PILL, RADIUS, WHITE
from alarmclock.ui.sky import Sky
from alarmclock.ui.theme import Theme, font
from alarmclock.ui.widgets.row_list import RowList

BANNER_HEIGHT = 150
SMALL_TITLE, TWO_LINES_UP = 18, -12
NOTE = "They don't ring until Alarm Clock is opened again, and are armed again then."
CLOSE_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
BAR = QSize(300, 4)
FRAME_MS = 33


class Banner(QWidget):
    """The sky with the number of cancelled daemons, and the time that is left to read them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sky = Sky()
        self._local: datetime | None = None
        self._title = ""
        self._part = 0.0
        self.setFixedHeight(BANNER_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_title(self, title: str, local: datetime) -> None:
        """Show the sky of a local time with a title."""
        self._title, self._local = title, local
        self.setAccessibleName(f"{title}. {NOTE}")
        self.update()

    def show_part(self, part: float) -> None:
        """Show how much of the closing time is over, 0 to 1."""
        self._part = min(max(part, 0.0), 1.0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sky, two lines and the bar."""
        if self._local is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._sky.paint(painter, QRectF(self.rect()), self._local, RADIUS)
        narrow = self.width() < 560
        left = 20 if narrow else 32
        room = self.rect().adjusted(left, 26 if narrow else 34, -16, 0)
        painter.setPen(WHITE)
        self._paint_title(painter, room, 24 if narrow else 34)
        painter.setPen(PALE)
        painter.setFont(font(14 if narrow else 16, QFont.Weight.DemiBold))
        room = self.rect().adjusted(left, 64 if narrow else 82, -16, -20)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, NOTE)
        self._paint_bar(painter, left)

    def _paint_title(self, painter: QPainter, room: QRect, size: int) -> None:
        """Write the title in one line, or smaller in two: none of it is to be lost."""
        painter.setFont(font(size, QFont.Weight.Bold))
        if painter.fontMetrics().horizontalAdvance(self._title) > room.width():
            painter.setFont(font(SMALL_TITLE, QFont.Weight.Bold))
            room = room.adjusted(0, TWO_LINES_UP, 0, 0)
        wrapped = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(room, wrapped, self._title)

    def _paint_bar(self, painter: QPainter, left: int) -> None:
        width = min(BAR.width(), self.width() - 2 * left)
        bar = QRectF(left, self.height() - 24, width, BAR.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(PILL)
        painter.drawRoundedRect(bar, 2, 2)
        bar.setWidth(width * self._part)
        painter.setBrush(DOT)
        painter.drawRoundedRect(bar, 2, 2)


class ClosingView(QWidget):
    """Lists each cancellation as it happens."""

    close_now_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("closingView")
        self.setAccessibleName("Closing")
        self._model = CancelledModel()
        self._new: list[Cancellation] = []
        self._local: datetime
        self._frame = QTimer(self)
        self._frame.setSingleShot(True)
        self._frame.setInterval(FRAME_MS)
        self._frame.timeout.connect(self.show_new)
        self._banner = Banner(self)
        self._list = self._make_list(theme)
        self._close_now = QPushButton("Close now")
        self._close_now.setObjectName("closeNow")
        self._close_now.setAccessibleName("Close now")
        self._close_now.setToolTip("Close now (Enter or Esc)")
        self._close_now.setProperty("look", "primary")
        self._close_now.setMinimumSize(216, 48)
        self._close_now.clicked.connect(self.close_now_requested)
        self._set_up()

    def show_cancelled(self, cancelled: Cancellation, local: datetime) -> None:
        """Show one more cancellation; thousands that come at once are shown by the frame."""
        self._local = local
        self._new.append(cancelled)
        if not self._frame.isActive():
            self._frame.start()

    def show_new(self) -> None:
        """Show what was cancelled since the last frame."""
        if self._new:
            self._model.add(self._new)
            self._new = []
            self._banner.show_title(f"Closing — {self._model.words()} cancelled", self._local)

    @property
    def cancelled_count(self) -> int:
        """How many cancellations were told."""
        return self._model.rowCount() + len(self._new)

    def begin(self, local: datetime) -> None:
        """Show that the program closes, before anything is cancelled."""
        self._local = local
        self._banner.show_title("Closing", local)
        self._close_now.setFocus()

    def show_part(self, passed: timedelta, whole: timedelta) -> None:
        """Show how much of the closing time is over."""
        self._banner.show_part(passed / whole if whole else 1.0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc close at once."""
        if event.key() in CLOSE_KEYS:
            self.close_now_requested.emit()
        else:
            super().keyPressEvent(event)

    def _make_list(self, theme: Theme) -> RowList:
        view = RowList(cards.CARD_HEIGHT + cards.GAP, self)
        view.setObjectName("cancelledList")
        view.setAccessibleName("Cancelled alarms")
        view.setModel(self._model)
        view.setItemDelegate(CancelledDelegate(theme, view))
        view.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        return view

    def _set_up(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self._close_now)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(20)
        column.addWidget(self._banner)
        column.addWidget(self._list, 1)
        column.addLayout(buttons)
