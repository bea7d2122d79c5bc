"""The watch over the time as the daemons live with it."""

import asyncio
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from alarmclock.core.activity.events import (
    Armed,
    ClockChanged,
    ClockDoubted,
    Missed,
    Moved,
    MovedMany,
    Rang,
)
from alarmclock.core.ringing import Cause
from alarmclock.daemons.clock import settle
from tests.daemons.builders import (
    DAILY,
    DAY,
    HOUR,
    MINUTE,
    NOW,
    SECOND,
    World,
    make_alarm,
    make_timer,
)

SEVEN = NOW + 30 * MINUTE
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
async def awake():
    """Give a call that opens a world whose heart beats."""
    tasks = []

    async def open_world(*items, **choices):
        world = World(**choices)
        await world.start(items)
        tasks.append(asyncio.create_task(world.watch.run()))
        await settle()
        return world

    yield open_world
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)


async def sleep(world, length):
    """Let the computer sleep, and wake up."""
    world.clock.advance(length)
    await settle()


# Sleep


@pytest.mark.parametrize("before", [0 * SECOND, 59 * SECOND, 20 * MINUTE], ids=str)
async def test_a_resume_over_a_due_is_handled_at_once(awake, before):
    """Within its late limit it rings in the moment of the resume, and says how late."""
    world = await awake(make_alarm(7))
    await world.clock.run_for(before)
    await sleep(world, 50 * MINUTE - before)
    assert [(event.at, event.late) for event in world.of(Rang)] == [
        (NOW + 50 * MINUTE, 20 * MINUTE)
    ]


@pytest.mark.parametrize("before", [0 * SECOND, 59 * SECOND, 29 * MINUTE], ids=str)
async def test_what_the_computer_slept_over_is_missed_by_that(awake, before):
    """Real time went on, so the clock was not set."""
    world = await awake(make_alarm(7))
    await world.clock.run_for(before)
    await sleep(world, 3 * HOUR)
    assert [event.cause for event in world.of(Missed)] == [Cause.ASLEEP]
    assert world.of(ClockChanged) == []


async def test_what_the_clock_was_set_over_is_missed_by_that(awake):
    """No real time went by, so nobody slept."""
    world = await awake(make_alarm(7))
    await world.clock.run_for(20 * MINUTE)
    await world.set_wall(3 * HOUR)
    assert [event.cause for event in world.of(Missed)] == [Cause.CLOCK_CHANGED]


async def test_a_sleep_and_then_a_step_are_told_apart(awake):
    """The computer slept until half past seven, and then its clock was set to ten."""
    world = await awake(make_alarm(7, id="slept"), make_alarm(8, 30, id="set"))
    world.clock.advance(HOUR)
    world.clock.set_wall(world.clock.now() + 2.5 * HOUR)
    await settle()
    assert {(event.item_id, event.cause) for event in world.of(Missed)} == {
        ("slept", Cause.ASLEEP),
        ("set", Cause.CLOCK_CHANGED),
    }


async def test_a_snooze_that_was_slept_over_is_missed_by_that(awake):
    """Its end is a due like any other."""
    world = await awake(make_alarm(7))
    await world.run_for(minutes=30)
    world.answering.snooze("alarm 07:00:00")
    await sleep(world, 3 * HOUR)
    assert [event.cause for event in world.of(Missed)] == [Cause.ASLEEP]


# What is told


async def test_ten_alarms_that_move_have_one_line(awake):
    """Nobody announces himself: 10,000 alarms would fill the activity."""
    world = await awake(*[make_alarm(9, n, rule=DAILY) for n in range(10)])
    world.clock.set_zone(BERLIN)
    world.watch.look()
    await settle()
    assert [event.count for event in world.of(MovedMany)] == [10]
    assert world.of(Armed, Moved) == []


async def test_after_its_next_ring_an_alarm_announces_itself_again(awake):
    """The silence is only for the change."""
    world = await awake(make_alarm(9, rule=DAILY, id="gym"))
    world.clock.set_zone(BERLIN)
    world.watch.look()
    await world.run_for(hours=2)
    world.answering.dismiss("gym")
    await settle()
    assert [event.due for event in world.of(Armed)] == [NOW + 90 * MINUTE + DAY]


# A clock that looks wrong


async def test_the_last_time_alive_is_not_overwritten_by_a_wrong_clock(awake):
    """It is noted each minute, and not while the clock is doubted."""
    world = await awake()
    await world.clock.run_for(2 * MINUTE)
    await world.set_wall(-DAY)
    await world.clock.run_for(5 * MINUTE)
    assert world.alive == [NOW + MINUTE, NOW + 2 * MINUTE]
    await world.set_wall(DAY)
    await world.clock.run_for(MINUTE)
    assert world.alive[-1] == world.clock.now() > NOW


async def test_an_accepted_clock_is_noted_at_once(awake):
    """Otherwise the next start would doubt it again."""
    world = await awake(last_alive=NOW + DAY)
    assert world.watch.doubt is not None
    world.watch.accept()
    assert world.watch.doubt is None
    assert world.alive == [NOW]


async def test_a_wrong_clock_misses_nothing_until_it_is_right(awake):
    """It rings what comes due by it; what it passed is handled when the time is known."""
    world = await awake(make_alarm(7, rule=DAILY, id="gym"), last_alive=NOW + DAY)
    await sleep(world, 3 * HOUR)
    assert len(world.of(ClockDoubted)) == 1
    assert world.of(Rang, Missed) == []
    assert world.book.due("gym") == SEVEN + DAY
    world.clock.set_wall(NOW + 2 * DAY)
    await settle()
    assert [(event.due, event.cause) for event in world.of(Missed)] == [
        (SEVEN + DAY, Cause.PROGRAM_CLOSED)
    ]


async def test_a_wrong_clock_rings_at_the_due(awake):
    """To ring is the first promise."""
    world = await awake(make_alarm(7), last_alive=NOW + DAY)
    await world.run_for(minutes=31)
    assert world.times(Rang) == [30 * MINUTE]


async def test_a_doubt_that_ends_by_itself_lets_the_daemons_look_anew(awake):
    """What was put off is handled when the clock reads again what it did."""
    world = await awake(make_alarm(6, 45, id="late"), last_alive=NOW + 4 * HOUR)
    await sleep(world, 3 * HOUR)
    assert world.of(Rang, Missed) == []
    await world.clock.run_for(HOUR + MINUTE)
    assert [event.item_id for event in world.of(Missed)] == ["late"]


async def test_a_timer_runs_through_it_all(awake):
    """Real time is never doubted."""
    world = await awake()
    world.editing.start(make_timer(3600))
    await world.set_wall(-20 * DAY)
    await world.run_for(minutes=30)
    await world.set_wall(20 * DAY)
    await world.run_for(minutes=30)
    assert world.times(Rang) == [HOUR]
    assert [type(event) for event in world.of(ClockDoubted, Rang)] == [ClockDoubted, Rang]


async def test_half_a_minute_is_no_sleep(awake):
    """A slow disk or a busy loop is nobody's sleep."""
    world = await awake(make_alarm(7))
    await world.run_for(minutes=29, seconds=50)
    await sleep(world, timedelta(seconds=40))
    assert [event.late for event in world.of(Rang)] == [30 * SECOND]
