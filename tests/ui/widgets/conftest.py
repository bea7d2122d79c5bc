"""The theme that the small widgets are tested in."""

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
    qapp.setStyleSheet("")


@pytest.fixture
def stage(qtbot):
    """A place on the screen."""
    return Stage(qtbot)
