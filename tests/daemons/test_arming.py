"""At the start everything is armed, what rings next first, and the loop goes on meanwhile."""

import asyncio
from dataclasses import replace

import pytest

from alarmclock.core.alarm import Alarm
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.change import Change, ItemChange
from alarmclock.core.rules.rule import EVERY_DAY, Weekdays
from alarmclock.daemons.arming import MOST_AT_ONCE, Arming
from alarmclock.daemons.fake_clock import FakeClock
from alarmclock.daemons.keeper import Keeper
from tests.core.builders import BERLIN, SUNDAY_EVENING, MemoryJournal, make_alarm

MANY = 3 * MOST_AT_ONCE
DAILY = Weekdays(EVERY_DAY)


class Scene:
    """A book of many alarms that come in any order, with a keeper and what was shown of them."""

    def __init__(self, alarms):
        self.clock = FakeClock(SUNDAY_EVENING, BERLIN)
        self.book = AlarmBook(self.clock, MemoryJournal())
        self.book.load(alarms, ())
        self.keeper = Keeper(self.book, self.clock, lambda _goal: None, lambda _event: None)
        self.shown = []
        self.arming = Arming(self.book, self.keeper, self.shown.extend)


@pytest.fixture
def alarms():
    """Give alarms of every few minutes, the last of the day first."""
    times = [(n // 60, n % 60) for n in range(0, 8 * MANY, 8)]
    return [
        make_alarm(hour, minute, rule=DAILY, item_id=f"{hour:02}:{minute:02}")
        for hour, minute in reversed(times)
    ]


@pytest.fixture
async def scene(alarms):
    """Give many alarms that are not armed yet."""
    made = Scene(alarms)
    yield made
    for kept in list(made.keeper._kept.values()):
        kept.task.cancel()
    await asyncio.sleep(0)


async def test_what_rings_next_is_armed_at_once(scene):
    """Before the rest is looked at."""
    scene.arming.begin()
    by_due = sorted(scene.book, key=lambda alarm: scene.book.due(alarm.id))
    assert scene.keeper.ids == {alarm.id for alarm in by_due[:MOST_AT_ONCE]}


async def test_the_rest_is_armed_while_the_loop_goes_on(scene):
    """And shown in the order of the dues."""
    scene.arming.begin()
    turns = []
    asyncio.get_running_loop().call_soon(lambda: turns.append(len(scene.keeper)))
    assert len(await scene.arming.run()) == MANY
    assert turns[0] < MANY
    dues = [scene.book.due(item_id) for item_id in scene.shown]
    assert dues == sorted(dues)


async def test_what_is_off_is_shown_and_not_armed(alarms):
    """It comes last."""
    off = Alarm(alarms[0].time, label="off", id="off")
    scene = Scene([off, *alarms[:3]])
    scene.arming.begin()
    assert await scene.arming.run() == {alarm.id for alarm in alarms[:3]}
    assert scene.shown[-1] == "off"


async def test_a_change_meanwhile_is_followed(scene, alarms):
    """What was deleted or turned off before its turn is not armed."""
    scene.arming.begin()
    late = max(alarms, key=lambda alarm: scene.book.due(alarm.id))
    scene.book.commit(Change((ItemChange(late, replace(late, armed_at=None)),)))
    armed = await scene.arming.run()
    assert late.id not in armed
    assert len(armed) == MANY - 1
