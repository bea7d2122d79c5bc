from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from alarmclock.core.certainty.half_day import OtherHalf
from alarmclock.ui.editor.half_question import HalfQuestion

EVENING = OtherHalf(time(18, 30), timedelta(hours=19))


@pytest.fixture
def asked(theme, on_screen):
    """The question on the screen."""
    made = on_screen(HalfQuestion())
    made.ask(EVENING)
    return made


def test_it_asks_and_offers(asked):
    """The question, and a button that says what it changes."""
    button = asked.findChild(QPushButton, "otherHalf")
    assert asked.findChild(QLabel, "halfQuestion").text() == "in 19 h; did you mean 18:30?"
    assert (button.text(), button.accessibleName()) == ("Yes, 18:30", "Yes, 18:30")
    assert button.toolTip() == "Change the time to 18:30. Otherwise it stays as it is."
    assert asked.time == time(18, 30)


def test_a_press_takes_the_other_half(qtbot, asked):
    """Whoever shows the question changes the time."""
    with qtbot.waitSignal(asked.taken):
        qtbot.mouseClick(asked.findChild(QPushButton, "otherHalf"), Qt.MouseButton.LeftButton)


def test_without_a_doubt_it_is_not_seen(asked):
    """It takes no room then."""
    asked.ask(None)
    assert (asked.isVisible(), asked.time) == (False, None)


def test_it_wraps_beside_its_button(asked):
    """In a narrow editor the question is broken, and nothing is cut."""
    asked.resize(272, asked.heightForWidth(272))
    asked.ask(OtherHalf(time(18, 30, 15), timedelta(hours=19)))
    QApplication.processEvents()
    label, button = asked.findChild(QLabel), asked.findChild(QPushButton)
    assert label.height() >= label.heightForWidth(label.width())
    assert button.geometry().right() < asked.width()
    assert button.width() >= button.sizeHint().width()
