"""The button that mends a reason."""

import pytest
from PySide6.QtCore import Qt

from alarmclock.core.certainty.verdict import Mend
from alarmclock.ui.verdict.mend_button import MendButton


@pytest.fixture
def button(stage, theme):
    """A button that offers to unmute."""
    made = stage.show(MendButton())
    made.show_mend(Mend.UNMUTE, "The computer is muted.")
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_it_is_pressed_with_the_keyboard(qtbot, button, key):
    """It asks for its mend."""
    with qtbot.waitSignal(button.mend_requested) as asked:
        qtbot.keyClick(button, key)
    assert asked.args == [Mend.UNMUTE]


def test_a_screen_reader_hears_what_it_is_for(button):
    """Its words, and the sentence that it belongs to."""
    assert button.accessibleName() == button.text() == "Unmute"
    assert button.accessibleDescription() == "The computer is muted."


def test_without_a_mend_it_is_not_there(button):
    """Nobody comes to it by Tab."""
    button.show_mend(None, "All is well.")
    assert not button.isVisible()
