"""The line icons."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from alarmclock import resources
from alarmclock.core.settings import Theme as Choice
from alarmclock.ui.widgets.icon import Icons, icon, pixmap

ALL_NAMES = sorted(file.stem for file in resources.path("icons", "line").glob("*.svg"))


def inks(drawn):
    """Give the colours of all pixels that are fully opaque."""
    picture = drawn.toImage()
    pixels = (
        picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())
    )
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("name", ALL_NAMES)
def test_every_icon_is_drawn_in_the_colour_asked_for(qapp, name):
    """An icon has ink, and all of it is of one colour."""
    assert inks(pixmap(name, QColor("#4F46E5"), 48)) == {"#4f46e5"}


def test_a_fine_screen_gets_more_pixels(qapp):
    """On a screen of ratio 2 the picture has twice the pixels for the same size."""
    drawn = pixmap("play", QColor("black"), 20, 2.0)
    assert (drawn.size(), drawn.deviceIndependentSize().toSize()) == (QSize(40, 40), QSize(20, 20))


def test_an_icon_for_a_button_is_crisp_on_both_screens(qapp):
    """A button's icon holds pictures of both ratios."""
    made = icon("play", QColor("black"), 20)
    sizes = [made.pixmap(QSize(20, 20), ratio).size() for ratio in (1.0, 2.0)]
    assert sizes == [QSize(20, 20), QSize(40, 40)]


def test_an_unknown_icon_is_told(qapp):
    """A name without a file is an error, not an empty picture."""
    with pytest.raises(resources.ResourceMissing):
        pixmap("no-such-icon", QColor("black"), 20)


def test_the_icons_of_a_page_follow_the_theme(theme):
    """After a change of theme an icon comes in the new colour."""
    icons = Icons(theme)
    light = inks(icons.give("stop", "accent", 24, 1.0))
    theme.choose(Choice.DARK)
    dark = inks(icons.give("stop", "accent", 24, 1.0))
    assert (light, dark) == ({"#4f46e5"}, {"#8b85ff"})
