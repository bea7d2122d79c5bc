"""The question whether somebody is still awake."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel

from alarmclock.ui.ring.asking_panel import AskingPanel
from tests.core.builders import BERLIN
from tests.ui.ring.rings import LONG, NOW, asking, buttons, is_whole, seen


@pytest.fixture
def panel(qtbot, themed):
    """Ask about the gym for 42 seconds."""
    made = AskingPanel("gym", lambda: True)
    qtbot.addWidget(made)
    made.show_ring(asking(), BERLIN)
    made.show()
    return made


def texts(panel):
    """Read the panel."""
    return [label.text() for label in panel.findChildren(QLabel)]


def test_it_says_how_long_there_is_to_answer(panel):
    """And counts down."""
    panel.show_time(NOW, BERLIN)
    assert texts(panel) == ["Still awake?", "Gym", "rings again in 42 s unless you answer"]
    panel.show_time(NOW + timedelta(seconds=41), BERLIN)
    assert "rings again in 1 s unless you answer" in texts(panel)
    panel.show_time(NOW + timedelta(seconds=43), BERLIN)
    assert "rings again now" in texts(panel)


def test_the_button_answers(qtbot, panel):
    """A screen reader hears what it is about."""
    button = buttons(panel, "stillAwake")[0]
    assert (button.accessibleName(), button.accessibleDescription()) == (
        "I'm awake",
        "Still awake? Gym",
    )
    with qtbot.waitSignal(panel.awake_requested) as answered:
        button.click()
    assert answered.args == ["gym"]


@pytest.mark.parametrize("size", [(340, 400), (560, 640), (1200, 900)])
def test_it_can_be_read_in_every_size(qtbot, window, size):
    """However long the label."""
    window.show_rings([asking(LONG)])
    window.resize(*size)

    def is_readable():
        for name in ("awakeQuestion", "awakeName", "awakeDetail", "stillAwake"):
            assert is_whole(seen(window, name)[0]), name

    qtbot.waitUntil(is_readable, timeout=1000)
