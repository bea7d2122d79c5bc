"""The line over the list for what alarms are found by."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from alarmclock.core.settings import Theme as Choice
from alarmclock.ui.alarms.find_bar import FindBar
from alarmclock.ui.theme import Theme
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
def bar(stage, theme):
    """Show the bar."""
    return stage.show(FindBar(theme), 500, 60)


def test_it_says_how_many_were_found_beside_the_line(bar):
    """And of how many; a screen reader says it of the line."""
    for found, total, said in ((None, 1, "1 alarm"), (3, 10_000, "3 of 10,000")):
        bar.show_count(found, total)
        assert bar.findChild(QLabel, "findCount").text() == said
        assert bar.line.accessibleDescription() == said


def test_the_line_keeps_its_width_while_one_types(bar, qtbot):
    """Whatever is found of ten thousand."""
    widths = set()
    for found in (None, 10_000, 1_111, 0):
        bar.show_count(found, 10_000)
        bar.layout().activate()
        widths.add(bar.line.width())
    assert len(widths) == 1


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_Escape, "closed"),
        (Qt.Key.Key_Return, "list_wanted"),
        (Qt.Key.Key_Enter, "list_wanted"),
        (Qt.Key.Key_Down, "list_wanted"),
        (Qt.Key.Key_PageDown, "list_wanted"),
    ],
)
def test_keys_lead_out_of_the_line(bar, qtbot, key, signal):
    """Back, or into the list."""
    bar.take_focus()
    with qtbot.waitSignal(getattr(bar, signal), timeout=1000):
        qtbot.keyClick(bar.line, key)


def test_enter_on_the_button_shows_all(bar, qtbot):
    """It does not lead into the list."""
    button = bar.findChild(QWidget, "closeFind")
    button.setFocus()
    with qtbot.assertNotEmitted(bar.list_wanted), qtbot.waitSignal(bar.closed, timeout=1000):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_every_control_has_a_name(bar):
    """For screen readers."""
    named = {bar.line.accessibleName(), bar.findChild(QWidget, "closeFind").accessibleName()}
    assert named == {"Find alarms", "Show all alarms"}
