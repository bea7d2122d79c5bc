"""The line in which an alarm is typed in words."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from alarmclock.core.phrase import answer, read
from alarmclock.daemons.fake_clock import FakeClock
from alarmclock.ui.alarms.quick_entry import QuickEntry
from alarmclock.ui.theme import Theme
from tests.core.builders import BERLIN, local
from tests.ui.stage import Stage

CONTROL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def clock():
    """A clock that stands still on a Monday at 11:30 in Berlin."""
    return FakeClock(local("2026-11-23 11:30"), BERLIN)


@pytest.fixture
def stage(qapp, qtbot):
    """A place on the screen, in the colours of the program."""
    theme = Theme()
    theme.start()
    yield Stage(qtbot)
    qapp.setStyleSheet("")


@pytest.fixture
def entry(stage, clock):
    """The line on the screen, with the keyboard in it."""

    def explain(line):
        return answer(read(line, clock.now(), BERLIN, None), clock.now(), BERLIN)

    made = stage.show(QuickEntry(explain), 500, 200)
    made.line.setFocus()
    return made


def seen(entry):
    """Give the answer and what the button offers, as far as they are seen."""
    label = entry.findChild(QLabel, "quickAddPreview")
    button = entry.findChild(QPushButton, "quickAddOtherHalf")
    return tuple(part.text() if part.isVisible() else "" for part in (label, button))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "6:30 gym",
            ("Tue 24 Nov 06:30, once, “gym”, in 19 h; did you mean 18:30?", "Add 18:30"),
        ),
        ("6", ("Tue 24 Nov 06:00, once, in 18 h 30 min; did you mean 18:00?", "Add 18:00")),
        ("6:30am", ("Tue 24 Nov 06:30, once, in 19 h", "")),
        ("tomorrow 6:30", ("Tue 24 Nov 06:30, once, in 19 h", "")),
        ("", ("", "")),
        ("730", ("“730” is no time. Write it as “7:30” or “0730”.", "")),
        ("6 Uhr", ("Di 24. Nov 06:00, einmal, in 18 h 30 min; oder 18:00?", "Add 18:00")),
    ],
)
def test_the_answer_asks_where_the_other_half_may_be_meant(qtbot, entry, line, expected):
    """Only a bare time that is far away asks."""
    qtbot.keyClicks(entry.line, "7")
    entry.line.clear()
    qtbot.keyClicks(entry.line, line)
    assert seen(entry) == expected


@pytest.mark.parametrize(
    ("key", "modifier", "entered"),
    [
        (Qt.Key.Key_Return, PLAIN, "6:30 gym"),
        (Qt.Key.Key_Return, CONTROL, "18:30 gym"),
        (Qt.Key.Key_Enter, CONTROL | Qt.KeyboardModifier.KeypadModifier, "18:30 gym"),
    ],
    ids=["Enter", "Ctrl+Enter", "Ctrl+Enter of the number pad"],
)
def test_the_keys_take_one_or_the_other(qtbot, entry, key, modifier, entered):
    """Enter sets what is typed, whatever was asked; Ctrl+Enter the other half, once."""
    heard = []
    entry.entered.connect(heard.append)
    qtbot.keyClicks(entry.line, "6:30 gym")
    qtbot.keyClick(entry.line, key, modifier)
    assert heard == [entered]


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("7:15 gym", None),
        ("7:15 task laundry", "laundry"),
        ("tomorow 7", "tomorow"),
        ("tomorrow", ""),
        ("", None),
    ],
)
def test_what_is_not_understood_is_marked(qtbot, entry, line, marked):
    """Where the error is; at the end of the line where something is missing."""
    entry.line.setText(line)
    assert entry.line.marked == marked
    assert entry.line.mark_area().isEmpty() == (marked is None)


def test_the_mark_is_under_its_word(qtbot, entry):
    """In the colour of the sentence, and only there."""
    entry.line.setText("7:15 task laundry")
    plain = entry.line.grab().toImage()
    area = entry.line.mark_area().toAlignedRect()
    entry.line.unmark()
    unmarked = entry.line.grab().toImage()
    ratio = plain.devicePixelRatio()
    changed = {
        (x, y)
        for x in range(plain.width())
        for y in range(plain.height())
        if plain.pixel(x, y) != unmarked.pixel(x, y)
    }
    assert changed
    near = area.adjusted(-4, -3, 4, 3)
    assert all(near.contains(int(x / ratio), int(y / ratio)) for x, y in changed)
    measure = entry.line.fontMetrics().horizontalAdvance
    assert abs(area.width() - measure("laundry")) < 4
    assert area.left() > measure("7:15 task")


def test_the_button_takes_the_other_half(qtbot, entry):
    """It says what it adds, and the keyboard is in the line again."""
    qtbot.keyClicks(entry.line, "6:30 gym")
    button = entry.findChild(QPushButton, "quickAddOtherHalf")
    assert button.accessibleName() == "Add it for 18:30 instead"
    with qtbot.waitSignal(entry.entered) as heard:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert heard.args == ["18:30 gym"]
    assert entry.line.hasFocus()


def test_without_a_question_ctrl_enter_sets_what_is_typed(qtbot, entry):
    """Nobody's line is lost for a key."""
    qtbot.keyClicks(entry.line, "13:00")
    with qtbot.waitSignal(entry.entered) as heard:
        qtbot.keyClick(entry.line, Qt.Key.Key_Return, CONTROL)
    assert heard.args == ["13:00"]


def test_the_question_goes_with_time(qtbot, entry, clock):
    """What is no longer far away is asked about no more."""
    qtbot.keyClicks(entry.line, "6:30")
    clock.advance(timedelta(hours=3, minutes=30))
    entry.refresh()
    assert seen(entry) == ("Tue 24 Nov 06:30, once, in 15 h 30 min", "")


def test_the_button_has_its_room_on_a_narrow_window(qtbot, stage, entry):
    """The answer wraps beside it, and both are seen whole."""
    entry.be_narrow(narrow=True)
    stage.resize(entry, 300, 300)
    qtbot.keyClicks(entry.line, "6:30 " + "Donaudampfschifffahrt " * 3)
    QApplication.processEvents()
    button = entry.findChild(QPushButton, "quickAddOtherHalf")
    label = entry.findChild(QLabel, "quickAddPreview")
    assert button.geometry().right() < 300
    assert button.width() >= button.sizeHint().width()
    assert not button.geometry().intersects(label.geometry())
    assert label.height() >= label.heightForWidth(label.width())
