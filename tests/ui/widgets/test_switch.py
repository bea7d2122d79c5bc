"""The pill switch."""

import pytest
from PySide6.QtCore import Qt

from alarmclock.core.settings import Theme as Choice
from alarmclock.ui.widgets.switch import TRACK, Switch

FULL_SIZE = (52, 34)


@pytest.fixture
def switch(stage, theme):
    """A switch on the screen, off."""
    return stage.show(Switch(theme), *FULL_SIZE)


def colour_of_pill(switch):
    """Give the colour of the pill above its middle, where the knob never is."""
    picture = switch.grab().toImage()
    return picture.pixelColor(picture.width() // 2, picture.height() // 2 - 10).name()


def test_a_click_turns_it_on(qtbot, switch):
    """A press of the mouse toggles it and says so."""
    with qtbot.waitSignal(switch.toggled) as heard:
        qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert heard.args == [True]


def test_space_turns_it_on(qtbot, switch):
    """The keyboard toggles it as the mouse does."""
    switch.setFocus()
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()


@pytest.mark.parametrize(
    ("on", "colour_name"), [(False, "off"), (True, "accent")], ids=["off", "on"]
)
def test_its_colour_tells_its_state(theme, switch, on, colour_name):
    """It is grey when off and of the accent colour when on."""
    switch.setChecked(on)
    assert colour_of_pill(switch) == theme.colour(colour_name).name()


def test_it_follows_the_theme(theme, switch):
    """In the dark it takes the dark colours."""
    switch.setChecked(True)
    theme.choose(Choice.DARK)
    assert colour_of_pill(switch) == theme.colour("accent").name() == "#8b85ff"


def test_the_knob_changes_sides(switch):
    """The white knob is left when off and right when on."""
    left, middle = switch.width() // 2 - TRACK.width() // 4, switch.height() // 2
    off = switch.grab().toImage().pixelColor(left, middle).name()
    switch.setChecked(True)
    on = switch.grab().toImage().pixelColor(left, middle).name()
    assert (off, on != "#ffffff") == ("#ffffff", True)


def test_the_focus_is_seen(switch):
    """With the keyboard's focus it wears a ring."""
    switch.clearFocus()
    before = switch.grab().toImage()
    switch.setFocus()
    assert switch.grab().toImage() != before
