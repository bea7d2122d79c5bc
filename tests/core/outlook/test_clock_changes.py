"""What becomes of alarms, timers and rings when the clock or the zone is another one."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from alarmclock.core.activity.events import ClockChanged, ClockDoubted, Failed, Missed, Moved, Rang
from alarmclock.core.book.book import State
from alarmclock.core.ringing import Cause
from alarmclock.core.rules.rule import EVERY_DAY, OnDate, Weekdays
from tests.core.builders import (
    BERLIN,
    DAY,
    HOUR,
    MINUTE,
    NEW_YORK,
    SUNDAY_EVENING,
    Desk,
    local,
    make_alarm,
    make_ring,
    make_timer,
)

NOW = SUNDAY_EVENING
DAILY = Weekdays(EVERY_DAY)
KATHMANDU = ZoneInfo("Asia/Kathmandu")


def of(desk, *kinds):
    """List the events of these kinds."""
    return [event for event in desk.events if isinstance(event, kinds)]


# Timers, rings and what was armed


@pytest.mark.parametrize("step", [HOUR, -HOUR, 400 * DAY])
def test_a_running_timer_counts_real_time(step):
    """The wall clock moves, what is left does not."""
    desk = Desk(make_timer(ends_at=NOW + 10 * MINUTE), make_timer(left=MINUTE, item_id="paused"))
    desk.set_clock(step)
    assert desk.book.item("timer").time_left(desk.clock.now()) == 10 * MINUTE
    assert desk.book.item("paused") == make_timer(left=MINUTE, item_id="paused")
    assert desk.items() == desk.journal.items


@pytest.mark.parametrize("step", [HOUR, -HOUR], ids=str)
def test_what_sounds_is_stopped_after_as_long_as_it_sounded(step):
    """A ring counts in real time, in the activity too."""
    desk = Desk(make_alarm()).at("2026-11-23 07:00")
    desk.bring()
    desk.at("2026-11-23 07:03").set_clock(step)
    desk.answering.dismiss("alarm")
    assert desk.events[-1].after == 3 * MINUTE


def test_an_alarm_armed_before_the_clock_was_set_back_is_not_lost():
    """Armed at half past eight, now half past seven: what is due until then still counts."""
    desk = Desk(make_alarm(20)).set_clock(-HOUR)
    assert desk.at("2026-11-22 20:10").bring()
    assert of(desk, Rang)[-1].due == local("2026-11-22 20:00")


def test_a_clock_that_was_set_is_told_even_when_it_can_not_be_saved():
    """The timer still counts right."""
    desk = Desk(make_timer(ends_at=NOW + 10 * MINUTE))
    desk.journal.fails = True
    desk.set_clock(HOUR)
    assert desk.book.item("timer").time_left(desk.clock.now()) == 10 * MINUTE
    assert [type(event) for event in desk.events] == [Failed, ClockChanged]


def test_an_alarm_armed_ahead_is_not_lost_by_a_restart():
    """The clock was set back a little while the program was closed."""
    desk = Desk(make_alarm(20)).reopened(NOW - HOUR, last_alive=NOW - HOUR)
    assert desk.at("2026-11-22 20:10").bring()
    assert desk.journal.items["alarm"].armed_at is None


def test_a_timer_of_an_earlier_run_never_lasts_longer_than_its_length():
    """The clock was set back by a day while the program was closed."""
    desk = Desk(make_timer(ends_at=NOW + 5 * MINUTE)).reopened(NOW - DAY)
    assert desk.book.item("timer").time_left(desk.clock.now()) == 10 * MINUTE


def test_a_ring_of_an_earlier_run_does_not_sound_for_a_day():
    """It sounds for its ring length, counted from now."""
    desk = Desk(make_alarm()).at("2026-11-23 07:00")
    desk.bring()
    later = desk.reopened(desk.clock.now() - DAY)
    assert later.book.goal("alarm").at == later.clock.now() + 10 * MINUTE


# What is told


def test_set_forward_without_passing_anything_moves_nothing():
    """An alarm goes by the clock: its due is the same instant as before."""
    desk = Desk(make_alarm()).set_clock(2 * HOUR)
    assert desk.said() == ["clock changed: set 2 h forward"]


def test_another_zone_tells_of_each_alarm_that_moved():
    """The floating alarm follows the traveller, the pinned one stays."""
    floating = make_alarm(7, 15, label="Gym", item_id="floating")
    pinned = make_alarm(7, 15, label="Call", item_id="pinned", zone="Europe/Berlin")
    desk = Desk(floating, pinned, make_alarm(armed_at=None, item_id="off"))
    desk.set_clock(zone=KATHMANDU)
    assert desk.said() == [
        "clock changed: the time zone is Asia/Kathmandu, it was Europe/Berlin",
        "moved: Gym · now rings today 07:15, in 6 h",
    ]


def test_set_back_to_a_day_before_tells_of_the_ring_that_comes_again():
    """Tuesday's alarm was next; on Sunday again it is Monday's, which has not rung."""
    alarm = make_alarm(rule=DAILY, label="Gym", armed_at=local("2026-11-23 08:00"))
    desk = Desk(alarm, now=local("2026-11-23 09:00")).set_clock(-HOUR * 2.5)
    assert desk.said() == [
        "clock changed: set 2 h 30 min back",
        "moved: Gym · now rings today 07:00, in 30 min",
    ]


def test_a_flight_to_the_west_keeps_the_alarm_for_the_next_morning():
    """Set at nine for eight once: it is after eight there as here, so tomorrow is meant."""
    desk = Desk(make_alarm(8, armed_at=local("2026-11-23 09:00"))).at("2026-11-23 16:00")
    desk.set_clock(zone=NEW_YORK)
    assert not desk.bring()
    assert desk.local_due() == "2026-11-24 08:00"
    assert of(desk, Missed) == []


def test_a_flight_to_the_east_past_a_due_misses_it():
    """Set at ten for eleven today: by the time there it is over, and somebody has to say so."""
    alarm = make_alarm(11, rule=OnDate(date(2026, 11, 23)), armed_at=local("2026-11-23 10:00"))
    desk = Desk(alarm, now=local("2026-11-23 10:30"))
    desk.set_clock(zone=KATHMANDU)
    assert desk.bring()
    assert [event.cause for event in of(desk, Missed)] == [Cause.CLOCK_CHANGED]


def test_a_flight_to_the_west_with_the_program_closed_keeps_the_next_morning():
    """The zone in which it ran last is known."""
    desk = Desk(make_alarm(8, armed_at=local("2026-11-23 09:00")))
    desk = desk.reopened(local("2026-11-23 16:00"), zone=NEW_YORK)
    assert not desk.bring()
    assert desk.local_due() == "2026-11-24 08:00"


def test_a_flight_to_the_west_and_back_does_not_forget_the_morning():
    """What comes a second time has not come yet."""
    desk = Desk(make_alarm(8, armed_at=local("2026-11-23 05:00"))).at("2026-11-23 07:00")
    desk.set_clock(zone=NEW_YORK).set_clock(zone=BERLIN)
    assert desk.local_due() == "2026-11-23 08:00"


def test_a_flight_does_not_touch_what_is_pinned_or_has_rung():
    """Only alarms that follow the traveller count from the time on the wall."""
    pinned = make_alarm(8, zone="Europe/Berlin", item_id="pinned")
    rung = make_alarm(7, rule=DAILY)
    desk = Desk(rung, pinned).at("2026-11-23 07:00")
    desk.bring()
    desk.answering.dismiss("alarm")
    before = desk.items()
    desk.set_clock(zone=NEW_YORK)
    assert desk.items() == before


def test_many_that_moved_have_one_line():
    """Three by name, the others by number."""
    alarms = [make_alarm(7, n, label=f"a{n}", item_id=f"{n}") for n in range(40)]
    desk = Desk(*alarms).set_clock(zone=NEW_YORK)
    assert desk.said()[1:] == ["moved: 40 alarms ring at other times: a0, a1, a2 and 37 more"]


def test_what_is_late_by_another_zone_speaks_for_itself():
    """It rings or is missed; there is no third line of it."""
    desk = Desk(make_alarm(23, armed_at=NOW - 5 * HOUR)).set_clock(zone=KATHMANDU)
    assert of(desk, Moved) == []
    assert desk.bring()
    assert [(type(event), event.cause) for event in of(desk, Rang, Missed)] == [
        (Missed, Cause.CLOCK_CHANGED)
    ]


# Doubt


def doubted(*items, now=NOW, back=5 * HOUR):
    """Give a desk with a clock that was set back too far."""
    return Desk(*items, now=now).set_clock(-back)


def test_a_clock_set_back_too_far_is_doubted_and_told_of():
    """More than three hours are no correction."""
    desk = doubted()
    assert desk.book.plausibility.doubt.alive_at == NOW
    assert desk.said() == [
        "clock changed: set 5 h back",
        "clock looks wrong: it says Sun 22 Nov 15:30, but Alarm Clock was open on Sun 22 Nov 20:30",
    ]


def test_an_opened_program_tells_that_the_clock_looks_wrong():
    """It was alive at a later time than it is now."""
    desk = Desk(make_alarm()).reopened(local("1970-01-01 01:10"), last_alive=NOW)
    assert [type(event) for event in desk.events] == [ClockDoubted]


def test_what_comes_due_by_a_doubted_clock_rings():
    """Armed at half past eight; by the clock as it is now, four o'clock is still to come."""
    desk = doubted(make_alarm(16))
    assert desk.book.due("alarm") == local("2026-11-22 16:00")
    assert desk.at("2026-11-22 16:00").bring()
    assert desk.book.state("alarm") is State.RINGING


def test_nothing_is_missed_by_a_doubted_clock():
    """The computer slept over it; whether it was really due, nobody knows."""
    alarm = make_alarm(16, rule=DAILY)
    desk = doubted(alarm)
    goal = desk.book.goal("alarm")
    desk.at("2026-11-22 17:00").answering.reach(goal)
    assert of(desk, Missed) == []
    assert desk.book.due("alarm") == local("2026-11-23 16:00")


def test_a_timer_rings_however_late_by_a_doubted_clock():
    """It counts real time, so it is over whatever the clock says."""
    desk = doubted(make_timer(ends_at=NOW + 5 * MINUTE))
    desk.clock.advance(2 * HOUR)
    assert desk.bring("timer")
    assert [type(event) for event in of(desk, Rang, Missed)] == [Rang]


LATE_AFTERWARDS = {"within its late limit": (20, [Rang]), "past it": (50, [Missed])}


@pytest.mark.parametrize(("minutes", "told"), LATE_AFTERWARDS.values(), ids=LATE_AFTERWARDS.keys())
def test_a_clock_that_is_right_again_rings_or_misses_as_ever(minutes, told):
    """What was due between goes by its late limit."""
    desk = doubted(make_alarm(21)).set_clock(5 * HOUR + 30 * MINUTE + minutes * MINUTE)
    assert desk.book.plausibility.doubt is None
    assert desk.bring()
    assert [type(event) for event in of(desk, Rang, Missed)] == told


def test_what_is_missed_by_the_correction_was_missed_by_the_clock():
    """The program was open all the time."""
    desk = doubted(make_alarm(21)).set_clock(7 * HOUR)
    desk.bring()
    assert [event.cause for event in of(desk, Missed)] == [Cause.CLOCK_CHANGED]


def test_what_was_due_while_closed_was_missed_by_that():
    """The clock began in 1970; the time server told the truth a minute later."""
    desk = Desk(make_alarm()).reopened(local("1970-01-01 01:10"), last_alive=NOW)
    desk.clock.advance(MINUTE)
    desk.set_clock(local("2026-11-23 09:00") - desk.clock.now())
    desk.bring()
    assert [event.cause for event in of(desk, Missed)] == [Cause.PROGRAM_CLOSED]


def test_an_alarm_armed_by_a_wrong_clock_was_armed_just_now():
    """It is not missed on all the days that the correction passes."""
    desk = Desk().reopened(local("1970-01-01 01:10"), last_alive=NOW)
    desk.editing.add(make_alarm(7, rule=DAILY, armed_at=desk.clock.now()))
    desk.set_clock(local("2026-11-23 09:00") - desk.clock.now())
    assert not desk.bring()
    assert desk.local_due() == "2026-11-24 07:00"


def test_what_was_armed_before_the_doubt_stays_armed_as_it_was():
    """Nothing of a doubted clock is saved or kept."""
    alarm = make_alarm(rule=DAILY, armed_at=NOW - HOUR)
    timer = make_timer(ends_at=NOW + 5 * MINUTE)
    desk = Desk(alarm, timer).reopened(NOW - DAY, last_alive=NOW)
    assert desk.journal.items["timer"] == timer
    desk.clock.advance(MINUTE)
    desk.set_clock(DAY)
    assert desk.items() == {"alarm": alarm, "timer": timer}


def test_a_person_accepts_the_clock():
    """From now on it counts, also for what was armed later than it is now."""
    desk = doubted(make_alarm(16))
    desk.changes.accept()
    assert desk.book.plausibility.doubt is None
    assert desk.journal.items["alarm"].armed_at == desk.clock.now()


def test_a_doubt_is_over_when_the_time_has_come_again():
    """Also without a correction."""
    desk = doubted(back=4 * HOUR)
    desk.clock.advance(4 * HOUR - MINUTE)
    assert not desk.changes.look()
    desk.clock.advance(MINUTE)
    assert desk.changes.look()
    assert desk.book.plausibility.doubt is None


def test_a_snooze_of_an_earlier_run_does_not_last_for_a_day():
    """It ends as long after now as it did after the ring."""
    alarm = make_alarm(armed_at=None)
    ring = make_ring()
    desk = Desk(alarm)
    desk.journal.rings[ring.key] = ring.snoozed(ring.rang_at + 5 * MINUTE)
    later = desk.reopened(ring.rang_at - DAY)
    assert later.book.due("alarm") == later.clock.now() + 5 * MINUTE


def test_a_broken_alarm_keeps_no_other_from_being_told(caplog):
    """Its own daemon says what is wrong with it."""

    class Bent:
        repeats = True

        def next_date(self, earliest):
            raise ValueError(f"bent at {earliest}")

    desk = Desk(make_alarm(item_id="bent", rule=Bent()), make_alarm(label="Gym"))
    desk.set_clock(zone=NEW_YORK)
    assert len(of(desk, Moved)) == 1
    assert "bent" in caplog.text


def test_midnight_of_the_wrong_year_is_told_with_its_year():
    """A battery that is empty begins in 1970."""
    desk = Desk().reopened(NOW - timedelta(days=20_000), last_alive=NOW)
    assert "1972" in desk.said()[0]
    assert "2026" in desk.said()[0]
    assert desk.clock.zone() == BERLIN
