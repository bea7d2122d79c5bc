"""The small button with an icon."""

import pytest
from PySide6.QtCore import Qt

from alarmclock.ui.widgets.icon import Icons
from alarmclock.ui.widgets.icon_button import SIZE, IconButton


@pytest.fixture
def icons(theme):
    """The icons of a page."""
    return Icons(theme)


def shows(button, colour):
    """Tell whether a button is drawn in a colour, while the mouse is elsewhere.

    A line thinner than two pixels comes out a shade lighter.
    """
    button.resize(SIZE, SIZE)
    picture = button.grab().toImage()
    pixels = (picture.pixelColor(x, y) for x in range(SIZE) for y in range(SIZE))
    return any(
        max(abs(a - b) for a, b in zip(pixel.getRgb(), colour.getRgb(), strict=True)) <= 2
        for pixel in pixels
    )


def test_an_icon_is_drawn_quietly(qtbot, theme, icons):
    """At rest the icon has the colour of secondary text."""
    button = IconButton(icons, "stop")
    qtbot.addWidget(button)
    assert shows(button, theme.colour("muted"))


def test_a_filled_one_stands_out(qtbot, theme, icons):
    """A filled button has the accent colour on a soft ground."""
    button = IconButton(icons, "stop", filled=True)
    qtbot.addWidget(button)
    assert shows(button, theme.colour("accent"))
    assert shows(button, theme.colour("soft"))


def test_a_text_makes_it_wider(stage, icons):
    """Without an icon it is as wide as its text."""
    button = stage.show(IconButton(icons, text="+1 min"), SIZE, SIZE)
    assert button.sizeHint().width() > SIZE


@pytest.mark.parametrize("enabled", [True, False])
def test_space_presses_it_while_it_is_enabled(qtbot, stage, icons, enabled):
    """The keyboard presses it; a disabled one is dead."""
    button = stage.show(IconButton(icons, "stop"), SIZE, SIZE)
    button.setEnabled(enabled)
    heard = []
    button.clicked.connect(lambda: heard.append("pressed"))
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert len(heard) == enabled
