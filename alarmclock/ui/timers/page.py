"""The Timers page."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from alarmclock.core.ports import Clock
from alarmclock.core.timer import Timer
from alarmclock.ui.theme import Theme
from alarmclock.ui.timers.card_list import TimerCardList
from alarmclock.ui.timers.entry import TimerEntry
from alarmclock.ui.timers.presets import Presets
from alarmclock.ui.timers.request import Request
from alarmclock.ui.timers.row import TimerRow
from alarmclock.ui.widgets.icon import Icons

MARGIN = 24
NARROW_MARGIN = 16
NARROW = 480
SIDE_BY_SIDE = 760
SETUP_WIDTH = 340
ANY_WIDTH = 16_777_215  # QWIDGETSIZE_MAX, which PySide6 does not name.
EMPTY = "There is no timer yet. Press a length, or set one of your own and press Start."


class TimersPage(QWidget):
    """Starts timers and shows them; everything a person asks for leaves as a signal."""

    start_requested = Signal(object)
    pause_requested = Signal(str)
    resume_requested = Signal(str)
    extend_requested = Signal(str)
    restart_requested = Signal(str)
    cancel_requested = Signal(str)
    presets_changed = Signal(tuple)

    def __init__(self, theme: Theme, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timersPage")
        self._clock = clock
        icons = Icons(theme)
        self._presets = Presets(self)
        self._entry = TimerEntry(icons, self)
        self._cards = TimerCardList(icons, self)
        self._empty = QLabel(EMPTY, self)
        self._empty.setObjectName("timersEmpty")
        self._empty.setProperty("look", "muted")
        self._empty.setWordWrap(True)
        self._lay_out()
        self._pass_on_requests()

    def show_timers(self, rows: Iterable[TimerRow]) -> None:
        """Show these timers, in this order; a card that stays is changed in place."""
        self._cards.show_timers(rows, self._clock.now(), self._clock.zone())
        self._empty.setHidden(bool(self._cards.cards))

    def show_presets(self, presets: Sequence[int]) -> None:
        """Offer these lengths, in minutes."""
        self._presets.show_presets(presets)

    def show_time(self, now: datetime) -> None:
        """Count down to this moment."""
        self._cards.show_time(now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the timers beside or below what starts them, as the width allows."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _start_preset(self, length: timedelta) -> None:
        self.start_requested.emit(Timer(length))

    def _pass_on_requests(self) -> None:
        self._presets.start_requested.connect(self._start_preset)
        self._presets.presets_changed.connect(self.presets_changed)
        self._entry.start_requested.connect(self.start_requested)
        self._cards.requested.connect(self._pass_on)

    def _pass_on(self, request: Request, timer_id: str) -> None:
        signals = {
            Request.PAUSE: self.pause_requested,
            Request.RESUME: self.resume_requested,
            Request.EXTEND: self.extend_requested,
            Request.RESTART: self.restart_requested,
            Request.CANCEL: self.cancel_requested,
        }
        signals[request].emit(timer_id)

    def _fit(self, width: int) -> None:
        beside = width >= SIDE_BY_SIDE
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(direction)
        self._setup.setMinimumWidth(SETUP_WIDTH if beside else 0)
        self._setup.setMaximumWidth(SETUP_WIDTH if beside else ANY_WIDTH)
        margin = NARROW_MARGIN if width < NARROW else MARGIN
        self._column.setContentsMargins(margin, margin, margin, margin)

    def _lay_out(self) -> None:
        title = QLabel("Timers", self)
        title.setProperty("look", "title")
        self._setup = self._stacked(self._presets, self._entry)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.setSpacing(MARGIN)
        self._halves.addWidget(self._setup)
        self._halves.addWidget(self._stacked(self._empty, self._cards), stretch=1)
        content = QWidget(self)
        self._column = QVBoxLayout(content)
        self._column.setSpacing(16)
        self._column.addWidget(title)
        self._column.addLayout(self._halves, stretch=1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scrolled(content))

    def _stacked(self, *parts: QWidget) -> QWidget:
        area = QWidget(self)
        column = QVBoxLayout(area)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        return area

    def _scrolled(self, content: QWidget) -> QScrollArea:
        area = QScrollArea(self)
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The page is no stop of the tab key; what is on it scrolls into view with the focus.
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area
