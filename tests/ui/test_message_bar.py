"""The line that says what was done: news go, warnings stay."""

import pytest

from alarmclock.ui.message_bar import MessageBar


@pytest.fixture
def bar(qtbot):
    """Give a bar that is on the screen when it shows something."""
    made = MessageBar()
    qtbot.addWidget(made)
    return made


def test_news_can_be_undone_and_go_by_themselves(qtbot, bar):
    """The timer runs only for news."""
    bar.tell("“Gym” was deleted.", undoable=True)
    assert bar.text() == "“Gym” was deleted."
    assert not bar.findChild(object, "undo").isHidden()
    assert bar._timer.isActive()
    bar._timer.timeout.emit()
    assert bar.text() == ""


def test_a_warning_stays_until_it_is_closed(bar):
    """Nobody may miss it."""
    bar.warn("The disk is full.")
    assert not bar._timer.isActive()
    assert bar.findChild(object, "undo").isHidden()
    bar.findChild(object, "closeMessage").click()
    assert bar.text() == ""


def test_the_message_is_announced(bar):
    """Screen readers read it as the name of the bar."""
    bar.tell("Saved.")
    assert bar.accessibleName() == "Saved."


def test_undo_is_asked_for(qtbot, bar):
    """The bar asks; the program undoes."""
    bar.tell("Gone.", undoable=True)
    with qtbot.waitSignal(bar.undo_requested):
        bar.findChild(object, "undo").click()
