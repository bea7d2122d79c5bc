"""The list of cards."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from alarmclock.core.book.book import State
from alarmclock.ui.timers.card_list import GAP, TimerCardList
from alarmclock.ui.widgets.icon import Icons
from tests.ui.timers.conftest import NOW, PARIS, make_row


@pytest.fixture
def cards(stage, theme):
    """A list of no cards yet."""
    return stage.show(TimerCardList(Icons(theme)), 600, 900)


def show(cards, *rows):
    """Show rows at the present moment."""
    cards.show_timers(rows, NOW, PARIS)


def names(cards):
    """Give the names of the cards from top to bottom."""
    return [card.row.name for card in sorted(cards.cards, key=lambda card: card.y())]


def test_timers_stand_below_each_other_in_their_order(cards):
    """The first row is the top card."""
    show(cards, make_row("Tea", key="a"), make_row("Eggs", key="b"))
    first, second = cards.cards
    assert (names(cards), second.y() - first.geometry().bottom() - 1) == (["Tea", "Eggs"], GAP)


def test_a_card_stays_the_same_widget(cards):
    """A change of state is shown in place."""
    show(cards, make_row())
    card = cards.cards[0]
    show(cards, make_row(state=State.PAUSED))
    assert (cards.cards, card.accessibleDescription()) == ([card], "paused · of 5 min")


def test_the_focus_goes_from_pause_to_resume(cards):
    """Who pauses with the keyboard finds resume under the same key."""
    show(cards, make_row())
    card = cards.cards[0]
    card.findChild(QAbstractButton, "pause").setFocus()
    show(cards, make_row(state=State.PAUSED))
    assert cards.window().focusWidget() is card.findChild(QAbstractButton, "resume")


def test_the_focus_stays_when_another_timer_goes(cards):
    """A card that leaves takes no focus but its own."""
    tea, eggs = make_row("Tea", key="a"), make_row("Eggs", key="b")
    show(cards, tea, eggs)
    cards.cards[1].setFocus()
    show(cards, eggs)
    assert cards.window().focusWidget() is cards.cards[0]


def test_the_focus_goes_to_the_next_card_when_its_own_goes(cards):
    """After a cancel by keyboard the next timer has the focus."""
    rows = [make_row(name, key=name) for name in ("Tea", "Eggs", "Bread")]
    show(cards, *rows)
    cards.cards[1].setFocus()
    show(cards, rows[0], rows[2])
    assert cards.window().focusWidget() is cards.cards[1]
    assert cards.cards[1].row.name == "Bread"


def test_arrow_keys_go_from_card_to_card(qtbot, cards):
    """Down goes to the next card, Up back."""
    show(cards, make_row("Tea", key="a"), make_row("Eggs", key="b"))
    first, second = cards.cards
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    below = second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Up)
    assert (below, first.hasFocus()) == (True, True)


def test_tab_goes_through_the_cards_in_their_order(qtbot, cards):
    """The tab key follows what is seen, also when the order has changed."""
    tea, eggs = make_row("Tea", key="a"), make_row("Eggs", key="b")
    show(cards, tea, eggs)
    show(cards, eggs, tea)
    top, below = cards.cards
    top.setFocus()
    passed = []
    for _ in range(5):
        qtbot.keyClick(cards.window().focusWidget(), Qt.Key.Key_Tab)
        passed.append(cards.window().focusWidget())
    assert [one.objectName() for one in passed[:4]] == [
        "pause",
        "restart",
        "plusMinute",
        "cancelTimer",
    ]
    assert passed[4] is below


def test_only_what_changed_is_told_anew(cards):
    """A tick leaves the countdowns that stand still alone."""
    show(cards, make_row(key="a"), make_row(state=State.PAUSED, key="b"))
    cards.show_time(NOW + timedelta(seconds=1))
    assert [card.findChild(QLabel, "timeLeft").text() for card in cards.cards] == ["04:59", "05:00"]


def test_wide_lists_have_two_columns(cards):
    """Where two cards fit beside each other, they do."""
    show(cards, make_row(key="a"), make_row(key="b"), make_row(key="c"))
    cards.resize(1000, 900)
    places = [(card.x() > 0, card.y() > 0) for card in cards.cards]
    assert places == [(False, False), (True, False), (False, True)]


def test_the_height_follows_from_the_width(cards):
    """Narrow cards are higher, and the list knows before it is made narrow."""
    show(cards, make_row(key="a"), make_row(key="b"))
    wide, narrow = cards.heightForWidth(600), cards.heightForWidth(284)
    cards.resize(284, 900)
    assert narrow == cards.cards[-1].geometry().bottom() + 1 > wide


def test_names_are_in_line_whatever_the_countdowns_need(cards):
    """One of hours stands below one of minutes."""
    cards.window().resize(800, 900)
    rows = [make_row("Tea", key="a"), make_row("Bread", minutes=180, key="b")]
    show(cards, *rows)
    first, second = (card._places.name.left() for card in cards.cards)
    assert first == second
