"""Keeping rings: claims that another program made, and a disk that is full."""

from contextlib import contextmanager

import pytest

from alarmclock.core.activity.events import Failed, Rang
from alarmclock.core.book.answering import Answering
from alarmclock.core.book.book import State
from alarmclock.core.errors import NotSaved
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.ringing import Ending
from alarmclock.core.rules.rule import EVERY_DAY, Weekdays
from tests.core.builders import DAY, HOUR, Desk, local, make_alarm, make_ring, ringing

DAILY = Weekdays(EVERY_DAY)


def test_what_another_process_claimed_does_not_ring():
    """The second of two programs on one store stays silent, and goes on to tomorrow."""
    desk = Desk(make_alarm(rule=DAILY)).at("2026-11-23 07:00")
    other = make_ring()
    desk.journal.rings[other.key] = other
    desk.bring()
    assert desk.events == []
    assert desk.book.ringing() == []
    assert desk.journal.rings[other.key] == other
    assert desk.local_due() == "2026-11-24 07:00"


def test_a_once_alarm_that_was_claimed_elsewhere_is_off_on_disk_too():
    """It does not come back armed at the next start."""
    desk = Desk(make_alarm()).at("2026-11-23 07:00")
    other = make_ring().ended(desk.clock.now(), Ending.DISMISSED)
    desk.journal.rings[other.key] = other
    desk.bring()
    assert not desk.book.is_on("alarm")
    assert not desk.reopened().book.is_on("alarm")


def rung_for_days():
    """Give a desk where a daily alarm rang on each of 14 days, and sounds on the last of them."""
    evening = local("2026-11-15 20:30")
    alarm = make_alarm(rule=DAILY, armed_at=evening, ring=RingSettings(late_limit=None))
    desk = Desk(alarm, now=evening)
    for day in range(16, 30):
        desk.answering.dismiss("alarm")
        assert desk.at(f"2026-11-{day} 07:00").bring()
    return desk


def test_what_was_claimed_long_ago_silences_no_newer_ring():
    """Set back by days, the claims from before the newest few are found by the store alone."""
    desk = rung_for_days().set_clock(-8 * DAY)
    ring = desk.book.open_ring("alarm")
    assert desk.bring()
    assert desk.book.open_ring("alarm") == ring
    assert ring.is_ringing


def test_what_another_process_claimed_takes_the_place_of_an_older_ring():
    """Its ring is the newer one; ours is over."""
    desk = Desk(make_alarm(rule=DAILY)).at("2026-11-23 07:00")
    desk.bring()
    desk.answering.snooze("alarm", 24 * HOUR)
    other = make_ring("2026-11-24")
    desk.journal.rings[other.key] = other
    assert desk.at("2026-11-24 06:59").bring()
    assert desk.book.open_ring("alarm").is_ringing
    assert desk.at("2026-11-24 07:00").bring()
    assert desk.book.open_ring("alarm") is None


def test_a_claim_elsewhere_and_a_full_disk_end_quietly():
    """Even then the daemon lives, and nothing rings twice."""
    desk = Desk(make_alarm()).at("2026-11-23 07:00")
    other = make_ring()
    save = desk.journal.save

    def save_claims_only(change):
        if not change.rings:
            raise NotSaved("The disk is full. Free some space.")
        save(change)

    desk.journal.rings[other.key] = other
    desk.journal.save = save_claims_only
    desk.bring()
    assert desk.book.ringing() == []
    assert not desk.bring()


def test_a_ring_that_can_not_be_saved_rings_all_the_same():
    """A full disk is told, and never silences an alarm."""
    desk = Desk(make_alarm()).at("2026-11-23 07:00")
    desk.journal.fails = True
    desk.bring()
    assert desk.book.state("alarm") is State.RINGING
    assert [type(event) for event in desk.events] == [Failed, Rang]
    assert desk.events[0].reason == "The disk is full. Free some space."


@pytest.mark.parametrize("answer", ["dismiss", "snooze"])
def test_an_answer_counts_even_when_it_can_not_be_saved(answer):
    """The sound stops with the button, not with the disk."""
    desk = ringing()
    desk.journal.fails = True
    getattr(desk.answering, answer)("alarm")
    assert desk.book.ringing() == []


def test_what_a_full_disk_refused_is_saved_with_the_answer():
    """A once-alarm that rang unsaved does not come back armed at the next start."""
    desk = Desk(make_alarm()).at("2026-11-23 07:00")
    desk.journal.fails = True
    desk.bring()
    desk.journal.fails = False
    desk.answering.dismiss("alarm")
    again = desk.reopened()
    assert again.book.state("alarm") is State.OFF


def test_what_is_saved_is_not_written_again():
    """After the disk has room again, an answer writes its ring and no more."""
    desk = Desk(make_alarm(rule=DAILY)).at("2026-11-23 07:00")
    desk.journal.fails = True
    desk.bring()
    desk.journal.fails = False
    desk.answering.dismiss("alarm")
    desk.at("2026-11-24 07:00").bring()
    desk.answering.dismiss("alarm")
    assert desk.journal.changes[-1].items == ()


@pytest.mark.parametrize("answer", ["dismiss", "snooze"])
def test_what_a_full_disk_refused_is_saved_once_there_is_room(answer):
    """What rang and was answered meanwhile does not ring again at the next start."""
    desk = Desk(make_alarm()).at("2026-11-23 07:00")
    desk.journal.fails = True
    desk.bring()
    getattr(desk.answering, answer)("alarm")
    with pytest.raises(NotSaved):
        desk.answering.save_again()
    desk.journal.fails = False
    desk.answering.save_again()
    again = desk.reopened()
    assert again.book.state("alarm") is desk.book.state("alarm")
    assert again.book.goal("alarm") == desk.book.goal("alarm")
    assert again.book.rings("alarm") == desk.book.rings("alarm")


def test_what_is_saved_is_not_saved_again():
    """Nothing is written while there is nothing to write."""
    desk = ringing()
    before = list(desk.journal.changes)
    desk.answering.save_again()
    assert desk.journal.changes == before


def test_what_was_deleted_meanwhile_stays_deleted():
    """The disk had room for that."""
    desk = Desk(make_alarm()).at("2026-11-23 07:00")
    desk.journal.fails = True
    desk.bring()
    desk.journal.fails = False
    desk.editing.remove("alarm")
    desk.answering.save_again()
    assert desk.journal.items == {}


def test_rings_of_days_with_a_full_disk_are_saved_with_the_next_answer():
    """Each of them, not only the one that was answered."""
    desk = Desk(make_alarm(rule=DAILY)).at("2026-11-23 07:00")
    desk.journal.fails = True
    desk.bring()
    desk.answering.dismiss("alarm")
    desk.at("2026-11-24 07:00").bring()
    desk.journal.fails = False
    desk.answering.dismiss("alarm")
    saved = desk.reopened().book.rings("alarm")
    assert sorted(saved, key=lambda ring: ring.due) == desk.book.rings("alarm")


def test_a_group_that_can_not_be_saved_rings_all_the_same():
    """What was believed to be on disk is written by the next change to it."""

    @contextmanager
    def lose_all():
        yield
        desk.journal.rings.clear()
        desk.journal.items["alarm"] = make_alarm()
        raise NotSaved("The disk is full. Free some space.")

    desk = Desk(make_alarm()).at("2026-11-23 07:00")
    answering = Answering(desk.book, desk.events.append, gather=lose_all)
    with answering.together():
        answering.reach(desk.book.goal("alarm"))
    assert desk.book.state("alarm") is State.RINGING
    assert [type(event) for event in desk.events] == [Rang, Failed]
    answering.dismiss("alarm")
    assert desk.reopened().book.state("alarm") is State.OFF
    assert len(desk.journal.rings) == 1
