import pytest
from PySide6.QtWidgets import QLineEdit

from alarmclock.core.errors import Invalid
from alarmclock.ui.editor.field_row import FieldRow
from alarmclock.ui.editor.problems import Problems


@pytest.fixture
def fields(theme, qtbot):
    """The field of the time, and rows of two other fields."""
    made = {"time": QLineEdit(), "label": QLineEdit(), "repeat": QLineEdit()}
    for field in made.values():
        qtbot.addWidget(field)
    return made


@pytest.fixture
def problems(qtbot, fields):
    """The problems of these fields."""
    rows = {name: FieldRow(name, fields[name]) for name in ("label", "repeat")}
    for row in rows.values():
        qtbot.addWidget(row)
    return Problems(rows, fields["time"])


@pytest.mark.parametrize(
    ("named", "marked"), [("time", "time"), ("label", "label"), ("rule", "repeat")]
)
def test_the_field_of_an_error_is_marked(problems, fields, named, marked):
    """The error names the field as core knows it, and people see which is meant."""
    assert problems.mark(Invalid(named, "This is wrong.")) is fields[marked]
    assert fields[marked].property("invalid")
    assert fields[marked].accessibleDescription() == "This is wrong."


def test_only_one_field_is_marked(problems, fields):
    """A new problem takes the place of the one before."""
    problems.mark(Invalid("label", "This is wrong."))
    problems.mark(Invalid("time", "That is wrong."))
    assert [bool(fields[name].property("invalid")) for name in ("label", "time")] == [False, True]
    assert fields["label"].accessibleDescription() == ""


@pytest.mark.parametrize(
    ("named", "told"), [("label", True), ("rule", False), ("time", False), ("elsewhere", False)]
)
def test_a_problem_is_told_below_its_field(problems, named, told):
    """What is about the next ring is said below the time instead."""
    assert problems.tell_below(Invalid(named, "This is wrong.")) is told
