import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from alarmclock.ui.editor.rule_kind import COMMON, RuleKind
from alarmclock.ui.editor.rule_pills import RulePill, RulePills


@pytest.fixture
def pills(theme, on_screen):
    """The buttons of the kinds, at once."""
    return on_screen(RulePills(theme))


def seen(pills):
    """Give the kinds whose buttons are seen."""
    return [pill.kind for pill in pills.findChildren(RulePill) if pill.isVisible()]


def chosen(pills):
    """Give the kinds whose buttons are down."""
    return [pill.kind for pill in pills.findChildren(RulePill) if pill.isChecked()]


def test_the_common_kinds_stand_in_one_row(pills):
    """In the width of the editor, More is beside them."""
    pills.resize(352, 40)
    buttons = [pill for pill in pills.findChildren(QPushButton) if pill.isVisible()]
    assert seen(pills) == [*COMMON]
    assert len({button.y() for button in buttons}) == 1


def test_a_press_chooses(qtbot, pills):
    """One kind is chosen at a time, and it is told once."""
    with qtbot.waitSignal(pills.chosen) as heard:
        qtbot.mouseClick(pills.findChild(RulePill, "ruleWeekdays"), Qt.MouseButton.LeftButton)
    assert heard.args == [RuleKind.WEEKDAYS]
    assert chosen(pills) == [RuleKind.WEEKDAYS]


def test_a_second_press_changes_nothing(qtbot, pills):
    """What is chosen stays chosen."""
    with qtbot.assertNotEmitted(pills.chosen):
        qtbot.mouseClick(pills.findChild(RulePill, "ruleOnce"), Qt.MouseButton.LeftButton)
    assert chosen(pills) == [RuleKind.ONCE]


def test_more_shows_all_kinds(qtbot, pills):
    """And a second press hides them again."""
    more = pills.findChild(QPushButton, "moreRules")
    with qtbot.waitSignal(pills.more_toggled):
        qtbot.keyClick(more, Qt.Key.Key_Space)
    assert seen(pills) == [*RuleKind]
    qtbot.keyClick(more, Qt.Key.Key_Space)
    assert seen(pills) == [*COMMON]


def test_what_is_chosen_is_always_seen(pills):
    """Also where the others are hidden."""
    pills.show_kind(RuleKind.YEARLY)
    assert seen(pills) == [*COMMON, RuleKind.YEARLY]


@pytest.mark.parametrize(
    ("start", "key", "reached"),
    [
        (RuleKind.ONCE, Qt.Key.Key_Right, RuleKind.ON_DATE),
        (RuleKind.ONCE, Qt.Key.Key_Left, RuleKind.WEEKDAYS),
        (RuleKind.WEEKDAYS, Qt.Key.Key_Down, RuleKind.ONCE),
        (RuleKind.WEEKDAYS, Qt.Key.Key_Up, RuleKind.ON_DATE),
    ],
    ids=["on", "back round", "on round", "back"],
)
def test_arrows_choose_the_neighbour(qtbot, pills, start, key, reached):
    """Hidden kinds are passed over."""
    pills.show_kind(start)
    pill = next(pill for pill in pills.findChildren(RulePill) if pill.isChecked())
    with qtbot.waitSignal(pills.chosen):
        qtbot.keyClick(pill, key)
    assert chosen(pills) == [reached]


def test_every_button_says_what_it_is_for(pills):
    """Its name is what is seen, and its tooltip is a sentence."""
    for pill in pills.findChildren(RulePill):
        assert pill.accessibleName() == pill.text() == pill.kind.value
        assert pill.toolTip().endswith(".")
