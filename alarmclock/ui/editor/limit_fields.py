"""The fields of the limits of a rule: from a date, until a date, so many times, except on dates."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alarmclock.core.rules.limits import Limits
from alarmclock.ui.editor.choice_box import ChoiceBox
from alarmclock.ui.editor.date_chips import DateChips
from alarmclock.ui.editor.date_field import DateField
from alarmclock.ui.editor.field_row import ROW_GAP, FieldRow
from alarmclock.ui.editor.rule_choices import TIMES
from alarmclock.ui.theme import Theme


class LimitFields(QWidget):
    """Shows and takes Limits; what is not in use is seen only where people want more."""

    changed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date.min
        self._counts_from_today = False
        self._first = DateField(theme, "firstDate", self, takes_past=True)
        self._last = DateField(theme, "lastDate", self)
        self._times = ChoiceBox(theme, TIMES, self)
        self._excepted = DateChips(theme, "excepted", self)
        self.rows = {
            "firstDate": FieldRow("From", self._first.edit, self._first, parent=self),
            "lastDate": FieldRow("Until", self._last.edit, self._last, parent=self),
            "times": FieldRow("Times", self._times, parent=self),
            "excepted": FieldRow(
                "Except on", self._excepted.add, self._excepted, self, is_tall=True
            ),
        }
        self._lay_out()
        self._connect()
        self.show_rows(repeats=False, more=False)

    def show_limits(self, limits: Limits) -> None:
        """Show limits."""
        self._counts_from_today = False
        self._times.show_value(limits.times)
        self._first.show_date(limits.first)
        self._last.show_date(limits.last)
        self._excepted.show_days(limits.excepted)

    def show_today(self, today: date) -> None:
        """Know the day that typed dates are meant from."""
        self._today = today
        for field in (self._first, self._last, self._excepted):
            field.show_today(today)

    def show_rows(self, *, repeats: bool, more: bool) -> None:
        """Show all limits, or only those in use; none for a rule that does not repeat."""
        in_use = {
            "firstDate": not self._first.is_empty,
            "lastDate": not self._last.is_empty,
            "times": self._times.currentIndex() != 0 or bool(self._typed_times()),
            "excepted": bool(self._excepted.days()),
        }
        for name, row in self.rows.items():
            row.setVisible(repeats and (more or in_use[name]))
        self.setVisible(any(not row.isHidden() for row in self.rows.values()))

    def limits(self) -> Limits:
        """Give the limits that are entered. Raises Invalid."""
        return Limits(
            first=self._first.day_or_none(),
            last=self._last.day_or_none(),
            times=self._times.value(),
            excepted=self._excepted.days(),
        )

    def entries(self) -> tuple[object, ...]:
        """Give what is entered, to tell whether it changed."""
        typed = self._first.edit.text(), self._last.edit.text(), self._times.currentText()
        return *typed, self._excepted.days()

    def _typed_times(self) -> int | None:
        return self._times.value_or_none()

    def _follow_times(self) -> None:
        """Count from today on where nobody says from when, and forget that with the number."""
        if self._typed_times() is not None and self._first.is_empty:
            self._first.show_date(self._today)
            self._counts_from_today = True
        elif self._typed_times() is None and self._counts_from_today:
            self._first.show_date(None)
            self._counts_from_today = False
        self.changed.emit()

    def _forget_today(self) -> None:
        self._counts_from_today = False

    def _lay_out(self) -> None:
        self._first.edit.setPlaceholderText("any date")
        self._last.edit.setPlaceholderText("no last date")
        self._times.setToolTip("How often it rings at most, counted from the first date.")
        self._first.edit.setToolTip("It does not ring before this date. Empty: no such limit.")
        self._last.edit.setToolTip("It does not ring after this date. Empty: no such limit.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(ROW_GAP)
        for row in self.rows.values():
            layout.addWidget(row)

    def _connect(self) -> None:
        self._times.editTextChanged.connect(self._follow_times)
        self._first.edit.textEdited.connect(self._forget_today)
        for field in (self._first, self._last, self._excepted):
            field.changed.connect(self.changed)
        for typed in (self._first.edit, self._last.edit, self._times):
            typed.left.connect(self.left)
