from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from alarmclock.ui.widgets.calendar_popup import CalendarPopup
from alarmclock.ui.widgets.square_button import SquareButton

TODAY = date(2026, 11, 22)


@pytest.fixture
def calendar(theme, qtbot):
    """A calendar at a Saturday in November."""
    made = CalendarPopup(theme)
    qtbot.addWidget(made)
    made.show_day(date(2026, 11, 28), TODAY)
    return made


def title(calendar):
    """Give the month that is shown."""
    return next(
        each.text() for each in calendar.findChildren(QLabel) if each.property("look") == "heading"
    )


def day_button(calendar, name):
    """Give the button of a day by its accessible name."""
    return next(
        each for each in calendar.findChildren(QPushButton) if each.accessibleName() == name
    )


def test_a_month_is_shown(calendar):
    """The title says the month and the year."""
    assert title(calendar) == "November 2026"


def test_a_click_picks_a_day(qtbot, calendar):
    """A press on a day gives its date."""
    with qtbot.waitSignal(calendar.picked) as heard:
        day_button(calendar, "Monday 30 November 2026").click()
    assert heard.args == [date(2026, 11, 30)]


def test_days_before_today_are_off(calendar):
    """An alarm can't ring yesterday."""
    assert not day_button(calendar, "Saturday 21 November 2026").isEnabled()
    assert day_button(calendar, "Sunday 22 November 2026").isEnabled()


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (Qt.Key.Key_Right, date(2026, 11, 29)),
        (Qt.Key.Key_Down, date(2026, 12, 5)),
        (Qt.Key.Key_Up, TODAY),
        (Qt.Key.Key_PageDown, date(2026, 12, 28)),
    ],
    ids=["day", "week", "not before today", "month"],
)
def test_keys_walk_through_the_days(qtbot, calendar, key, expected):
    """The arrows and pages move, Enter picks."""
    qtbot.keyClick(calendar, key)
    with qtbot.waitSignal(calendar.picked) as heard:
        qtbot.keyClick(calendar, Qt.Key.Key_Return)
    assert heard.args == [expected]


def test_months_are_turned(calendar):
    """The arrows beside the title turn the months."""
    calendar.findChild(SquareButton, "monthOn").click()
    calendar.findChild(SquareButton, "monthOn").click()
    calendar.findChild(SquareButton, "monthBack").click()
    assert title(calendar) == "December 2026"


def test_a_calendar_for_many_stays_open(qtbot, theme):
    """It shows all that is chosen, and tells each press."""
    calendar = CalendarPopup(theme, for_many=True)
    qtbot.addWidget(calendar)
    calendar.show_day(date(2026, 11, 28), TODAY)
    calendar.mark(frozenset({date(2026, 11, 24), date(2026, 11, 25)}))
    chosen = [each for each in calendar.findChildren(QPushButton) if each.property("chosen")]
    assert [each.text() for each in chosen] == ["24", "25"]
    calendar.show()
    with qtbot.waitSignal(calendar.picked):
        qtbot.keyClick(calendar, Qt.Key.Key_Space)
    assert calendar.isVisible()
