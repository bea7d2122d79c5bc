"""The daemons and the clock of this machine on the loop that the program runs on."""

import asyncio
import statistics
import threading
from datetime import UTC, timedelta

import pytest

from alarmclock.core.activity.events import Armed, Cancelled, Rang, Ticked
from alarmclock.core.book.answering import Answering
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.book.editing import Editing
from alarmclock.daemons.clock import SystemClock
from alarmclock.daemons.keeper import Keeper
from alarmclock.desktop.loop import loop as loop_module
from tests.daemons.builders import MemoryJournal, make_timer, open_descriptors

MILLISECOND = timedelta(milliseconds=1)
NOTHING = timedelta(0)


@pytest.fixture
def run(qapp):
    """Run a coroutine on the loop of the program, and put the application back as it was."""
    quits = qapp.quitOnLastWindowClosed()
    yield lambda main: loop_module.run(qapp, main)
    qapp.setQuitOnLastWindowClosed(quits)


async def with_clock(use):
    """Start the clock of this machine, use it, and close it."""
    clock = SystemClock(lambda: UTC)
    clock.start()
    try:
        return await use(clock)
    finally:
        clock.close()


def test_never_early_and_hardly_late(run):
    """Of fifty wake-ups by the wall clock and in real time none is early or much late."""

    async def wall(clock, delay):
        due = clock.now() + delay
        await clock.wake_at(due)
        return clock.now() - due

    async def real(clock, delay):
        due = clock.elapsed() + delay
        await clock.wake_at_elapsed(due)
        return clock.elapsed() - due

    async def fifty(clock):
        delays = [(5 + 2.2 * number) * MILLISECOND for number in range(25)]
        return await asyncio.gather(
            *(wall(clock, delay) for delay in delays), *(real(clock, delay) for delay in delays)
        )

    late = run(with_clock(fifty))
    assert len(late) == 50
    assert min(late) >= NOTHING
    assert statistics.median(late) < 5 * MILLISECOND


def live(run, seconds, stay):
    """Run a timer of some seconds on the real clock and loop, and give what was reported."""
    events = []
    rang = asyncio.Event()

    def record(event):
        events.append(event)
        if isinstance(event, Rang):
            rang.set()

    async def use(clock):
        book = AlarmBook(clock, MemoryJournal())
        answering = Answering(book, record)
        keeper = Keeper(book, clock, answering.reach, record)
        keeper.watch(set(), timers=True)
        keeper.start()
        Editing(book).start(make_timer(seconds))
        await stay(rang)

    # The clock outlives the loop's last step, as in the program.
    run(with_clock(use))
    return events


def test_a_timer_for_real(run):
    """A timer of one second ticks once and rings, neither early nor more than 20 ms late."""
    events = live(run, 1, lambda rang: asyncio.wait_for(rang.wait(), 5))
    assert [type(event) for event in events] == [Armed, Ticked, Rang, Cancelled]
    rang = events[2]
    assert NOTHING <= rang.late < 20 * MILLISECOND
    assert rang.at >= rang.due


def test_the_end_of_the_loop_for_real(run):
    """When the loop ends the daemon reports it, and no descriptor and no thread is left."""
    live(run, 1, lambda _: asyncio.sleep(0))  # whatever a first run opens for good
    descriptors, threads = open_descriptors(), threading.active_count()
    events = live(run, 60, lambda _: asyncio.sleep(0.02))
    assert [type(event) for event in events] == [Armed, Cancelled]
    assert open_descriptors() == descriptors
    assert threading.active_count() == threads
