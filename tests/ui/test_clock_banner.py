"""The banner that says that the clock looks wrong."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from alarmclock.ui.clock_banner import ClockBanner

SENTENCE = (
    "The clock looks wrong: it says Mon 23 Nov 04:10, but Alarm Clock was open on Tue 24 Nov "
    "09:00. Check date and time of this computer."
)


@pytest.fixture
def banner(qtbot):
    """Give a banner that says what looks wrong."""
    made = ClockBanner()
    qtbot.addWidget(made)
    made.show_problem(SENTENCE)
    made.show()
    return made


def test_it_says_what_looks_wrong(banner):
    """To the eye and to a screen reader."""
    assert banner.text() == banner.accessibleName() == SENTENCE


def test_a_person_can_say_that_the_clock_is_right(qtbot, banner):
    """With the keyboard, too; the banner asks and the program does it."""
    button = banner.findChild(QPushButton, "acceptClock")
    button.setFocus()
    with qtbot.waitSignal(banner.accept_requested):
        qtbot.keyClick(button, Qt.Key.Key_Space)


@pytest.mark.parametrize("width", [320, 400, 700, 1100])
def test_nothing_is_cut_off(qtbot, banner, width):
    """The text has the height that it needs, and the button the width of its words."""
    banner.resize(width, banner.heightForWidth(width))
    text = banner.findChild(object, "clockProblem")
    button = banner.findChild(QPushButton, "acceptClock")
    assert text.height() >= text.heightForWidth(text.width())
    assert button.width() >= button.sizeHint().width()
    assert not text.geometry().intersects(button.geometry())
