import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from alarmclock.ui.alarms.phrase_line import PhraseLine

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def asked():
    """Give the list of what the window was asked for."""
    return []


@pytest.fixture
def line(qtbot, asked):
    """Give the line, in a window with shortcuts of its own."""
    window = QWidget()
    line = PhraseLine(window)
    for keys, name in (("Ctrl+Z", "undo"), ("Ctrl+Shift+Z", "redo")):
        QShortcut(QKeySequence(keys), window).activated.connect(lambda it=name: asked.append(it))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    line.setFocus()
    yield line
    window.close()


def undo(qtbot, line):
    """Press Ctrl+Z in the line."""
    qtbot.keyClick(line, Qt.Key.Key_Z, CONTROL)


def redo(qtbot, line):
    """Press Ctrl+Shift+Z in the line."""
    qtbot.keyClick(line, Qt.Key.Key_Z, CONTROL | SHIFT)


def test_an_empty_line_leaves_undo_and_redo_to_the_window(qtbot, line, asked):
    """There is nothing in it to undo."""
    undo(qtbot, line)
    redo(qtbot, line)
    assert asked == ["undo", "redo"]


def test_what_is_typed_is_undone_and_redone_as_text(qtbot, line, asked):
    """And the next undo is the window's."""
    qtbot.keyClicks(line, "gym")
    undo(qtbot, line)
    assert (line.text(), asked) == ("", [])
    redo(qtbot, line)
    assert (line.text(), asked) == ("gym", [])
    undo(qtbot, line)
    undo(qtbot, line)
    assert (line.text(), asked) == ("", ["undo"])


def test_what_was_emptied_by_hand_comes_back(qtbot, line, asked):
    """It was a slip, and nothing has happened since."""
    qtbot.keyClicks(line, "gym")
    line.clear()
    undo(qtbot, line)
    assert (line.text(), asked) == ("gym", [])


def test_what_was_done_does_not_come_back(qtbot, line, asked):
    """To enter it again would do it twice."""
    qtbot.keyClicks(line, "gym")
    line.forget()
    undo(qtbot, line)
    assert (line.text(), asked) == ("", ["undo"])


def test_an_empty_line_forgets_for_what_is_newer(qtbot, line, asked):
    """One that holds words does not."""
    qtbot.keyClicks(line, "gym")
    line.forget_when_empty()
    undo(qtbot, line)
    assert (line.text(), asked) == ("", [])
    redo(qtbot, line)
    line.clear()
    line.forget_when_empty()
    undo(qtbot, line)
    assert (line.text(), asked) == ("", ["undo"])
