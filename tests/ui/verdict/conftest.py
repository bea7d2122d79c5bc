"""What the tests of the verdict share: a theme, and a place on the screen."""

import pytest

from alarmclock.core.settings import Theme as Choice
from alarmclock.ui.theme import Theme
from tests.ui.stage import Stage


@pytest.fixture
def theme(qapp):
    """A theme in the light colours."""
    made = Theme()
    made.start()
    made.choose(Choice.LIGHT)
    yield made
    made.stop()
    qapp.setStyleSheet("")


@pytest.fixture
def stage(qtbot):
    """A place on the screen."""
    return Stage(qtbot)
