"""Setting a timer of one's own."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSpinBox

from alarmclock.ui.timers.entry import TimerEntry
from alarmclock.ui.widgets.icon import Icons


@pytest.fixture
def entry(stage, theme):
    """An entry as it opens."""
    return stage.show(TimerEntry(Icons(theme)))


def set_length(entry, hours=0, minutes=0, seconds=0):
    """Set the three numbers."""
    for name, value in (("Hours", hours), ("Minutes", minutes), ("Seconds", seconds)):
        entry.findChild(QSpinBox, f"timer{name}").setValue(value)


def error(entry):
    """Give the sentence that is shown, None when there is none."""
    label = entry.findChild(QLabel, "timerError")
    return label.text() if label.isVisible() else None


def test_start_asks_for_the_timer(qtbot, entry):
    """The length and the label make the timer."""
    set_length(entry, hours=1, minutes=2, seconds=3)
    entry.findChild(QLineEdit, "timerLabel").setText("  Tea  for two ")
    with qtbot.waitSignal(entry.start_requested) as heard:
        qtbot.mouseClick(entry.findChild(QPushButton, "startTimer"), Qt.MouseButton.LeftButton)
    timer = heard.args[0]
    assert (timer.length, timer.label) == (
        timedelta(hours=1, minutes=2, seconds=3),
        "Tea for two",
    )


@pytest.mark.parametrize(
    "name", ["timerHours", "timerMinutes", "timerSeconds", "timerLabel", "startTimer"]
)
def test_enter_starts_once(qtbot, entry, name):
    """Enter starts one timer from wherever the focus is."""
    heard = []
    entry.start_requested.connect(heard.append)
    qtbot.keyClick(entry.findChild(object, name), Qt.Key.Key_Return)
    assert len(heard) == 1


def test_typed_digits_count(qtbot, entry):
    """Digits typed over the old ones are the length that starts."""
    minutes = entry.findChild(QSpinBox, "timerMinutes")
    minutes.selectAll()
    qtbot.keyClicks(minutes, "12")
    with qtbot.waitSignal(entry.start_requested) as heard:
        qtbot.keyClick(minutes, Qt.Key.Key_Return)
    assert heard.args[0].length == timedelta(minutes=12)


def test_no_length_is_told(qtbot, entry):
    """A timer of zero seconds is refused with a sentence."""
    set_length(entry)
    with qtbot.assertNotEmitted(entry.start_requested):
        entry.start()
    assert error(entry) == "A timer lasts from 1 second to 99 h 59 min 59 s."


def test_too_much_is_told(qtbot, entry):
    """More than the longest timer is refused with a sentence."""
    set_length(entry, 99, 99, 99)
    with qtbot.assertNotEmitted(entry.start_requested):
        entry.start()
    assert error(entry) == "A timer lasts from 1 second to 99 h 59 min 59 s."


def test_a_huge_label_is_told(qtbot, entry):
    """A label of 10,000 characters is refused with a sentence and kept to be shortened."""
    entry.findChild(QLineEdit, "timerLabel").setText("x" * 10_000)
    with qtbot.assertNotEmitted(entry.start_requested):
        entry.start()
    assert error(entry) == "A label has at most 200 characters; this one has 10,000."


def test_the_sentence_goes_with_its_cause(entry):
    """Once the length is changed, the old error is gone."""
    set_length(entry)
    entry.start()
    set_length(entry, seconds=5)
    assert error(entry) is None


def test_the_label_is_for_one_timer(qtbot, entry):
    """After the start the label is empty for the next one; the length stays."""
    label = entry.findChild(QLineEdit, "timerLabel")
    label.setText("Tea")
    entry.start()
    assert (label.text(), entry.length()) == ("", timedelta(minutes=5))
