"""The fields of the rules that follow the months and years of the calendar."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from alarmclock.core.rules.calendar_rules import FIFTH, LAST, LeapPolicy
from alarmclock.core.rules.rule import MonthlyOnDay, MonthlyOnWeekday, Rule, Weekday, Yearly
from alarmclock.core.words.rule_words import NTH, ordinal
from alarmclock.core.words.wording import DAY_NAMES, MONTH_NAMES
from alarmclock.ui.editor.choice_box import ChoiceBox
from alarmclock.ui.editor.field_box import FieldBox
from alarmclock.ui.editor.field_row import FieldRow
from alarmclock.ui.editor.left_out import LeftOut
from alarmclock.ui.editor.rule_choices import MONTH_DAY, YEAR_DAY, blaming
from alarmclock.ui.theme import Theme

# The days that some months don't have.
RARE_DAYS = (29, 30, 31)
FEBRUARY = 2
LEAP_DAY = 29
POLICY_NAMES = {
    LeapPolicy.FEBRUARY_28: "Rings on 28 February",
    LeapPolicy.MARCH_1: "Rings on 1 March",
    LeapPolicy.LEAP_YEARS_ONLY: "Does not ring",
}


class CalendarFields(QObject):
    """Shows and takes a day or a weekday of each month, and a date of each year."""

    changed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._month_day = ChoiceBox(theme, MONTH_DAY, parent)
        self._nth = _box(theme, "nth", [NTH[number] for number in NTH], parent)
        self._weekday = _box(theme, "weekday", DAY_NAMES, parent)
        self._year_day = ChoiceBox(theme, YEAR_DAY, parent)
        self._year_month = _box(theme, "yearMonth", MONTH_NAMES, parent)
        self._leap = _box(theme, "leapPolicy", POLICY_NAMES.values(), parent)
        self._no_day = LeftOut("useLastDay", parent)
        self._no_fifth = LeftOut("useLastWeekday", parent)
        self._dress()
        date_of_year = _pair(self._year_day, self._year_month)
        self.rows = {
            "monthDay": FieldRow("On the", self._month_day, parent=parent),
            "nth": FieldRow("On the", self._nth, _pair(self._nth, self._weekday), parent),
            "yearDay": FieldRow("On", self._year_day, date_of_year, parent=parent),
            "leapPolicy": FieldRow("In other years", self._leap, parent=parent),
        }
        self.rows["monthDay"].put_below(self._no_day)
        self.rows["nth"].put_below(self._no_fifth)
        self._connect()

    def show_rule(self, rule: Rule, first_day: date) -> None:
        """Show a rule; the other fields begin with a day on which the alarm could ring."""
        month_day, weekday, yearly = _around(first_day)
        match rule:
            case MonthlyOnDay():
                month_day = rule
            case MonthlyOnWeekday():
                weekday = rule
            case Yearly():
                yearly = rule
        self._month_day.show_value(month_day.day)
        self._nth.setCurrentText(NTH[weekday.nth])
        self._weekday.setCurrentIndex(weekday.weekday)
        self._year_day.show_value(yearly.day)
        self._year_month.setCurrentIndex(yearly.month - 1)
        self._leap.setCurrentText(POLICY_NAMES[yearly.leap])
        self._follow()

    def monthly_on_day(self) -> MonthlyOnDay:
        """Give the rule of a day of each month. Raises Invalid."""
        with blaming("monthDay"):
            return MonthlyOnDay(self._month_day.value())

    def monthly_on_weekday(self) -> MonthlyOnWeekday:
        """Give the rule of a weekday of each month."""
        nth = list(NTH)[self._nth.currentIndex()]
        return MonthlyOnWeekday(nth, Weekday(self._weekday.currentIndex()))

    def yearly(self) -> Yearly:
        """Give the rule of a date of each year. Raises Invalid."""
        policy = list(LeapPolicy)[self._leap.currentIndex()]
        with blaming("yearDay"):
            return Yearly(self._year_month.currentIndex() + 1, self._year_day.value(), policy)

    @property
    def is_leap_day(self) -> bool:
        """True while a yearly 29 February is entered."""
        in_february = self._year_month.currentIndex() + 1 == FEBRUARY
        return in_february and self._year_day.value_or_none() == LEAP_DAY

    def entries(self) -> dict[str, object]:
        """Give what is entered by the names of the rows, to tell whether it changed."""
        return {
            "monthDay": self._month_day.currentText(),
            "nth": (self._nth.currentText(), self._weekday.currentText()),
            "yearDay": (self._year_day.currentText(), self._year_month.currentText()),
            "leapPolicy": self._leap.currentText() if self.is_leap_day else None,
        }

    def _follow(self) -> None:
        day = self._month_day.value_or_none()
        if day in RARE_DAYS:
            sentence = f"Months without a {ordinal(day)} are left out."
            self._no_day.offer(sentence, "Take the last day")
        self._no_day.setVisible(day in RARE_DAYS)
        name = self._weekday.currentText()
        is_rare = list(NTH)[self._nth.currentIndex()] == FIFTH
        self._no_fifth.offer(
            f"Months without a fifth {name} are left out.", f"Take the last {name}"
        )
        self._no_fifth.setVisible(is_rare)

    def _follow_change(self) -> None:
        self._follow()
        self.changed.emit()

    def _take_last_day(self) -> None:
        self._month_day.show_value(LAST)
        self._month_day.setFocus()
        self._follow_change()

    def _take_last_weekday(self) -> None:
        self._nth.setCurrentText(NTH[LAST])
        self._nth.setFocus()

    def _dress(self) -> None:
        self._month_day.setToolTip("Choose a day, or type its number.")
        self._nth.setToolTip("Which of these weekdays of a month.")
        self._weekday.setAccessibleName("Weekday")
        self._weekday.setToolTip("The weekday that is counted in each month.")
        self._year_day.setToolTip("Choose a day, or type its number.")
        self._year_month.setAccessibleName("Month")
        self._year_month.setToolTip("The month of the yearly date.")
        self._leap.setToolTip("What happens in years without a 29 February.")

    def _connect(self) -> None:
        for typed in (self._month_day, self._year_day):
            typed.editTextChanged.connect(self._follow_change)
            typed.left.connect(self.left)
        for box in (self._nth, self._weekday, self._year_month, self._leap):
            box.currentIndexChanged.connect(self._follow_change)
        self._no_day.last_wanted.connect(self._take_last_day)
        self._no_fifth.last_wanted.connect(self._take_last_weekday)


def _around(day: date) -> tuple[MonthlyOnDay, MonthlyOnWeekday, Yearly]:
    """Give the rules of the calendar that ring on a day."""
    nth = min((day.day - 1) // 7 + 1, FIFTH)
    weekday = MonthlyOnWeekday(LAST if nth == FIFTH else nth, Weekday(day.weekday()))
    return MonthlyOnDay(day.day), weekday, Yearly(day.month, day.day)


def _box(theme: Theme, name: str, words: Iterable[str], parent: QWidget) -> FieldBox:
    box = FieldBox(theme, parent)
    box.setObjectName(name)
    box.addItems(list(words))
    return box


def _pair(first: QWidget, second: QWidget) -> QWidget:
    both = QWidget(first.parentWidget())
    layout = QHBoxLayout(both)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    layout.addWidget(first, 2)
    layout.addWidget(second, 3)
    return both
