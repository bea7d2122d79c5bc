"""What is told when the program is opened."""

from alarmclock.core.greeting import armed_again
from alarmclock.core.ringing import Cause
from tests.core.builders import Desk, make_alarm


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
