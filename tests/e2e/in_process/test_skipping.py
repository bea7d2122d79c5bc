"""Skipping and pausing at the window, by keyboard and by menu."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu


def menu_of(name):
    """Give the open menu of this name."""
    return next(
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QMenu) and widget.objectName() == name and widget.isVisible()
    )


def choose(person, name, words):
    """Choose an entry of an open menu by its first words, with the keyboard."""
    menu = menu_of(name)
    actions = [action for action in menu.actions() if not action.isSeparator()]
    place = next(n for n, action in enumerate(actions) if action.text().startswith(words))
    for _ in range(place + 1):
        person.press(Qt.Key.Key_Down, on=menu)
    person.press(Qt.Key.Key_Return, on=menu)


def test_s_skips_the_next_ring_and_shift_s_takes_it_back(person):
    """The row and the message say so, and it does not ring."""
    person.say("every day 22:10 pills")
    cards = person.choose(0)
    person.press(Qt.Key.Key_S, on=cards)
    assert "skips tonight · next Mon" in person.rows("alarmList")[0]
    assert "The next ring is skipped" in person.text("message")
    person.press(Qt.Key.Key_S, Qt.KeyboardModifier.ShiftModifier, on=cards)
    assert "skips" not in person.rows("alarmList")[0]


def test_a_skipped_ring_does_not_ring(person):
    """The day after it does."""
    person.say("every day 22:10 pills")
    person.press(Qt.Key.Key_S, on=person.choose(0))
    person.sleep(timedelta(hours=1))
    assert person.sounding == []
    person.sleep(timedelta(hours=23, minutes=9))
    assert person.sounding == ["pills"]


def test_an_alarm_is_paused_with_p_and_resumed_with_p(person):
    """The menu asks how long."""
    person.say("every day 22:10 pills")
    cards = person.choose(0)
    person.press(Qt.Key.Key_P, on=cards)
    choose(person, "pauseMenu", "Until I resume")
    assert "paused until you resume" in person.rows("alarmList")[0]
    person.sleep(timedelta(days=2))
    assert person.sounding == []
    person.press(Qt.Key.Key_P, on=cards)
    assert "paused" not in person.rows("alarmList")[0]
    assert "missed" not in person.rows("alarmList")[0]


def test_all_alarms_are_paused_for_a_week_and_ring_after_it(person):
    """The notice stays until then, also after a restart."""
    person.say("every day 22:10 pills")
    person.say("weekdays 7:15 gym")
    person.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    choose(person, "pauseMenu", "For a week")
    assert "All alarms are paused until Sun 29 Nov 2026." in person.text("pauseText")
    person.sleep(timedelta(days=6, hours=12))
    assert person.sounding == []
    person.sleep(timedelta(hours=12, minutes=9))
    assert person.sounding == ["pills"]
    assert not person.sees("pauseNotice")


@pytest.mark.parametrize("page", ["navTimers", "navCalendar", "navActivity", "navSettings"])
def test_all_alarms_are_paused_and_resumed_from_every_page(person, page):
    """The page stays, and the message says what was done."""
    person.say("every day 22:10 pills")
    person.click(page)
    person.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    choose(person, "pauseMenu", "For a week")
    assert person.text("message") == "1 alarm was paused."
    assert person.program.book.alarms()[0].pause
    person.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert person.program.book.alarms()[0].pause is None
    assert person.find(page).isChecked()


def test_where_no_alarm_is_on_ctrl_p_says_so(person):
    """It does not do nothing without a word."""
    person.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert person.text("message") == "No alarm is on, so there is nothing to pause."


@pytest.mark.parametrize("menu", ["pauseMenu", "alarmMenu"])
def test_a_menu_that_is_closed_is_gone(person, menu):
    """However often it is opened, nothing of it stays."""
    person.say("every day 22:10 pills")
    cards = person.choose(0)
    if menu == "pauseMenu":
        person.press(Qt.Key.Key_P, on=cards)
    else:
        here = cards.mapToGlobal(QPoint())
        asked_for = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), here)
        QApplication.sendEvent(cards, asked_for)
    person.press(Qt.Key.Key_Escape, on=menu_of(menu))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not [one for one in QApplication.allWidgets() if isinstance(one, QMenu)]


def test_paused_alarms_are_resumed_by_their_notice(person, open_program, tmp_path):
    """One press for all of them."""
    person.say("every day 22:10 pills")
    person.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    choose(person, "pauseMenu", "Until I resume")
    person.program.finish()
    again = open_program()
    assert "All alarms are paused until you resume." in again.text("pauseText")
    again.click("resumeAll")
    assert not again.sees("pauseNotice")
    again.sleep(timedelta(minutes=10))
    assert again.sounding == ["pills"]
