"""The window is found where it was left, whatever the note says."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from alarmclock.ui.main_window import SIZE, MainWindow, PageNumber
from alarmclock.ui.theme import Theme
from alarmclock.ui.window_place import MEMO, WindowPlace


@pytest.fixture
def window(qtbot):
    """Give a window that is not shown."""
    made = MainWindow(Theme())
    yield made
    made.close_for_good()
    made.deleteLater()


def place_with(note):
    """Give a place that has read a note."""
    notes = {MEMO: note}
    return WindowPlace(notes.get, notes.__setitem__), notes


def test_size_and_page_come_back(window):
    """What was kept is restored."""
    place, notes = place_with(None)
    window.resize(700, 600)
    window.set_pages({PageNumber.CALENDAR: QWidget})
    window.show_page(PageNumber.CALENDAR)
    place.keep(window)
    window.resize(800, 640)
    again, _ = place_with(notes[MEMO])
    assert again.restore(window) is PageNumber.CALENDAR
    assert window.size() == QSize(700, 600)


@pytest.mark.parametrize(
    "note",
    [
        None,
        "",
        "{",
        "[]",
        "7",
        '{"rect": 3, "shown": 99}',
        '{"rect": [1, 2], "shown": "x"}',
        '{"rect": [0, 0, "a", 4], "maximized": 1}',
    ],
)
def test_a_note_that_makes_no_sense_is_ignored(window, note):
    """The window opens as the first time."""
    place, _ = place_with(note)
    assert place.restore(window) is PageNumber.ALARMS
    assert window.size() == SIZE
