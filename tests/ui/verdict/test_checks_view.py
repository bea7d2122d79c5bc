"""The page of all that was checked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from alarmclock.core.certainty.judging import judge
from alarmclock.core.certainty.verdict import Mend
from alarmclock.core.ring_settings import RingSettings
from alarmclock.ui.verdict.checks_view import ChecksView
from tests.core.builders import USUAL
from tests.core.signs import GOOD_SIGNS, MUTED, SLEEPY, USUAL_SETTINGS, good_but

BAD = judge(
    RingSettings(volume=5), good_but(output=MUTED, habits=SLEEPY, server=None), USUAL_SETTINGS
)
GOOD = judge(USUAL, GOOD_SIGNS, USUAL_SETTINGS)


@pytest.fixture
def view(stage, theme):
    """A view of what speaks against a ring."""
    made = ChecksView(theme)
    made.show_verdict(BAD, "Last checked: 20:30")
    return stage.show(made, 720, 600)


def text(view, name):
    """Read a label."""
    return view.findChild(QLabel, name).text()


def test_it_says_how_it_stands_and_when_that_was_checked(view):
    """Above all the reasons."""
    assert text(view, "checksHeadline") == view.accessibleDescription() == "Will not be heard"
    assert text(view, "checkedAt") == "Last checked: 20:30"
    sentences = [label.text() for label in view.findChildren(QLabel, "reason")]
    assert sentences == [reason.sentence for reason in BAD.reasons]


def test_it_follows_what_is_found_out(view):
    """While it is open."""
    view.show_verdict(GOOD, "Last checked: 20:31")
    assert text(view, "checksHeadline") == "Ready to ring"
    assert text(view, "checkedAt") == "Last checked: 20:31"
    assert not [
        button
        for button in view.findChildren(QPushButton)
        if button.objectName()[:4] == "mend" and button.isVisible()
    ]


@pytest.mark.parametrize(
    ("name", "signal"), [("checkAgain", "check_requested"), ("closeChecks", "closed")]
)
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_its_buttons_ask(qtbot, view, name, signal, key):
    """By the keyboard, too."""
    button = view.findChild(QPushButton, name)
    with qtbot.waitSignal(getattr(view, signal)):
        qtbot.keyClick(button, key)


def test_a_mend_is_asked_for(qtbot, view):
    """The program does it."""
    with qtbot.waitSignal(view.mend_requested) as asked:
        view.findChild(QPushButton, "mendUnmute").click()
    assert asked.args == [Mend.UNMUTE]


def test_escape_leaves_it(qtbot, view):
    """From wherever the keyboard is."""
    view.take_focus()
    assert QApplication.focusWidget().objectName() == "closeChecks"
    with qtbot.waitSignal(view.closed):
        qtbot.keyClick(view.findChild(QPushButton, "mendUnmute"), Qt.Key.Key_Escape)


@pytest.mark.parametrize("width", [340, 520, 1000])
def test_nothing_is_cut_off(stage, view, width):
    """On a narrow window the page scrolls."""
    stage.resize(view, width, 480)
    stage.shows_all(view)
