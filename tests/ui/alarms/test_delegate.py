"""How a card of the list looks when its alarm may not be heard."""

from dataclasses import replace

import pytest

from alarmclock.core.book.book import AlarmBook
from alarmclock.core.book.editing import Editing
from alarmclock.core.certainty.readiness import Readiness
from alarmclock.core.settings import Theme as Choice
from alarmclock.daemons.fake_clock import FakeClock
from alarmclock.ui.alarms.delegate import fitting
from alarmclock.ui.alarms.page import AlarmsPage
from alarmclock.ui.theme import Theme
from tests.core.builders import BERLIN, SUNDAY_EVENING, MemoryJournal, make_alarm
from tests.core.signs import GOOD_SIGNS, MUTED, SLEEPY, USUAL_SETTINGS
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
def readiness():
    """Judge on a good computer."""
    return Readiness(USUAL_SETTINGS, GOOD_SIGNS)


@pytest.fixture
def make_page(qtbot, theme):
    """Show pages with an alarm that is on and one that is off."""
    stage = Stage(qtbot)

    def make(verdict_of=None):
        book = AlarmBook(FakeClock(SUNDAY_EVENING, BERLIN), MemoryJournal())
        for hour, armed_at in ((7, SUNDAY_EVENING), (8, None)):
            Editing(book).add(make_alarm(hour, armed_at=armed_at, item_id=str(hour)))
        page = AlarmsPage(book, theme, lambda _words: "", verdict_of=verdict_of)
        page.start()
        return stage.show(page, 700, 700)

    return make


@pytest.fixture
def page(make_page, readiness):
    """A page whose alarms are judged."""
    made = make_page(lambda alarm: readiness.verdict(alarm.ring))
    readiness.listen(made.model.show_verdicts)
    return made


def counts(page, row, colour):
    """Count the pixels of a card in a colour, or nearly so."""
    image = page.list.viewport().grab().toImage()
    area = page.list.visualRect(page.model.index(row))
    pixels = (
        image.pixelColor(x, y).getRgb()[:3]
        for x in range(area.left() + 140, area.right())
        for y in range(area.top(), area.bottom())
    )
    wanted = colour.getRgb()[:3]
    near = (max(abs(one - other) for one, other in zip(p, wanted, strict=True)) for p in pixels)
    return sum(far < 12 for far in near)


@pytest.mark.parametrize(
    ("signs", "colour"),
    [
        pytest.param({"output": MUTED}, "bad", id="bad"),
        pytest.param({"habits": SLEEPY}, "warn", id="warning"),
    ],
)
def test_a_sign_in_the_colour_of_the_verdict_warns(page, theme, readiness, signs, colour):
    """On what is on only, and at once."""
    ink = theme.colour(colour)
    assert counts(page, 0, ink) == 0
    readiness.update(**signs)
    assert counts(page, 0, ink) > 0
    assert counts(page, 1, ink) == 0


def test_good_cards_look_as_without_a_verdict(page, make_page):
    """No room is kept for a sign that is not there."""
    judged = page.list.viewport().grab().toImage()
    assert make_page().list.viewport().grab().toImage() == judged


def test_ten_thousand_cards_follow_the_volume_of_the_computer(qapp, theme, readiness):
    """Only what is seen is judged anew."""
    book = AlarmBook(FakeClock(SUNDAY_EVENING, BERLIN), MemoryJournal())
    book.load([make_alarm(item_id=f"{number:05}") for number in range(10_000)], [])
    judged = []

    def verdict_of(alarm):
        judged.append(alarm.id)
        return readiness.verdict(alarm.ring)

    page = AlarmsPage(book, theme, lambda _words: "", verdict_of=verdict_of)
    page.start()
    page.resize(700, 700)
    page.list.viewport().grab()
    readiness.listen(page.model.show_verdicts)
    judged.clear()
    readiness.update(output=replace(MUTED, volume=3))
    page.list.viewport().grab()
    assert 0 < len(judged) < 200


@pytest.mark.parametrize(
    ("detail", "room", "shown"),
    [
        ("tomorrow · in 4 h 6 min", 400, "tomorrow · in 4 h 6 min"),
        ("tomorrow · in 4 h 6 min", 120, "in 4 h 6 min"),
        ("skips tomorrow · Tue 24 Nov", 60, "skips tomorrow · Tue 24 Nov"),
    ],
)
def test_the_day_makes_way_where_there_is_no_room_for_it(qapp, detail, room, shown):
    """How long it is till then says enough; nothing else is left out."""
    assert fitting(detail, room) == shown
