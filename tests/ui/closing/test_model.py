"""The list of cancelled daemons while the window closes."""

from datetime import timedelta

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from alarmclock.ui.closing.model import Cancellation, CancelledModel, CancelledRow
from tests.core.builders import SUNDAY_EVENING


def row(name, hours=1, *, is_timer=False):
    """Make a row that is due in some hours."""
    due = SUNDAY_EVENING + timedelta(hours=hours)
    return Cancellation(due, is_timer, lambda: CancelledRow("07:15", name, "tomorrow"))


@pytest.fixture
def model(qapp):
    """Give an empty list that Qt's own tester watches."""
    made = CancelledModel()
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    assert QAbstractItemModelTester(made, mode, made)
    return made


def test_rows_stand_by_their_due_however_they_come(model):
    """The loop cancels in an order of its own."""
    for name, hours in (("c", 3), ("a", 1), ("b", 2)):
        model.add([row(name, hours)])
    shown = [model.index(number).data() for number in range(model.rowCount())]
    assert shown == [f"07:15 {name}, tomorrow: Alarm cancelled" for name in "abc"]


def test_many_come_together(model):
    """And stand by their due with those that were there."""
    model.add([row("b", 2)])
    model.add([row("c", 3), row("a", 1)])
    shown = [model.index(number).data().split()[1] for number in range(model.rowCount())]
    assert shown == ["a,", "b,", "c,"]


@pytest.mark.parametrize(
    ("alarms", "timers", "words"),
    [
        (0, 0, "0 alarms"),
        (1, 0, "1 alarm"),
        (5, 0, "5 alarms"),
        (0, 1, "1 timer"),
        (4, 2, "4 alarms and 2 timers"),
    ],
)
def test_it_counts_alarms_and_timers(model, alarms, timers, words):
    """The headline of the closing view."""
    for number in range(alarms + timers):
        model.add([row("x", is_timer=number >= alarms)])
    assert model.words() == words
