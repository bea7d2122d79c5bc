"""The Timers page."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from alarmclock.core.ports import Clock
from alarmclock.core.timer import Timer
from alarmclock.ui.theme import Theme
from alarmclock.ui.timers.card_list import TimerCardList
from alarmclock.ui.timers.entry import TimerEntry
from alarmclock.ui.timers.presets import Presets
from alarmclock.ui.timers.request import Request
from alarmclock.ui.timers.row import TimerRow
from alarmclock.ui.widgets.icon import Icons
from alarmclock.ui.widgets.two_column_page import TwoColumnPage

SIDE_BY_SIDE = 760
SETUP_WIDTH = 340
EMPTY = "There is no timer yet. Press a length, or set one of your own and press Start."


class TimersPage(TwoColumnPage):
    """Starts timers and shows them; everything a person asks for leaves as a signal."""

    start_requested = Signal(object)
    pause_requested = Signal(str)
    resume_requested = Signal(str)
    extend_requested = Signal(str)
    restart_requested = Signal(str)
    cancel_requested = Signal(str)
    presets_changed = Signal(tuple)

    def __init__(self, theme: Theme, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(
            "Timers", side_by_side=SIDE_BY_SIDE, first_width=SETUP_WIDTH, parent=parent
        )
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
        self.set_columns((self._presets, self._entry), (self._empty, self._cards))
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
