"""Light and dark: readable, chosen, and following the system."""

import re
from dataclasses import asdict

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette

from alarmclock.core.settings import Theme as Choice
from alarmclock.ui.theme import DARK, LIGHT, Theme, font
from tests.ui.contrast import READABLE, contrast

SCHEMES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]


@pytest.fixture
def theme(qapp):
    """Give a theme that follows the system."""
    started = Theme()
    started.start()
    yield started
    started.stop()


def system_turns(scheme):
    """Let the system change: the platforms of tests have no scheme of their own to set."""
    QGuiApplication.styleHints().colorSchemeChanged.emit(scheme)


@pytest.mark.parametrize("colours", SCHEMES)
@pytest.mark.parametrize("ink", ["text", "muted", "accent", "warn", "good", "bad", "dim"])
@pytest.mark.parametrize("paper", ["background", "surface"])
def test_every_text_can_be_read_on_every_surface(colours, ink, paper):
    """At least 4.5 : 1."""
    known = asdict(colours)
    assert contrast(known[ink], known[paper]) >= READABLE


@pytest.mark.parametrize("colours", SCHEMES)
@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
        ("bad", "bad_soft"),
        ("text", "soft"),
        ("accent", "soft"),
        ("muted", "rail"),
    ],
)
def test_text_on_coloured_surfaces_can_be_read(colours, ink, paper):
    """Buttons, badges and the rail."""
    known = asdict(colours)
    assert contrast(known[ink], known[paper]) >= READABLE


@pytest.mark.parametrize(
    ("scheme", "colours"),
    [(Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT)],
    ids=["dark", "light"],
)
def test_the_system_is_followed_while_it_runs(qapp, theme, scheme, colours):
    """Palette and colours change at once."""
    system_turns(scheme)
    assert theme.colours is colours
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == colours.background


def test_a_choice_holds_against_the_system(qapp, theme):
    """Whoever wants dark has dark."""
    theme.choose(Choice.DARK)
    system_turns(Qt.ColorScheme.Light)
    assert theme.is_dark


def test_the_stylesheet_knows_all_its_colours(qapp, theme):
    """No name of a colour is left in it."""
    rules = re.sub(r"/\*.*?\*/", "", qapp.styleSheet(), flags=re.DOTALL)
    assert "@" not in rules


def test_figures_are_equally_wide(qapp, theme):
    """A clock that ticks must not wobble."""
    from PySide6.QtGui import QFontMetricsF

    widths = {QFontMetricsF(font(88)).horizontalAdvance(digit) for digit in "0123456789"}
    assert len(widths) == 1


def test_the_same_colours_are_not_put_on_again(qtbot, theme):
    """To dress the application takes as long as to make an editor."""
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(Choice.LIGHT)
        system_turns(Qt.ColorScheme.Light)
    with qtbot.waitSignal(theme.changed):
        theme.choose(Choice.DARK)
