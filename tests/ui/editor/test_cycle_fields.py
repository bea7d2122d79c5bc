from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from alarmclock.core.rules.cycles import WeekParity
from alarmclock.core.rules.rule import EveryDays, EveryWeeks, IsoWeeks, Once, Weekday
from alarmclock.ui.editor.cycle_fields import CycleFields
from tests.ui.editor.builders import refused_field

TODAY = date(2026, 11, 22)
MONDAY = frozenset({Weekday.MONDAY})


@pytest.fixture
def fields(theme, qtbot):
    """The fields of a rule that is none of theirs."""
    place = QWidget()
    qtbot.addWidget(place)
    made = CycleFields(theme, place)
    made.show_today(TODAY)
    made.show_rule(Once())
    yield made
    place.close()


def test_rules_are_kept(fields):
    """What is shown is given back."""
    days, weeks = EveryDays(7, TODAY), EveryWeeks(5, MONDAY, TODAY)
    even = IsoWeeks(WeekParity.EVEN, MONDAY)
    fields.show_rule(days)
    assert fields.every_days() == days
    fields.show_rule(weeks)
    assert fields.every_weeks(MONDAY) == weeks
    fields.show_rule(even)
    assert fields.iso_weeks(MONDAY) == even


def test_a_new_rule_counts_from_its_first_ring(fields):
    """A date that somebody entered stays."""
    fields.suggest(date(2026, 11, 23))
    fields.suggest(date(2026, 11, 24))
    assert fields.every_days() == EveryDays(2, date(2026, 11, 23))


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 11, 22), "This is week 47, an odd one."),
        (date(2026, 11, 23), "This is week 48, an even one."),
        (date(2027, 1, 1), "This is week 53, an odd one."),
    ],
    ids=str,
)
def test_the_number_of_this_week_is_said(fields, today, said):
    """Nobody has to look it up."""
    fields.show_today(today)
    assert said in [label.text() for label in fields.parent().findChildren(QLabel)]


def test_no_day_is_blamed_on_the_days(fields):
    """The sentence stands beside the chips."""
    fields.suggest(TODAY)
    assert refused_field(lambda: fields.every_weeks(frozenset())) == "days"
    assert refused_field(lambda: fields.iso_weeks(frozenset())) == "days"
