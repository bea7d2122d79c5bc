"""The Timers page as a whole."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget

from alarmclock.core.book.book import State
from tests.ui.timers.conftest import NOW, make_row


def cards(page):
    """Give the cards that are seen."""
    found = page.findChildren(QWidget)
    return [one for one in found if one.objectName().startswith("timerCard_") and one.isVisible()]


def test_an_empty_page_says_what_to_do(page):
    """Without a timer there is a sentence."""
    page.show_timers([])
    assert page.findChild(QLabel, "timersEmpty").isVisible()


def test_the_sentence_goes_with_the_first_timer(page):
    """With a timer there is a card in its place."""
    page.show_timers([make_row()])
    assert (page.findChild(QLabel, "timersEmpty").isVisible(), len(cards(page))) == (False, 1)


def test_several_timers_count_at_once(page):
    """Each timer has its own countdown."""
    page.show_timers([make_row(minutes=5, key="a"), make_row(minutes=25, key="b")])
    page.show_time(NOW + timedelta(seconds=2))
    assert [card.findChild(QLabel, "timeLeft").text() for card in cards(page)] == ["04:58", "24:58"]


def test_a_preset_starts_a_timer(qtbot, page):
    """One press on a preset asks for a timer of its length."""
    with qtbot.waitSignal(page.start_requested) as heard:
        qtbot.mouseClick(page.findChild(QPushButton, "preset_90"), Qt.MouseButton.LeftButton)
    assert heard.args[0].length == timedelta(minutes=90)


@pytest.mark.parametrize(
    ("button", "state", "signal"),
    [
        ("pause", State.RUNNING, "pause_requested"),
        ("resume", State.PAUSED, "resume_requested"),
        ("restart", State.ENDED, "restart_requested"),
        ("plusMinute", State.RUNNING, "extend_requested"),
        ("cancelTimer", State.RUNNING, "cancel_requested"),
    ],
    ids=["pause", "resume", "restart", "one more minute", "cancel"],
)
def test_a_button_of_a_card_leaves_as_a_request(qtbot, page, button, state, signal):
    """What is pressed on a card is asked for with the timer's id."""
    page.show_timers([make_row(state=state)])
    with qtbot.waitSignal(getattr(page, signal)) as heard:
        pressed = cards(page)[0].findChild(QAbstractButton, button)
        qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)
    assert heard.args == ["tea"]


@pytest.mark.parametrize("width", [316, 400, 600, 800, 1200])
def test_nothing_is_clipped_at_any_width(stage, page, width):
    """The content is as wide as the page; only its height is scrolled."""
    label = "Donaudampfschifffahrtsgesellschaftskapitänspatentprüfung"
    page.show_timers([make_row(label, minutes=600, key=str(n)) for n in range(3)])
    stage.resize(page, width, 700)
    stage.shows_all(page)


def test_every_control_is_reached_by_tab_in_its_order(qtbot, page):
    """The tab key goes from the presets through the entry to the cards."""
    page.show_timers([make_row()])
    page.findChild(QPushButton, "preset_1").setFocus()
    passed = []
    for _ in range(12):
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
        passed.append(page.window().focusWidget().objectName())
    assert passed == [
        "preset_5",
        "preset_90",
        "editPresets",
        "timerHours",
        "timerMinutes",
        "timerSeconds",
        "timerLabel",
        "startTimer",
        "timerCard_tea",
        "pause",
        "restart",
        "plusMinute",
    ]


def test_every_control_has_a_name_for_screen_readers(page):
    """No control is silent."""
    page.show_timers([make_row()])
    focusable = [
        one
        for one in page.findChildren(QWidget)
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not one.objectName().startswith("qt_")
    ]
    assert [one for one in focusable if not one.accessibleName()] == []
