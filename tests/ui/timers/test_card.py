"""The card of one timer."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from alarmclock.core.book.book import State
from alarmclock.core.settings import Theme as Choice
from alarmclock.ui.timers.card import TimerCard
from alarmclock.ui.timers.request import Request
from alarmclock.ui.widgets.icon import Icons
from tests.ui.timers.conftest import NOW, PARIS, make_row


@pytest.fixture
def show(stage, theme):
    """Make a function that shows a row on one and the same card."""
    cards = []

    def show_row(**row):
        made = make_row(**row)
        if not cards:
            cards.append(stage.show(TimerCard(Icons(theme), made)))
        card = cards[0]
        card.show_row(made, NOW, PARIS)
        found = card.places_at(600)
        card.arrange(QRect(0, 0, 600, found.height), found)
        return card

    return show_row


def button(card, name):
    """Give a button of a card."""
    return card.findChild(QAbstractButton, name)


def time_left(card):
    """Give the countdown that is read on a card."""
    return card.findChild(QLabel, "timeLeft").text()


def test_it_counts_down(show):
    """Each second the countdown shows what is left."""
    card = show(left=timedelta(minutes=3))
    before = time_left(card)
    card.show_time(NOW + timedelta(seconds=1))
    assert (before, time_left(card)) == ("03:00", "02:59")


def test_a_paused_timer_stands_still(show):
    """Time goes by, the countdown of a paused timer does not."""
    card = show(state=State.PAUSED, left=timedelta(minutes=3))
    card.show_time(NOW + timedelta(minutes=1))
    assert time_left(card) == "03:00"


def test_the_bar_grows(theme, show):
    """The bar is of the accent colour up to the part that is over."""
    card = show(left=timedelta(minutes=4))
    bar = card.places_at(600).bar
    card.show_time(NOW + timedelta(minutes=1, seconds=30))
    picture = card.grab().toImage()
    colours = [
        picture.pixelColor(bar.left() + round(bar.width() * part), bar.center().y()).name()
        for part in (0.45, 0.55)
    ]
    assert colours == [theme.colour("accent").name(), theme.colour("line").name()]


def test_it_follows_the_theme(theme, show):
    """In the dark the card is dark."""
    card = show()
    theme.choose(Choice.DARK)
    assert card.grab().toImage().pixelColor(300, 5).name() == theme.colour("surface").name()


@pytest.mark.parametrize(
    ("state", "offered"),
    [
        (State.RUNNING, {"pause", "restart", "plusMinute", "cancelTimer"}),
        (State.PAUSED, {"resume", "restart", "plusMinute", "cancelTimer"}),
        (State.RINGING, {"restart", "plusMinute", "cancelTimer"}),
        (State.SNOOZED, {"restart", "plusMinute", "cancelTimer"}),
        (State.ENDED, {"restart", "plusMinute", "cancelTimer"}),
    ],
    ids=lambda value: value.name if isinstance(value, State) else "",
)
def test_it_offers_what_the_timer_can_do(show, state, offered):
    """Only a running timer can be paused and only a paused one resumed."""
    card = show(state=state)
    shown = {one.objectName() for one in card.findChildren(QAbstractButton) if one.isVisible()}
    assert shown == offered


@pytest.mark.parametrize(
    ("name", "state", "request_made"),
    [
        ("pause", State.RUNNING, Request.PAUSE),
        ("resume", State.PAUSED, Request.RESUME),
        ("restart", State.RUNNING, Request.RESTART),
        ("plusMinute", State.RUNNING, Request.EXTEND),
        ("cancelTimer", State.RUNNING, Request.CANCEL),
    ],
    ids=["pause", "resume", "restart", "one more minute", "cancel"],
)
def test_each_button_asks_for_its_timer(qtbot, show, name, state, request_made):
    """A button asks for the timer of its card when it is pressed."""
    card = show(state=state)
    with qtbot.waitSignal(card.requested) as heard:
        qtbot.mouseClick(button(card, name), Qt.MouseButton.LeftButton)
    assert heard.args == [request_made, "tea"]


def test_each_button_names_its_timer(show):
    """Screen readers tell the buttons of two timers apart."""
    card = show(label="Tea")
    names = [one.accessibleName() for one in card.findChildren(QAbstractButton)]
    assert names == ["Pause Tea", "Resume Tea", "Restart Tea", "+1 min Tea", "Cancel Tea"]


@pytest.mark.parametrize(
    ("key", "state", "request_made"),
    [
        (Qt.Key.Key_Space, State.RUNNING, Request.PAUSE),
        (Qt.Key.Key_Space, State.PAUSED, Request.RESUME),
        (Qt.Key.Key_R, State.RUNNING, Request.RESTART),
        (Qt.Key.Key_Plus, State.RUNNING, Request.EXTEND),
        (Qt.Key.Key_Delete, State.RUNNING, Request.CANCEL),
    ],
    ids=["space pauses", "space resumes", "R restarts", "plus adds a minute", "Del cancels"],
)
def test_each_key_asks_for_its_timer(qtbot, show, key, state, request_made):
    """The card with the focus takes the keys of a timer."""
    card = show(state=state)
    with qtbot.waitSignal(card.requested) as heard:
        qtbot.keyClick(card, key)
    assert heard.args == [request_made, "tea"]


@pytest.mark.parametrize("key", [Qt.Key.Key_R, Qt.Key.Key_Delete], ids=["R", "Del"])
def test_keys_with_control_are_left_to_the_window(qtbot, show, key):
    """Ctrl+R is no restart."""
    card = show()
    with qtbot.assertNotEmitted(card.requested):
        qtbot.keyClick(card, key, Qt.KeyboardModifier.ControlModifier)


def test_space_does_nothing_on_a_ringing_timer(qtbot, show):
    """What rings can't be paused."""
    card = show(state=State.RINGING)
    with qtbot.assertNotEmitted(card.requested):
        qtbot.keyClick(card, Qt.Key.Key_Space)


def test_every_button_has_a_tooltip_with_its_key(show):
    """The tooltip of each button names the key that does the same."""
    card = show()
    tooltips = [one.toolTip() for one in card.findChildren(QAbstractButton)]
    keys = [tooltip.rpartition("(")[2].rstrip(")") for tooltip in tooltips]
    assert keys == ["Space", "Space", "R", "+", "Del"]


def test_it_tells_screen_readers_what_it_shows(show):
    """Its name and description say what is drawn on it."""
    card = show(state=State.PAUSED)
    assert (card.accessibleName(), card.accessibleDescription()) == (
        "Timer Tea",
        "paused · of 5 min",
    )


def test_a_long_label_is_whole_in_the_tooltip(show):
    """A label that does not fit is drawn shortened, and told whole."""
    label = "Donaudampfschifffahrtsgesellschaftskapitänspatentprüfung in der Küche"
    card = show(label=label)
    card.grab()
    assert card.toolTip() == label
