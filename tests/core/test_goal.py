"""Goals: what the daemon of an alarm or timer waits for."""

from dataclasses import replace
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from alarmclock.core.goal import Aim, goal_of, newest_due, pending, timer_occurrence
from alarmclock.core.ringing import Ending, Ring, claim
from alarmclock.core.rules.limits import Limits
from alarmclock.core.rules.rule import EVERY_DAY, WORKDAYS, Once, OnDate, Weekdays
from alarmclock.core.schedule import occurrences
from tests.core.builders import (
    BERLIN,
    MINUTE,
    NEW_YORK,
    SUNDAY_EVENING,
    local,
    make_alarm,
    make_ring,
    make_timer,
    utc,
    weekly,
)

DAILY = Weekdays(EVERY_DAY)
APIA = ZoneInfo("Pacific/Apia")


def ended(ring: Ring) -> Ring:
    """Give a ring after it was dismissed."""
    return ring.ended(ring.due + MINUTE, Ending.DISMISSED)


def pending_local(alarm, rings, now, zone=BERLIN):
    """Give the pending occurrence as a local time, None when there is none."""
    found = pending(alarm, rings, local(now, zone), zone)
    return f"{found.due.astimezone(zone):%Y-%m-%d %H:%M}" if found else None


def test_an_alarm_that_is_off_waits_for_nothing():
    """Without an anchor there is no occurrence."""
    assert pending(make_alarm(armed_at=None), [], SUNDAY_EVENING, BERLIN) is None


@pytest.mark.parametrize(
    ("alarm", "now", "expected"),
    [
        pytest.param(make_alarm(7), "2026-11-22 20:30", "2026-11-23 07:00", id="ahead"),
        pytest.param(make_alarm(7), "2026-11-23 07:00", "2026-11-23 07:00", id="due now"),
        pytest.param(make_alarm(7), "2026-11-25 12:00", "2026-11-23 07:00", id="was not rung"),
        pytest.param(
            make_alarm(7, rule=weekly(*WORKDAYS)),
            "2026-11-26 12:00",
            "2026-11-23 07:00",
            id="closed for days",
        ),
        pytest.param(
            make_alarm(7, rule=OnDate(date(2026, 11, 22))),
            "2026-11-22 20:30",
            None,
            id="date was over when it was armed",
        ),
        pytest.param(
            make_alarm(20, 0, armed_at=local("2026-11-22 20:30")),
            "2026-11-22 19:30",
            "2026-11-22 20:00",
            id="clock set back before the arming",
        ),
    ],
)
def test_pending_is_the_first_since_the_arming(alarm, now, expected):
    """What was due since the alarm was armed and did not ring is still to be dealt with."""
    assert pending_local(alarm, [], now) == expected


@pytest.mark.parametrize(
    ("rung", "now", "expected"),
    [
        pytest.param(["2026-11-23"], "2026-11-23 07:01", "2026-11-24 07:00", id="next day"),
        pytest.param(["2026-11-23"], "2026-11-23 06:30", "2026-11-24 07:00", id="clock set back"),
        pytest.param(["2026-11-23"], "2026-11-22 20:00", "2026-11-24 07:00", id="a day back"),
        pytest.param(
            ["2026-11-23", "2026-11-24"],
            "2026-11-23 06:30",
            "2026-11-25 07:00",
            id="clock set back over two rings",
        ),
        pytest.param(["2026-11-25"], "2026-11-25 12:00", "2026-11-26 07:00", id="older ones skip"),
    ],
)
def test_a_claimed_day_never_rings_again(rung, now, expected):
    """What rang stays rung, wherever the clock is set to."""
    rings = [ended(make_ring(day)) for day in rung]
    assert pending_local(make_alarm(7, rule=DAILY), rings, now) == expected


def test_a_ring_in_the_far_future_takes_no_other_away():
    """A ring from a time when the clock was wrong does not silence the days until then."""
    rings = [ended(make_ring("2030-01-01"))]
    assert pending_local(make_alarm(7, rule=DAILY), rings, "2026-11-22 21:00") == "2026-11-23 07:00"


def test_an_alarm_set_to_a_later_time_rings_the_same_day():
    """The ring at seven does not count for the alarm that was then set to eight."""
    alarm = make_alarm(8, rule=DAILY, armed_at=local("2026-11-23 07:30"))
    found = pending_local(alarm, [ended(make_ring("2026-11-23", 7))], "2026-11-23 07:30")
    assert found == "2026-11-23 08:00"


def test_the_lost_day_rings_once():
    """Two dates that fall on the same instant are one ring."""
    alarm = make_alarm(7, rule=DAILY, armed_at=local("2011-12-29 08:00", APIA))
    first = pending(alarm, [], local("2011-12-29 12:00", APIA), APIA)
    rung = ended(claim(first, first.due))
    assert pending_local(alarm, [rung], "2011-12-31 07:01", APIA) == "2012-01-01 07:00"


def test_a_shifted_ring_does_not_come_twice():
    """After the ring at 03:30 for 02:30, the alarm waits for 02:30 of the next day."""
    alarm = make_alarm(2, 30, rule=DAILY, armed_at=local("2026-03-28 12:00"))
    first = pending(alarm, [], local("2026-03-28 12:00"), BERLIN)
    rung = ended(claim(first, first.due))
    assert pending_local(alarm, [rung], "2026-03-29 03:31") == "2026-03-30 02:30"


def test_an_overlap_rings_once():
    """In the second pass of the night, the ring of the first still counts."""
    alarm = make_alarm(2, 30, rule=DAILY, armed_at=local("2026-10-24 12:00"))
    first = pending(alarm, [], local("2026-10-24 12:00"), BERLIN)
    rung = ended(claim(first, first.due))
    found = pending(alarm, [rung], utc("2026-10-25 01:29"), BERLIN)
    assert found.due == local("2026-10-26 02:30")


def test_a_once_alarm_follows_the_traveller():
    """Armed in Berlin for seven, it rings at seven of New York for somebody who went there."""
    alarm = make_alarm(7)
    found = pending(alarm, [], utc("2026-11-23 02:00"), NEW_YORK)
    assert found.due == local("2026-11-23 07:00", NEW_YORK)


def test_a_pinned_alarm_stays_with_its_zone():
    """Pinned to Berlin, it rings at seven of Berlin wherever its owner is."""
    found = pending(make_alarm(7, zone="Europe/Berlin"), [], utc("2026-11-23 02:00"), NEW_YORK)
    assert found.due == local("2026-11-23 07:00", BERLIN)


def test_the_same_date_and_time_does_not_ring_again_in_another_zone():
    """Who flies west after the ring is not rung a second time on the same date."""
    rings = [ended(make_ring("2026-11-23", 7))]
    found = pending(make_alarm(7, rule=DAILY), rings, local("2026-11-23 12:00"), NEW_YORK)
    assert found.day == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("rule", "now", "newest", "following"),
    [
        pytest.param(DAILY, "2026-11-25 12:00", "2026-11-25", "2026-11-26", id="newest of three"),
        pytest.param(DAILY, "2026-11-25 06:59", "2026-11-24", "2026-11-25", id="not what is ahead"),
        pytest.param(DAILY, "2026-11-25 07:00", "2026-11-25", "2026-11-26", id="at this instant"),
        pytest.param(
            weekly(*WORKDAYS), "2026-11-29 12:00", "2026-11-27", "2026-11-30", id="over a weekend"
        ),
        pytest.param(Once(), "2026-11-25 07:10", "2026-11-23", None, id="once is not every day"),
    ],
)
def test_newest_due(rule, now, newest, following):
    """Of what a repeating alarm was due for meanwhile, the newest counts; once is once."""
    alarm = make_alarm(7, rule=rule)
    first = next(occurrences(alarm, SUNDAY_EVENING, BERLIN))
    found = newest_due(alarm, first, local(now), BERLIN)
    assert [one and one.day.isoformat() for one in found] == [newest, following]


def test_nothing_follows_the_last_of_a_rule():
    """The newest that is due may be the last one of all."""
    limits = Limits(last=date(2026, 11, 24))
    alarm = replace(make_alarm(7, rule=DAILY), limits=limits)
    first = next(occurrences(alarm, SUNDAY_EVENING, BERLIN))
    newest, following = newest_due(alarm, first, local("2026-11-25 12:00"), BERLIN)
    assert newest.day == date(2026, 11, 24)
    assert following is None


def test_goal_of_an_armed_alarm_is_to_ring():
    """It waits for its next occurrence, by the wall clock."""
    goal = goal_of(make_alarm(7), [], SUNDAY_EVENING, BERLIN)
    assert (goal.aim, goal.at) == (Aim.RING, local("2026-11-23 07:00"))
    assert goal.occurrence.time == time(7)
    assert not goal.in_real_time


def test_goal_of_a_ringing_alarm_is_to_give_up():
    """It sounds for its ring length, in real time."""
    goal = goal_of(make_alarm(7), [make_ring()], local("2026-11-23 07:01"), BERLIN)
    assert (goal.aim, goal.at) == (Aim.TIME_OUT, local("2026-11-23 07:10"))
    assert goal.in_real_time


def test_goal_of_a_snoozed_alarm_is_to_ring_again():
    """A snooze comes before the next occurrence."""
    until = local("2026-11-23 07:06")
    ring = make_ring().snoozed(until)
    goal = goal_of(make_alarm(7, rule=DAILY), [ring], local("2026-11-23 07:01"), BERLIN)
    assert (goal.aim, goal.at) == (Aim.RING_AGAIN, until)


def test_goal_of_a_running_timer_is_its_end_in_real_time():
    """A timer counts real time and does not care for the wall clock."""
    end = SUNDAY_EVENING + 10 * MINUTE
    goal = goal_of(make_timer(ends_at=end), [], SUNDAY_EVENING, BERLIN)
    assert (goal.aim, goal.at, goal.in_real_time) == (Aim.RING, end, True)


@pytest.mark.parametrize(
    "timer", [make_timer(), make_timer(left=5 * MINUTE)], ids=["ended", "paused"]
)
def test_a_timer_that_stands_still_waits_for_nothing(timer):
    """Ended or paused, it has no goal."""
    assert goal_of(timer, [], SUNDAY_EVENING, BERLIN) is None


def test_each_end_of_a_timer_has_its_own_name():
    """Run twice, even within one second, a timer claims two occurrences."""
    first = timer_occurrence(make_timer(ends_at=SUNDAY_EVENING))
    second = timer_occurrence(make_timer(ends_at=SUNDAY_EVENING + timedelta(microseconds=1)))
    assert claim(first, SUNDAY_EVENING).key != claim(second, SUNDAY_EVENING).key


def test_a_ring_that_ended_leaves_the_goal_to_the_next_occurrence():
    """After the answer, a daily alarm waits for tomorrow."""
    alarm = make_alarm(7, rule=DAILY)
    goal = goal_of(alarm, [ended(make_ring())], local("2026-11-23 07:02"), BERLIN)
    assert goal.at == local("2026-11-24 07:00")


def test_an_alarm_armed_anew_after_its_ring_waits_for_tomorrow():
    """Switched on again right after it rang, a once-alarm is for the next day."""
    alarm = replace(make_alarm(7), armed_at=local("2026-11-23 07:02"))
    goal = goal_of(alarm, [ended(make_ring())], local("2026-11-23 07:02"), BERLIN)
    assert goal.at == local("2026-11-24 07:00")


WHEN = local("2026-11-23 07:06")


@pytest.mark.parametrize(
    ("ring", "aim", "real"),
    [
        pytest.param(make_ring().snoozed(WHEN), Aim.RING_AGAIN, False, id="snoozed"),
        pytest.param(make_ring().left_alone(WHEN), Aim.RING_AGAIN, False, id="nobody answered"),
        pytest.param(make_ring().stopped(WHEN), Aim.ASK, False, id="waits to ask"),
        pytest.param(make_ring().stopped(WHEN).asking(WHEN), Aim.RING_AGAIN, True, id="asks"),
    ],
)
def test_what_an_open_ring_waits_for(ring, aim, real):
    """To sound anew, or to ask; a question waits in real time."""
    goal = goal_of(make_alarm(7, armed_at=None), [ring], SUNDAY_EVENING, BERLIN)
    assert (goal.aim, goal.at, goal.in_real_time) == (aim, WHEN, real)
