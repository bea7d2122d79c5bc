from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from alarmclock.ui.editor.time_field import TimeField
from tests.ui.editor.hands import turn_wheel

UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down
PAGE_UP, PAGE_DOWN = Qt.Key.Key_PageUp, Qt.Key.Key_PageDown


@pytest.fixture
def page(theme, on_screen):
    """A page with the field of a time and another field."""
    made = QWidget()
    made.resize(372, 200)
    layout = QVBoxLayout(made)
    layout.addWidget(TimeField(made))
    layout.addWidget(QLineEdit(made))
    return on_screen(made)


@pytest.fixture
def field(page):
    """The field with the keyboard in it, at 07:15."""
    made = page.findChild(TimeField)
    made.show_time_of_day(time(7, 15))
    made.setFocus()
    return made


def test_typing_replaces_the_time(qtbot, field):
    """The shown time is selected, so that people just type."""
    qtbot.keyClicks(field, "1930")
    assert (field.text(), field.value()) == ("1930", time(19, 30))


def test_leaving_writes_the_time_in_full(qtbot, page, field):
    """When the keyboard goes elsewhere, the time is written as on a clock."""
    qtbot.keyClicks(field, "7pm")
    page.findChildren(QLineEdit)[1].setFocus()
    assert field.text() == "19:00"


def test_leaving_keeps_what_is_no_time(qtbot, page, field):
    """Nothing that people typed is lost."""
    qtbot.keyClicks(field, "25:00")
    page.findChildren(QLineEdit)[1].setFocus()
    assert field.text() == "25:00"


@pytest.mark.parametrize(
    ("cursor", "key", "expected"),
    [
        (5, UP, "07:16"),
        (3, DOWN, "07:14"),
        (1, UP, "08:15"),
        (0, DOWN, "06:15"),
        (5, PAGE_UP, "08:15"),
        (5, PAGE_DOWN, "06:15"),
    ],
    ids=["minute up", "minute down", "hour up", "hour down", "page up", "page down"],
)
def test_keys_step_the_part_at_the_cursor(qtbot, field, cursor, key, expected):
    """Up and Down step the part at the cursor, Page Up and Page Down the hour."""
    field.deselect()
    field.setCursorPosition(cursor)
    qtbot.keyClick(field, key)
    assert field.text() == expected


def test_steps_stay_in_their_part(qtbot, field):
    """After a step in the hour the next step is in the hour."""
    field.deselect()
    field.setCursorPosition(0)
    for _ in range(3):
        qtbot.keyClick(field, UP)
    assert field.text() == "10:15"


def test_a_step_from_no_time_changes_nothing(qtbot, field):
    """There is nothing to step from."""
    qtbot.keyClicks(field, "noon")
    qtbot.keyClick(field, UP)
    assert field.text() == "noon"


def test_the_wheel_steps_where_the_keyboard_is(field):
    """In the field of the keyboard the wheel steps the time."""
    assert turn_wheel(field, 1)
    assert field.text() == "07:16"


def test_the_wheel_passes_over_it(page, field):
    """Where the keyboard is elsewhere, the wheel belongs to the page."""
    page.findChildren(QLineEdit)[1].setFocus()
    assert not turn_wheel(field, 1)
    assert field.text() == "07:15"


@pytest.mark.parametrize("text", ["07:15", "07:15:30", "12:15:30 p.m."])
@pytest.mark.parametrize("width", [272, 372])
def test_the_digits_fit(page, field, text, width):
    """However much is typed in however narrow an editor, all of it is seen."""
    field.setText(text)
    page.resize(width, 200)
    page.layout().activate()
    assert field.fontMetrics().horizontalAdvance(text) < field.width() - 20


def test_the_digits_have_one_width(field):
    """While the time is stepped, nothing moves sideways."""
    metrics = field.fontMetrics()
    assert metrics.horizontalAdvance("11:11") == metrics.horizontalAdvance("00:00")
