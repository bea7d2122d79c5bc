"""The fields of an alarm's rule: its kind, and what is entered for that kind."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alarmclock.core.rules.rule import (
    ONE_DAY,
    WORKDAYS,
    EveryWeeks,
    IsoWeeks,
    Once,
    OnDate,
    OnDates,
    Rule,
    Weekday,
    Weekdays,
)
from alarmclock.ui.editor.calendar_fields import CalendarFields
from alarmclock.ui.editor.cycle_fields import CycleFields
from alarmclock.ui.editor.date_chips import DateChips
from alarmclock.ui.editor.date_field import DateField
from alarmclock.ui.editor.day_chips import DayChips
from alarmclock.ui.editor.field_row import ROW_GAP, FieldRow
from alarmclock.ui.editor.rule_choices import blaming
from alarmclock.ui.editor.rule_kind import ROWS, RuleKind, kind_of
from alarmclock.ui.editor.rule_pills import RulePills
from alarmclock.ui.theme import Theme

# In these, the days are part of a rule that is more than its days.
WEEKS = (RuleKind.EVERY_WEEKS, RuleKind.ISO_WEEKS)


class RepeatFields(QWidget):
    """Shows and takes a rule; a press on a day makes it weekly, the last one gone makes it once."""

    changed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first_day = date.min
        self._newest_days: frozenset[Weekday] | None = None
        # The keyboard goes through the fields in the order in which they are made.
        self.pills = RulePills(theme, self)
        self.date_field = DateField(theme, "date", self)
        self._cycles = CycleFields(theme, self)
        self.chips = DayChips(theme, self)
        self._calendar = CalendarFields(theme, self)
        self._dates = DateChips(theme, "dates", self)
        self.rows = self._make_rows()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(ROW_GAP)
        for row in self.rows.values():
            layout.addWidget(row)
        self._connect()
        self._show_rows()

    def show_rule(self, rule: Rule, today: date, first_day: date | None = None) -> None:
        """Show a rule; `first_day` is the first on which its alarm's time is still to come."""
        self.show_today(today, first_day)
        self._newest_days = None
        if isinstance(rule, Weekdays | EveryWeeks | IsoWeeks):
            self._newest_days = rule.days
        self.date_field.show_date(rule.day if isinstance(rule, OnDate) else today + ONE_DAY)
        self._dates.show_days(rule.days if isinstance(rule, OnDates) else frozenset())
        self._cycles.show_rule(rule)
        self._calendar.show_rule(rule, self._first_day)
        self._show_kind(kind_of(rule))

    def show_today(self, today: date, first_day: date | None = None) -> None:
        """Know the day that dates are meant from, and that on which a new rule begins."""
        self._first_day = first_day or today
        for field in (self.date_field, self._dates, self._cycles):
            field.show_today(today)

    @property
    def kind(self) -> RuleKind:
        """The kind of rule that is chosen."""
        return self.pills.kind

    def rule(self) -> Rule:  # noqa: C901, PLR0911  # one case a kind
        """Give the rule that was chosen. Raises Invalid."""
        match self.kind:
            case RuleKind.ONCE:
                return Once()
            case RuleKind.ON_DATE:
                return OnDate(self.date_field.day())
            case RuleKind.WEEKDAYS:
                return Weekdays(self.chips.days())
            case RuleKind.ON_DATES:
                with blaming("dates"):
                    return OnDates(self._dates.days())
            case RuleKind.EVERY_DAYS:
                return self._cycles.every_days()
            case RuleKind.EVERY_WEEKS:
                return self._cycles.every_weeks(self.chips.days())
            case RuleKind.ISO_WEEKS:
                return self._cycles.iso_weeks(self.chips.days())
            case RuleKind.MONTHLY_ON_DAY:
                return self._calendar.monthly_on_day()
            case RuleKind.MONTHLY_ON_WEEKDAY:
                return self._calendar.monthly_on_weekday()
            case RuleKind.YEARLY:
                return self._calendar.yearly()

    def entries(self) -> tuple[object, ...]:
        """Give what is entered for the chosen kind, to tell whether it changed."""
        entered: dict[str, object] = {
            "date": self.date_field.edit.text(),
            "days": self.chips.days(),
            "dates": self._dates.days(),
            **self._cycles.entries(),
            **self._calendar.entries(),
        }
        return self.kind, *(entered[name] for name in ROWS[self.kind])

    def _show_kind(self, kind: RuleKind) -> None:
        self.pills.show_kind(kind)
        self.chips.show_days(self._days_of(kind))
        self._show_rows()

    def _show_rows(self) -> None:
        shown = {"repeat", *ROWS[self.kind]}
        if not self._calendar.is_leap_day:
            shown.discard("leapPolicy")
        for name, row in self.rows.items():
            row.setVisible(name in shown)

    def _days_of(self, kind: RuleKind) -> frozenset[Weekday]:
        """Give the days that a kind begins with: the newest that a person chose, or likely ones."""
        if kind is RuleKind.WEEKDAYS:
            return self._newest_days or WORKDAYS
        if kind in WEEKS:
            return self._newest_days or frozenset({Weekday(self._first_day.weekday())})
        return frozenset()

    def _follow_kind(self, kind: RuleKind) -> None:
        if kind in (RuleKind.EVERY_DAYS, RuleKind.EVERY_WEEKS):
            self._cycles.suggest(self._first_day)
        self._show_kind(kind)
        self.changed.emit()

    def _follow_days(self) -> None:
        days = self.chips.days()
        self._newest_days = days or self._newest_days
        if self.kind not in WEEKS:
            self._show_kind(RuleKind.WEEKDAYS if days else RuleKind.ONCE)
        self.changed.emit()

    def _follow_calendar(self) -> None:
        self._show_rows()
        self.changed.emit()

    def _make_rows(self) -> dict[str, FieldRow]:
        date_edit = self.date_field.edit
        return {
            "repeat": FieldRow("", self.pills.first, self.pills, self),
            "date": FieldRow("Date", date_edit, self.date_field, parent=self),
            **self._cycles.rows,
            "days": FieldRow("Days", self.chips.first, self.chips, self),
            **self._calendar.rows,
            "dates": FieldRow("Dates", self._dates.add, self._dates, self, is_tall=True),
        }

    def _connect(self) -> None:
        self.pills.chosen.connect(self._follow_kind)
        self.chips.changed.connect(self._follow_days)
        self._calendar.changed.connect(self._follow_calendar)
        for part in (self.date_field, self._dates, self._cycles):
            part.changed.connect(self.changed)
        for typed in (self.date_field.edit, self._cycles, self._calendar):
            typed.left.connect(self.left)
