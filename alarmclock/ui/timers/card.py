"""The card of one timer: its countdown, its progress and what can be done with it."""

from datetime import datetime, tzinfo
from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from alarmclock.core.book.book import State
from alarmclock.core.words.wording import clock_length
from alarmclock.ui.theme import font
from alarmclock.ui.timers.card_buttons import CardButtons
from alarmclock.ui.timers.card_places import BAR_HEIGHT, Places, places
from alarmclock.ui.timers.request import Request
from alarmclock.ui.timers.row import TimerRow
from alarmclock.ui.widgets.icon import Icons
from alarmclock.ui.widgets.look import wear
from alarmclock.ui.widgets.tips import plain_tip

RADIUS = 16.0
FOCUS_WIDTH = 2
TIME_SIZE = 38
NAME_SIZE = 16
STATE_SIZE = 13
STATE_COLOURS = {State.RINGING: "good", State.SNOOZED: "warn", State.MISSED: "bad"}
STILL = (State.PAUSED, State.ENDED, State.MISSED)
UNPLACED = places(0, 0, QSize())


class TimerCard(QWidget):
    """Shows a TimerRow and asks for what its buttons and keys stand for.

    It draws its texts itself and has no layout: there may be hundreds of cards. Its accessible
    name and description say the same.
    """

    requested = Signal(object, str)

    def __init__(self, icons: Icons, row: TimerRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = icons.theme
        self._row = row
        self._places = UNPLACED
        self._progress = 0.0
        self._filled = 0
        self.setObjectName(f"timerCard_{row.timer.id}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._left = QLabel(self)
        self._left.setObjectName("timeLeft")
        self._left.setFont(font(TIME_SIZE, QFont.Weight.DemiBold))
        self._buttons = CardButtons(self, icons)
        self._buttons_size = self._buttons.size()
        self._time_width = 0
        for request, button in self._buttons.by_request.items():
            button.clicked.connect(partial(self._ask, request))

    @property
    def row(self) -> TimerRow:
        """What it shows."""
        return self._row

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What the tab key goes through: the card itself, then its buttons."""
        return (self, *self._buttons.by_request.values())

    def show_row(self, row: TimerRow, now: datetime, zone: tzinfo) -> None:
        """Show how the timer stands."""
        self._row = row
        self.setAccessibleName(f"Timer {row.name}")
        self.setAccessibleDescription(row.state_words(now, zone))
        wear(self._left, "dim" if row.state in STILL else "")
        self._time_width = QFontMetrics(self._left.font()).horizontalAdvance(row.widest_countdown)
        self._buttons.show_row(row)
        self.show_time(now)
        self.update()

    def show_time(self, now: datetime) -> None:
        """Count down to this moment."""
        text = clock_length(self._row.time_left(now))
        if text != self._left.text():
            self._left.setText(text)
        self._progress = self._row.progress(now)
        self._fill_bar()

    @property
    def time_width(self) -> int:
        """The room that its countdown needs."""
        return self._time_width

    def places_at(self, width: int, time_width: int = 0) -> Places:
        """Find the place of everything on it in a column of this width.

        `time_width` is the room that the countdowns need on all cards, so that names are in line.
        """
        return places(width, max(time_width, self._time_width), self._buttons_size)

    def arrange(self, area: QRect, found: Places) -> None:
        """Stand here, and set everything on it in place."""
        self.setGeometry(area)
        if found != self._places:
            self._places = found
            self._left.setGeometry(found.time)
            self._buttons.arrange(found.buttons)
            self._fill_bar()
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the keys of a timer stand for."""
        button = self._buttons.by_key(event)
        if button is None:
            super().keyPressEvent(event)
        else:
            button.click()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card, its texts and the bar of its progress."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_card(painter)
        self._draw_name(painter)
        painter.setFont(font(STATE_SIZE, self._state_weight()))
        painter.setPen(self._theme.colour(STATE_COLOURS.get(self._row.state, "muted")))
        _draw_elided(painter, self._places.state, self.accessibleDescription())
        self._draw_bar(painter)

    def _ask(self, request: Request, *_checked: bool) -> None:
        self.requested.emit(request, self._row.timer.id)

    def _state_weight(self) -> QFont.Weight:
        told = self._row.state in STATE_COLOURS
        return QFont.Weight.DemiBold if told else QFont.Weight.Normal

    def _fill_bar(self) -> None:
        """Draw the bar again if it grew by a pixel."""
        filled = round(self._places.bar.width() * self._progress)
        if filled != self._filled:
            self._filled = filled
            self.update(self._places.bar)

    def _draw_card(self, painter: QPainter) -> None:
        focused = self.hasFocus()
        width = FOCUS_WIDTH if focused else 1
        painter.setPen(QPen(self._theme.colour("accent" if focused else "line"), width))
        painter.setBrush(self._theme.colour("surface"))
        inset = width / 2
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(area, RADIUS - inset, RADIUS - inset)

    def _draw_name(self, painter: QPainter) -> None:
        painter.setFont(font(NAME_SIZE, QFont.Weight.DemiBold))
        painter.setPen(self._theme.colour("text"))
        whole = _draw_elided(painter, self._places.name, self._row.name)
        tooltip = "" if whole else plain_tip(self._row.name)
        if tooltip != self.toolTip():
            self.setToolTip(tooltip)

    def _draw_bar(self, painter: QPainter) -> None:
        bar = QRectF(self._places.bar)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("line"))
        painter.drawRoundedRect(bar, BAR_HEIGHT / 2, BAR_HEIGHT / 2)
        if self._filled > 0:
            still = self._row.state in STILL
            colour = "off" if still else STATE_COLOURS.get(self._row.state, "accent")
            painter.setBrush(self._theme.colour(colour))
            bar.setWidth(max(self._filled, BAR_HEIGHT))
            painter.drawRoundedRect(bar, BAR_HEIGHT / 2, BAR_HEIGHT / 2)


def _draw_elided(painter: QPainter, area: QRect, text: str) -> bool:
    """Draw one line, and tell whether all of it could be seen."""
    seen = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, seen)
    return seen == text
