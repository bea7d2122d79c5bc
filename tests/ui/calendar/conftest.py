"""The calendar on the screen, under a fake clock."""

import pytest

from alarmclock.daemons.fake_clock import FakeClock
from alarmclock.ui.theme import Theme
from tests.ui.calendar.builders import BERLIN, NOW
from tests.ui.stage import Stage


@pytest.fixture
def theme(qapp):
    """Dress the application in the light colours, and undress it again."""
    theme = Theme()
    theme.start()
    yield theme
    theme.stop()
    qapp.setStyleSheet("")


@pytest.fixture
def clock():
    """A Sunday evening in Berlin."""
    return FakeClock(NOW, BERLIN)


@pytest.fixture
def stage(qtbot):
    """A place on the screen."""
    return Stage(qtbot)


@pytest.fixture
def on_screen(stage):
    """Show a widget."""
    return stage.show
