"""The fields of an alarm's rule: once, on a date, or on weekdays."""

from datetime import date, timedelta
from enum import IntEnum

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alarmclock.core.rule import WORKDAYS, Once, OnDate, Rule, Weekday, Weekdays
from alarmclock.ui.editor.date_field import DateField
from alarmclock.ui.editor.day_chips import DayChips
from alarmclock.ui.editor.field_box import FieldBox
from alarmclock.ui.editor.field_row import ROW_GAP, FieldRow
from alarmclock.ui.theme import Theme


class Repeat(IntEnum):
    """The ways to repeat, in the order of their list."""

    ONCE = 0
    ON_A_DATE = 1
    WEEKDAYS = 2


NAMES = {Repeat.ONCE: "Once", Repeat.ON_A_DATE: "On a date", Repeat.WEEKDAYS: "Weekdays"}


class RepeatFields(QWidget):
    """Shows and takes a rule; a press on a day makes it weekly, the last one gone makes it once."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date.min
        self._newest_days: frozenset[Weekday] = WORKDAYS
        self.box = FieldBox(theme, self)
        self.box.setObjectName("repeat")
        self.box.setToolTip("Ring once, on one date, or on chosen weekdays.")
        self.box.addItems([NAMES[each] for each in Repeat])
        self.date_field = DateField(theme, self)
        self.chips = DayChips(theme, self)
        self.rows = {
            "repeat": FieldRow("Repeat", self.box, parent=self),
            "date": FieldRow("Date", self.date_field.edit, self.date_field, parent=self),
            "days": FieldRow("Days", self.chips, parent=self),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(ROW_GAP)
        for row in self.rows.values():
            layout.addWidget(row)
        self.box.currentIndexChanged.connect(self._follow_repeat)
        self.chips.changed.connect(self._follow_days)
        self.date_field.changed.connect(self.changed)

    def show_rule(self, rule: Rule, today: date) -> None:
        """Show a rule."""
        self.show_today(today)
        self._newest_days = rule.days if isinstance(rule, Weekdays) else WORKDAYS
        day = rule.day if isinstance(rule, OnDate) else today + timedelta(days=1)
        kinds = {Once: Repeat.ONCE, OnDate: Repeat.ON_A_DATE, Weekdays: Repeat.WEEKDAYS}
        self.date_field.show_date(day)
        self._show_repeat(kinds[type(rule)])

    def show_today(self, today: date) -> None:
        """Know the day that a typed date is meant from."""
        self._today = today
        self.date_field.show_today(today)

    def rule(self) -> Rule:
        """Give the rule that was chosen. Raises Invalid."""
        match self._repeat():
            case Repeat.ONCE:
                return Once()
            case Repeat.ON_A_DATE:
                return OnDate(self.date_field.day())
            case Repeat.WEEKDAYS:
                return Weekdays(self.chips.days())

    def entries(self) -> tuple[object, ...]:
        """Give what is entered, to tell whether it changed."""
        date_text = self.date_field.edit.text() if self._repeat() is Repeat.ON_A_DATE else ""
        return self._repeat(), self.chips.days(), date_text

    def _repeat(self) -> Repeat:
        return Repeat(self.box.currentIndex())

    def _show_repeat(self, repeat: Repeat) -> None:
        blocker = QSignalBlocker(self.box)
        self.box.setCurrentIndex(repeat)
        blocker.unblock()
        self.chips.show_days(self._newest_days if repeat is Repeat.WEEKDAYS else frozenset())
        self.rows["date"].setVisible(repeat is Repeat.ON_A_DATE)

    def _follow_repeat(self) -> None:
        self._show_repeat(self._repeat())
        self.changed.emit()

    def _follow_days(self) -> None:
        days = self.chips.days()
        if days:
            self._newest_days = days
        self._show_repeat(Repeat.WEEKDAYS if days else Repeat.ONCE)
        self.changed.emit()
