"""The box to choose a value."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QApplication

from alarmclock.core.settings import Theme as Choice
from alarmclock.ui.widgets.choice_box import ChoiceBox
from alarmclock.ui.widgets.icon import Icons


@pytest.fixture
def box(stage, theme):
    """A box of three numbers and none."""
    made = ChoiceBox(Icons(theme), (1, 5, 10, None), lambda value: f"{value} min")
    return stage.show(made, 160, 40)


def texts(box):
    """Give what is offered."""
    return [box.itemText(place) for place in range(box.count())]


def turn_wheel(box):
    """Turn the wheel one notch down over the box."""
    middle = QPointF(box.rect().center())
    notch = QPoint(0, -120)
    buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(
        middle, box.mapToGlobal(middle), QPoint(), notch, buttons, keys, phase, False
    )
    QApplication.sendEvent(box, event)


@pytest.mark.parametrize("value", [1, 10, None])
def test_a_value_is_shown_in_words(box, value):
    """A value that is offered is shown, none included."""
    box.choose(value)
    assert (box.value(), box.currentText()) == (value, f"{value} min")


def test_an_odd_value_is_added(box):
    """A value that is not offered is kept as one more choice."""
    box.choose(7)
    assert (box.value(), texts(box)[-1]) == (7, "7 min")


def test_an_odd_value_goes_when_another_is_shown(box):
    """The extra choice is there only while it is in use."""
    box.choose(7)
    box.choose(5)
    assert texts(box) == ["1 min", "5 min", "10 min", "None min"]


def test_a_person_s_choice_is_told(qtbot, box):
    """Picking with the keyboard tells the value."""
    box.choose(1)
    with qtbot.waitSignal(box.chosen) as heard:
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert heard.args == [5]


def test_showing_a_value_is_no_choice(qtbot, box):
    """Only people choose."""
    with qtbot.assertNotEmitted(box.chosen):
        box.choose(10)


@pytest.mark.parametrize(("focused", "value"), [(True, 5), (False, 1)], ids=["chosen", "not"])
def test_the_wheel_changes_it_only_where_the_focus_is(box, focused, value):
    """Scrolling the page over the box does not change it."""
    box.choose(1)
    box.setFocus() if focused else box.clearFocus()
    turn_wheel(box)
    assert box.value() == value


def test_a_long_text_does_not_widen_it(box):
    """The box is as wide as its place, whatever it holds."""
    before = box.sizeHint().width()
    box.choose("Donaudampfschifffahrtsgesellschaftskapitänspatentprüfung")
    assert (box.sizeHint().width(), box.toolTip()) == (before, box.currentText())


def test_a_theme_that_comes_and_goes_leaves_nothing_in_a_list(box, theme):
    """A program that is open for months sees the theme change twice a day."""
    delegates = []
    for choice in (Choice.DARK, Choice.LIGHT) * 3:
        theme.choose(choice)
        delegates.append(len(box.findChildren(QAbstractItemDelegate)))
    assert delegates[-1] == delegates[1]
