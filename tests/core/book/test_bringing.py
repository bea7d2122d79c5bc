"""Bringing: what daemons do to rings when their time has come."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from alarmclock.core.activity.events import AskedAwake, Missed, Rang, Unanswered
from alarmclock.core.book.book import State
from alarmclock.core.book.bringing import ANSWER_WITHIN
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.ringing import Cause, Ending
from alarmclock.core.rules.rule import EVERY_DAY, OnDate, Weekdays
from tests.core.builders import (
    HOUR,
    MINUTE,
    SUNDAY_EVENING,
    Desk,
    last,
    local,
    make_alarm,
    make_timer,
    ringing,
)

NOW = SUNDAY_EVENING
DAILY = Weekdays(EVERY_DAY)
SECOND = timedelta(seconds=1)
TWICE_AGAIN = RingSettings(again=2)
ASKING = RingSettings(awake_after=5 * MINUTE)


def at_each(desk, *times):
    """Let the time pass, and reach what there is to reach at each of these."""
    for wall in times:
        assert desk.at(f"2026-11-23 {wall}").bring(), wall
    return desk


def asked(**choices):
    """Give a desk at 7:05, where an alarm that was stopped at 7:00 asks."""
    desk = ringing(make_alarm(rule=DAILY, ring=replace(ASKING, **choices)))
    desk.answering.dismiss("alarm")
    return at_each(desk, "07:05")


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


def test_the_ring_of_what_repeats_writes_itself_only():
    """The alarm is as it was, and the disk need not be given it again while a ring waits."""
    claimed = ringing(make_alarm(rule=DAILY)).journal.changes[0]
    assert (len(claimed.rings), claimed.items) == (1, ())


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


def test_a_ring_far_from_now_is_reached():
    """An alarm 400 days away rings on its day."""
    alarm = make_alarm(rule=OnDate(date(2027, 12, 27)))
    desk = Desk(alarm).at("2027-12-27 07:00")
    assert desk.bring()
    assert desk.book.state("alarm") is State.RINGING
    assert desk.book.due("alarm") - NOW > 399 * 24 * HOUR


# It comes again


def test_a_ring_that_nobody_answers_comes_again_and_is_missed_after_the_last_time():
    """It sounds for its length, pauses, and sounds once more, as often as was chosen."""
    desk = ringing(make_alarm(label="Gym", ring=TWICE_AGAIN))
    at_each(desk, "07:10", "07:15", "07:25", "07:30", "07:40")
    assert desk.said() == [
        "ALARM!: Gym · on time",
        "no answer: Gym · rings again 07:15",
        "ALARM!: Gym · on time",
        "no answer: Gym · rings again 07:30",
        "ALARM!: Gym · on time",
        "missed: Gym · 07:00 · nobody answered",
    ]
    assert desk.book.goal("alarm") is None


def test_between_two_rings_it_is_silent_and_not_over():
    """The list shows when it comes again."""
    desk = at_each(ringing(make_alarm(ring=TWICE_AGAIN)), "07:10")
    assert (desk.book.ringing(), desk.book.missed()) == ([], [])
    assert desk.book.state("alarm") is State.SNOOZED
    assert desk.local_due() == "2026-11-23 07:15"


def test_a_timer_comes_again_too():
    """Alarms and timers share the choice."""
    timer = replace(make_timer(ends_at=NOW), ring=TWICE_AGAIN)
    desk = Desk(timer)
    assert desk.bring("timer")
    assert desk.at("2026-11-22 20:40").bring("timer")
    assert desk.at("2026-11-22 20:45").bring("timer")
    assert desk.book.state("timer") is State.RINGING


def test_a_timer_without_a_label_is_told_of_by_its_length():
    """It is no “Alarm 20:30”, whatever becomes of it."""
    desk = Desk(make_timer(5, ends_at=NOW))
    desk.bring("timer")
    desk.answering.snooze("timer")
    desk.answering.dismiss("timer")
    assert desk.said() == [
        "ALARM!: 5 min timer · on time",
        "snoozed: 5 min timer · 5 min, until 20:35",
        "dismissed: 5 min timer · after 0 s",
    ]


def test_a_snooze_begins_the_count_anew():
    """Somebody is there: what follows comes again as often as the first time."""
    desk = at_each(ringing(make_alarm(ring=TWICE_AGAIN)), "07:10", "07:15", "07:25", "07:30")
    desk.answering.snooze("alarm")
    at_each(desk, "07:35", "07:45", "07:50", "08:00", "08:05")
    assert desk.book.state("alarm") is State.RINGING
    at_each(desk, "08:15")
    assert desk.book.state("alarm") is State.MISSED


@pytest.mark.parametrize("answer", ["snooze", "dismiss"])
def test_what_came_again_is_answered_as_any_ring(answer):
    """The second time as the first."""
    desk = at_each(ringing(make_alarm(ring=TWICE_AGAIN)), "07:10", "07:15")
    getattr(desk.answering, answer)("alarm")
    assert desk.book.ringing() == []
    assert desk.book.state("alarm") is (State.SNOOZED if answer == "snooze" else State.OFF)


def test_what_waits_to_come_again_can_be_stopped():
    """It is over then, and a person stopped it."""
    desk = at_each(ringing(make_alarm(ring=TWICE_AGAIN)), "07:10")
    desk.answering.dismiss("alarm")
    assert desk.book.goal("alarm") is None
    assert desk.book.rings("alarm")[-1].ending is Ending.DISMISSED


@pytest.mark.parametrize(
    ("heard", "cause"),
    [
        pytest.param((False, False), Cause.NOT_HEARD, id="never"),
        pytest.param((True, False), Cause.UNANSWERED, id="the first time"),
        pytest.param((False, True), Cause.UNANSWERED, id="the second time"),
    ],
)
def test_what_could_not_be_heard_in_any_of_its_times_is_missed_for_that(heard, cause):
    """Heard once is heard."""
    desk = ringing(make_alarm(ring=RingSettings(again=1)))
    desk.answering.note_heard("alarm", heard=heard[0])
    at_each(desk, "07:10", "07:15")
    desk.answering.note_heard("alarm", heard=heard[1])
    at_each(desk, "07:25")
    assert last(desk).cause is cause


@pytest.mark.parametrize(
    ("woken", "limit", "expected"),
    [
        pytest.param("07:12", 30, [Unanswered], id="before it comes again"),
        pytest.param("07:20", 30, [Unanswered, Rang], id="a little late"),
        pytest.param("07:45", 30, [Unanswered, Rang], id="at the limit"),
        pytest.param("07:46", 30, [Missed], id="over the limit"),
        pytest.param("07:17", 0, [Missed], id="never late"),
        pytest.param("17:00", None, [Unanswered, Rang], id="always"),
    ],
)
def test_a_sleep_over_the_pause_counts_as_late(woken, limit, expected):
    """The late limit holds from when it had to come again."""
    limit = None if limit is None else limit * MINUTE
    desk = ringing(make_alarm(ring=replace(TWICE_AGAIN, late_limit=limit)))
    desk.at(f"2026-11-23 {woken}")
    while desk.bring():
        pass
    assert [type(event) for event in desk.events[1:]] == expected


def test_a_sleep_while_it_waits_to_come_again_is_told_as_the_cause():
    """It was to sound at a quarter past seven, and the computer slept."""
    desk = at_each(ringing(make_alarm(ring=TWICE_AGAIN)), "07:10", "09:00")
    assert last(desk).cause is Cause.ASLEEP


def test_a_restart_between_two_rings_loses_none():
    """It goes on from what was saved."""
    desk = at_each(ringing(make_alarm(ring=TWICE_AGAIN)), "07:10").reopened()
    at_each(desk, "07:15", "07:25", "07:30", "07:40")
    assert last(desk).cause is Cause.UNANSWERED


@pytest.mark.parametrize(
    ("rings_at", "silent_at", "again_at"),
    [
        pytest.param("06:30", "06:40", "06:50", id="well before"),
        pytest.param("06:45", "06:55", "06:59", id="no later than a minute before"),
        pytest.param("06:49", "06:59", None, id="no time left"),
    ],
)
def test_it_never_comes_again_into_the_next_ring(rings_at, silent_at, again_at):
    """The same minute stays free as after a snooze; without room it is missed at once."""
    ring = replace(TWICE_AGAIN, again_every=10 * MINUTE, snooze_length=12 * HOUR)
    desk = ringing(make_alarm(rule=DAILY, ring=ring))
    until = local(f"2026-11-24 {rings_at}")
    desk.answering.snooze("alarm", until - desk.clock.now())
    assert desk.at(f"2026-11-24 {rings_at}").bring()
    assert desk.at(f"2026-11-24 {silent_at}").bring()
    if again_at is None:
        assert isinstance(last(desk), Missed)
    else:
        assert last(desk).until == local(f"2026-11-24 {again_at}")
        assert desk.at(f"2026-11-24 {again_at}").bring()
    desk.at("2026-11-24 07:00")
    while desk.bring():
        pass
    assert desk.book.open_ring("alarm").day == date(2026, 11, 24)


# It asks


def test_in_its_time_it_asks_and_does_not_sound():
    """The question is listed by itself, and says until when it waits."""
    desk = asked()
    now = desk.clock.now()
    assert desk.book.ringing() == []
    assert [item.id for item, _ in desk.book.asking()] == ["alarm"]
    assert desk.book.state("alarm") is State.SNOOZED
    assert last(desk) == AskedAwake(at=now, item_id="alarm", label="", until=now + ANSWER_WITHIN)


def test_without_an_answer_it_sounds_anew():
    """For its whole length; the next Stop asks again later."""
    desk = at_each(asked(), "07:06")
    assert desk.book.state("alarm") is State.RINGING
    assert (last(desk).due, last(desk).late) == (local("2026-11-23 07:06"), 0 * SECOND)
    assert not desk.at("2026-11-23 07:15").bring()
    desk.answering.dismiss("alarm")
    at_each(desk, "07:20")
    assert isinstance(last(desk), AskedAwake)


def test_who_fell_asleep_over_the_question_is_rung_again_as_often_as_anybody():
    """The count began anew with the Stop."""
    at_each(asked(again=1), "07:06", "07:16", "07:21", "07:31")


def test_a_question_alone_is_no_missed_ring():
    """Somebody did stop it; only what sounds and is not answered is missed."""
    desk = at_each(asked(), "07:06", "07:16")
    assert last(desk).cause is Cause.UNANSWERED


@pytest.mark.parametrize(
    ("woken", "asks"),
    [
        pytest.param("07:20", True, id="late"),
        pytest.param("07:35", True, id="at the limit"),
        pytest.param("07:36", False, id="over the limit"),
        pytest.param("17:00", False, id="much later"),
    ],
)
@pytest.mark.parametrize("closed", [True, False], ids=["closed", "asleep"])
def test_a_question_that_comes_too_late_is_not_asked(woken, asks, closed):
    """The ring was stopped and is over; nothing is told of it."""
    desk = ringing(make_alarm(ring=ASKING))
    desk.answering.dismiss("alarm")
    told = len(desk.events)
    desk.at(f"2026-11-23 {woken}")
    desk, told = (desk.reopened(), 0) if closed else (desk, told)
    assert desk.bring()
    assert [type(event) for event in desk.events[told:]] == [AskedAwake] * asks
    assert desk.book.state("alarm") is (State.SNOOZED if asks else State.OFF)
    if not asks:
        ring = desk.book.rings("alarm")[-1]
        assert (ring.ending, ring.ended_at) == (Ending.DISMISSED, local("2026-11-23 07:05"))


def test_a_question_that_was_slept_over_counts_as_a_late_ring():
    """It was asked, and nobody could be rung."""
    desk = at_each(asked(), "09:00")
    assert last(desk).cause is Cause.ASLEEP


@pytest.mark.parametrize("step", [HOUR, -HOUR], ids=str)
def test_a_question_waits_in_real_time(step):
    """The clock is set while it is asked: it still waits for a minute."""
    desk = asked().set_clock(step)
    assert desk.book.goal("alarm").at == desk.clock.now() + ANSWER_WITHIN
    assert desk.book.goal("alarm").in_real_time


@pytest.mark.parametrize("asks", [False, True], ids=["before the question", "while it asks"])
def test_a_question_survives_a_restart(asks):
    """The daemon goes on from what was saved."""
    desk = ringing(make_alarm(ring=ASKING))
    desk.answering.dismiss("alarm")
    if asks:
        at_each(desk, "07:05")
    again = desk.reopened()
    if not asks:
        at_each(again, "07:05")
    assert [item.id for item, _ in again.book.asking()] == ["alarm"]
    at_each(again, "07:06")
    assert again.book.state("alarm") is State.RINGING


@pytest.mark.parametrize("asks", [False, True], ids=["before the question", "while it asks"])
def test_the_next_ring_takes_the_place_of_a_question(asks):
    """What was stopped is not missed for it."""
    ring = RingSettings(awake_after=HOUR if not asks else MINUTE)
    desk = ringing(make_alarm(rule=DAILY, ring=ring))
    desk.answering.snooze("alarm", 24 * HOUR - 2 * MINUTE)
    assert desk.at("2026-11-24 06:58").bring()
    desk.clock.advance(30 * SECOND)
    desk.answering.dismiss("alarm")
    if asks:
        desk.clock.advance(MINUTE)
        assert desk.bring()
    assert desk.at("2026-11-24 07:00").bring()
    old, new = sorted(desk.book.rings("alarm"), key=lambda ring: ring.day)
    assert (old.ending, old.acknowledged) == (Ending.CANCELLED, True)
    assert new.is_ringing
    assert desk.book.asking() == []
    assert isinstance(last(desk), Rang)


def test_a_timer_asks_too():
    """Alarms and timers share the choice."""
    desk = Desk(replace(make_timer(ends_at=NOW), ring=ASKING))
    desk.bring("timer")
    desk.answering.dismiss("timer")
    assert desk.book.due("timer") is None
    assert desk.at("2026-11-22 20:35").bring("timer")
    assert [item.id for item, _ in desk.book.asking()] == ["timer"]
    desk.answering.answer_awake("timer")
    assert desk.book.state("timer") is State.ENDED
