"""Skipping single rings, pausing one alarm and pausing all."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from alarmclock.core.book.book import State
from alarmclock.core.book.skipping import Skipping
from alarmclock.core.errors import Invalid
from alarmclock.core.rules.limits import Limits
from alarmclock.core.rules.rule import EVERY_DAY, WORKDAYS, OnDate, Weekday, Weekdays, Yearly
from tests.core.builders import DAY, Desk, local, make_alarm, weekly

DAILY = Weekdays(EVERY_DAY)


@pytest.fixture
def desk():
    """Give a desk with a daily alarm for 7:00, on a Sunday evening."""
    desk = Desk()
    desk.editing.add(make_alarm(rule=DAILY, label="Gym"))
    return desk


@pytest.fixture
def skipping(desk):
    """Give the commands."""
    return Skipping(desk.book)


def test_the_next_ring_is_skipped(desk, skipping):
    """The one after it is the next."""
    assert skipping.skip("alarm") == [date(2026, 11, 23)]
    assert desk.book.due("alarm") == local("2026-11-24 07:00")


def test_several_are_skipped_at_once(desk, skipping):
    """As many as were asked for."""
    skipping.skip("alarm", 3)
    assert desk.book.due("alarm") == local("2026-11-26 07:00")


def test_skipping_twice_skips_two(desk, skipping):
    """Each press leaves out one more."""
    skipping.skip("alarm")
    skipping.skip("alarm")
    assert desk.book.due("alarm") == local("2026-11-25 07:00")


def test_one_day_is_skipped(desk, skipping):
    """The days before it ring."""
    skipping.skip_day("alarm", date(2026, 11, 25))
    assert desk.book.due("alarm") == local("2026-11-23 07:00")
    assert desk.book.item("alarm").skipped == {date(2026, 11, 25)}


@pytest.mark.parametrize("day", [date(2026, 11, 22), date(2026, 11, 28)], ids=["over", "Saturday"])
def test_a_day_without_a_ring_is_not_skipped(skipping, desk, day):
    """It says why, and changes nothing."""
    desk.editing.add(make_alarm(rule=Weekdays(WORKDAYS), item_id="work"))
    with pytest.raises(Invalid, match="There is no ring to skip on that day any more"):
        skipping.skip_day("work", day)
    assert desk.book.item("work").skipped == frozenset()


def test_a_skip_is_taken_back(desk, skipping):
    """It rings as planned again."""
    skipping.skip("alarm", 2)
    skipping.take_back("alarm")
    assert desk.book.due("alarm") == local("2026-11-23 07:00")


def test_one_of_two_skips_is_taken_back(desk, skipping):
    """The other stays."""
    skipping.skip("alarm", 2)
    skipping.take_back("alarm", date(2026, 11, 24))
    assert desk.book.due("alarm") == local("2026-11-24 07:00")


def test_a_skip_is_undone(desk, skipping):
    """As everything a person does."""
    skipping.skip("alarm")
    assert desk.editing.undo() == "Skipped 1 ring of “Gym”"
    assert desk.book.due("alarm") == local("2026-11-23 07:00")


def test_an_undone_skip_does_not_bring_back_what_has_passed(desk, skipping):
    """A ring that is over is neither rung late nor missed."""
    skipping.skip("alarm")
    desk.clock.advance(DAY)
    desk.editing.undo()
    assert desk.book.due("alarm") == local("2026-11-24 07:00")


def test_a_skip_that_is_done_again_lets_a_ring_go_on(desk, skipping):
    """As the first time: it is about the rings to come."""
    desk.at("2026-11-23 07:00").bring()
    skipping.skip("alarm")
    desk.editing.undo()
    desk.editing.redo()
    assert desk.book.state("alarm") is State.RINGING


def test_a_pause_that_is_done_again_ends_a_ring(desk, skipping):
    """As it would have, the first time."""
    skipping.pause("alarm")
    desk.editing.undo()
    desk.at("2026-11-23 07:00").bring()
    desk.editing.redo()
    assert desk.book.state("alarm") is State.PAUSED


def test_what_is_skipped_to_the_end_keeps_the_alarm_on(desk, skipping):
    """A weekly alarm whose next rings are all skipped rings after them."""
    desk.editing.add(make_alarm(rule=weekly(Weekday.MONDAY), item_id="monday"))
    skipping.skip("monday")
    assert desk.book.due("monday") == local("2026-11-30 07:00")


@pytest.mark.parametrize("count", [0, -1, 100])
def test_a_senseless_number_is_refused(skipping, count):
    """With a sentence."""
    with pytest.raises(Invalid, match="1 to 99"):
        skipping.skip("alarm", count)


def test_an_alarm_that_rings_once_has_nothing_to_skip(desk, skipping):
    """It is to be turned off instead."""
    desk.editing.add(make_alarm(rule=OnDate(date(2026, 12, 24)), item_id="once"))
    with pytest.raises(Invalid, match="Turn it off instead"):
        skipping.skip("once")


def test_an_alarm_that_is_off_has_nothing_to_skip(desk, skipping):
    """The sentence says what to do."""
    desk.editing.switch("alarm", on=False)
    with pytest.raises(Invalid, match="Turn it on first"):
        skipping.skip("alarm")


def test_an_alarm_paused_until_a_date_rings_on_that_date(desk, skipping):
    """And says so until then."""
    skipping.pause("alarm", date(2026, 12, 3))
    assert desk.book.state("alarm") is State.PAUSED
    assert desk.book.due("alarm") == local("2026-12-03 07:00")


def test_an_alarm_paused_until_resumed_waits_for_nothing(desk, skipping):
    """It is on, and paused."""
    skipping.pause("alarm")
    assert desk.book.state("alarm") is State.PAUSED
    assert desk.book.due("alarm") is None
    assert desk.book.is_on("alarm")


def test_what_passed_in_a_pause_is_not_missed(desk, skipping):
    """A resumed alarm looks ahead only."""
    skipping.pause("alarm")
    desk.clock.advance(10 * DAY)
    skipping.resume("alarm")
    assert desk.book.state("alarm") is State.ARMED
    assert desk.book.due("alarm") == local("2026-12-03 07:00")


def test_an_undone_pause_does_not_bring_back_what_has_passed(desk, skipping):
    """As after resuming."""
    skipping.pause("alarm")
    desk.clock.advance(2 * DAY)
    desk.editing.undo()
    assert desk.book.due("alarm") == local("2026-11-25 07:00")


def test_a_pause_that_is_done_again_keeps_the_alarm_on(desk, skipping):
    """It waits to be resumed, as the first time."""
    skipping.pause("alarm")
    paused = desk.book.item("alarm")
    desk.editing.undo()
    desk.editing.redo()
    assert desk.book.item("alarm") == paused
    assert desk.book.state("alarm") is State.PAUSED


def test_an_undone_resume_pauses_again(desk, skipping):
    """Days later, too; the alarm is not turned off by it."""
    skipping.pause("alarm")
    desk.clock.advance(2 * DAY)
    skipping.resume("alarm")
    desk.clock.advance(2 * DAY)
    desk.editing.undo()
    assert desk.book.state("alarm") is State.PAUSED
    skipping.resume("alarm")
    assert desk.book.due("alarm") == local("2026-11-27 07:00")


def test_a_skip_of_all_that_is_left_is_done_again(desk, skipping):
    """It can be taken back as the first time."""
    limits = Limits(first=date(2026, 11, 23), times=2)
    desk.editing.add(replace(make_alarm(rule=DAILY, item_id="twice"), limits=limits))
    skipping.skip("twice", 2)
    desk.editing.undo()
    desk.editing.redo()
    skipping.take_back("twice")
    assert desk.book.due("twice") == local("2026-11-23 07:00")


@pytest.mark.parametrize("until", [date(2026, 11, 22), date(2026, 1, 1)])
def test_a_pause_ends_after_today(skipping, until):
    """An earlier date would be no pause."""
    with pytest.raises(Invalid, match="after today"):
        skipping.pause("alarm", until)


def test_a_pause_ends_a_snooze(desk, skipping):
    """Who pauses an alarm does not want to hear it in nine minutes."""
    desk.at("2026-11-23 07:00").bring()
    desk.answering.snooze("alarm")
    skipping.pause("alarm")
    assert desk.book.open_ring("alarm") is None


def test_all_that_are_on_are_paused_at_once(desk, skipping):
    """What is off stays off, and one step takes it back."""
    desk.editing.add(make_alarm(8, rule=Weekdays(WORKDAYS), item_id="work"))
    desk.editing.add(make_alarm(9, armed_at=None, item_id="off"))
    assert skipping.pause_all(date(2026, 12, 1)) == 2
    assert [desk.book.state(item) for item in ("alarm", "work", "off")] == [
        State.PAUSED,
        State.PAUSED,
        State.OFF,
    ]
    desk.editing.undo()
    assert desk.book.state("work") is State.ARMED


def test_to_resume_all_leaves_alone_what_was_paused_by_itself(desk, skipping):
    """Somebody had a reason for that."""
    desk.editing.add(make_alarm(8, rule=DAILY, item_id="mine"))
    skipping.pause("mine")
    assert skipping.pause_all() == 1
    assert skipping.resume_all() == 1
    assert desk.book.state("alarm") is State.ARMED
    assert desk.book.state("mine") is State.PAUSED


def test_skips_of_a_limited_rule_end_with_it(desk, skipping):
    """No more than there are."""
    alarm = make_alarm(rule=DAILY, item_id="short")
    desk.editing.add(replace(alarm, limits=Limits(last=date(2026, 11, 24))))
    assert skipping.skip("short", 9) == [date(2026, 11, 23), date(2026, 11, 24)]
    with pytest.raises(Invalid, match="no ring to skip"):
        skipping.skip("short")


def test_long_gone_skips_are_forgotten(desk, skipping):
    """A year is kept, to explain what did not ring."""
    skipping.skip("alarm")
    desk.clock.advance(timedelta(days=400))
    desk.bring()
    skipping.skip("alarm")
    assert len(desk.book.item("alarm").skipped) == 1


def test_a_skip_is_not_forgotten_before_the_next_ring():
    """A birthday that was skipped is not missed when the one after it is skipped, too."""
    desk = Desk(make_alarm(rule=Yearly(11, 23), armed_at=local("2026-01-01 12:00")))
    skipping = Skipping(desk.book)
    for moment in ("2026-11-01 12:00", "2027-11-01 12:00", "2027-12-24 12:00"):
        desk.at(moment)
        skipping.skip("alarm")
    assert not desk.bring()
    assert desk.local_due() == "2029-11-23 07:00"
