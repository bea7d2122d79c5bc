"""The calendar on a page of its own: thirty days as a list, or a month, ahead and back."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from enum import Enum

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QVBoxLayout, QWidget

from alarmclock.core.outlook.entry import Entry
from alarmclock.core.outlook.outlook import Outlook
from alarmclock.core.ports import Clock
from alarmclock.ui.calendar.entry_bar import EntryBar
from alarmclock.ui.calendar.entry_text import entry_day, entry_sentence
from alarmclock.ui.calendar.header import CalendarHeader
from alarmclock.ui.calendar.month_model import MonthModel, first_shown
from alarmclock.ui.calendar.month_view import MonthView
from alarmclock.ui.calendar.plan_list import PlanList
from alarmclock.ui.calendar.plan_model import PlanModel
from alarmclock.ui.calendar.span import MONTH_DAYS, Span, month_words, thirty_days, within
from alarmclock.ui.theme import Theme
from alarmclock.ui.widgets.month_days import month_later

MARGIN, NARROW_MARGIN = 24, 12
SPACING = 16
NARROW = 520
# With less room than this, the day is below the month instead of beside it.
ROOM_FOR_DAY = 760
CARD_MARGINS = (8, 8, 2, 8)
NOTHING_THEN = "Nothing rings in these days."
NOTHING_THAT_DAY = "Nothing rings on this day."
CUT = "There is more than can be shown here. Choose one alarm to see all of its rings."

Read = Callable[[datetime, datetime, str | None], Outlook]
Subjects = Callable[[], Sequence[tuple[str, str]]]


class View(Enum):
    """How the days are shown; the value is what people read."""

    LIST = "List"
    MONTH = "Month"


BUTTONS = {View.LIST.value: "showList", View.MONTH.value: "showMonth"}


class CalendarPage(QWidget):
    """Shows what will ring and what became of what rang, with the reason of each oddity.

    The requests carry the id of an alarm, and the local date of the occurrence where it is one.
    """

    skip_requested = Signal(str, object)
    take_back_requested = Signal(str, object)
    edit_requested = Signal(str)

    def __init__(
        self,
        read: Read,
        subjects: Subjects,
        theme: Theme,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("calendarPage")
        self._read, self._subjects, self._clock = read, subjects, clock
        self._view = View.LIST
        self._turns = 0
        self._today = self._day = self._local_today()
        self._next_due: datetime | None = None
        self._entries: Sequence[Entry] = ()
        self._plan, self._month = PlanModel(), MonthModel()
        self._header = CalendarHeader(theme, BUTTONS, self)
        self._month_view = MonthView(self._month, theme, self)
        self._list = PlanList(self._plan, theme, self)
        self._bar = EntryBar(self)
        self._cut = QLabel(CUT, self)
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.timeout.connect(self._read_now)
        self._lay_out()
        self._join()

    @property
    def view(self) -> View:
        """How the days are shown."""
        return self._view

    def show_alarm(self, item_id: str) -> None:
        """Show the rings of one alarm, from today on."""
        self._header.show_alarms(self._subjects())
        self._header.be_about(item_id)
        self._go_to_today()

    def show_all(self) -> None:
        """Show the rings of all alarms."""
        if self._header.item_id is not None:
            self._header.be_about(None)
            self._read_now()

    def show_view(self, view: View) -> None:
        """Show the days as a list or as a month."""
        self._view = view
        self._header.show_view(view.value)
        self._month_view.setVisible(view is View.MONTH)
        self._read_now()
        if view is View.LIST:
            self._list.go_to(self._today)

    def show_change(self) -> None:
        """Read anew: alarms or rings have changed."""
        if self.isVisible():
            self._header.show_alarms(self._subjects())
            self._reading.start(0)

    def show_time(self, now: datetime) -> None:
        """Follow midnight, and read anew when something that was ahead is due."""
        today = self._local_today()
        if today != self._today:
            if self._day == self._today:
                self._day = today
            self._today = today
            self._reading.start(0)
        elif self._next_due is not None and now >= self._next_due:
            self._reading.start(0)

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        """Offer the alarms of this moment, and read what may have changed."""
        super().showEvent(event)
        self._header.show_alarms(self._subjects())
        self._today = self._local_today()
        self._read_now()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the day beside the month, or below it where there is no room."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        margin = NARROW_MARGIN if narrow else MARGIN
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(NARROW_MARGIN if narrow else SPACING)
        self._header.be_narrow(narrow=narrow)
        beside = self.width() >= ROOM_FOR_DAY
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._body.setDirection(across if beside else down)

    # Inside

    def _lay_out(self) -> None:
        self._month_view.hide()
        self._cut.setObjectName("calendarCut")
        self._cut.setProperty("look", "muted")
        self._cut.setWordWrap(True)
        self._cut.hide()
        card = QFrame(self)
        card.setProperty("look", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(*CARD_MARGINS)
        inside.setSpacing(0)
        inside.addWidget(self._list, 1)
        inside.addWidget(self._bar)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(SPACING)
        self._body.addWidget(self._month_view, 2)
        self._body.addWidget(card, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._header)
        self._column.addWidget(self._cut)
        self._column.addLayout(self._body, 1)

    def _join(self) -> None:
        self._header.turned.connect(self._turn)
        self._header.today_wanted.connect(self._go_to_today)
        self._header.alarm_chosen.connect(self._read_now)
        self._header.view_chosen.connect(lambda words: self.show_view(View(words)))
        self._month_view.day_wanted.connect(self._go_to)
        self._list.entry_chosen.connect(self._show_chosen)
        for part in (self._list, self._bar):
            part.skip_requested.connect(self._skip)
            part.take_back_requested.connect(self._take_back)
            part.edit_requested.connect(self._edit)

    def _local_today(self) -> date:
        return self._clock.now().astimezone(self._clock.zone()).date()

    def _turn(self, turns: int) -> None:
        if self._view is View.MONTH:
            self._go_to(month_later(self._day, turns))
            return
        self._turns += turns
        self._read_now()
        if self._turns < 0:
            self._list.scrollToBottom()  # the days next to today are the ones that are looked for
        else:
            self._list.scrollToTop()

    def _go_to_today(self) -> None:
        self._turns = 0
        self._go_to(self._today)
        self._list.go_to(self._today)

    def _go_to(self, day: date) -> None:
        self._day = within(day, 0)
        self._read_now()

    def _span(self) -> Span:
        if self._view is View.MONTH:
            return Span(first_shown(self._day), MONTH_DAYS)
        return thirty_days(self._today, self._turns)

    def _read_now(self) -> None:
        self._reading.stop()
        now, zone, span = self._clock.now(), self._clock.zone(), self._span()
        found = self._read(*span.bounds(zone), self._header.item_id)
        self._entries = found.entries
        self._next_due = next((one.due for one in self._entries if one.due > now), None)
        self._cut.setVisible(found.is_cut)
        if self._view is View.MONTH:
            self._show_month()
        else:
            self._header.show_span(span.words(self._today))
            self._show_entries(self._entries, NOTHING_THEN)

    def _show_month(self) -> None:
        zone = self._clock.zone()
        self._header.show_span(month_words(self._day))
        self._month.show_month(self._day, self._entries, self._today, zone)
        self._month_view.choose(self._day)
        of_day = [one for one in self._entries if entry_day(one, zone) == self._day]
        self._show_entries(of_day, NOTHING_THAT_DAY)

    def _show_entries(self, entries: Sequence[Entry], nothing: str) -> None:
        self._plan.show_entries(entries, self._today, self._clock.zone())
        self._list.say_when_empty(nothing)

    def _show_chosen(self, entry: Entry | None) -> None:
        words = entry_sentence(entry, self._clock.zone()) if entry else ""
        can_edit = entry is not None and any(entry.item_id == one for one, _ in self._subjects())
        self._bar.show_entry(entry, words, can_edit=can_edit)

    def _skip(self) -> None:
        entry = self._list.chosen
        if entry is not None and entry.can_skip:
            self.skip_requested.emit(entry.item_id, entry.day)

    def _take_back(self) -> None:
        entry = self._list.chosen
        if entry is not None and entry.can_take_back:
            self.take_back_requested.emit(entry.item_id, entry.day)

    def _edit(self) -> None:
        entry = self._list.chosen
        if entry is not None:
            self.edit_requested.emit(entry.item_id)
