"""The focus goes back where it was, if that is still there."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from alarmclock.ui.widgets.focus_before import FocusBefore


@pytest.fixture
def lines(qtbot):
    """Give two lines in a window, the first with the focus."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    lines = [QLineEdit(window), QLineEdit(window)]
    for line in lines:
        column.addWidget(line)
    window.show()
    lines[0].setFocus()
    yield lines
    window.close()


@pytest.fixture
def before(lines):
    """Remember the first one; the focus is in the second."""
    before = FocusBefore()
    before.note(lines[0])
    lines[1].setFocus()
    return before


def test_it_goes_back(lines, before):
    """Once."""
    before.give_back()
    assert lines[0].hasFocus()
    lines[1].setFocus()
    before.give_back()
    assert lines[1].hasFocus()


def test_what_is_gone_gets_no_focus(lines, before):
    """It may have been a button of something that was answered meanwhile."""
    lines[0].deleteLater()
    QCoreApplication.sendPostedEvents(lines[0], QEvent.Type.DeferredDelete)
    before.give_back()
    assert lines[1].hasFocus()


def test_what_can_not_be_seen_gets_no_focus(lines, before):
    """The keyboard would be lost."""
    lines[0].hide()
    before.give_back()
    assert lines[1].hasFocus()


def test_nobody_had_it(lines):
    """Then nobody gets it."""
    before = FocusBefore()
    before.note(None)
    before.give_back()
    assert lines[0].hasFocus()
