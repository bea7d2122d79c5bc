"""Missed rings: rung now, snoozed or noted; only the newest of an alarm waits."""

from datetime import timedelta

import pytest

from alarmclock.core.activity.events import Missed, Rang, Snoozed
from alarmclock.core.book.book import State
from alarmclock.core.errors import Invalid, NotSaved
from alarmclock.core.goal import Aim
from alarmclock.core.ringing import Cause
from alarmclock.core.rules.rule import EVERY_DAY, Weekdays
from tests.core.builders import HOUR, MINUTE, Desk, local, make_alarm

DAILY = Weekdays(EVERY_DAY)


def missing(*alarms):
    """Give a desk at Monday noon, where each alarm of 7:00 was missed while closed."""
    desk = Desk(*(alarms or [make_alarm(label="gym")])).at("2026-11-23 12:00").reopened()
    for item in list(desk.book):
        desk.bring(item.id)
    assert desk.book.missed()
    return desk


def key_of(desk):
    """Give the name of the one missed ring."""
    ((_, ring),) = desk.book.missed()
    return ring.key


@pytest.mark.parametrize("rule", [None, DAILY], ids=["once", "daily"])
def test_a_missed_ring_rings_now(rule):
    """The same claim sounds, as late as it is, and is answered like any other."""
    desk = missing(make_alarm(rule=rule) if rule else make_alarm())
    desk.catching_up.ring_now(key_of(desk))
    assert desk.book.state("alarm") is State.RINGING
    assert desk.events[-1] == Rang(
        at=desk.clock.now(), item_id="alarm", label="", due=local("2026-11-23 07:00"), late=5 * HOUR
    )
    assert desk.book.goal("alarm").aim is Aim.TIME_OUT
    desk.answering.dismiss("alarm")
    assert desk.book.missed() == []
    assert len(desk.journal.rings) == 1


def test_it_began_to_sound_when_it_was_asked_for():
    """Not when it was due."""
    desk = missing()
    desk.catching_up.ring_now(key_of(desk))
    assert desk.book.open_ring("alarm").started_at == desk.clock.now()


def test_a_missed_ring_is_snoozed():
    """It rings in the alarm's snooze length, and survives a restart until then."""
    desk = missing()
    desk.catching_up.snooze(key_of(desk))
    assert isinstance(desk.events[-1], Snoozed)
    again = desk.reopened()
    assert again.book.state("alarm") is State.SNOOZED
    assert again.local_due() == "2026-11-23 12:05"
    assert again.at("2026-11-23 12:05").bring()
    assert again.book.state("alarm") is State.RINGING


def test_a_snooze_of_a_missed_ring_ends_before_the_next():
    """As every snooze does."""
    desk = Desk(make_alarm(rule=DAILY)).at("2026-11-24 06:58").reopened()
    desk.bring()
    desk.catching_up.snooze(key_of(desk))
    assert desk.local_due() == "2026-11-24 06:59"


def test_no_snooze_in_the_last_minute_before_the_next_ring():
    """It would be no rest."""
    desk = Desk(make_alarm(rule=DAILY)).at("2026-11-24 06:59").reopened()
    desk.bring()
    with pytest.raises(Invalid, match="rings again"):
        desk.catching_up.snooze(key_of(desk))
    assert desk.book.missed()


def test_one_of_several_is_noted():
    """The others wait."""
    desk = missing(make_alarm(item_id="a"), make_alarm(8, item_id="b"))
    desk.catching_up.acknowledge(desk.book.missed()[0][1].key)
    assert [item.id for item, _ in desk.book.missed()] == ["b"]


def test_what_can_not_be_saved_stays_missed():
    """Nothing is lost."""
    desk = missing()
    desk.journal.fails = True
    for command in (desk.catching_up.ring_now, desk.catching_up.snooze):
        with pytest.raises(NotSaved):
            command(key_of(desk))
    assert desk.book.missed()


def test_a_name_that_nobody_knows_does_nothing():
    """It was answered elsewhere meanwhile."""
    desk = missing()
    desk.catching_up.ring_now(("nobody",))
    assert desk.book.state("alarm") is State.MISSED


def test_only_the_newest_occurrence_waits():
    """A ring of today takes note of the one that was missed yesterday, also on disk."""
    desk = Desk(make_alarm(rule=DAILY)).at("2026-11-23 12:00").reopened()
    desk.bring()
    assert len(desk.book.missed()) == 1
    again = desk.at("2026-11-24 12:00").reopened()
    again.bring()
    assert [ring.day.day for _, ring in again.book.missed()] == [24]
    assert [ring.day.day for _, ring in again.reopened().book.missed()] == [24]


def test_day_after_day_without_an_answer_is_one_line():
    """However often it rang in vain."""
    desk = Desk(make_alarm(rule=DAILY))
    for day in (23, 24, 25):
        assert desk.at(f"2026-11-{day} 07:00").bring()
        assert desk.at(f"2026-11-{day} 08:00").bring()
    assert [ring.day.day for _, ring in desk.book.missed()] == [25]
    assert sum(isinstance(event, Missed) for event in desk.events) == 3


def test_a_ring_that_nobody_could_hear_is_missed_for_that():
    """And not because nobody answered."""
    desk = Desk(make_alarm()).at("2026-11-23 07:00")
    desk.bring()
    desk.answering.note_heard("alarm", heard=False)
    desk.at("2026-11-23 08:00").bring()
    ((_, ring),) = desk.book.missed()
    assert ring.cause is Cause.NOT_HEARD


def test_a_ring_that_was_heard_once_is_one_that_nobody_answered():
    """The sound came back."""
    desk = Desk(make_alarm()).at("2026-11-23 07:00")
    desk.bring()
    for heard in (False, True, False):
        desk.answering.note_heard("alarm", heard=heard)
        desk.clock.advance(MINUTE)
    desk.clock.advance(timedelta(hours=1))
    desk.bring()
    ((_, ring),) = desk.book.missed()
    assert ring.cause is Cause.UNANSWERED
