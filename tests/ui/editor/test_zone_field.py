from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt

from alarmclock.core.errors import Invalid
from alarmclock.ui.editor.zone_field import ZoneField
from tests.ui.editor.builders import PARIS

# Each list that opens is a window, and the offscreen platform says what it can't do with it.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def field(theme, on_screen):
    """The field of the zone, at the system's."""
    made = on_screen(ZoneField(theme))
    made.show_zone(None, PARIS)
    made.setFocus()
    return made


def type_over(qtbot, field, text):
    """Replace what is in the field by typing."""
    field.entry().selectAll()
    qtbot.keyClicks(field, text)


def test_the_systems_zone_is_named(field):
    """People see that the alarm follows the system, and which zone that is now."""
    assert (field.currentText(), field.zone()) == ("Local (Europe/Paris)", None)


def test_zones_are_read_only_when_wanted(field):
    """Until somebody looks for a zone, only the one that is shown is there."""
    field.show_zone("Asia/Tokyo", PARIS)
    assert (field.count(), field.zone()) == (2, "Asia/Tokyo")


def test_the_list_has_every_zone_after_the_local_one(field):
    """The list begins with the system's zone and has all others in order."""
    field.showPopup()
    names = [field.itemText(row) for row in range(1, field.count())]
    field.hidePopup()
    assert field.itemText(0) == "Local (Europe/Paris)"
    assert {"Europe/Lisbon", "Asia/Tokyo", "UTC"} <= set(names)
    assert names == sorted(names)


def test_any_part_of_a_name_finds_a_zone(qtbot, field):
    """While people type, every zone with that in its name is offered."""
    type_over(qtbot, field, "lisb")
    completer = field.completer()
    offered = [
        completer.completionModel().index(row, 0).data()
        for row in range(completer.completionCount())
    ]
    completer.popup().hide()
    assert offered == ["Europe/Lisbon"]


def test_a_place_is_typed(qtbot, field):
    """A place is enough."""
    type_over(qtbot, field, "lisbon")
    assert field.zone() == "Europe/Lisbon"


def test_typing_keeps_the_cursor(qtbot, field):
    """Reading the zones at the first letter does not get in the way of the second."""
    type_over(qtbot, field, "to")
    field.completer().popup().hide()
    assert (field.currentText(), field.entry().cursorPosition()) == ("to", 2)


def test_an_unknown_zone_is_refused(qtbot, field):
    """What is no zone is refused, and stays in the field."""
    type_over(qtbot, field, "Atlantis")
    with pytest.raises(Invalid, match="no time zone “Atlantis”"):
        field.zone()
    assert field.currentText() == "Atlantis"


def test_a_shown_zone_is_kept(field):
    """An alarm's zone stays, even where this computer's list lacks it."""
    field.show_zone("Europe/Newly_Named", PARIS)
    assert field.zone() == "Europe/Newly_Named"


def test_another_zone_is_chosen_with_the_keyboard(qtbot, field):
    """From the zone that is shown, Up leads back to the system's."""
    field.show_zone("Asia/Tokyo", PARIS)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.zone() is None


def test_the_systems_zone_changes(field):
    """A traveller's field follows."""
    field.show_system_zone(ZoneInfo("Asia/Tokyo"))
    assert (field.currentText(), field.zone()) == ("Local (Asia/Tokyo)", None)


def test_the_systems_zone_changes_while_somebody_types(qtbot, field):
    """What is being typed is not touched."""
    type_over(qtbot, field, "lis")
    field.completer().popup().hide()
    field.show_system_zone(ZoneInfo("Asia/Tokyo"))
    assert field.currentText() == "lis"
