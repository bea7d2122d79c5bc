"""Somebody is told some time before each due."""

import asyncio
import gc
from dataclasses import replace
from datetime import timedelta

import pytest

from alarmclock.core.change import Change, ItemChange
from alarmclock.core.goal import Aim, Goal
from alarmclock.daemons.approach import GOALS_A_TURN, Approach
from alarmclock.daemons.clock import settle
from tests.daemons.builders import DAILY, HOUR, MINUTE, NOW, SECOND, BentRule, World, make_alarm

# The world begins at 06:30; the alarms are for 07:00.


class Told:
    """An approach in a world, and what was told ten minutes before."""

    def __init__(self, *items, lead=10 * MINUTE):
        self.world = World()
        self.world.book.load(items, [])
        self.lead = lead
        self.goals, self.changes = [], 0
        self.approach = Approach(self.world.book, self.world.clock)
        self.approach.tell(lambda: self.lead, self.goals.append)
        self.approach.on_change(self._count)

    def _count(self):
        self.changes += 1

    async def __aenter__(self):
        self.task = asyncio.create_task(self.approach.run())
        await settle()
        return self

    async def __aexit__(self, *_):
        self.task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await self.task

    @property
    def ids(self):
        """Name whom was told of."""
        return [goal.item_id for goal in self.goals]


async def test_it_is_told_ten_minutes_before_once():
    """Not earlier, and not again."""
    async with Told(make_alarm(7, id="gym")) as told:
        await told.world.clock.run_for(20 * MINUTE - SECOND)
        assert told.ids == []
        await told.world.clock.run_for(SECOND)
        assert told.ids == ["gym"]
        await told.world.clock.run_for(9 * MINUTE)
        assert told.ids == ["gym"]


@pytest.mark.parametrize("lead", [10 * MINUTE, None], ids=["told", "told nobody"])
async def test_goals_of_what_is_gone_are_not_kept(lead):
    """However many alarms were set and deleted, long before they were due."""
    async with Told(lead=lead) as told:
        for number in range(300):
            told.world.editing.add(make_alarm(7, id=f"{number}"))
            await settle()
            told.world.editing.remove(f"{number}")
            await settle()
        gc.collect()
        assert sum(isinstance(one, Goal) for one in gc.get_objects()) < 100


async def test_what_is_nearer_is_told_at_once():
    """An alarm for in three minutes."""
    async with Told() as told:
        told.world.editing.add(make_alarm(6, 33, id="soon"))
        await settle()
        assert told.ids == ["soon"]


async def test_an_alarm_that_was_moved_or_deleted_is_not_told_of():
    """Only what is still to come counts."""
    async with Told(make_alarm(7, id="moved"), make_alarm(7, id="gone")) as told:
        book = told.world.book
        book.commit(Change((ItemChange(book.find("moved"), make_alarm(9, id="moved")),)))
        told.world.editing.remove("gone")
        await told.world.clock.run_for(HOUR)
        assert told.ids == []
        await told.world.clock.run_for(HOUR + 20 * MINUTE)
        assert told.ids == ["moved"]


async def test_a_snoozed_ring_is_told_of_as_one():
    """It makes a noise, too."""
    async with Told(make_alarm(7, id="gym"), lead=MINUTE) as told:
        world = told.world
        world.keeper.start()
        await world.clock.run_for(30 * MINUTE + SECOND)
        world.answering.snooze("gym", 5 * MINUTE)
        await world.clock.run_for(4 * MINUTE)
        assert [(goal.item_id, goal.aim) for goal in told.goals] == [
            ("gym", Aim.RING),
            ("gym", Aim.RING_AGAIN),
        ]


async def test_each_ring_of_a_repeating_alarm_is_told_of():
    """Every day anew."""
    async with Told(make_alarm(7, rule=DAILY, id="gym")) as told:
        told.world.keeper.start()
        for _ in range(3):
            await told.world.clock.run_for(30 * MINUTE)
            told.world.answering.dismiss("gym")
            await told.world.clock.run_for(23 * HOUR + 30 * MINUTE)
        assert told.ids == ["gym"] * 3


async def test_nobody_is_told_while_there_is_no_lead_and_all_when_it_is_renewed():
    """A setting that was off is turned on."""
    async with Told(make_alarm(7, id="gym"), lead=None) as told:
        await told.world.clock.run_for(25 * MINUTE)
        assert told.ids == []
        told.lead = 30 * MINUTE
        told.approach.renew()
        await settle()
        assert told.ids == ["gym"]


async def test_the_clock_was_set_forward():
    """What came near by that is told of."""
    async with Told(make_alarm(9, id="gym")) as told:
        told.world.clock.set_wall(NOW + 2 * HOUR + 25 * MINUTE)
        told.approach.renew()
        await settle()
        assert told.ids == ["gym"]


async def test_what_comes_first_is_known():
    """And who wants to know is told when it changes."""
    async with Told(make_alarm(9, id="late"), make_alarm(8, id="early")) as told:
        assert told.approach.first.item_id == "early"
        assert [goal.item_id for goal in told.approach.next_few(5)] == ["early", "late"]
        before = told.changes
        told.world.editing.remove("early")
        await settle()
        assert told.approach.first.item_id == "late"
        assert told.changes > before
        told.world.editing.remove("late")
        await settle()
        assert told.approach.first is None


async def test_thousands_are_read_in_turns():
    """Other tasks have theirs in between."""
    alarms = [make_alarm(8, id=f"a{number}") for number in range(10 * GOALS_A_TURN)]
    told = Told(*alarms)
    turns = []
    told.approach.on_change(lambda: turns.append(len(told.approach.next_few(10_000))))
    async with told:
        assert turns == [number * GOALS_A_TURN for number in range(1, 11)]


async def test_who_fails_keeps_nobody_from_being_told(caplog):
    """Neither the one who is told, nor the alarm that can't be worked out."""
    bent = make_alarm(7, rule=BentRule(), id="bent")
    told = Told(bent, make_alarm(7, id="gym"), make_alarm(7, id="tea"))
    told.approach.tell(lambda: timedelta(hours=1), _fail)
    async with told:
        await told.world.clock.run_for(20 * MINUTE)
        assert sorted(told.ids) == ["gym", "tea"]
    assert "could not be told" in caplog.text


def _fail(goal):
    raise RuntimeError(goal)


async def test_an_alarm_turned_off_and_on_again_is_expected_once():
    """However often that is done, it takes no place of another one."""
    alarms = make_alarm(7, id="gym"), make_alarm(8, id="tea")
    async with Told(*alarms) as told:
        off = replace(alarms[0], armed_at=None)
        for pair in [(alarms[0], off), (off, alarms[0])] * 4:
            told.world.book.commit(Change(items=(ItemChange(*pair),)))
            await settle()
        assert [goal.item_id for goal in told.approach.next_few(4)] == ["gym", "tea"]
        await told.world.clock.run_for(25 * MINUTE)
        assert told.ids == ["gym"]


async def test_the_next_few_of_many_come_in_their_order():
    """What is not waited for any more is left out."""
    alarms = [make_alarm(7 + n % 5, n % 60, id=f"a{n}") for n in range(200)]
    async with Told(*alarms) as told:
        gone = alarms[5]
        told.world.book.commit(Change(items=(ItemChange(gone, None),)))
        await settle()
        goals = [told.world.book.goal(alarm.id) for alarm in alarms if alarm is not gone]
        dues = sorted(goal.at for goal in goals)
        assert [goal.at for goal in told.approach.next_few(50)] == dues[:50]
        assert gone.id not in {goal.item_id for goal in told.approach.next_few(200)}


async def test_a_listener_that_fails_ends_nothing(caplog):
    """Whoever is to be told is told."""
    told = Told(make_alarm(7, id="gym"))

    def fail():
        raise RuntimeError("no picture")

    told.approach.on_change(fail)
    async with told:
        await told.world.clock.run_for(20 * MINUTE)
        assert told.ids == ["gym"]
    assert "A listener of what comes next failed" in caplog.text
