"""The settings page and the sounds it offers."""

from pathlib import Path

import pytest

from alarmclock.core.settings import Settings
from alarmclock.core.settings import Theme as Choice
from alarmclock.resources import Sound
from alarmclock.ui.settings.page import SettingsPage
from alarmclock.ui.theme import Theme
from tests.ui.stage import Stage

SOUNDS = (
    Sound("dawn-chorus", "Dawn chorus", Path("dawn-chorus.ogg"), "Birds."),
    Sound("bell", "Bell", Path("bell.ogg"), "A bell."),
)


@pytest.fixture
def theme(qapp):
    """A theme in the light colours."""
    made = Theme()
    made.start()
    made.choose(Choice.LIGHT)
    yield made
    qapp.setStyleSheet("")


@pytest.fixture
def stage(qtbot):
    """A place on the screen."""
    return Stage(qtbot)


@pytest.fixture
def page(stage, theme):
    """The page with the settings that a new person has."""
    made = SettingsPage(theme, SOUNDS)
    made.show_settings(Settings())
    made.show_about("1.2.3", "/home/anna/.local/share/alarmclock")
    return stage.show(made, 1000, 800)
