"""The whole of clock, watch, keeper and book when the time or the zone is set."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from alarmclock.core.activity.events import Armed, ClockChanged, Missed, Moved, Rang, Ticked
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.ringing import Cause
from alarmclock.core.rules.rule import OnDate
from alarmclock.daemons.clock import settle
from tests.daemons.builders import (
    DAILY,
    DAY,
    HOUR,
    MICROSECOND,
    MINUTE,
    NOW,
    SECOND,
    World,
    make_alarm,
    make_timer,
)

SEVEN = NOW + 30 * MINUTE
BERLIN = ZoneInfo("Europe/Berlin")
LISBON = ZoneInfo("Europe/Lisbon")

LATE = {
    "just due": (30 * MINUTE, timedelta(minutes=30), True),
    "at the late limit": (60 * MINUTE, timedelta(minutes=30), True),
    "past the late limit": (60 * MINUTE + MICROSECOND, timedelta(minutes=30), False),
    "a month, always": (30 * DAY, None, True),
    "five minutes, never late": (35 * MINUTE, timedelta(0), False),
}


@pytest.mark.parametrize(("step", "late_limit", "rings"), LATE.values(), ids=LATE.keys())
async def test_set_forward_over_a_due(world, step, late_limit, rings):
    """A ring that the clock was set over still rings within its late limit, else is missed."""
    await world.start([make_alarm(7, ring=RingSettings(late_limit=late_limit))])
    await world.set_wall(step)
    assert world.story() == ["ClockChanged", "Rang" if rings else "Missed"]
    assert world.of(Rang, Missed)[0].due == SEVEN


async def test_set_forward_over_many_days_rings_only_the_newest(world):
    """A daily alarm that was due on ten days rings once, and then waits for its next day."""
    alarm = make_alarm(7, rule=DAILY)
    await world.start([alarm])
    await world.set_wall(9 * DAY + 31 * MINUTE)
    assert [event.due for event in world.of(Rang, Missed)] == [SEVEN + 9 * DAY]
    world.answering.dismiss(alarm.id)
    await settle()
    assert world.book.due(alarm.id) == SEVEN + 10 * DAY


async def test_set_back_before_the_due_rings_later(world):
    """An alarm goes by the wall clock: set back, it waits for longer, and ticks all the while."""
    await world.start([make_alarm(7)])
    world.keeper.watch({"alarm 07:00:00"}, timers=False)
    await world.run_for(minutes=20)
    await world.set_wall(-MINUTE * 15)
    ticks = len(world.of(Ticked))
    await world.run_for(minutes=5)
    assert len(world.of(Ticked)) - ticks == 300
    await world.run_for(minutes=20)
    assert [event.late for event in world.of(Rang)] == [timedelta(0)]
    assert world.clock.elapsed() == 45 * MINUTE


@pytest.mark.parametrize("rule", [make_alarm().rule, DAILY], ids=["once", "daily"])
async def test_set_back_over_a_ring_does_not_ring_twice(world, rule):
    """An alarm that has rung does not ring again when its time comes a second time."""
    alarm = make_alarm(7, rule=rule)
    await world.start([alarm])
    await world.run_for(minutes=31)
    world.answering.dismiss(alarm.id)
    await world.set_wall(-HOUR)
    await world.run_for(hours=3)
    assert len(world.of(Rang)) == 1


async def test_set_back_over_a_ring_rings_on_the_next_day(world):
    """The day after a day that was lived twice rings as any other."""
    alarm = make_alarm(7, rule=DAILY)
    await world.start([alarm])
    await world.run_for(minutes=31)
    world.answering.dismiss(alarm.id)
    await world.set_wall(-HOUR)
    assert world.book.due(alarm.id) == SEVEN + DAY
    await world.run_for(days=1, hours=1)
    assert [event.due for event in world.of(Rang)] == [SEVEN, SEVEN + DAY]


@pytest.mark.parametrize("step", [HOUR, -HOUR, 400 * DAY, -400 * DAY, 2 * SECOND], ids=str)
async def test_timers_are_immune(world, step):
    """A timer rings after its length of real time, and ticks each second, however often set."""
    world.keeper.watch(set(), timers=True)
    await world.start([make_timer(60).started(NOW)])
    await world.run_for(seconds=20)
    await world.set_wall(step)
    await world.run_for(seconds=20)
    await world.set_wall(-step / 2)
    await world.run_for(seconds=19.9)
    assert world.of(Rang) == []
    await world.run_for(seconds=0.1)
    assert [event.late for event in world.of(Rang)] == [timedelta(0)]
    assert sorted({tick.count for tick in world.of(Ticked)}) == list(range(1, 61))
    assert len(world.of(Ticked)) <= 62


async def test_a_paused_timer_does_not_follow(world):
    """What is left of a paused timer stays as it is."""
    await world.start([make_timer(60).started(NOW).paused(NOW)])
    await world.set_wall(HOUR)
    assert world.book.item("timer").left == MINUTE


@pytest.mark.parametrize("step", [HOUR, -HOUR], ids=str)
async def test_the_ring_length_is_immune(world, step):
    """How long a ring sounds is a matter of real time, whatever the wall clock does."""
    await world.start([make_alarm(7)])
    await world.run_for(minutes=31)
    await world.set_wall(step)
    await world.run_for(minutes=9)
    assert [event.cause for event in world.of(Missed)] == [Cause.UNANSWERED]
    assert world.clock.elapsed() == 40 * MINUTE


async def test_a_snooze_is_an_instant(world):
    """A snooze ends when the wall clock reads its end, even if it is set there."""
    alarm = make_alarm(7)
    await world.start([alarm])
    await world.run_for(minutes=30)
    world.answering.snooze(alarm.id)
    await settle()
    await world.set_wall(5 * MINUTE)
    assert len(world.of(Rang)) == 2


async def test_a_change_is_told_once(world):
    """The activity says once by how much the clock was set."""
    await world.start([make_timer(60).started(NOW), make_alarm(7)])
    await world.set_wall(-HOUR)
    world.watch.look()
    assert [event.step for event in world.of(ClockChanged)] == [-HOUR]


async def test_a_new_zone_moves_floating_alarms(world):
    """The floating alarm follows the traveller, and says for when; the pinned one does not."""
    floating = make_alarm(9, id="floating", rule=DAILY)
    pinned = make_alarm(9, id="pinned", rule=DAILY, zone="Europe/Lisbon")
    await world.start([floating, pinned])
    world.clock.set_zone(BERLIN)
    world.watch.look()
    await settle()
    assert [(event.item_id, event.due) for event in world.of(Moved, Armed)] == [
        ("floating", NOW + 90 * MINUTE)
    ]
    await world.run_for(hours=3)
    assert [(event.item_id, event.at) for event in world.of(Rang)] == [
        ("floating", NOW + 90 * MINUTE),
        ("pinned", NOW + 150 * MINUTE),
    ]


async def test_a_zone_to_the_west_makes_the_alarm_later(world):
    """Who travels west is rung later, by the clock on the wall there."""
    world = World(zone=BERLIN)
    await world.start([make_alarm(8)])  # 07:00 UTC
    world.clock.set_zone(LISBON)
    world.watch.look()
    await world.run_for(hours=2)
    assert world.times(Rang) == [90 * MINUTE]


async def test_a_long_sleep_of_the_computer(world):
    """After a suspend over the due the ring is late, or missed because of the sleep."""
    soon = make_alarm(7, id="soon")
    late = make_alarm(6, 45, id="late", ring=RingSettings(late_limit=timedelta(minutes=5)))
    await world.start([soon, late, make_timer(60).started(NOW)])
    world.clock.advance(40 * MINUTE)
    await settle()
    assert [(event.item_id, event.late) for event in world.of(Rang)] == [("soon", 10 * MINUTE)]
    assert {(event.item_id, event.cause) for event in world.of(Missed)} == {
        ("late", Cause.ASLEEP),
        ("timer", Cause.ASLEEP),
    }


FAR = {"30 days": 30, "400 days": 400}


@pytest.mark.parametrize("days", FAR.values(), ids=FAR.keys())
async def test_far_alarms_live_and_are_never_early(world, days):
    """An alarm a month or a year away rings at its due, to the microsecond."""
    due = SEVEN + days * DAY
    await world.start([replace(make_alarm(7), rule=OnDate(due.date()))])
    await world.clock.run_for(due - NOW - MICROSECOND)
    assert world.story() == []
    await world.clock.run_for(MICROSECOND)
    assert [(event.at, event.late) for event in world.of(Rang)] == [(due, timedelta(0))]


async def test_two_at_one_instant_both_ring(world):
    """An alarm and a timer that are due together ring both, and are answered each for itself."""
    await world.start([make_alarm(7), make_timer(1800).started(NOW)])
    await world.run_for(minutes=30)
    assert world.times(Rang) == [30 * MINUTE, 30 * MINUTE]
    world.answering.dismiss("timer")
    await settle()
    assert [item.id for item, _ in world.book.ringing()] == ["alarm 07:00:00"]
