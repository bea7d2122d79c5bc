import asyncio
from dataclasses import replace

import pytest

from alarmclock.core.activity.events import Armed, Cancelled, Rang, Ticked
from alarmclock.core.ringing import Ending
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


def dues(events):
    """List the dues of events."""
    return [event.due for event in events]


# Start


async def test_start_arms_what_waits_and_nothing_else(world):
    """At start every armed alarm and running timer gets a daemon, and nobody else does."""
    items = [
        make_alarm(7),
        make_alarm(8, armed_at=None),
        make_timer(60, item_id="runs").started(NOW),
        make_timer(60, item_id="paused").started(NOW).paused(NOW),
        make_timer(60, item_id="ended"),
    ]
    assert await world.start(items) == 2
    assert {task.get_name() for task in world.tasks()} == {"daemon alarm 07:00:00", "daemon runs"}


async def test_start_announces_nobody(world):
    """The many that are armed at start say nothing each, and ring."""
    await world.start([make_alarm(7), make_alarm(7, 30)])
    assert world.story() == []
    await world.run_for(hours=1)
    assert dues(world.of(Rang)) == [SEVEN, SEVEN + 30 * MINUTE]


async def test_on_count_tells_how_many_run(world):
    """Whoever listens hears the number each time a daemon begins or ends."""
    await world.start([make_alarm(7)])
    world.editing.add(make_alarm(8))
    world.editing.remove("alarm 07:00:00")
    await settle()
    assert world.counts == [1, 2, 1]
    assert len(world.keeper) == 1


# Commands


async def test_adding_arms(world):
    """A new alarm is armed at once and says for when."""
    await world.start()
    world.editing.add(make_alarm(7))
    await settle()
    assert dues(world.of(Armed)) == [SEVEN]


async def test_editing_the_time_arms_again(world):
    """A new time is told as armed again, not as cancelled, and only it rings."""
    await world.start()
    world.editing.add(make_alarm(7))
    await settle()
    world.editing.replace(replace(make_alarm(7, 15), id="alarm 07:00:00"))
    await world.run_for(hours=1)
    assert world.story() == ["Armed", "Armed", "Rang", "Missed"]
    assert dues(world.of(Armed)) == [SEVEN, SEVEN + 15 * MINUTE]
    assert world.times(Rang) == [45 * MINUTE]


async def test_editing_the_label_is_no_news(world):
    """A new label neither arms again nor cancels."""
    alarm = make_alarm(7)
    await world.start()
    world.editing.add(alarm)
    await settle()
    world.editing.replace(replace(alarm, label="Run"))
    await settle()
    assert world.story() == ["Armed"]


async def test_a_cancellation_carries_the_newest_label(world):
    """Whoever is cancelled is called as people call it by now."""
    alarm = make_alarm(7, label="Gym")
    await world.start([alarm])
    world.editing.replace(replace(alarm, label="Run"))
    world.editing.remove(alarm.id)
    await settle()
    assert [event.label for event in world.of(Cancelled)] == ["Run"]


END = {
    "delete": lambda world, alarm: world.editing.remove(alarm.id),
    "off": lambda world, alarm: world.editing.switch(alarm.id, on=False),
}
each_end = pytest.mark.parametrize("end", END.values(), ids=END.keys())


@each_end
async def test_the_end_is_reported_once(world, end):
    """Deleted or turned off, an alarm reports once that it is cancelled, and never rings."""
    alarm = make_alarm(7)
    await world.start([alarm])
    end(world, alarm)
    await world.run_for(hours=1)
    assert world.story() == ["Cancelled"]
    assert [(event.due, event.left) for event in world.of(Cancelled)] == [(SEVEN, 30 * MINUTE)]
    assert (len(world.keeper), world.tasks()) == (0, set())


@each_end
async def test_the_end_before_the_first_step_is_reported(world, end):
    """An alarm that is taken back in the turn in which it was added reports so."""
    alarm = make_alarm(7)
    await world.start()
    world.editing.add(alarm)
    end(world, alarm)
    await settle()
    assert world.story() == ["Cancelled"]
    assert dues(world.of(Cancelled)) == [SEVEN]


@each_end
@pytest.mark.parametrize("snoozed", [False, True], ids=["ringing", "snoozed"])
async def test_the_end_of_a_ring_is_reported_once(world, end, snoozed):
    """A ringing or snoozed alarm that is deleted or turned off is cancelled."""
    alarm = make_alarm(7, rule=DAILY)
    await world.start([alarm])
    await world.run_for(minutes=31)
    if snoozed:
        world.answering.snooze(alarm.id)
    await settle()
    end(world, alarm)
    await world.run_for(days=2)
    assert world.story()[-1] == "Cancelled"
    assert world.story().count("Cancelled") == 1
    assert len(world.of(Rang)) == 1


@each_end
async def test_undo_arms_again(world, end):
    """What was deleted or turned off and taken back rings as if nothing had been."""
    alarm = make_alarm(7)
    await world.start([alarm])
    end(world, alarm)
    await settle()
    world.editing.undo()
    await world.run_for(minutes=35)
    assert world.story() == ["Cancelled", "Armed", "Rang"]
    world.editing.redo()


@each_end
async def test_undo_in_the_same_turn_arms_again(world, end):
    """An end and its undo in one turn of the loop leave one daemon that rings once."""
    alarm = make_alarm(7)
    await world.start([alarm])
    end(world, alarm)
    world.editing.undo()
    await world.run_for(minutes=35)
    assert len(world.of(Rang)) == 1
    assert len(world.keeper) == 1
    assert world.counts[-1] == 1


async def test_undoing_an_addition_cancels_and_redo_arms(world):
    """An addition that is taken back is cancelled, and done again it is armed again."""
    await world.start()
    world.editing.add(make_alarm(7))
    await settle()
    world.editing.undo()
    await settle()
    world.editing.redo()
    await settle()
    assert world.story() == ["Armed", "Cancelled", "Armed"]


async def test_turning_on_arms(world):
    """An alarm that was off is armed when it is turned on."""
    alarm = make_alarm(7, armed_at=None)
    await world.start([alarm])
    world.editing.switch(alarm.id, on=True)
    await settle()
    assert dues(world.of(Armed)) == [SEVEN]


async def test_a_duplicate_has_its_own_daemon(world):
    """Two alarms of one time ring both, each for itself."""
    alarm = make_alarm(7)
    await world.start([alarm])
    twin = world.editing.duplicate(alarm.id)
    await world.run_for(minutes=30)
    assert {event.item_id for event in world.of(Rang)} == {alarm.id, twin}
    assert world.times(Rang) == [30 * MINUTE] * 2
    world.answering.dismiss(twin)
    await settle()
    assert [item.id for item, _ in world.book.ringing()] == [alarm.id]


async def test_commands_outside_a_step_of_the_loop_arm(world):
    """A command from a plain callback, as a slot is, arms like any other."""
    await world.start()
    asyncio.get_running_loop().call_soon(world.editing.add, make_alarm(7))
    await settle()
    assert world.story() == ["Armed"]


# Answers


async def test_dismissing_a_once_alarm_ends_its_daemon_quietly(world):
    """An alarm that rang once and was stopped has nothing more to say."""
    alarm = make_alarm(7)
    await world.start([alarm])
    await world.run_for(minutes=31)
    world.answering.dismiss(alarm.id)
    await settle()
    assert world.story() == ["Rang", "Dismissed"]
    assert (len(world.keeper), world.counts[-1], world.tasks()) == (0, 0, set())


@pytest.mark.parametrize("turns", range(4), ids=str)
async def test_turned_on_while_its_daemon_goes_it_is_armed(world, turns):
    """An alarm that is turned on just when its old daemon ends has a daemon all the same."""
    alarm = make_alarm(7)
    await world.start([alarm])
    await world.run_for(minutes=31)
    world.answering.dismiss(alarm.id)
    for _ in range(turns):
        await asyncio.sleep(0)
    world.editing.switch(alarm.id, on=True)
    await settle()
    assert dues(world.of(Armed)) == [SEVEN + DAY]
    assert (len(world.keeper), len(world.tasks())) == (1, 1)


async def test_dismissing_a_repeating_alarm_arms_its_next_day(world):
    """A daily alarm that was stopped waits for tomorrow."""
    alarm = make_alarm(7, rule=DAILY)
    await world.start([alarm])
    await world.run_for(minutes=31)
    world.answering.dismiss(alarm.id)
    await settle()
    assert world.story() == ["Rang", "Dismissed", "Armed"]
    assert dues(world.of(Armed)) == [SEVEN + DAY]


async def test_unanswered_it_is_missed_and_waits_for_its_next_day(world):
    """After the ring length the ring ends as missed, and the next one is armed."""
    await world.start([make_alarm(7, rule=DAILY)])
    await world.run_for(minutes=45)
    assert world.story() == ["Rang", "Missed", "Armed"]
    assert world.events[-2].at == SEVEN + 10 * MINUTE


async def test_a_snooze_rings_again(world):
    """A snooze is waited for by the same daemon, and rings again each time."""
    alarm = make_alarm(7)
    await world.start([alarm])
    await world.run_for(minutes=30)
    (task,) = world.tasks()
    for _ in range(3):
        world.answering.snooze(alarm.id)
        await world.run_for(minutes=5)
    assert world.times(Rang) == [30 * MINUTE, 35 * MINUTE, 40 * MINUTE, 45 * MINUTE]
    assert world.tasks() == {task}


async def test_dismissing_a_snooze_ends_it_quietly(world):
    """A snooze that is given up does not ring and is not reported as cancelled."""
    alarm = make_alarm(7)
    await world.start([alarm])
    await world.run_for(minutes=30)
    world.answering.snooze(alarm.id)
    await settle()
    world.answering.dismiss(alarm.id)
    await world.run_for(hours=1)
    assert world.story() == ["Rang", "Snoozed", "Dismissed"]


async def test_a_snooze_from_the_store_is_waited_for(world):
    """A snooze that the program found at its start rings at its end."""
    alarm = make_alarm(6, 29)
    before = World(NOW - MINUTE)
    await before.start([replace(alarm, armed_at=NOW - 2 * MINUTE)])
    before.answering.snooze(alarm.id)
    (ring,) = before.book.rings(alarm.id)
    await world.start(before.book, [ring])
    await world.run_for(minutes=6)
    assert world.times(Rang) == [4 * MINUTE]


# Timers


async def test_pausing_ends_the_daemon_quietly(world):
    """A paused timer has no daemon, and nothing is reported as cancelled."""
    await world.start()
    world.editing.start(make_timer(60))
    await world.run_for(seconds=10)
    world.editing.pause("timer")
    await world.run_for(hours=1)
    assert world.story() == ["Armed"]
    assert (len(world.keeper), world.tasks()) == (0, set())


async def test_resuming_arms_for_what_is_left(world):
    """A timer that was paused rings when all of its length has run."""
    await world.start()
    world.editing.start(make_timer(60))
    await world.run_for(seconds=10)
    world.editing.pause("timer")
    await world.run_for(hours=1)
    world.editing.resume("timer")
    await world.run_for(minutes=1)
    assert world.times(Rang) == [HOUR + MINUTE]


async def test_pausing_and_resuming_in_one_turn_goes_on(world):
    """A timer that is paused and resumed in one turn has one daemon that rings once."""
    await world.start()
    world.editing.start(make_timer(60))
    await world.run_for(seconds=10)
    world.editing.pause("timer")
    world.editing.resume("timer")
    await world.run_for(minutes=2)
    assert world.times(Rang) == [MINUTE]


async def test_a_longer_timer_is_armed_again(world):
    """One minute more is told with the new due, and counts from the start."""
    await world.start()
    world.keeper.watch(set(), timers=True)
    world.editing.start(make_timer(5))
    await world.run_for(seconds=2)
    world.editing.extend("timer")
    await world.run_for(seconds=1)
    assert dues(world.of(Armed)) == [NOW + 5 * SECOND, NOW + 65 * SECOND]
    assert [(tick.count, tick.total) for tick in world.of(Ticked)] == [(1, 5), (2, 5), (3, 65)]


async def test_a_restarted_timer_runs_anew(world):
    """A timer that rings and is restarted stops ringing and runs."""
    await world.start()
    world.editing.start(make_timer(5))
    await world.run_for(seconds=6)
    world.editing.restart("timer")
    await world.run_for(seconds=6)
    assert world.story() == ["Armed", "Rang", "Armed", "Rang"]
    assert world.times(Rang) == [5 * SECOND, 11 * SECOND]


async def test_a_deleted_ring_is_cancelled_in_the_book_too(world):
    """Deleting a ringing alarm ends its ring as cancelled."""
    alarm = make_alarm(7)
    await world.start([alarm])
    await world.run_for(minutes=30)
    world.editing.remove(alarm.id)
    await settle()
    assert [ring.ending for ring in world.book.rings(alarm.id)] == [Ending.CANCELLED]
