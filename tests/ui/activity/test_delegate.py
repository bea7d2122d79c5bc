from dataclasses import fields

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from alarmclock.core.activity.activity_words import Tone
from alarmclock.core.activity.events import Dismissed
from alarmclock.ui.activity.delegate import ROW_HEIGHT, ActivityDelegate, shortened
from alarmclock.ui.theme import Colours, font
from tests.ui.activity.builders import SECOND, happened, tick, timer_tick

GERMAN = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
WIDTH = 280


@pytest.fixture
def painted(theme, model):
    """Paint the top line and give the picture."""

    def paint(width=WIDTH, state=QStyle.StateFlag.State_Enabled, scale=1):
        image = QImage(width * scale, ROW_HEIGHT * scale, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(scale)
        image.fill(theme.colour("surface"))
        option = QStyleOptionViewItem()
        option.rect = QRect(0, 0, width, ROW_HEIGHT)
        option.state = state
        painter = QPainter(image)
        ActivityDelegate(theme).paint(painter, option, model.index(0))
        painter.end()
        return image

    return paint


def colours(image, left=0, right=WIDTH, top=0, bottom=ROW_HEIGHT):
    """Give the colours in a part of a picture."""
    return {image.pixelColor(x, y).name() for x in range(left, right) for y in range(top, bottom)}


def test_every_tone_is_a_colour_of_the_theme():
    """A tone is the name of a colour that both schemes have."""
    assert {tone.value for tone in Tone} <= {field.name for field in fields(Colours)}


def test_a_dot_has_the_tone_of_its_line(painted, model, theme):
    """Cancelled is seen from afar."""
    model.show_event(happened())
    assert theme.colour("bad").name() in colours(painted(), right=24)


def test_a_plain_line_has_a_muted_dot(painted, model, theme):
    """What needs no attention asks for none."""
    model.show_event(happened("tea", kind=Dismissed, after=SECOND))
    dot = colours(painted(), right=24, top=8, bottom=24)
    assert theme.colour("muted").name() in dot
    assert theme.colour("bad").name() not in dot


def test_a_timer_has_a_bar_as_long_as_its_progress(painted, model, theme):
    """Two of five seconds are two fifths of the bar."""
    model.show_event(timer_tick(count=2, total=5))
    image = painted()
    middle = [image.pixelColor(x, 46).name() for x in range(WIDTH)]
    over, left = (
        middle.count(theme.colour("accent").name()),
        middle.count(theme.colour("line").name()),
    )
    assert over / (over + left) == pytest.approx(0.4, abs=0.03)


def test_an_alarm_has_no_bar(painted, model, theme):
    """A countdown of an alarm has no beginning."""
    model.show_event(tick())
    assert theme.colour("accent").name() not in colours(painted(), top=44)


def test_focus_and_selection_are_seen(painted, model):
    """The line of the keyboard has a frame, a selected one a quiet one."""
    model.show_event(happened())
    plain = painted()
    selected = painted(state=QStyle.StateFlag.State_Selected)
    focused = painted(state=QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)
    assert plain != selected
    assert selected != focused


def test_nothing_is_painted_beyond_the_margins(painted, model, theme):
    """A long label ends before the time and before the edge, also on fine screens."""
    model.show_event(tick(label=GERMAN))
    for scale in (1, 2):
        image = painted(width=200, scale=scale)
        edge = colours(image, left=183 * scale, right=200 * scale, bottom=ROW_HEIGHT * scale)
        assert edge == {theme.colour("surface").name()}


@pytest.mark.parametrize(
    ("name", "text"),
    [pytest.param("Tea", "Tea · on time", id="name"), pytest.param("", "on time", id="no name")],
)
def test_a_detail_that_fits_is_whole(qapp, theme, name, text):
    """Nothing is cut without need."""
    assert shortened(name, "on time", QFontMetrics(font(12)), 200) == text


def test_a_long_name_is_cut_and_the_fact_kept(qapp, theme):
    """The name is known; what happened is what one wants to read."""
    text = shortened(GERMAN, "tick 20 of 7200", QFontMetrics(font(12)), 236)
    assert text.startswith("Donau")
    assert text.endswith("… · tick 20 of 7200")
    assert QFontMetrics(font(12)).horizontalAdvance(text) <= 236


def test_a_long_fact_is_cut_at_its_end(qapp, theme):
    """A reason that is a long sentence is read from its beginning."""
    metrics = QFontMetrics(font(12))
    text = shortened("Gym", "The sound file could not be read, as it is empty.", metrics, 150)
    assert text.startswith("Gym · The sound")
    assert text.endswith("…")
    assert metrics.horizontalAdvance(text) <= 150
