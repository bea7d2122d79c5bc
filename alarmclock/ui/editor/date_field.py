"""The field of a date: typed, stepped, or picked from a calendar."""

from datetime import date

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from alarmclock.core.errors import Invalid
from alarmclock.core.rules.rule import ONE_DAY
from alarmclock.ui.editor.date_text import date_words, order_of, parse_date
from alarmclock.ui.editor.rule_choices import blaming
from alarmclock.ui.theme import Theme
from alarmclock.ui.widgets.calendar_popup import CalendarPopup
from alarmclock.ui.widgets.month_days import month_later
from alarmclock.ui.widgets.square_button import SquareButton

DAY_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
MONTH_STEPS = {Qt.Key.Key_PageUp: 1, Qt.Key.Key_PageDown: -1}


class DateEdit(QLineEdit):
    """The typed part of a date."""

    stepped = Signal(int, int)
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setToolTip("Type a date such as 28 Nov, or step it with Up and Down.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by a day with Up and Down, by a month with Page Up and Page Down."""
        key = Qt.Key(event.key())
        if key in DAY_STEPS or key in MONTH_STEPS:
            self.stepped.emit(DAY_STEPS.get(key, 0), MONTH_STEPS.get(key, 0))
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that typing is over."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class DateField(QWidget):
    """Shows and takes a date, in ISO form or in the order of the person's country."""

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str = "date",
        parent: QWidget | None = None,
        *,
        takes_past: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._takes_past = takes_past
        self._today = date.min
        self.edit = DateEdit(name, self)
        self.pick = SquareButton(theme, f"pick{name[0].upper()}{name[1:]}", "chevron-down", self)
        self.pick.show_icon("chevron-down", "Pick a date from a calendar")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.edit, 1)
        layout.addWidget(self.pick)
        self.edit.textChanged.connect(self.changed)
        self.edit.stepped.connect(self._step)
        self.edit.left.connect(self._write_in_full)
        self.pick.clicked.connect(self._open_calendar)

    def show_date(self, day: date | None) -> None:
        """Show a date, None for none."""
        self.edit.setText(date_words(day) if day else "")

    def show_today(self, today: date) -> None:
        """Know the day that “tomorrow” and a date without a year are meant from."""
        self._today = today

    def day(self) -> date:
        """Give the date that is typed. Raises Invalid."""
        order = order_of(QLocale().dateFormat(QLocale.FormatType.ShortFormat))
        with blaming(self._name):
            return parse_date(self.edit.text(), today=self._today, order=order)

    def day_or_none(self) -> date | None:
        """Give the date that is typed, None where there is none. Raises Invalid."""
        return None if self.is_empty else self.day()

    @property
    def is_empty(self) -> bool:
        """True while nothing is typed."""
        return not self.edit.text().strip()

    def _earliest(self) -> date:
        return date.min + ONE_DAY if self._takes_past else self._today

    def _date_or_today(self) -> date:
        try:
            return self.day()
        except Invalid:
            return self._today

    def _write_in_full(self) -> None:
        try:
            self.show_date(self.day())
        except Invalid:
            return

    def _step(self, days: int, months: int) -> None:
        if self.is_empty:
            self.show_date(self._today)
            return
        reached = month_later(self._date_or_today(), months)
        if date.min + ONE_DAY < reached < date.max - ONE_DAY:
            self.show_date(max(reached + days * ONE_DAY, self._earliest()))

    def _open_calendar(self) -> None:
        calendar = CalendarPopup(self._theme, self)
        calendar.picked.connect(self.show_date)
        calendar.show_day(self._date_or_today(), self._earliest())
        calendar.open_under_end(self)
