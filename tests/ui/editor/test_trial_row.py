import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from alarmclock.ui.editor.sentence import Tone
from alarmclock.ui.editor.trial_row import TrialRow

PROVED = "heard: peak 0.41 on Speakers"


@pytest.fixture
def row(theme, on_screen):
    """The row on the screen; nothing was tried yet."""
    return on_screen(TrialRow())


def said(row):
    """Give the line below the button as it is seen, with its look."""
    line = row.findChild(QLabel, "tryResult")
    return (line.text(), line.property("look")) if line.isVisible() else None


def test_a_press_asks(qtbot, row):
    """Whoever joins it knows whether that is to begin or to end."""
    with qtbot.waitSignal(row.toggled):
        qtbot.mouseClick(row.button, Qt.MouseButton.LeftButton)


def test_the_button_says_what_a_press_does(row):
    """While it rings, a press stops the trial."""
    says = []
    for running in (False, True, False):
        row.show_running(running=running)
        says.append((row.button.text(), row.button.accessibleName()))
    assert says == [
        ("Try it now", "Try it now"),
        ("Stop the trial", "Stop the trial"),
        ("Try it now", "Try it now"),
    ]


def test_the_line_counts_and_then_says_what_was_proved(row):
    """One line, in the tone of what came of it."""
    lines = [said(row)]
    row.show_running(running=True)
    row.show_progress("Ringing for 10 s…")
    lines.append(said(row))
    row.show_progress("Ringing for 9 s…")
    lines.append(said(row))
    row.show_running(running=False)
    row.show_result(PROVED, Tone.GOOD)
    lines.append(said(row))
    assert lines == [
        None,
        ("Ringing for 10 s…", "muted"),
        ("Ringing for 9 s…", "muted"),
        (PROVED, "good"),
    ]


def test_a_result_may_come_while_it_still_rings(row):
    """It stays when the ring ends."""
    row.show_running(running=True)
    row.show_result("Nothing was heard: Speakers is muted.", Tone.BAD)
    row.show_running(running=False)
    assert said(row) == ("Nothing was heard: Speakers is muted.", "bad")


def test_a_trial_that_ends_without_a_result_says_nothing(row):
    """No line counts on for a ring that is over."""
    row.show_running(running=True)
    row.show_progress("Ringing for 9 s…")
    row.show_running(running=False)
    assert said(row) is None


def test_a_new_trial_begins_with_an_empty_line(row):
    """What the last one proved is no proof of this one."""
    row.show_running(running=True)
    row.show_result(PROVED, Tone.GOOD)
    row.show_running(running=False)
    row.show_running(running=True)
    assert said(row) is None


@pytest.mark.parametrize("tell", ["show_progress", "show_result"])
def test_what_nobody_tried_says_nothing(row, tell):
    """A sentence that comes too late belongs to another alarm."""
    row.show_running(running=True)
    row.show_running(running=False)
    row.forget_result()
    tone = (Tone.GOOD,) if tell == "show_result" else ()
    getattr(row, tell)(PROVED, *tone)
    assert said(row) is None


def test_a_result_goes_when_it_is_forgotten(row):
    """It was of other settings; what is being tried goes on."""
    row.show_running(running=True)
    row.show_progress("Ringing for 9 s…")
    row.forget_result()
    while_running = said(row)
    row.show_running(running=False)
    row.show_result(PROVED, Tone.GOOD)
    row.forget_result()
    assert (while_running, said(row)) == (("Ringing for 9 s…", "muted"), None)
