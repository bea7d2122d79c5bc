"""Finding alarms: opens the line for it, and narrows the list to what is typed there."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from alarmclock.core.alarm import Alarm
from alarmclock.core.change import Change
from alarmclock.ui.alarms.alarm_list import AlarmList
from alarmclock.ui.alarms.find_bar import FindBar
from alarmclock.ui.alarms.model import AlarmModel
from alarmclock.ui.alarms.nothing_found import NothingFound
from alarmclock.ui.theme import Theme

# To read what so many alarms are found by takes less than three milliseconds.
READ_AT_ONCE = 500


class Finding(QObject):
    """Holds the line over the list, and what stands in the place of the list.

    Made when somebody looks for something for the first time. `changed` tells that other alarms
    are shown.
    """

    changed = Signal()

    def __init__(self, model: AlarmModel, cards: AlarmList, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._cards = cards
        self._focus_after: QWidget | None = None
        self.bar = FindBar(theme)
        self.bar.hide()
        self.bar.typed.connect(self._look)
        self.bar.list_wanted.connect(self._enter_list)
        self.bar.closed.connect(self.close)
        self.nothing = NothingFound()
        self.nothing.clear_requested.connect(self.clear)
        cards.left_upwards.connect(self._go_to_line)
        cards.all_wanted.connect(self.close)
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.timeout.connect(self._look)

    def place(self, column: QVBoxLayout, stack: QStackedWidget) -> None:
        """Take the places over the list and beside it."""
        column.insertWidget(column.indexOf(stack), self.bar)
        stack.addWidget(self.nothing)
        self.bar.stand_before(self._cards)

    @property
    def is_open(self) -> bool:
        """True while the line is there."""
        return not self.bar.isHidden()

    def open(self) -> None:
        """Let words be typed."""
        if not self.is_open:
            self._focus_after = self.bar.window().focusWidget()
            self.bar.show()
            self._look()
        self.bar.take_focus()

    def refresh(self) -> None:
        """Count anew: at the start of the program alarms come by and by."""
        if self.is_open:
            self._show()

    def clear(self) -> None:
        """Look for nothing, and let other words be typed."""
        self.bar.line.clear()
        self.bar.take_focus()

    def close(self) -> None:
        """Show all alarms again; the keyboard goes to the chosen one, or back to where it was."""
        if not self.is_open:
            return
        had_focus = self.bar.isAncestorOf(self.bar.window().focusWidget() or self.bar.window())
        self.bar.line.clear()
        self._reading.stop()
        if self._model.find_no_more():
            self._cards.show_chosen()
        self._show()
        if had_focus:
            self._give_focus_back()
        self.bar.hide()

    def follow(self, change: Change) -> None:
        """Count anew, and show what was added, even if it has other words.

        Not while somebody types here: then it came from elsewhere.
        """
        if not self.is_open:
            return
        added = [item.after for item in change.items if item.before is None]
        hidden = [
            item.id
            for item in added
            if isinstance(item, Alarm) and self._model.row_number(item.id) is None
        ]
        if hidden and not self.bar.line.hasFocus():
            self.bar.line.clear()
            self._model.narrow("")
            self._cards.select(hidden[0])
        self._show()

    def _look(self) -> None:
        """Narrow the list, once it is known what each alarm is found by."""
        if self._model.prepare_to_find(READ_AT_ONCE):
            if self._model.narrow(self.bar.line.text()):
                self._cards.show_chosen()
            self._show()
        else:
            self._reading.start(0)

    def _show(self) -> None:
        shown = self._model.rowCount()
        is_narrowed = self._model.is_narrowed and self._model.total > 0
        self.bar.show_count(shown if is_narrowed else None, self._model.total)
        if not shown:
            self.nothing.show_words(self.bar.line.text())
        self.changed.emit()

    def _enter_list(self) -> None:
        if self._model.rowCount():
            self._cards.setFocus(Qt.FocusReason.TabFocusReason)

    def _go_to_line(self) -> None:
        if self.is_open:
            self.bar.take_focus()

    def _give_focus_back(self) -> None:
        before = self._focus_after
        is_seen = before is not None and before.isVisible()
        (before if before is not None and is_seen else self._cards).setFocus()
