"""The presets."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from alarmclock.ui.timers.presets import Presets


@pytest.fixture
def presets(stage, theme):
    """Three presets."""
    made = stage.show(Presets())
    made.show_presets((1, 5, 90))
    return made


def words(presets):
    """Give the texts of the buttons that are seen."""
    return [one.text() for one in presets.findChildren(QPushButton) if one.isVisible()]


def type_presets(qtbot, presets, text):
    """Open the line, write a text and press Enter."""
    qtbot.mouseClick(presets.findChild(QPushButton, "editPresets"), Qt.MouseButton.LeftButton)
    line = presets.findChild(QLineEdit, "presetsEdit")
    line.setText(text)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    return line


def test_each_preset_is_a_button(presets):
    """A button says its length."""
    assert sorted(words(presets)) == ["1 h 30 min", "1 min", "5 min", "Edit"]


def test_a_press_asks_for_its_length(qtbot, presets):
    """One press is enough for a timer."""
    with qtbot.waitSignal(presets.start_requested) as heard:
        qtbot.mouseClick(presets.findChild(QPushButton, "preset_5"), Qt.MouseButton.LeftButton)
    assert heard.args == [timedelta(minutes=5)]


def test_the_line_opens_with_the_present_lengths(qtbot, presets):
    """Edit shows what there is, to be changed."""
    qtbot.mouseClick(presets.findChild(QPushButton, "editPresets"), Qt.MouseButton.LeftButton)
    line = presets.findChild(QLineEdit, "presetsEdit")
    assert (line.isVisible(), line.text()) == (True, "1, 5, 90")


def test_new_lengths_are_asked_for(qtbot, presets):
    """Enter closes the line and asks for the lengths in it."""
    with qtbot.waitSignal(presets.presets_changed) as heard:
        line = type_presets(qtbot, presets, "2, 4 8")
    assert (heard.args, line.isVisible()) == ([(2, 4, 8)], False)


def test_what_cannot_be_read_is_told(qtbot, presets):
    """A sentence names what is wrong, and the line stays open."""
    with qtbot.assertNotEmitted(presets.presets_changed):
        line = type_presets(qtbot, presets, "5, soon")
    error = presets.findChild(QLabel, "presetsError")
    assert (error.isVisible(), line.isVisible()) == (True, True)
    assert error.text() == "“soon” is no number of minutes. Write for example 5, 10, 25."


def test_escape_leaves_them_as_they_were(qtbot, presets):
    """Esc closes the line and asks for nothing."""
    qtbot.mouseClick(presets.findChild(QPushButton, "editPresets"), Qt.MouseButton.LeftButton)
    line = presets.findChild(QLineEdit, "presetsEdit")
    line.setText("7")
    with qtbot.assertNotEmitted(presets.presets_changed):
        qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not line.isVisible()


def test_new_presets_take_the_place_of_the_old(presets):
    """After a change only the new buttons are there."""
    presets.show_presets((2, 3))
    assert sorted(words(presets)) == ["2 min", "3 min", "Edit"]


def test_tab_goes_from_the_first_preset_to_the_last(qtbot, presets):
    """The tab key follows the row, also after a change."""
    presets.show_presets((3, 2))
    presets.findChild(QPushButton, "preset_3").setFocus()
    passed = []
    for _ in range(2):
        qtbot.keyClick(presets.window().focusWidget(), Qt.Key.Key_Tab)
        passed.append(presets.window().focusWidget().objectName())
    assert passed == ["preset_2", "editPresets"]
