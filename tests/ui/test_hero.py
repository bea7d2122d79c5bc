"""The head of the window: the time as a name, and what rings next."""

from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QColor

from alarmclock.core.settings import Theme as Choice
from alarmclock.ui.hero import LOW_HEIGHT, Hero, fitted
from alarmclock.ui.theme import Theme
from tests.core.builders import BERLIN
from tests.ui.paint_watch import PaintWatch

NOW = datetime(2026, 11, 22, 21, 2, 48, tzinfo=UTC)

REST = ", tomorrow 07:15 — in 8 h"


@pytest.fixture
def hero(qtbot):
    """Give a hero at two minutes past ten in the evening."""
    made = Hero()
    qtbot.addWidget(made)
    made.resize(664, 196)
    made.show_time(NOW, BERLIN)
    made.show()
    return made


@pytest.fixture
def theme(qapp):
    """Dress the application, and undress it again."""
    dressing = Theme()
    dressing.start()
    yield dressing
    dressing.stop()
    qapp.setStyleSheet("")


def test_it_says_the_time_in_words(hero):
    """A screen reader reads what others see."""
    assert hero.accessibleName() == "It is 22:02, Sunday 22 November"


def test_each_second_looks_different(hero):
    """The seconds and the hand move."""
    before = hero.grab().toImage()
    hero.show_time(NOW.replace(second=49), BERLIN)
    assert hero.grab().toImage() != before


def test_the_next_ring_is_its_own_text(hero):
    """Shown and announced alike."""
    hero.next_ring.show_next("Next: Gym", ", 07:15 — in 9 h")
    assert hero.next_ring.text() == hero.next_ring.accessibleName() == "Next: Gym, 07:15 — in 9 h"


def test_a_long_name_leaves_room_for_the_time(hero):
    """Only the name is shortened: the pill stays within the head."""
    hero.next_ring.show_next("Next: " + "Donaudampfschifffahrt" * 9, ", 07:15 — in 9 h")
    assert hero.next_ring.geometry().right() < hero.width()
    right_end = hero.next_ring.grab().toImage()
    inked = [
        x
        for x in range(right_end.width() - 60, right_end.width() - 14)
        if QColor(right_end.pixel(x, right_end.height() // 2)).lightness() > 200
    ]
    assert inked


@pytest.mark.parametrize(
    ("name", "room_for", "expected"),
    [
        pytest.param("Next: gym", f"Next: gym{REST}", f"Next: gym{REST}", id="room for all"),
        pytest.param("Next: gym", f"gym{REST}", f"gym{REST}", id="without “next”"),
        pytest.param("Next: gym", REST, "gym, tomorrow", id="no room for the countdown"),
        pytest.param("Next: " + "Donau" * 9, REST, "Donau", id="a long name on little room"),
    ],
)
def test_the_pill_never_loses_the_name(hero, name, room_for, expected):
    """Whoever reads it wants to know what rings; how soon comes last."""
    metrics = hero.next_ring.fontMetrics()
    width = metrics.horizontalAdvance(room_for) + 4  # sums of rounded widths
    words = fitted(name, REST, metrics, width)
    assert words.startswith(expected)
    assert metrics.horizontalAdvance(words) <= width


def test_a_narrow_head_goes_without_the_face(hero):
    """The digits stay."""
    hero.resize(300, 196)
    hero.grab()
    assert hero.height() == LOW_HEIGHT


def test_a_countdown_paints_its_pill_and_nothing_behind(qtbot, hero, theme, qapp):
    """Each second, in whatever dress: it should cost hardly more than to stand still."""
    hero.next_ring.show_next("Next: Gym", ", 07:15 — in 9 h 59 s")
    theme.choose(Choice.DARK)
    qtbot.waitExposed(hero)
    qapp.processEvents()
    watches = [PaintWatch(widget) for widget in (hero, hero.next_ring)]
    hero.next_ring.show_next("Next: Gym", ", 07:15 — in 9 h 58 s")
    qapp.processEvents()
    assert [watch.painted.isEmpty() for watch in watches] == [True, False]
