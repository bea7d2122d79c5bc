"""The two big digits."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from alarmclock.ui.timers.length_field import LengthField
from alarmclock.ui.widgets.icon import Icons


@pytest.fixture
def field(stage, theme):
    """The minutes, at 5."""
    made = LengthField(Icons(theme), "Minutes", "timerMinutes")
    made.digits.setValue(5)
    return stage.show(made)


def turn_wheel(field):
    """Turn the wheel one notch up over the digits."""
    middle = QPointF(field.digits.rect().center())
    event = QWheelEvent(
        middle,
        field.digits.mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field.digits, event)


def test_it_shows_two_digits(field):
    """Five minutes are written 05."""
    assert field.digits.text() == "05"


@pytest.mark.parametrize(
    ("key", "minutes"), [(Qt.Key.Key_Up, 6), (Qt.Key.Key_Down, 4)], ids=["up", "down"]
)
def test_arrow_keys_step(qtbot, field, key, minutes):
    """The arrow keys change the number by one."""
    qtbot.keyClick(field.digits, key)
    assert field.digits.value() == minutes


@pytest.mark.parametrize(("name", "minutes"), [("More minutes", 6), ("Fewer minutes", 4)])
def test_the_small_buttons_step(qtbot, field, name, minutes):
    """The buttons above and below change the number by one."""
    buttons = {one.accessibleName(): one for one in field.findChildren(QAbstractButton)}
    qtbot.mouseClick(buttons[name], Qt.MouseButton.LeftButton)
    assert field.digits.value() == minutes


@pytest.mark.parametrize(("focused", "minutes"), [(True, 6), (False, 5)], ids=["chosen", "not"])
def test_the_wheel_steps_only_where_the_focus_is(field, focused, minutes):
    """Scrolling the page over the digits does not change them."""
    field.digits.setFocus() if focused else field.digits.clearFocus()
    turn_wheel(field)
    assert field.digits.value() == minutes
