"""What is told when the program is opened."""

from alarmclock.core.book.greeting import armed_again, missed_before, sounding_again
from alarmclock.core.ringing import Cause
from tests.core.builders import HOUR, MINUTE, Desk, make_alarm


def test_nothing_is_told_of_nothing():
    """An empty program opens without a word."""
    assert armed_again(Desk().book, Desk().clock.now(), 0) is None


def test_what_was_missed_while_closed_is_counted():
    """What was missed before, or for another reason, is not news."""
    desk = Desk(make_alarm()).reopened(Desk().at("2026-11-23 09:00").clock.now())
    opened_at = desk.clock.now()
    desk.bring()
    assert [ring.cause for _, ring in desk.book.missed()] == [Cause.PROGRAM_CLOSED]
    greeting = armed_again(desk.book, opened_at, 3)
    assert (greeting.count, greeting.missed) == (3, 1)
    desk.at("2026-11-23 10:00")
    assert armed_again(desk.book, desk.clock.now(), 0) is None


def test_what_was_missed_before_and_waits_is_told():
    """Unless the greeting tells of it."""
    desk = Desk(make_alarm()).reopened(Desk().at("2026-11-23 09:00").clock.now())
    opened_at = desk.clock.now()
    assert missed_before(desk.book, None) == ""
    desk.bring()
    greeting = armed_again(desk.book, opened_at, 3)
    assert missed_before(desk.book, greeting) == ""
    assert missed_before(desk.book, None) == "1 missed ring waits on the page of alarms."


def test_a_ring_that_was_cut_off_sounds_again():
    """It is told with how late it is by now; one whose time is over is not."""
    desk = Desk(make_alarm(label="Gym")).at("2026-11-23 07:00")
    desk.bring()
    again = desk.reopened(desk.clock.now() + 2 * MINUTE)
    assert [(event.label, event.late) for event in sounding_again(again.book)] == [
        ("Gym", 2 * MINUTE)
    ]
    assert sounding_again(desk.reopened(desk.clock.now() + HOUR).book) == []
