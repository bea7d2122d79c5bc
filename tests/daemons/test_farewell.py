import asyncio
from datetime import timedelta

import pytest

from alarmclock.daemons.clock import settle
from alarmclock.daemons.farewell import Farewell

SHORT = timedelta(milliseconds=60)


@pytest.fixture
def parts():
    """Give the list of how much had passed each time that something was shown."""
    return []


@pytest.fixture
async def farewell(parts):
    """Give a farewell that stays a short while and tells how much of it has passed."""
    farewell = Farewell()
    farewell.prepare(SHORT, lambda passed, whole: parts.append(passed / whole))
    return farewell


async def cancelled(farewell):
    """Run a farewell, cancel it, and give its task and how long it stayed."""
    task = asyncio.create_task(farewell.run())
    await settle()
    begun = asyncio.get_running_loop().time()
    task.cancel()
    await asyncio.wait([task])
    return task, timedelta(seconds=asyncio.get_running_loop().time() - begun)


async def test_it_waits_for_the_end(farewell, parts):
    """Until the loop ends it shows nothing."""
    task = asyncio.create_task(farewell.run())
    await settle()
    assert (task.done(), parts) == (False, [])
    farewell.hurry()
    task.cancel()
    await asyncio.wait([task])


async def test_it_stays_and_passes_the_cancellation_on(farewell, parts):
    """Cancelled, it gives people its length of time, and then goes as every daemon does."""
    task, stayed = await cancelled(farewell)
    assert task.cancelled()
    assert stayed >= SHORT
    assert parts == sorted(parts)
    assert len(parts) >= 2
    assert 0 <= parts[0] < parts[-1] < 1


async def test_it_can_be_hurried(farewell):
    """Whoever has read enough does not wait for the rest."""
    farewell.prepare(timedelta(seconds=30), lambda _passed, _whole: farewell.hurry())
    task, stayed = await cancelled(farewell)
    assert task.cancelled()
    assert stayed < timedelta(seconds=5)


async def test_unprepared_it_goes_at_once(parts):
    """With nothing to show nobody waits."""
    task, _ = await cancelled(Farewell())
    assert task.cancelled()
    assert parts == []


async def test_a_second_cancellation_ends_it(farewell):
    """Cancelled again while it stays, it goes at once."""
    farewell.prepare(timedelta(seconds=30), lambda _passed, _whole: None)
    task = asyncio.create_task(farewell.run())
    await settle()
    task.cancel()
    await settle()
    task.cancel()
    await asyncio.wait_for(asyncio.wait([task]), 5)
    assert task.cancelled()
