import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from alarmclock.ui.hanging_window import HangingWindow


@pytest.fixture
def window(qtbot):
    """Give the window, and what was answered."""
    window = HangingWindow(4711)
    window.answers = []
    window.answered.connect(window.answers.append)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.come()
    return window


def test_it_says_what_is_and_what_can_be_done(window):
    """With the process, so that other tools can end it, too."""
    assert "process 4711" in window.findChild(QLabel, "hangingText").text()
    assert "4711" in window.accessibleDescription()
    assert window.windowTitle() == window.accessibleName() == "Alarm Clock does not answer"


@pytest.mark.parametrize(("name", "answer"), [("endAndOpen", True), ("leaveHanging", False)])
def test_a_button_is_the_answer(window, qtbot, name, answer):
    """Each has its name for screen readers."""
    button = window.findChild(QPushButton, name)
    assert button.accessibleName() == button.text().replace("&", "")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.answers == [answer]


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        ((Qt.Key.Key_Return,), False),
        ((Qt.Key.Key_Escape,), False),
        ((Qt.Key.Key_Space,), False),
        ((Qt.Key.Key_Tab, Qt.Key.Key_Return), True),
        ((Qt.Key.Key_Tab, Qt.Key.Key_Space), True),
        ((Qt.Key.Key_Tab, Qt.Key.Key_Escape), False),
    ],
)
def test_it_is_answered_by_keys(window, qtbot, keys, answer):
    """What changes nothing has the keys at first."""
    assert window.focusWidget().objectName() == "leaveHanging"
    for key in keys:
        qtbot.keyClick(window.focusWidget(), key)
    assert window.answers == [answer]


def test_its_letter_ends_the_other_program(window, qtbot):
    """Alt+E is no key that one presses by mistake."""
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)
    # The button is pressed for a moment that can be seen.
    qtbot.waitUntil(lambda: window.answers == [True])


def test_to_close_it_leaves_the_other_alone(window):
    """Once, whatever is pressed besides."""
    window.close()
    window.close()
    assert window.answers == [False]
