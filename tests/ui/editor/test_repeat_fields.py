from datetime import date

import pytest
from PySide6.QtCore import Qt

from alarmclock.core.rules.rule import WEEKEND, WORKDAYS, Once, OnDate, Weekday, Weekdays
from alarmclock.ui.editor.day_chips import DayChip
from alarmclock.ui.editor.repeat_fields import RepeatFields
from alarmclock.ui.editor.rule_kind import RuleKind
from alarmclock.ui.editor.rule_pills import RulePill

TODAY = date(2026, 11, 22)
SATURDAY = date(2026, 11, 28)


@pytest.fixture
def fields(theme, on_screen):
    """The fields of a rule, at once."""
    made = on_screen(RepeatFields(theme))
    made.show_rule(Once(), TODAY)
    return made


def choose(qtbot, fields, name):
    """Press the button of a kind of rule."""
    qtbot.mouseClick(fields.findChild(RulePill, name), Qt.MouseButton.LeftButton)


def press(qtbot, fields, *names):
    """Press the chips of some days."""
    for name in names:
        qtbot.mouseClick(fields.findChild(DayChip, name), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    "rule", [Once(), OnDate(SATURDAY), Weekdays(WORKDAYS), Weekdays(WEEKEND)], ids=repr
)
def test_a_rule_is_kept(fields, rule):
    """What is shown is given back."""
    fields.show_rule(rule, TODAY)
    assert fields.rule() == rule


def test_a_day_makes_it_weekly(qtbot, fields):
    """A press on a day is enough for a rule of weekdays."""
    press(qtbot, fields, "dayMon", "dayThu")
    assert fields.kind is RuleKind.WEEKDAYS
    assert fields.rule() == Weekdays(frozenset({Weekday.MONDAY, Weekday.THURSDAY}))


def test_no_day_makes_it_once(qtbot, fields):
    """When the last day is gone, it rings once."""
    press(qtbot, fields, "dayMon", "dayMon")
    assert (fields.kind, fields.rule()) == (RuleKind.ONCE, Once())


def test_weekdays_begin_with_monday_to_friday(qtbot, fields):
    """Choosing the word chooses the days that most people mean."""
    choose(qtbot, fields, "ruleWeekdays")
    assert fields.rule() == Weekdays(WORKDAYS)


def test_days_come_back(qtbot, fields):
    """After a look at another way to repeat, the days are as they were."""
    press(qtbot, fields, "daySat")
    choose(qtbot, fields, "ruleOnce")
    choose(qtbot, fields, "ruleWeekdays")
    assert fields.rule() == Weekdays(frozenset({Weekday.SATURDAY}))


def test_the_date_is_seen_only_where_it_counts(qtbot, fields):
    """The field of the date comes with its rule, at tomorrow, and goes with it."""
    seen = []
    for name in ("ruleOnDate", "ruleOnce"):
        choose(qtbot, fields, name)
        seen.append((fields.date_field.isVisible(), fields.rule()))
    assert seen == [(True, OnDate(date(2026, 11, 23))), (False, Once())]


def test_a_day_replaces_the_date(qtbot, fields):
    """A press on a day turns a date into a rule of weekdays."""
    fields.show_rule(OnDate(SATURDAY), TODAY)
    press(qtbot, fields, "daySun")
    assert fields.rule() == Weekdays(frozenset({Weekday.SUNDAY}))


def test_a_change_is_told(qtbot, fields):
    """Each choice is told, so that the sentence follows."""
    with qtbot.waitSignal(fields.changed):
        choose(qtbot, fields, "ruleOnDate")
    with qtbot.waitSignal(fields.changed):
        press(qtbot, fields, "dayMon")
