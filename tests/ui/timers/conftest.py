"""The timers page, its clock and its rows."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from alarmclock.core.book.book import State
from alarmclock.core.ringing import Ring
from alarmclock.core.settings import Theme as Choice
from alarmclock.core.timer import Timer
from alarmclock.daemons.fake_clock import FakeClock
from alarmclock.ui.theme import Theme
from alarmclock.ui.timers.page import TimersPage
from alarmclock.ui.timers.row import TimerRow
from tests.ui.stage import Stage

NOW = datetime(2026, 11, 22, 21, 2, 48, tzinfo=UTC)
PARIS = ZoneInfo("Europe/Paris")


def make_row(label="Tea", minutes=5, left=None, state=State.RUNNING, key="tea"):
    """Make the row of a timer with its whole length left, running unless told otherwise."""
    length = timedelta(minutes=minutes)
    rest = length if left is None else left
    match state:
        case State.RUNNING:
            return TimerRow(Timer(length, label, ends_at=NOW + rest, id=key), state, NOW + rest)
        case State.PAUSED:
            return TimerRow(Timer(length, label, left=rest, id=key), state)
        case State.SNOOZED:
            ring = Ring(key, NOW.date(), NOW.time(), NOW, NOW).snoozed(NOW + rest)
            return TimerRow(Timer(length, label, id=key), state, NOW + rest, ring)
    return TimerRow(Timer(length, label, id=key), state)


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
    """The page with three presets."""
    made = TimersPage(theme, FakeClock(NOW, PARIS))
    made.show_presets((1, 5, 90))
    return stage.show(made, 1000, 800)
