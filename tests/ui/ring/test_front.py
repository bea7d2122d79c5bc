"""The way to the front: seen at once, the focus only half a second later."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from alarmclock.ui.ring.front import (
    HANDS_OFF_MS,
    MOST_DELAYS,
    MOST_REQUESTS,
    Front,
    room_in_use,
)

# The offscreen platform draws a frame around its windows.
FRAME = 10


class Window(QWidget):
    """Counts what is asked of it, and has the focus only when told to."""

    def __init__(self):
        super().__init__()
        self.raised = self.asked = 0
        self.is_active = False

    def raise_(self):
        """Count."""
        self.raised += 1

    def activateWindow(self):  # noqa: N802 - Qt's name
        """Count."""
        self.asked += 1

    def isActiveWindow(self):  # noqa: N802 - Qt's name
        """Tell what was told."""
        return self.is_active


@pytest.fixture
def window(qtbot):
    """Give a window that is not shown."""
    made = Window()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def front(window):
    """Give its way to the front."""
    made = Front(window)
    yield made
    made.leave()


def elapse(front):
    """Let the time come that the front waits for."""
    timer = front.findChild(QTimer)
    assert timer.isActive()
    timer.stop()
    timer.timeout.emit()
    return timer


def test_it_is_shown_and_takes_no_focus(window, front):
    """For half a second."""
    front.come()
    assert window.isVisible()
    assert (window.raised, window.asked) == (1, 0)
    assert front.findChild(QTimer).interval() == HANDS_OFF_MS
    elapse(front)
    assert (window.raised, window.asked) == (2, 1)


@pytest.fixture
def line(qtbot, monkeypatch):
    """Give a line of another window of ours, which has the focus."""
    made = QLineEdit()
    qtbot.addWidget(made)
    made.show()
    monkeypatch.setattr(QGuiApplication, "focusWindow", made.windowHandle)
    return made


def test_it_waits_for_a_pause_in_what_is_typed_in_our_other_window(window, front, line, qtbot):
    """What somebody types there arrives there."""
    front.come()
    for _ in range(2):
        qtbot.keyClick(line.windowHandle(), "x")
        elapse(front)
        assert window.asked == 0
    elapse(front)
    assert window.asked == 1
    assert line.text() == "xx"


def test_it_does_not_wait_for_ever_for_somebody_who_types(window, front, line, qtbot):
    """A ring that nobody sees is answered by nobody."""
    front.come()
    for _ in range(MOST_DELAYS + 1):
        qtbot.keyClick(line.windowHandle(), "x")
        elapse(front)
    assert window.asked == 1


def test_it_asks_again_until_it_has_the_focus(window, front):
    """A window manager may refuse the first time."""
    front.come()
    elapse(front)
    elapse(front)
    assert window.asked == 2
    window.is_active = True
    timer = elapse(front)
    assert window.asked == 2
    assert not timer.isActive()


def test_it_does_not_ask_for_ever(window, front):
    """Where the window system refuses, it stands as it is."""
    front.come()
    for _ in range(MOST_REQUESTS):
        timer = elapse(front)
    assert window.asked == MOST_REQUESTS
    assert not timer.isActive()


def test_another_ring_begins_the_half_second_anew(window, front):
    """Each has its own."""
    front.come()
    elapse(front)
    front.come()
    assert front.findChild(QTimer).interval() == HANDS_OFF_MS
    elapse(front)
    assert window.asked == 2


def test_a_window_that_went_takes_no_focus(window, front):
    """It was answered by another way."""
    front.come()
    window.hide()
    elapse(front)
    assert window.asked == 0


def test_a_minimised_window_is_shown_again(window, front):
    """A ring is no reason to stay down."""
    window.showMinimized()
    front.come()
    assert not window.isMinimized()


def test_it_stands_in_the_middle_of_the_screen_in_use(window, front):
    """And is no larger than the screen."""
    window.resize(300, 200)
    front.come()
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert room_in_use() == room
    assert (window.geometry().center() - room.center()).manhattanLength() <= FRAME
    window.hide()
    window.resize(9000, 9000)
    front.come()
    assert window.width() <= room.width()
