"""The line that says what was done: news go, warnings stay."""

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from alarmclock.ui.message_bar import MessageBar

LONG_SENTENCE = (
    "“Donaudampfschifffahrtsgesellschaftskapitänsmützenanprobe beim Hutmacher” rings tomorrow, "
    "in 19 h. May not be heard: the computer rings at 8 % only, which is easily missed."
)


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


def test_a_reminder_stays_until_it_is_closed(bar):
    """Nobody may miss it, and it is no error."""
    bar.remind("02:30 does not exist tomorrow.")
    assert bar.text() == "02:30 does not exist tomorrow."
    assert bar.property("look") == "warnSoft"
    assert not bar._timer.isActive()
    bar.findChild(object, "closeMessage").click()
    assert bar.text() == ""


@pytest.mark.parametrize("first", ["reminder", "news"])
def test_a_reminder_comes_back_after_the_news(bar, first):
    """What a person does meanwhile is told, and takes nothing away."""
    if first == "reminder":
        bar.remind("Soon.")
        bar.tell("Saved.")
    else:
        bar.tell("Saved.")
        bar.remind("Soon.")
    assert bar.text() == "Saved."
    bar._timer.timeout.emit()
    assert bar.text() == "Soon."


def test_reminders_come_one_after_the_other(bar):
    """A warning between them takes none of them away."""
    bar.remind("One.")
    bar.remind("Two.")
    bar.warn("The disk is full.")
    seen = []
    while bar.text():
        seen.append(bar.text())
        bar.findChild(object, "closeMessage").click()
    assert seen == ["The disk is full.", "One.", "Two."]


def test_a_reminder_that_is_true_no_more_goes(bar):
    """Whether it is shown or still waits; the others stay."""
    for sentence in ("One.", "Two.", "Three."):
        bar.remind(sentence)
    bar.forget("Two.")
    bar.forget("One.")
    assert bar.text() == "Three."
    bar.forget("Three.")
    assert bar.text() == ""


def test_what_takes_a_reminder_back_leaves_news_alone(bar):
    """Only the reminder goes."""
    bar.remind("Soon.")
    bar.tell("Saved.")
    bar.forget("Soon.")
    assert bar.text() == "Saved."
    bar.forget("Never told.")
    assert bar.text() == "Saved."


@pytest.mark.parametrize("width", [260, 420, 480, 540, 600])
def test_every_word_can_be_read_in_every_width(qtbot, width):
    """Also a doubt after a long label, in the smallest window."""
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addStretch(1)
    bar = MessageBar()
    column.addWidget(bar)
    page.setFixedSize(width, 500)
    page.show()
    bar.tell(LONG_SENTENCE, undoable=True)

    def is_whole():
        words = bar.findChild(QLabel, "message")
        assert bar.width() == width
        assert words.width() >= words.minimumSizeHint().width()
        assert words.height() >= words.heightForWidth(words.width())
        assert bar.height() < page.height() / 2

    qtbot.waitUntil(is_whole, timeout=1000)
    assert bar.text() == LONG_SENTENCE
