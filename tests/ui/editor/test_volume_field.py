import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from alarmclock.ui.editor.volume_field import VolumeField
from tests.ui.editor.hands import turn_wheel


@pytest.fixture
def field(theme, on_screen):
    """The field of the volume, at 83 %."""
    made = on_screen(VolumeField())
    made.show_volume(83)
    made.slider.clearFocus()
    return made


def test_the_volume_is_written_beside_it(field):
    """People read the percentage that the slider stands at."""
    assert (field.findChild(QLabel, "volumePercent").text(), field.volume()) == ("83 %", 83)


@pytest.mark.parametrize(
    ("key", "expected"),
    [(Qt.Key.Key_Right, 84), (Qt.Key.Key_PageDown, 73), (Qt.Key.Key_Home, 1)],
    ids=["right", "page down", "never silent"],
)
def test_keys_change_the_volume(qtbot, field, key, expected):
    """The keyboard moves the slider; an alarm is never silent."""
    qtbot.keyClick(field.slider, key)
    assert field.volume() == expected


def test_the_wheel_passes_over_it(field):
    """Scrolling the page changes no volume on the way."""
    assert not turn_wheel(field.slider, 1)
    assert field.volume() == 83
