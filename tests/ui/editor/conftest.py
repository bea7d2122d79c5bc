"""What the tests of the editor share: a theme, a clock, and an editor on the screen."""

import pytest

from alarmclock.core.settings import Theme as Choice
from alarmclock.daemons.fake_clock import FakeClock
from alarmclock.ui.editor import AlarmEditor
from alarmclock.ui.theme import Theme
from tests.ui.editor.builders import NOW, PARIS


@pytest.fixture(scope="module")
def started_theme(qapp):
    """A theme for many editors: to dress the application takes as long as to make one."""
    made = Theme()
    made.start()
    yield made
    made.stop()
    qapp.setStyleSheet("")


@pytest.fixture
def theme(started_theme):
    """The theme in the light colours."""
    started_theme.choose(Choice.LIGHT)
    return started_theme


@pytest.fixture
def clock():
    """A clock that stands still on a Sunday evening in Paris."""
    return FakeClock(NOW, PARIS)


@pytest.fixture
def on_screen(qtbot):
    """Show a widget in an active window, as people have it before them."""

    def show(widget):
        qtbot.addWidget(widget)
        with qtbot.waitActive(widget):
            widget.show()
        return widget

    return show


@pytest.fixture
def editor(theme, clock, on_screen):
    """An editor on the screen, still empty."""
    made = AlarmEditor(theme, clock)
    made.resize(420, 780)
    return on_screen(made)
