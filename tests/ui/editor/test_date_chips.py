from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from alarmclock.ui.editor.date_chips import DateChip, DateChips
from alarmclock.ui.widgets.calendar_popup import CalendarPopup

# A calendar that opens is a window, and the offscreen platform says what it can't do.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

TODAY = date(2026, 11, 22)


@pytest.fixture
def chips(theme, on_screen):
    """A list of dates, still empty."""
    made = DateChips(theme, "excepted")
    made.show_today(TODAY)
    made.resize(300, 200)
    return on_screen(made)


def days(*numbers):
    """Give days of November."""
    return frozenset(date(2026, 11, number) for number in numbers)


def words(chips):
    """Read the dates that are seen, in their order."""
    shown = [chip for chip in chips.findChildren(DateChip) if chip.isVisible()]
    return [chip.text() for chip in sorted(shown, key=lambda chip: (chip.y(), chip.x()))]


def test_dates_are_shown_in_their_order(chips):
    """The year is said where it is not this one."""
    chips.show_days(days(28, 25) | {date(2027, 1, 2)})
    QApplication.processEvents()
    assert words(chips) == ["Wed 25 Nov", "Sat 28 Nov", "Sat 2 Jan 2027"]


def test_a_press_takes_a_date_away(qtbot, chips):
    """The mouse needs no second step."""
    chips.show_days(days(25, 28))
    with qtbot.waitSignal(chips.changed):
        qtbot.mouseClick(chips.findChild(DateChip, "excepted20261125"), Qt.MouseButton.LeftButton)
    assert chips.days() == days(28)


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Space])
def test_keys_take_dates_away(qtbot, chips, key):
    """The keyboard goes to the next date, after the last one to the button."""
    chips.show_days(days(25, 28))
    first = chips.findChild(DateChip, "excepted20261125")
    first.setFocus()
    qtbot.keyClick(first, key)
    second = chips.findChild(DateChip, "excepted20261128")
    assert second.hasFocus()
    qtbot.keyClick(second, key)
    assert (chips.days(), chips.add.hasFocus()) == (frozenset(), True)


def test_dates_are_marked_in_the_calendar(qtbot, chips):
    """It stays open, so that several are chosen in one go; a second press takes one back."""
    chips.show_days(days(25))
    qtbot.keyClick(chips.add, Qt.Key.Key_Space)
    calendar = chips.findChild(CalendarPopup)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Return):
        qtbot.keyClick(calendar, key)
    qtbot.keyClick(calendar, Qt.Key.Key_Right)
    qtbot.keyClick(calendar, Qt.Key.Key_Space)
    assert calendar.isVisible()
    assert chips.days() == days(27)
    qtbot.keyClick(calendar, Qt.Key.Key_Escape)
    assert not calendar.isVisible()


def test_a_closed_calendar_is_gone(qtbot, chips):
    """Fifty buttons do not stay behind; dates change without it, and another one knows them."""
    qtbot.keyClick(chips.add, Qt.Key.Key_Space)
    calendar = chips.findChild(CalendarPopup)
    with qtbot.waitSignal(calendar.destroyed):
        qtbot.keyClick(calendar, Qt.Key.Key_Escape)
    chips.show_days(days(25, 28))
    chips.findChild(DateChip, "excepted20261128").click()
    qtbot.keyClick(chips.add, Qt.Key.Key_Space)
    qtbot.keyClick(chips.findChild(CalendarPopup), Qt.Key.Key_Return)
    assert chips.days() == frozenset()


def test_a_long_list_shows_what_comes_next(qtbot, chips):
    """Dates that are over come last, and more are shown on demand."""
    many = frozenset(TODAY + timedelta(days=number) for number in range(-30, 30))
    chips.show_days(many)
    assert words(chips)[0] == "Sun 22 Nov"
    assert len(words(chips)) == 12
    chips.findChild(DateChip, "excepted20261122").setFocus()
    chips.findChild(type(chips.add), "exceptedRest").click()
    assert len(words(chips)) == 60
    assert not chips.findChild(type(chips.add), "exceptedRest").isVisible()
