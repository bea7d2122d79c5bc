"""Answering: a daemon brings a ring, a person answers it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from alarmclock.core.book import State
from alarmclock.core.errors import Invalid, NotSaved
from alarmclock.core.events import Dismissed, Failed, Missed, Rang, Snoozed
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.ringing import Cause, Ending
from alarmclock.core.rule import EVERY_DAY, OnDate, Weekdays
from tests.core.builders import (
    HOUR,
    MINUTE,
    SUNDAY_EVENING,
    Desk,
    local,
    make_alarm,
    make_ring,
    make_timer,
)

NOW = SUNDAY_EVENING
DAILY = Weekdays(EVERY_DAY)
SECOND = timedelta(seconds=1)


def ringing(alarm=None):
    """Give a desk at Monday, 7:00, where an alarm rings."""
    desk = Desk(alarm or make_alarm()).at("2026-11-23 07:00")
    assert desk.bring()
    return desk


def last(desk):
    """Give the newest event."""
    return desk.events[-1]


# Daemons bring rings


def test_a_ring_is_claimed_and_told():
    """At its due it rings, on disk first, and says so."""
    desk = ringing(make_alarm(label="gym"))
    now = desk.clock.now()
    assert desk.book.state("alarm") is State.RINGING
    assert [ring.due for ring in desk.journal.rings.values()] == [now]
    assert desk.events == [Rang(at=now, item_id="alarm", label="gym", due=now, late=0 * SECOND)]


@pytest.mark.parametrize(
    "alarm",
    [make_alarm(), make_alarm(rule=OnDate(date(2026, 11, 23)))],
    ids=["once", "on a date"],
)
def test_what_does_not_repeat_is_off_after_its_ring(alarm):
    """The ring and the switching off are one transaction."""
    desk = ringing(alarm)
    assert desk.book.item("alarm") == replace(alarm, armed_at=None)
    assert desk.journal.items == desk.items()
    assert len(desk.journal.changes) == 1


def test_what_repeats_stays_armed():
    """After the answer it waits for tomorrow."""
    desk = ringing(make_alarm(rule=DAILY))
    desk.answering.dismiss("alarm")
    assert desk.local_due() == "2026-11-24 07:00"


def test_a_timer_rings_and_has_ended():
    """Its daemon claims its end."""
    desk = Desk(make_timer(ends_at=NOW)).at("2026-11-22 20:30")
    assert desk.bring("timer")
    assert desk.book.state("timer") is State.RINGING
    desk.answering.dismiss("timer")
    assert desk.book.state("timer") is State.ENDED


def test_two_alarms_of_one_instant_are_answered_each_for_itself():
    """Both ring; stopping one leaves the other ringing."""
    desk = Desk(make_alarm(item_id="one"), make_alarm(item_id="two")).at("2026-11-23 07:00")
    desk.bring("one")
    desk.bring("two")
    desk.answering.dismiss("one")
    assert [item.id for item, _ in desk.book.ringing()] == ["two"]


@pytest.mark.parametrize(
    ("limit", "opened", "rings"),
    [
        pytest.param(0, "07:00:30", True, id="never late: half a minute"),
        pytest.param(0, "07:02", False, id="never late: two minutes"),
        pytest.param(5, "07:05", True, id="5 min: at the limit"),
        pytest.param(5, "07:05:01", False, id="5 min: over it"),
        pytest.param(30, "07:29", True, id="30 min: under it"),
        pytest.param(30, "07:31", False, id="30 min: over it"),
        pytest.param(120, "09:00", True, id="2 h: at the limit"),
        pytest.param(None, "23:00", True, id="always"),
    ],
)
def test_a_late_ring_rings_up_to_its_limit(limit, opened, rings):
    """Later than that it is missed."""
    limit = None if limit is None else limit * MINUTE
    desk = Desk(make_alarm(ring=RingSettings(late_limit=limit))).at(f"2026-11-23 {opened}")
    assert desk.bring()
    assert desk.book.state("alarm") is (State.RINGING if rings else State.MISSED)
    assert isinstance(last(desk), Rang if rings else Missed)


def test_a_late_ring_says_how_late():
    """The activity shows the due and the delay."""
    desk = Desk(make_alarm()).at("2026-11-23 07:10")
    desk.bring()
    assert (last(desk).due, last(desk).late) == (local("2026-11-23 07:00"), 10 * MINUTE)


def test_missed_while_asleep():
    """The program was open, the due passed: the computer slept."""
    desk = Desk(make_alarm()).at("2026-11-23 09:00")
    desk.bring()
    assert last(desk).cause is Cause.ASLEEP


def test_missed_while_closed():
    """The due passed before the program was opened."""
    desk = Desk(make_alarm()).at("2026-11-23 09:00").reopened()
    desk.bring()
    assert last(desk).cause is Cause.PROGRAM_CLOSED
    assert [item.id for item, _ in desk.book.missed()] == ["alarm"]


def test_a_missed_once_alarm_does_not_move_to_tomorrow():
    """It is off and stays so, however late the program is opened."""
    desk = Desk(make_alarm()).at("2026-11-25 07:10").reopened()
    desk.bring()
    assert isinstance(last(desk), Missed)
    assert last(desk).due == local("2026-11-23 07:00")
    assert not desk.book.is_on("alarm")


def test_of_many_missed_days_the_newest_counts():
    """After days in a drawer, there is one notice, and the next ring is ahead."""
    desk = Desk(make_alarm(rule=DAILY)).at("2026-11-27 12:00").reopened()
    desk.bring()
    assert last(desk).due == local("2026-11-27 07:00")
    assert not desk.bring()
    assert desk.local_due() == "2026-11-28 07:00"


def test_of_many_missed_days_the_newest_may_still_ring():
    """Opened at ten past, it rings for today and not for last week."""
    desk = Desk(make_alarm(rule=DAILY)).at("2026-11-27 07:10").reopened()
    desk.bring()
    assert desk.book.state("alarm") is State.RINGING
    assert last(desk).late == 10 * MINUTE


def test_a_clock_set_back_does_not_ring_again():
    """What rang at seven does not ring at seven once more."""
    desk = ringing(make_alarm(rule=DAILY))
    desk.answering.dismiss("alarm")
    desk.at("2026-11-23 06:30")
    assert desk.local_due() == "2026-11-24 07:00"
    assert not desk.at("2026-11-23 07:00").bring()


def test_the_gap_and_the_overlap_ring_once_a_night():
    """Over a whole year of nights, 02:30 rings once for each date, never twice, never less."""
    alarm = make_alarm(2, 30, rule=DAILY, armed_at=local("2026-01-01 00:00"))
    desk = Desk(alarm, now=local("2026-01-01 00:00"))
    for _ in range(364):
        desk.clock.set_wall(desk.book.due("alarm"))
        assert desk.bring()
        desk.answering.dismiss("alarm")
        assert not desk.bring()
    rung = [ring.day for ring in desk.journal.rings.values()]
    assert rung == [date(2026, 1, 1) + timedelta(days=n) for n in range(364)]


# Claims and a full disk


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


# Snooze


def test_a_snooze_counts_from_the_press():
    """Not from the due."""
    desk = ringing().at("2026-11-23 07:02")
    desk.answering.snooze("alarm")
    assert desk.book.state("alarm") is State.SNOOZED
    assert desk.local_due() == "2026-11-23 07:07"
    assert last(desk) == Snoozed(
        at=desk.clock.now(), item_id="alarm", label="", until=local("2026-11-23 07:07")
    )


def test_a_snooze_of_a_chosen_length():
    """The ring window offers several."""
    desk = ringing()
    desk.answering.snooze("alarm", 30 * MINUTE)
    assert desk.local_due() == "2026-11-23 07:30"


def test_a_snoozed_alarm_rings_again():
    """At the end of the snooze it sounds, and says how late."""
    desk = ringing()
    desk.answering.snooze("alarm")
    assert desk.at("2026-11-23 07:05").bring()
    assert desk.book.state("alarm") is State.RINGING
    assert isinstance(last(desk), Rang)
    assert last(desk).due == local("2026-11-23 07:05")


def test_a_snooze_survives_a_restart():
    """It is still pending after closing and opening."""
    desk = ringing()
    desk.answering.snooze("alarm")
    again = desk.reopened()
    assert again.book.state("alarm") is State.SNOOZED
    assert again.at("2026-11-23 07:05").bring()
    assert again.book.state("alarm") is State.RINGING


def test_a_snooze_that_ended_long_ago_is_missed():
    """The late limit holds for snoozes, too."""
    desk = ringing()
    desk.answering.snooze("alarm")
    again = desk.at("2026-11-23 09:00").reopened()
    again.bring()
    assert again.book.state("alarm") is State.MISSED
    assert last(again).cause is Cause.PROGRAM_CLOSED


def test_a_snooze_over_midnight_keeps_the_next_day():
    """Snoozed past midnight, the alarm still rings on the new day."""
    desk = Desk(make_alarm(23, 58, rule=DAILY)).at("2026-11-22 23:58")
    desk.bring()
    desk.answering.snooze("alarm")
    desk.at("2026-11-23 00:03").bring()
    desk.answering.dismiss("alarm")
    assert desk.local_due() == "2026-11-23 23:58"


def test_no_more_snoozes_than_the_limit():
    """Then the sentence says what is left to do, and it goes on ringing."""
    desk = ringing(make_alarm(ring=RingSettings(snooze_limit=2)))
    for _ in range(2):
        desk.answering.snooze("alarm")
        desk.clock.set_wall(desk.book.due("alarm"))
        desk.bring()
    with pytest.raises(Invalid, match="No snooze is left"):
        desk.answering.snooze("alarm")
    assert desk.book.state("alarm") is State.RINGING


def test_only_what_rings_is_snoozed():
    """A second press during the snooze does nothing."""
    desk = ringing()
    desk.answering.snooze("alarm")
    before = desk.book.due("alarm")
    desk.at("2026-11-23 07:01").answering.snooze("alarm")
    assert desk.book.due("alarm") == before
    assert desk.book.open_ring("alarm").snoozes == 1


# Stop


def test_stop():
    """It says how long it rang."""
    desk = ringing().at("2026-11-23 07:03")
    desk.answering.dismiss("alarm")
    assert desk.book.state("alarm") is State.OFF
    assert last(desk) == Dismissed(at=desk.clock.now(), item_id="alarm", label="", after=3 * MINUTE)


def test_a_snooze_can_be_cancelled():
    """Stop ends it for good."""
    desk = ringing()
    desk.answering.snooze("alarm")
    desk.answering.dismiss("alarm")
    assert desk.local_due() is None


def test_stopping_what_does_not_ring_does_nothing():
    """A second press is harmless."""
    desk = Desk(make_alarm())
    desk.answering.dismiss("alarm")
    assert (desk.events, desk.journal.changes) == ([], [])


# Nobody answers


def test_a_ring_that_nobody_answers_is_missed():
    """After the ring length it stops and says so."""
    desk = ringing()
    assert not desk.at("2026-11-23 07:09").bring()
    assert desk.at("2026-11-23 07:10").bring()
    assert desk.book.ringing() == []
    assert last(desk).cause is Cause.UNANSWERED


def test_a_ring_that_went_on_while_the_program_was_closed_is_missed():
    """Closed while ringing and opened an hour later, the cause is the closing."""
    again = ringing().at("2026-11-23 08:00").reopened()
    again.bring()
    assert last(again).cause is Cause.PROGRAM_CLOSED


def test_a_ring_that_goes_on_after_a_restart_and_is_not_answered():
    """Opened again within the ring length it rings on, and then nobody answered."""
    again = ringing().at("2026-11-23 07:02").reopened()
    assert again.book.state("alarm") is State.RINGING
    assert again.at("2026-11-23 07:10").bring()
    assert last(again).cause is Cause.UNANSWERED


def test_the_ring_length_counts_from_the_last_time_it_sounded():
    """A snooze gives it its whole length again."""
    desk = ringing().at("2026-11-23 07:09")
    desk.answering.snooze("alarm")
    desk.at("2026-11-23 07:14").bring()
    assert not desk.at("2026-11-23 07:23").bring()
    assert desk.at("2026-11-23 07:24").bring()
    assert desk.book.state("alarm") is State.MISSED


# Missed


def missed():
    """Give a desk where an alarm was missed."""
    desk = Desk(make_alarm()).at("2026-11-23 09:00")
    desk.bring()
    return desk


def test_what_was_missed_stays_until_acknowledged():
    """A restart does not take it away."""
    again = missed().reopened()
    assert [item.id for item, _ in again.book.missed()] == ["alarm"]
    again.catching_up.acknowledge()
    assert again.book.missed() == []
    assert again.reopened().book.missed() == []


def test_an_acknowledgement_that_is_not_saved_is_not_one():
    """It would be back at the next start."""
    desk = missed()
    desk.journal.fails = True
    with pytest.raises(NotSaved):
        desk.catching_up.acknowledge()
    assert desk.book.missed()


def test_acknowledging_nothing_writes_nothing():
    """There is no empty transaction."""
    desk = Desk(make_alarm())
    desk.catching_up.acknowledge()
    assert desk.journal.changes == []


def test_a_missed_alarm_can_be_used_again():
    """Switched on, it is armed for its next time while the notice stays."""
    desk = missed()
    desk.editing.switch("alarm", on=True)
    assert desk.local_due() == "2026-11-24 07:00"
    assert desk.book.missed()


def test_a_ring_far_from_now_is_reached():
    """An alarm 400 days away rings on its day."""
    alarm = make_alarm(rule=OnDate(date(2027, 12, 27)))
    desk = Desk(alarm).at("2027-12-27 07:00")
    assert desk.bring()
    assert desk.book.state("alarm") is State.RINGING
    assert desk.book.due("alarm") - NOW > 399 * 24 * HOUR
