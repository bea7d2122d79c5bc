from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from alarmclock.core.errors import Invalid
from alarmclock.ui.editor.date_field import DateField
from alarmclock.ui.widgets.calendar_popup import CalendarPopup

TODAY = date(2026, 11, 22)


@pytest.fixture
def field(theme, on_screen):
    """The field of a date, at Saturday."""
    made = on_screen(DateField(theme))
    made.show_today(TODAY)
    made.show_date(date(2026, 11, 28))
    made.edit.setFocus()
    return made


@pytest.fixture
def german():
    """A computer in Germany."""
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    yield
    QLocale.setDefault(before)


def test_a_date_is_shown_with_its_weekday(field):
    """People read the date as in all other sentences."""
    assert (field.edit.text(), field.day()) == ("Sat 28 Nov 2026", date(2026, 11, 28))


def test_a_date_is_typed_and_written_in_full(qtbot, field):
    """When the keyboard goes elsewhere, the date is written with its weekday."""
    field.edit.selectAll()
    qtbot.keyClicks(field.edit, "2026-12-24")
    field.pick.setFocus()
    assert field.edit.text() == "Thu 24 Dec 2026"


def test_the_countrys_order_is_understood(qtbot, german, field):
    """In Germany the day comes first."""
    field.edit.selectAll()
    qtbot.keyClicks(field.edit, "3.12.2026")
    assert field.day() == date(2026, 12, 3)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (Qt.Key.Key_Up, date(2026, 11, 29)),
        (Qt.Key.Key_Down, date(2026, 11, 27)),
        (Qt.Key.Key_PageUp, date(2026, 12, 28)),
        (Qt.Key.Key_PageDown, TODAY),
    ],
    ids=["day later", "day before", "month later", "never before today"],
)
def test_keys_step_the_date(qtbot, field, key, expected):
    """Up and Down step by a day, Page Up and Page Down by a month."""
    qtbot.keyClick(field.edit, key)
    assert field.day() == expected


def test_nonsense_stays_to_be_mended(qtbot, field):
    """What is no date is refused, and not lost."""
    field.edit.selectAll()
    qtbot.keyClicks(field.edit, "30 Feb")
    field.pick.setFocus()
    with pytest.raises(Invalid):
        field.day()
    assert field.edit.text() == "30 Feb"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_date_is_picked_from_the_calendar(qtbot, field):
    """The calendar opens at the date, and gives the one that is picked."""
    qtbot.mouseClick(field.pick, Qt.MouseButton.LeftButton)
    calendar = QApplication.activePopupWidget()
    assert isinstance(calendar, CalendarPopup)
    qtbot.keyClick(calendar, Qt.Key.Key_Right)
    with qtbot.waitSignal(calendar.destroyed):
        qtbot.keyClick(calendar, Qt.Key.Key_Return)
    assert field.edit.text() == "Sun 29 Nov 2026"
    assert QApplication.activePopupWidget() is None


def test_nothing_is_no_date(theme, on_screen):
    """A limit may be left open, and Up begins with today."""
    field = on_screen(DateField(theme, "lastDate"))
    field.show_today(TODAY)
    assert (field.is_empty, field.day_or_none()) == (True, None)
    field.edit.stepped.emit(1, 0)
    assert field.day_or_none() == TODAY


def test_a_wrong_date_names_its_field(theme, on_screen):
    """There are several dates in the editor."""
    field = on_screen(DateField(theme, "lastDate"))
    field.edit.setText("30 Feb")
    with pytest.raises(Invalid) as caught:
        field.day_or_none()
    assert (caught.value.field, field.edit.objectName()) == ("lastDate", "lastDate")
    assert field.pick.objectName() == "pickLastDate"


def test_a_past_date_is_taken_where_it_makes_sense(qtbot, theme, on_screen):
    """Weeks may be counted from last Monday."""
    field = on_screen(DateField(theme, "countedFrom", takes_past=True))
    field.show_today(TODAY)
    field.show_date(TODAY)
    qtbot.keyClick(field.edit, Qt.Key.Key_Down)
    assert field.day() == date(2026, 11, 21)
