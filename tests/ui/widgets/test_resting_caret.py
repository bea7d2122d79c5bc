"""The caret stands still where nobody types, and blinks again when somebody does."""

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from alarmclock.ui.widgets.resting_caret import RestingCaret


@pytest.fixture
def line(qtbot):
    """A line whose caret rests; the blinking of all is put back after the test."""
    before = QApplication.cursorFlashTime()
    made = QLineEdit()
    qtbot.addWidget(made)
    RestingCaret(made)
    yield made
    QApplication.setCursorFlashTime(before)


def let_time_pass(line):
    """Let the time be over after which it rests."""
    (timer,) = line.findChildren(QTimer)
    assert timer.isActive()
    timer.timeout.emit()


@pytest.mark.parametrize("event", [QEvent.Type.FocusOut, QEvent.Type.KeyPress])
def test_it_rests_until_something_is_done(qtbot, line, event):
    """The time between two blinks is what it was."""
    blink_ms = QApplication.cursorFlashTime()
    qtbot.keyClicks(line, "7:15")
    assert QApplication.cursorFlashTime() == blink_ms
    let_time_pass(line)
    assert QApplication.cursorFlashTime() == 0
    if event is QEvent.Type.KeyPress:
        qtbot.keyClicks(line, "g")
    else:
        QApplication.sendEvent(line, QEvent(event))
    assert QApplication.cursorFlashTime() == blink_ms
