"""What goes wrong in other alarm clocks, each bug by its name; here it must not."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from alarmclock.core.activity.events import Missed, Rang
from alarmclock.core.book.book import State
from alarmclock.core.book.skipping import Skipping
from alarmclock.core.errors import Invalid
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.ringing import By, Cause, Ending
from alarmclock.core.rules.rule import EVERY_DAY, EveryDays, OnDate, Weekday, Weekdays
from tests.core.builders import DAY, MINUTE, Desk, local, make_alarm, make_timer, weekly

DAILY = Weekdays(EVERY_DAY)
PATIENT = RingSettings(snooze_limit=None, snooze_length=timedelta(hours=12))


def rings_at(desk, *moments, item_id="alarm"):
    """Go to each moment, stop what rings there, and give the moments at which it rang."""
    rang = []
    for moment in moments:
        if desk.at(moment).bring(item_id):
            rang.append(moment)
            desk.answering.dismiss(item_id)
    return rang


def test_ring_again_the_day_after_the_gap():
    """The night after the clocks went forward it rings at its own time, not an hour late."""
    noon = local("2027-03-27 12:00")
    desk = Desk(make_alarm(2, 30, rule=DAILY, armed_at=noon), now=noon)
    assert rings_at(desk, "2027-03-28 03:30", "2027-03-29 02:30", "2027-03-29 03:30") == [
        "2027-03-28 03:30",
        "2027-03-29 02:30",
    ]


def test_twice_in_the_overlap():
    """When half past two comes twice, the second time is silent."""
    noon = local("2027-10-30 12:00")
    desk = Desk(make_alarm(2, 30, rule=DAILY, armed_at=noon), now=noon)
    first = local("2027-10-31 02:30")
    desk.clock.set_wall(first)
    assert desk.bring()
    desk.answering.dismiss("alarm")
    desk.clock.set_wall(first + 60 * MINUTE)
    assert not desk.bring()
    assert desk.local_due() == "2027-11-01 02:30"


def test_snooze_counted_from_the_due_time():
    """Five minutes from the press are five minutes, however long it had been ringing."""
    desk = Desk(make_alarm()).at("2026-11-23 07:00")
    desk.bring()
    desk.at("2026-11-23 07:04").answering.snooze("alarm", 5 * MINUTE)
    assert desk.local_due() == "2026-11-23 07:09"


def test_monday_alarm_snoozed_over_midnight_lost_for_a_week():
    """Snoozed late on Monday it rings on Tuesday, and on the next Monday again."""
    desk = Desk(make_alarm(23, 58, rule=weekly(Weekday.MONDAY)))
    desk.at("2026-11-23 23:58").bring()
    desk.answering.snooze("alarm", 5 * MINUTE)
    assert rings_at(desk, "2026-11-24 00:03") == ["2026-11-24 00:03"]
    assert desk.local_due() == "2026-11-30 23:58"


@pytest.mark.parametrize("rule", [None, OnDate(date(2026, 11, 23))], ids=["once", "on a date"])
def test_one_off_missed_moves_silently_to_tomorrow(rule):
    """What could not ring is missed, told, and over."""
    alarm = make_alarm() if rule is None else make_alarm(rule=rule)
    desk = Desk(alarm).at("2026-11-23 12:00").reopened()
    desk.bring()
    assert [type(event) for event in desk.events] == [Missed]
    assert desk.book.state("alarm") is State.MISSED
    assert desk.book.due("alarm") is None


def test_second_alarm_of_the_same_minute_lost():
    """Both ring, and stopping one leaves the other."""
    desk = Desk(make_alarm(item_id="one"), make_alarm(item_id="two")).at("2026-11-23 07:00")
    assert desk.bring("one")
    assert desk.bring("two")
    desk.answering.dismiss("one")
    assert [item.id for item, _ in desk.book.ringing()] == ["two"]


@pytest.mark.parametrize(
    ("evening", "morning"),
    [("2027-03-27 12:00", "2027-03-28 07:00"), ("2027-10-30 12:00", "2027-10-31 07:00")],
    ids=["forward", "back"],
)
@pytest.mark.parametrize("rule", [DAILY, EveryDays(1, date(2026, 1, 1))], ids=["days", "cycle"])
def test_a_24_hour_step_instead_of_a_day(evening, morning, rule):
    """A day is 23 or 25 hours long when the clocks change; seven o'clock stays seven o'clock."""
    desk = Desk(make_alarm(rule=rule, armed_at=local(evening)), now=local(evening))
    assert desk.local_due() == morning


def test_stale_alarm_dismissed_cancels_todays():
    """To take note of yesterday's leaves today's armed."""
    desk = Desk(make_alarm(rule=DAILY)).at("2026-11-23 09:00").reopened()
    desk.bring()
    assert desk.book.state("alarm") is State.MISSED
    desk.catching_up.acknowledge()
    desk.answering.dismiss("alarm")
    assert rings_at(desk, "2026-11-24 07:00") == ["2026-11-24 07:00"]


def test_skipping_the_only_weekday_leaves_it_unscheduled():
    """It rings a week later."""
    desk = Desk(make_alarm(rule=weekly(Weekday.MONDAY)))
    Skipping(desk.book).skip("alarm")
    assert rings_at(desk, "2026-11-23 07:00", "2026-11-30 07:00") == ["2026-11-30 07:00"]


def test_timer_that_stops_counting_in_suspend():
    """Real time counts, whether the computer was awake or not."""
    desk = Desk(make_timer(10))
    desk.editing.restart("timer")
    desk.clock.advance(10 * MINUTE)
    assert desk.bring("timer")


def test_disabled_alarm_that_comes_back_after_restart():
    """Off is off, on disk as well."""
    desk = Desk(make_alarm(rule=DAILY))
    desk.editing.switch("alarm", on=False)
    again = desk.reopened()
    assert rings_at(again, "2026-11-23 07:00", "2026-11-24 07:00") == []
    assert again.book.state("alarm") is State.OFF


def test_snoozed_alarm_that_cannot_be_cancelled():
    """A snooze is ended while it lasts, also after a restart."""
    desk = Desk(make_alarm(rule=DAILY)).at("2026-11-23 07:00")
    desk.bring()
    desk.answering.snooze("alarm", 10 * MINUTE)
    again = desk.reopened()
    again.answering.dismiss("alarm")
    assert rings_at(again, "2026-11-23 07:10", "2026-11-24 07:00") == ["2026-11-24 07:00"]


def test_snooze_that_swallows_the_next_ring():
    """A snooze that would pass the next occurrence ends before it, and both ring."""
    desk = Desk(make_alarm(rule=DAILY, ring=PATIENT)).at("2026-11-23 07:00")
    desk.bring()
    desk.answering.snooze("alarm", timedelta(hours=30))
    assert desk.local_due() == "2026-11-24 06:59"
    assert rings_at(desk, "2026-11-24 06:59", "2026-11-24 07:00") == [
        "2026-11-24 06:59",
        "2026-11-24 07:00",
    ]


def test_a_snooze_in_the_last_minute_before_the_next_ring_is_refused():
    """With the sentence that says why."""
    desk = Desk(make_alarm(rule=DAILY, ring=replace(PATIENT, ring_length=timedelta(minutes=60))))
    desk.at("2026-11-23 07:00").bring()
    desk.answering.snooze("alarm", timedelta(hours=30))
    desk.at("2026-11-24 06:59").bring()
    with pytest.raises(Invalid, match="rings again within a minute"):
        desk.answering.snooze("alarm")


def test_ring_that_nobody_stops_swallows_the_next_one():
    """The next occurrence rings on time and takes the place of the one that still sounds."""
    desk = Desk(make_alarm(rule=DAILY, ring=PATIENT)).at("2026-11-23 07:00")
    desk.bring()
    desk.answering.snooze("alarm", timedelta(hours=30))
    desk.at("2026-11-24 06:59").bring()
    assert desk.at("2026-11-24 07:00").bring()
    ((_, ring),) = desk.book.ringing()
    assert ring.day == date(2026, 11, 24)
    old = next(one for one in desk.book.rings("alarm") if one.day == date(2026, 11, 23))
    assert (old.ending, old.cause, old.ended_by) == (
        Ending.MISSED,
        Cause.UNANSWERED,
        By.NEXT_RING,
    )
    assert desk.book.missed() == []


def test_alarm_set_for_the_past_day_after_the_clock_was_set_back():
    """What rang today does not ring again because it is earlier now."""
    desk = Desk(make_alarm(rule=DAILY)).at("2026-11-23 07:00")
    desk.bring()
    desk.answering.dismiss("alarm")
    assert rings_at(desk.at("2026-11-23 05:00"), "2026-11-23 07:00", "2026-11-24 07:00") == [
        "2026-11-24 07:00"
    ]


def test_paused_alarm_that_tells_of_a_hundred_missed_rings():
    """A holiday is no reason to apologise."""
    desk = Desk(make_alarm(rule=DAILY))
    Skipping(desk.book).pause("alarm", date(2026, 12, 24))
    again = desk.at("2026-12-24 06:00").reopened()
    assert not again.bring()
    assert rings_at(again, "2026-12-24 07:00") == ["2026-12-24 07:00"]
    assert [type(event) for event in again.events if type(event) is not Rang][:1] != [Missed]


def test_late_ring_after_a_skip_is_the_skipped_one():
    """What was skipped is not made up for when the program is opened late."""
    desk = Desk(make_alarm(rule=DAILY))
    Skipping(desk.book).skip("alarm")
    again = desk.at("2026-11-23 07:10").reopened()
    assert not again.bring()
    assert desk.clock.now() + DAY > again.book.due("alarm")
