"""Tests of the keeper with rings that come again and rings that ask."""

from dataclasses import replace

import pytest

from alarmclock.core.activity.events import AskedAwake, Missed, Rang, Ticked
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.ringing import Cause
from tests.daemons.builders import DAILY, HOUR, MINUTE, NOW, SECOND, World, make_alarm, make_timer

SEVEN = 30 * MINUTE
AGAIN = RingSettings(again=2)
ASKING = RingSettings(awake_after=5 * MINUTE)


async def at_seven(world, ring, **fields):
    """Give an alarm that rings in this way, at seven."""
    alarm = make_alarm(7, ring=ring, **fields)
    await world.start([alarm])
    await world.run_for(minutes=30)
    return alarm


async def test_nobody_answers_at_all(world):
    """It comes again by itself, to the second, and is missed after the last time."""
    await at_seven(world, AGAIN)
    await world.run_for(hours=1)
    assert world.story() == ["Rang", "Unanswered", "Rang", "Unanswered", "Rang", "Missed"]
    assert world.times(Rang) == [SEVEN, SEVEN + 15 * MINUTE, SEVEN + 30 * MINUTE]
    assert world.times(Missed) == [SEVEN + 40 * MINUTE]
    assert world.tasks() == set()


async def test_a_timer_comes_again_to_the_second(world):
    """Its pause counts from the moment in which it fell silent."""
    await world.start([replace(make_timer(5), ring=AGAIN).started(NOW)])
    await world.run_for(minutes=16)
    assert world.times(Rang) == [5 * SECOND, 5 * SECOND + 15 * MINUTE]


async def test_a_stop_is_asked_after_and_answered(world):
    """One daemon waits for all of it, and then for tomorrow."""
    alarm = await at_seven(world, ASKING, rule=DAILY)
    tasks = world.tasks()
    world.answering.dismiss(alarm.id)
    await world.run_for(minutes=5, seconds=20)
    assert world.times(AskedAwake) == [SEVEN + 5 * MINUTE]
    world.answering.answer_awake(alarm.id)
    await world.run_for(hours=1)
    assert world.story() == ["Rang", "Dismissed", "AskedAwake", "AnsweredAwake", "Armed"]
    assert world.tasks() == tasks


async def test_who_does_not_answer_is_rung(world):
    """A minute after the question, and asked again after each Stop."""
    alarm = await at_seven(world, ASKING)
    for _ in range(3):
        world.answering.dismiss(alarm.id)
        await world.run_for(minutes=6)
    six = 6 * MINUTE
    assert world.times(Rang) == [SEVEN, SEVEN + six, SEVEN + 2 * six, SEVEN + 3 * six]


async def test_a_question_is_not_ticked_towards_and_its_answer_is(world):
    """What comes at the end of a tick is a sound."""
    alarm = await at_seven(world, ASKING)
    world.keeper.watch({alarm.id}, timers=False)
    world.answering.dismiss(alarm.id)
    await world.run_for(minutes=5)
    assert world.of(Ticked) == []
    await world.run_for(minutes=1)
    assert [tick.left for tick in world.of(Ticked)][:2] == [59 * SECOND, 58 * SECOND]


@pytest.mark.parametrize("step", [HOUR, -HOUR], ids=str)
async def test_the_clock_is_set_while_it_asks(world, step):
    """A minute is a minute."""
    alarm = await at_seven(world, ASKING)
    world.answering.dismiss(alarm.id)
    await world.run_for(minutes=5, seconds=20)
    await world.set_wall(step)
    await world.run_for(seconds=39)
    assert len(world.of(Rang)) == 1
    await world.run_for(seconds=1)
    assert len(world.of(Rang)) == 2


async def test_a_question_given_up_is_not_reported_as_cancelled(world):
    """It ends quietly, as a snooze does."""
    alarm = await at_seven(world, ASKING)
    world.answering.dismiss(alarm.id)
    await world.run_for(minutes=1)
    world.answering.dismiss(alarm.id)
    await world.run_for(hours=1)
    assert world.story() == ["Rang", "Dismissed", "AnsweredAwake"]
    assert world.tasks() == set()


@pytest.mark.parametrize(
    ("closed_at", "reopened_after", "story"),
    [
        pytest.param(2, 1, ["AskedAwake", "Rang"], id="before the question"),
        pytest.param(2, 20, ["AskedAwake", "Rang"], id="over the question"),
        pytest.param(2, 60, [], id="too long over the question"),
        pytest.param(5.5, 0, ["Rang"], id="while it asks"),
        pytest.param(5.5, 60, ["Missed"], id="too long over its answer"),
    ],
)
async def test_a_restart_goes_on_where_it_was(world, closed_at, reopened_after, story):
    """What was saved is waited for; what came too late to be asked is over."""
    before = World()
    alarm = await at_seven(before, ASKING)
    before.answering.dismiss(alarm.id)
    await before.run_for(minutes=closed_at)
    (ring,) = before.book.rings(alarm.id)
    after = World(before.clock.now() + reopened_after * MINUTE)
    await after.start(before.book, [ring])
    await after.run_for(minutes=8)
    assert after.story() == story


async def test_a_sleep_over_both_pauses_counts_the_first(world):
    """The computer slept from the first silence on: it comes again late, or is missed."""
    await at_seven(world, replace(AGAIN, late_limit=5 * MINUTE))
    await world.run_for(minutes=11)
    world.clock.advance(HOUR)
    await world.run_for(seconds=1)
    assert [event.cause for event in world.of(Missed)] == [Cause.ASLEEP]
