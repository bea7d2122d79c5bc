"""A ring window at the due of the rings, in the look that people see."""

from random import Random

import pytest

from alarmclock.daemons.fake_clock import FakeClock
from alarmclock.ui.ring.ring_window import RingWindow
from alarmclock.ui.theme import Theme
from tests.core.builders import BERLIN
from tests.ui.ring.rings import NOW


@pytest.fixture
def clock():
    """Stand at the due of the rings."""
    return FakeClock(NOW, BERLIN)


@pytest.fixture
def themed(qapp):
    """Dress the application."""
    theme = Theme()
    theme.start()
    yield theme
    theme.stop()


@pytest.fixture
def window(qtbot, clock, themed):
    """Give a window that nothing rings in yet."""
    made = RingWindow(clock, Random(3))
    qtbot.addWidget(made)
    yield made
    made.show_rings([])
