"""The page of alarms: the clock, quick entry, what was missed, and the list."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from alarmclock.core.book.armed_alarms import ArmedAlarms
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.change import Change, Item
from alarmclock.core.timer import Timer
from alarmclock.core.words.wording import countdown, instant_words, item_name
from alarmclock.ui.alarms.alarm_list import AlarmList
from alarmclock.ui.alarms.find_button import FindButton
from alarmclock.ui.alarms.model import AlarmModel, VerdictOf
from alarmclock.ui.alarms.pause_all import PauseAllButton, PauseNotice
from alarmclock.ui.alarms.quick_entry import Explain, QuickEntry
from alarmclock.ui.hero import Hero
from alarmclock.ui.missed.notice import MissedNotice
from alarmclock.ui.theme import Theme

if TYPE_CHECKING:
    from alarmclock.ui.alarms.finding import Finding

NARROW = 520
LOWEST_LIST = 40
# So many can be looked over without finding.
EASY_TO_SEE = 8
NO_ALARMS = "No alarms yet. Type one above, as “7:15 gym”, or press Ctrl+N."
NOTHING_ARMED = "Nothing is armed"
ALSO_HIDDEN = "All alarms, not only those that were found"


class AlarmsPage(QWidget):
    """Puts the parts of the page together and keeps them at the present second."""

    pause_all_requested = Signal(object)
    nothing_to_pause = Signal()
    missed_counted = Signal(int)

    def __init__(
        self,
        book: AlarmBook,
        theme: Theme,
        explain: Explain,
        parent: QWidget | None = None,
        *,
        verdict_of: VerdictOf | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("alarmsPage")
        self._book = book
        self._theme = theme
        self._today = date.min
        self._next: tuple[datetime, str, Item] | None = None
        self._armed = ArmedAlarms(book)
        self.hero = Hero()
        self.quick_entry = QuickEntry(explain)
        self.missed_notice = MissedNotice()
        self.pause_all = PauseAllButton(theme)
        self.pause_all.clicked.connect(self.ask_for_pause)
        self.pause_notice = PauseNotice()
        self._find_button = FindButton(theme)
        self._find_button.clicked.connect(self.open_find)
        self._finding: Finding | None = None
        self.model = AlarmModel(book, self, verdict_of)
        self.list = AlarmList(self.model, theme, book.clock)
        self._stack = self._make_stack()
        self._stack.setMinimumHeight(LOWEST_LIST)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(18)
        entry = QHBoxLayout()
        entry.setSpacing(12)
        entry.addWidget(self.quick_entry, 1)
        entry.addWidget(self.pause_all, 0, Qt.AlignmentFlag.AlignTop)
        entry.addWidget(self._find_button, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self.hero)
        self._column.addLayout(entry)
        self._column.addWidget(self.missed_notice)
        self._column.addWidget(self.pause_notice)
        self._column.addWidget(self._stack, 1)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.open_find)
        self._fit()

    def start(self) -> None:
        """Read the book and follow it."""
        self.model.start()
        self._armed.start()
        self._book.listen(self._follow)
        self.show_standing()

    def add_notice(self, notice: QWidget) -> None:
        """Put a notice over the list, which is rarely there."""
        self._column.insertWidget(self._column.indexOf(self.missed_notice), notice)

    def show_time(self, now: datetime) -> None:
        """Show an instant."""
        self.hero.show_time(now, self._book.clock.zone())
        self._follow_day(now)
        self._show_next(now)
        self.list.refresh()
        self.quick_entry.refresh()
        if self._finding is not None:
            self._finding.refresh()

    def open_find(self) -> None:
        """Ask what to look for among the alarms."""
        if self._finding is None:
            from alarmclock.ui.alarms.finding import Finding

            self._finding = Finding(self.model, self.list, self._theme, self)
            self._finding.place(self._column, self._stack)
            self._finding.changed.connect(self._show_found)
            self._fit()
        self._finding.open()

    def ask_for_pause(self) -> None:
        """Ask how long all alarms are to be paused, or resume them; also from other pages."""
        if not self.pause_notice.isHidden():
            self.pause_notice.resume_requested.emit()
        elif not self.pause_all.isHidden():
            self._open_pause_menu()
        else:
            self.nothing_to_pause.emit()

    def _open_pause_menu(self) -> None:
        from alarmclock.ui.alarms.pause_menu import PauseMenu

        clock, choose = self._book.clock, self.pause_all_requested.emit
        today = clock.now().astimezone(clock.zone()).date()
        note = ALSO_HIDDEN if self.model.is_narrowed else ""
        host = self if self.isVisible() else self.window()
        menu = PauseMenu(self._theme, "Pause all alarms", today, choose, host, note=note)
        if host is self:
            menu.popup(self.pause_all.mapToGlobal(self.pause_all.rect().bottomLeft()))
        else:
            middle = QPoint(menu.sizeHint().width(), menu.sizeHint().height()) / 2
            menu.popup(host.mapToGlobal(host.rect().center() - middle))

    def show_standing(self) -> None:
        """Show what is missed, what is next, and whether there are alarms at all."""
        now = self._book.clock.now()
        missed = self._book.missed()
        self.missed_notice.show_missed(missed, now, self._book.clock.zone())
        self.missed_counted.emit(len(missed))
        self._show_found()
        self._show_paused(now)
        self._find_next()
        self._show_next(now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use narrow margins on a narrow window."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < NARROW
        edge = 12 if narrow else 24
        self._column.setContentsMargins(edge, edge, edge, 12)
        self._column.setSpacing(12 if narrow else 18)
        self.quick_entry.be_narrow(narrow=narrow)
        self._show_find_button()
        if self._finding is not None:
            self._finding.bar.line.be_narrow(narrow=narrow)

    def _make_stack(self) -> QStackedWidget:
        empty = self._empty = QLabel(NO_ALARMS)
        empty.setObjectName("noAlarms")
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty.setWordWrap(True)
        empty.setProperty("look", "muted")
        stack = QStackedWidget()
        stack.addWidget(self.list)
        stack.addWidget(empty)
        return stack

    def _follow(self, change: Change) -> None:
        if self._finding is not None:
            self._finding.follow(change)
        self.quick_entry.line.forget_when_empty()
        self.show_standing()

    def _show_found(self) -> None:
        """Show the list, or what there is to say instead."""
        if self.model.rowCount():
            shown: QWidget = self.list
        elif self._finding is not None and self.model.total:
            shown = self._finding.nothing
        else:
            shown = self._empty
        self._stack.setCurrentWidget(shown)
        self.pause_all.setAccessibleDescription(ALSO_HIDDEN if self.model.is_narrowed else "")
        self._show_find_button()

    def _show_find_button(self) -> None:
        has_room = self.width() >= NARROW
        self._find_button.setVisible(has_room and self.model.total > EASY_TO_SEE)

    def _follow_day(self, now: datetime) -> None:
        """On a new day a pause may be over, though nothing has changed in the book."""
        today = now.astimezone(self._book.clock.zone()).date()
        if today != self._today:
            self._today = today
            # What is skipped may have passed, too, and alarms are found by that.
            if self.model.is_narrowed or any(alarm.pause for alarm in self._book.alarms()):
                self.model.reload()
            self.show_standing()

    def _show_paused(self, now: datetime) -> None:
        zone = self._book.clock.zone()
        paused = self._armed.paused_together(now, zone)
        self.pause_notice.show_paused(paused, len(self._armed))
        self.pause_all.setVisible(bool(self._armed) and not paused)

    def _find_next(self) -> None:
        """Find what rings first; the list is sorted by it, so its head and the timers do."""
        first = self.model.first()
        items: list[Item] = [*([first] if first else []), *self._book.timers()]
        armed = [(due, item.id, item) for item in items if (due := self._book.due(item.id))]
        self._next = min(armed, default=None)

    def _show_next(self, now: datetime) -> None:
        self.hero.next_ring.show_next(*self._next_words(now))

    def _next_words(self, now: datetime) -> tuple[str, str]:
        """Give the name of what rings next, and when it does."""
        if self._next is None:
            return NOTHING_ARMED, ""
        due, _, item = self._next
        left = due - now
        if left <= timedelta(0):
            return item_name(item), " rings"
        if isinstance(item, Timer):
            return f"Next: {item_name(item)}", f" — in {countdown(left)}"
        at = instant_words(due, now, self._book.clock.zone())
        if not item.label:
            return "Next: ", f"{at} — in {countdown(left)}"
        return f"Next: {item.label}", f", {at} — in {countdown(left)}"
