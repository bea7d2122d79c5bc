"""What was missed while the program was closed, answered at the window."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt


@pytest.fixture
def later(person, open_program, clock):
    """Give the program as it opens in the morning, after it was closed over two alarms."""
    for words in ("every day 6:00 pills", "7:15 gym"):
        person.say(words)
    person.program.finish()
    clock.advance(timedelta(hours=10))
    return open_program()


def press_button(person, name, place=0):
    """Press a button of the notice with the keyboard."""
    button = [one for one in person.window.findChildren(object, name) if one.isVisible()][place]
    button.setFocus()
    person.press(Qt.Key.Key_Space, on=button)


def test_a_missed_alarm_rings_now(later):
    """It sounds, is stopped, and the other one still waits."""
    press_button(later, "missedRing")
    assert later.sounding == ["gym"]
    later.click("stop")
    assert later.sounding == []
    assert later.text("missedText") == "Missed: pills, 06:00 (the program was closed)."


def test_a_missed_alarm_is_snoozed_and_rings(later):
    """The row says until when."""
    press_button(later, "missedSnooze", 1)
    assert any("pills" in row and "snoozed until" in row for row in later.rows("alarmList"))
    later.sleep(timedelta(minutes=5))
    assert later.sounding == ["pills"]


def test_what_was_missed_is_shown_whatever_page_was_open_last(person, open_program, clock):
    """At once, and again at each start until somebody has taken note."""
    person.say("7:15 gym")
    person.click("navCalendar")
    person.program.finish()
    clock.advance(timedelta(hours=10))
    for said in ("1 was missed while closed", "1 missed ring waits on the page of alarms."):
        again = open_program()
        assert again.sees("missedNotice")
        assert said in again.text("message")
        again.click("navActivity")
        again.program.finish()
        clock.advance(timedelta(minutes=1))
    again = open_program()
    again.click("acknowledge")
    again.click("navActivity")
    again.program.finish()
    again = open_program()
    assert again.find("navActivity").isChecked()


def test_the_rail_tells_on_every_page_what_was_missed(later):
    """In a picture, and in words for screen readers."""
    later.click("navActivity")
    button = later.find("navAlarms")
    assert (button.accessibleName(), button.accessibleDescription()) == ("Alarms", "2 missed")
    assert "2 missed" in button.toolTip()
    later.click("navAlarms")
    later.click("acknowledge")
    assert button.accessibleDescription() == ""


def test_one_is_done_and_then_all(later, open_program):
    """What is noted does not come back."""
    press_button(later, "missedDone")
    assert "pills" in later.text("missedText")
    press_button(later, "acknowledge")
    assert not later.sees("missedNotice")
    later.program.finish()
    assert not open_program().sees("missedNotice")


def test_all_ring_now(later):
    """Both sound."""
    press_button(later, "missedRingAll")
    assert later.sounding == ["gym", "pills"]
    assert not later.sees("missedNotice")


def test_a_deleted_alarm_is_not_missed_any_more(later):
    """Nobody asks for it."""
    rows = later.rows("alarmList")
    place = next(n for n, row in enumerate(rows) if "gym" in row)
    later.press_in_list("Del", place)
    assert "pills" in later.text("missedText")


def test_what_was_missed_is_forgotten_in_time(person, open_program, clock):
    """An alarm that comes back after more than a year has no past, here as on disk."""
    person.say("7:15 gym")
    person.program.finish()
    clock.advance(timedelta(hours=10))
    again = open_program()
    assert again.sees("missedNotice")
    again.press_in_list("Del", 0)
    again.sleep(timedelta(days=366))
    again.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(again.rows("alarmList")) == 1
    assert not again.sees("missedNotice")
