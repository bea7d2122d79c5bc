from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from alarmclock.core.rules.calendar_rules import LAST, LeapPolicy
from alarmclock.core.rules.rule import MonthlyOnDay, MonthlyOnWeekday, Once, Weekday, Yearly
from alarmclock.ui.editor.calendar_fields import CalendarFields

MONDAY = date(2026, 11, 23)


@pytest.fixture
def fields(theme, qtbot):
    """The fields of a rule that is none of theirs, on a fourth Monday."""
    place = QWidget()
    qtbot.addWidget(place)
    made = CalendarFields(theme, place)
    made.show_rule(Once(), MONDAY)
    yield made
    place.close()


def remarks(fields):
    """Read the remarks on months that are left out."""
    labels = fields.parent().findChildren(QLabel)
    about = [label for label in labels if "left out" in label.text()]
    return [label.text() for label in about if not label.parent().isHidden()]


def test_a_new_rule_begins_with_a_likely_day(fields):
    """The day on which the alarm would ring anyway."""
    assert fields.monthly_on_day() == MonthlyOnDay(23)
    assert fields.monthly_on_weekday() == MonthlyOnWeekday(4, Weekday.MONDAY)
    assert fields.yearly() == Yearly(11, 23)


def test_a_fifth_weekday_begins_as_the_last(fields):
    """Few months have a fifth."""
    fields.show_rule(Once(), date(2026, 11, 30))
    assert fields.monthly_on_weekday() == MonthlyOnWeekday(LAST, Weekday.MONDAY)


@pytest.mark.parametrize(
    ("rule", "call"),
    [
        (MonthlyOnDay(LAST), "monthly_on_day"),
        (MonthlyOnDay(31), "monthly_on_day"),
        (MonthlyOnWeekday(5, Weekday.SUNDAY), "monthly_on_weekday"),
        (Yearly(2, 29, LeapPolicy.LEAP_YEARS_ONLY), "yearly"),
        (Yearly(3, 1, LeapPolicy.MARCH_1), "yearly"),
    ],
    ids=repr,
)
def test_rules_are_kept(fields, rule, call):
    """What is shown is given back."""
    fields.show_rule(rule, MONDAY)
    assert getattr(fields, call)() == rule


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (MonthlyOnDay(28), []),
        (MonthlyOnDay(29), ["Months without a 29th are left out."]),
        (MonthlyOnDay(31), ["Months without a 31st are left out."]),
        (MonthlyOnDay(LAST), []),
        (MonthlyOnWeekday(4, Weekday.FRIDAY), []),
        (MonthlyOnWeekday(5, Weekday.FRIDAY), ["Months without a fifth Friday are left out."]),
    ],
    ids=repr,
)
def test_months_that_are_left_out_are_told(fields, rule, said):
    """Before somebody waits for a ring that does not come."""
    fields.show_rule(rule, MONDAY)
    assert remarks(fields) == said
