"""A month of life with forty alarms and timers, in a few seconds."""

import asyncio
import logging
from collections import Counter
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from alarmclock.core.activity.events import Cancelled, Failed, Missed, Rang
from alarmclock.core.ringing import Ending
from tests.daemons.builders import DAY, World
from tests.daemons.person import Ledger, Person

MONTH = 30 * DAY
WEEK = 7 * DAY
# The clocks of Berlin go back in the second week.
BEGIN = datetime(2026, 10, 12, 6, 30, tzinfo=UTC)


async def live(world, seed, length):
    """Let a person live for so long, and give the ledger of all that was due."""
    person, ledger = Person(world, seed), Ledger(world)
    await world.start([*person.alarms(25), *person.timers(15)])
    ledger.begin()
    watching = asyncio.create_task(world.watch.run())
    while world.clock.now() < BEGIN + length:
        await person.live_a_while()
    watching.cancel()
    return ledger


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_month(seed, caplog):
    """Each occurrence is rung once or missed with a cause, none twice, and nothing fails."""
    caplog.set_level(logging.WARNING)
    world = World(BEGIN, ZoneInfo("Europe/Berlin"))
    ledger = asyncio.run(live(world, seed, MONTH))

    claimed = [(ring.item_id, ring.due) for ring in ledger.claims]
    assert len(claimed) > 200
    assert Counter(claimed) == Counter(ledger.due())
    assert all(ring.rang_at >= ring.due for ring in ledger.claims)

    rang = Counter((event.item_id, event.due) for event in world.of(Rang))
    missed = Counter((event.item_id, event.due) for event in world.of(Missed))
    assert max(rang.values()) == max(missed.values()) == 1
    assert all(rang[due] or missed[due] for due in claimed)
    assert all(event.late >= timedelta(0) for event in world.of(Rang))

    assert world.of(Failed) == []
    assert caplog.records == []


def test_a_week_ends_in_order():
    """In the end everything that waits is cancelled once, and every ring has its ending."""
    world = World(BEGIN, ZoneInfo("Europe/Berlin"))
    asyncio.run(live(world, 4, WEEK))
    waiting = {item.id for item in world.book if world.book.goal(item.id) is not None}
    end = world.clock.now()
    cancelled = [event.item_id for event in world.of(Cancelled) if event.at == end]
    assert sorted(waiting) == sorted(cancelled)
    for item in world.book:
        ended = [ring for ring in world.book.rings(item.id) if not ring.is_open]
        assert all(ring.ending for ring in ended)
        assert all(ring.cause for ring in ended if ring.ending is Ending.MISSED)


def test_the_same_seed_lives_the_same_week():
    """A run of the fake clock is told to the last event by its seed."""
    stories = []
    for _ in range(2):
        world = World(BEGIN, ZoneInfo("Europe/Berlin"))
        asyncio.run(live(world, 5, WEEK))
        end = world.clock.now()
        stories.append([event for event in world.events if event.at < end])
    assert stories[0] == stories[1]
