import pytest
from PySide6.QtCore import Qt

from alarmclock.core.rules.rule import WEEKEND, WORKDAYS, Weekday
from alarmclock.core.settings import Theme as Choice
from alarmclock.ui.editor.day_chips import DayChip, DayChips

NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


@pytest.fixture
def chips(theme, on_screen):
    """A week without any day."""
    return on_screen(DayChips(theme))


def chip(chips, name):
    """Give the chip of a day by its object name."""
    return chips.findChild(DayChip, name)


def test_each_day_has_its_names(chips):
    """The week goes from Monday to Sunday, each with a letter and its name."""
    found = chips.findChildren(DayChip)
    assert [each.accessibleName() for each in found] == NAMES
    assert [each.objectName() for each in found] == [f"day{name[:3]}" for name in NAMES]
    assert [each.text() for each in found] == list("MTWTFSS")


def test_a_click_chooses_a_day(qtbot, chips):
    """A press of the mouse turns a day on and says so."""
    with qtbot.waitSignal(chips.changed):
        qtbot.mouseClick(chip(chips, "dayWed"), Qt.MouseButton.LeftButton)
    assert chips.days() == {Weekday.WEDNESDAY}


def test_space_chooses_a_day(qtbot, chips):
    """The keyboard chooses as the mouse does."""
    qtbot.keyClick(chip(chips, "daySun"), Qt.Key.Key_Space)
    assert chips.days() == {Weekday.SUNDAY}


def test_days_are_shown_silently(qtbot, chips):
    """Showing an alarm's days is no change that somebody made."""
    with qtbot.assertNotEmitted(chips.changed):
        chips.show_days(WEEKEND)
    assert chips.days() == WEEKEND


@pytest.mark.parametrize(
    ("start", "key", "reached"),
    [
        ("dayMon", Qt.Key.Key_Right, "dayTue"),
        ("dayTue", Qt.Key.Key_Left, "dayMon"),
        ("daySun", Qt.Key.Key_Right, "dayMon"),
        ("dayMon", Qt.Key.Key_Left, "daySun"),
    ],
)
def test_arrows_walk_along_the_week(qtbot, chips, start, key, reached):
    """The arrows move the keyboard from day to day, round the end."""
    chip(chips, start).setFocus()
    qtbot.keyClick(chip(chips, start), key)
    assert chip(chips, reached).hasFocus()


def test_the_focus_is_seen(chips):
    """The day that the keyboard is at wears a ring."""
    monday = chip(chips, "dayMon")
    chip(chips, "dayTue").setFocus()
    before = monday.grab().toImage()
    monday.setFocus()
    assert monday.grab().toImage() != before


@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK])
def test_a_chosen_day_is_of_the_soft_colour(theme, chips, choice):
    """In light and dark, a chosen day stands out from the others."""
    theme.choose(choice)
    chips.show_days(WORKDAYS)
    fills = []
    for name in ("dayFri", "daySat"):
        picture = chip(chips, name).grab().toImage()
        fills.append(picture.pixelColor(picture.width() // 2, 7).name())
    assert fills == [theme.colour("soft").name(), theme.colour("background").name()]
