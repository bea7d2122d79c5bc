"""The line in which words are typed that alarms are found by."""

import pytest
from PySide6.QtGui import QPalette

from alarmclock.core.alarm import LONGEST_LABEL
from alarmclock.core.settings import Theme as Choice
from alarmclock.ui.alarms.find_line import FindLine
from alarmclock.ui.theme import Theme
from tests.ui.contrast import contrast
from tests.ui.stage import Stage


@pytest.fixture
def theme(qapp):
    """A theme in the light colours."""
    made = Theme()
    made.start()
    made.choose(Choice.LIGHT)
    yield made
    made.stop()
    qapp.setStyleSheet("")


@pytest.fixture
def stage(qtbot):
    """A place on the screen."""
    return Stage(qtbot)


@pytest.fixture
def line(stage, theme):
    """Show the line."""
    return stage.show(FindLine(theme), 500, 60)


def test_no_longer_words_can_be_typed_than_a_label_has(line, qtbot):
    """Nothing longer is found anyway."""
    line.insert("x" * 10_000)
    assert len(line.text()) == LONGEST_LABEL


@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK])
def test_words_hint_and_glass_can_be_read(line, theme, choice):
    """In both themes."""
    theme.choose(choice)
    palette = line.palette()
    ground = theme.colour("surface")
    assert palette.color(QPalette.ColorRole.Base) == ground
    for ink in (palette.color(QPalette.ColorRole.Text), theme.colour("muted")):
        assert contrast(ink, ground) >= 4.5


def test_the_glass_is_drawn_before_the_words(line, theme):
    """In the colour of quiet things; the words leave room for it."""
    image = line.grab().toImage()
    muted = theme.colour("muted").getRgb()[:3]
    places = [
        x
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).getRgb()[:3] == muted
    ]
    assert places
    assert max(places) < line.cursorRect().center().x()


def test_a_narrow_line_has_a_short_hint(line):
    """Whole words, rather than the beginning of more."""
    wide = line.placeholderText()
    line.be_narrow(narrow=True)
    assert line.placeholderText() == "Find alarms"
    line.be_narrow(narrow=False)
    assert line.placeholderText() == wide != "Find alarms"
