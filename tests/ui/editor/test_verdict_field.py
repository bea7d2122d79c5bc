from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from alarmclock.core.certainty.judging import judge
from alarmclock.core.certainty.verdict import Mend
from alarmclock.ui.editor.verdict_field import VerdictField
from tests.core.builders import USUAL
from tests.core.signs import GOOD_SIGNS, MUTED, USUAL_SETTINGS, good_but
from tests.ui.stage import Stage


@pytest.fixture
def stage(qtbot):
    """A place on the screen."""
    return Stage(qtbot)


@pytest.fixture
def field(theme, stage):
    """The field on the screen."""
    return stage.show(VerdictField(theme), 260, 200)


def said(field):
    """Read the sentences that are seen."""
    return [label.text() for label in field.findChildren(QLabel, "reason") if label.isVisible()]


def test_only_what_speaks_against_a_ring_is_said(field):
    """The first of it with the name of the row, for a screen reader."""
    field.show_verdict(judge(USUAL, good_but(output=MUTED, server=None), USUAL_SETTINGS))
    assert said(field) == [
        "The computer is muted, so nothing would be heard.",
        "Nothing here shows notifications, so only the ring window tells.",
    ]
    assert field.accessibleDescription() == said(field)[0]


def test_one_line_says_that_all_is_good(field):
    """And what for: the window has to stay open."""
    field.show_verdict(judge(USUAL, GOOD_SIGNS, USUAL_SETTINGS))
    assert said(field) == ["Yes, while this window is open."]


def test_what_was_not_seen_is_no_yes(field):
    """A file that nobody has looked at may be no sound at all."""
    ring = replace(USUAL, sound="/music/song.mp3")
    field.show_verdict(judge(ring, GOOD_SIGNS, USUAL_SETTINGS))
    assert said(field) == ["Whether the chosen file can be played was not looked at yet."]


def test_a_mend_is_asked_for(qtbot, field):
    """Whoever joins it knows what it changes."""
    field.show_verdict(judge(USUAL, good_but(output=MUTED), USUAL_SETTINGS))
    with qtbot.waitSignal(field.mend_requested) as asked:
        field.findChild(QPushButton, "mendUnmute").click()
    assert asked.args == [Mend.UNMUTE]
