"""The watch that tells each evening what is odd about the night to come."""

import asyncio
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from alarmclock.core.errors import NotSaved
from alarmclock.daemons.clock import settle
from alarmclock.daemons.evening_watch import EveningWatch
from tests.core.builders import DAY, HOUR, MINUTE, Desk, local, make_alarm
from tests.daemons.builders import DAILY

LISBON = ZoneInfo("Europe/Lisbon")
AFTERNOON = local("2027-03-27 15:00")


class Evenings:
    """A desk with an alarm at half past two, the watch, and all that it told."""

    def __init__(self, now=AFTERNOON, alarms=None):
        found = alarms or [make_alarm(2, 30, rule=DAILY, label="Gym", armed_at=now)]
        self.desk = Desk(*found, now=now)
        self.clock = self.desk.clock
        self.memos = {}
        self.told = []
        self.watch = None
        self._task = None

    async def begin(self):
        """Open the program, again if need be."""
        await self.end()
        self.watch = EveningWatch(
            self.desk.book, self.clock, self.told.append, self.memos.get, self.save
        )
        self._task = asyncio.create_task(self.watch.run())
        await settle()

    async def end(self):
        """Close the program."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])

    def save(self, name, text):
        """Keep a memo."""
        self.memos[name] = text


@pytest.fixture
async def evenings():
    """Give a running watch on the afternoon before clocks are set in Berlin."""
    made = Evenings()
    await made.begin()
    yield made
    await made.end()


async def test_it_tells_at_eight_and_once(evenings):
    """Not before, and not again in that night."""
    await evenings.clock.run_for(5 * HOUR - timedelta(microseconds=1))
    assert evenings.told == []
    await evenings.clock.run_for(timedelta(microseconds=1))
    assert [night.names for night in evenings.told] == [("Gym",)]
    await evenings.clock.run_for(3 * DAY)
    assert len(evenings.told) == 1


async def test_a_restart_does_not_repeat_it(evenings):
    """What was told is remembered."""
    await evenings.clock.run_for(6 * HOUR)
    await evenings.begin()
    assert len(evenings.told) == 1


async def test_opened_later_that_evening_it_tells_at_once():
    """Who comes home at ten learns it, too."""
    late = Evenings(now=local("2027-03-27 22:00"))
    await late.begin()
    assert len(late.told) == 1
    await late.end()


async def test_it_tells_of_the_change_half_a_year_later(evenings):
    """Each change is another one."""
    await evenings.clock.run_for(DAY)
    evenings.clock.advance(local("2027-10-30 19:00") - evenings.clock.now())
    await evenings.clock.run_for(HOUR)
    assert [bool(night.shift) for night in evenings.told] == [True, False]


async def test_a_nudge_looks_anew(evenings):
    """The clock was set to the evening, or the zone has changed; and it still waits afterwards."""
    evenings.clock.set_zone(LISBON)
    evenings.clock.set_wall(local("2027-03-27 19:30", LISBON))
    evenings.watch.nudge()
    await evenings.clock.run_for(29 * MINUTE)
    assert evenings.told == []
    # In Lisbon half past two exists: it is half past one that is left out.
    evenings.desk.editing.add(make_alarm(1, 30, rule=DAILY, label="Call", item_id="call"))
    await evenings.clock.run_for(MINUTE)
    assert [night.names for night in evenings.told] == [("Call",)]


async def test_a_memo_that_can_t_be_kept_costs_only_the_memory(evenings, caplog):
    """It is told once in this run all the same."""

    def refuse(_name, _text):
        raise NotSaved("The disk is full.")

    evenings.save = refuse
    await evenings.begin()
    await evenings.clock.run_for(2 * DAY)
    assert len(evenings.told) == 1
    assert "The disk is full." in caplog.text


async def test_a_broken_night_does_not_end_the_watch(evenings, caplog):
    """The next evening is looked at as any other."""
    told, evenings.told = evenings.told, None
    evenings.watch._tell = lambda _night: told.missing
    await evenings.clock.run_for(6 * HOUR)
    assert "could not be looked at" in caplog.text
    evenings.watch._tell = told.append
    evenings.clock.advance(local("2027-10-30 19:00") - evenings.clock.now())
    await evenings.clock.run_for(HOUR)
    assert len(told) == 1
