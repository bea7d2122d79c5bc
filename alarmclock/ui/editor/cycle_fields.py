"""The fields of the rules that come round after so many days or weeks."""

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QWidget

from alarmclock.core.rules.cycles import WeekParity
from alarmclock.core.rules.rule import EveryDays, EveryWeeks, IsoWeeks, Rule, Weekday
from alarmclock.ui.editor.choice_box import ChoiceBox
from alarmclock.ui.editor.date_field import DateField
from alarmclock.ui.editor.field_box import FieldBox
from alarmclock.ui.editor.field_row import FieldRow
from alarmclock.ui.editor.rule_choices import DAY_COUNT, WEEK_COUNT, blaming
from alarmclock.ui.theme import Theme

USUAL_COUNT = 2
PARITY_NAMES = {WeekParity.ODD: "Odd weeks", WeekParity.EVEN: "Even weeks"}


class CycleFields(QObject):
    """Shows and takes every N days, every N weeks, and odd or even weeks."""

    changed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._day_count = ChoiceBox(theme, DAY_COUNT, parent)
        self._week_count = ChoiceBox(theme, WEEK_COUNT, parent)
        self._parity = FieldBox(theme, parent)
        self._this_week = QLabel(parent)
        self.first = DateField(theme, "countedFrom", parent, takes_past=True)
        self._dress()
        self.rows = {
            "dayCount": FieldRow("Every", self._day_count, parent=parent),
            "weekCount": FieldRow("Every", self._week_count, parent=parent),
            "parity": FieldRow("In", self._parity, parent=parent),
            "countedFrom": FieldRow("Counted from", self.first.edit, self.first, parent=parent),
        }
        self.rows["parity"].put_below(self._this_week)
        self._connect()

    def show_rule(self, rule: Rule) -> None:
        """Show a rule; what does not belong to it begins anew."""
        self._day_count.show_value(rule.count if isinstance(rule, EveryDays) else USUAL_COUNT)
        self._week_count.show_value(rule.count if isinstance(rule, EveryWeeks) else USUAL_COUNT)
        parity = rule.parity if isinstance(rule, IsoWeeks) else WeekParity.ODD
        self._parity.setCurrentText(PARITY_NAMES[parity])
        self.first.show_date(rule.first if isinstance(rule, EveryDays | EveryWeeks) else None)

    def suggest(self, first_day: date) -> None:
        """Count from the first day that the alarm could ring, where nobody chose another."""
        if self.first.is_empty:
            self.first.show_date(first_day)

    def show_today(self, today: date) -> None:
        """Say whether this week is odd or even, and know what dates are meant from."""
        self.first.show_today(today)
        week = today.isocalendar().week
        kind = "an odd" if week % 2 else "an even"
        self._this_week.setText(f"This is week {week}, {kind} one.")

    def every_days(self) -> EveryDays:
        """Give the rule of every N days. Raises Invalid."""
        first = self.first.day()
        with blaming("dayCount"):
            return EveryDays(self._day_count.value(), first)

    def every_weeks(self, days: frozenset[Weekday]) -> EveryWeeks:
        """Give the rule of every N weeks. Raises Invalid."""
        first = self.first.day()
        with blaming("weekCount" if days else "days"):
            return EveryWeeks(self._week_count.value(), days, first)

    def iso_weeks(self, days: frozenset[Weekday]) -> IsoWeeks:
        """Give the rule of odd or even weeks. Raises Invalid."""
        with blaming("days"):
            return IsoWeeks(list(WeekParity)[self._parity.currentIndex()], days)

    def entries(self) -> dict[str, object]:
        """Give what is entered by the names of the rows, to tell whether it changed."""
        return {
            "dayCount": self._day_count.currentText(),
            "weekCount": self._week_count.currentText(),
            "parity": self._parity.currentText(),
            "countedFrom": self.first.edit.text(),
        }

    def _dress(self) -> None:
        self._day_count.setToolTip("The number of days from one ring to the next.")
        self._week_count.setToolTip("2 is every other week.")
        self._parity.setObjectName("parity")
        self._parity.setToolTip("The numbers of weeks as calendars print them (ISO 8601).")
        self._parity.addItems([PARITY_NAMES[parity] for parity in WeekParity])
        self._this_week.setProperty("look", "muted")
        self._this_week.setWordWrap(True)

    def _connect(self) -> None:
        self._day_count.editTextChanged.connect(self.changed)
        self._week_count.editTextChanged.connect(self.changed)
        self._parity.currentIndexChanged.connect(self.changed)
        self.first.changed.connect(self.changed)
        for field in (self._day_count, self._week_count, self.first.edit):
            field.left.connect(self.left)
