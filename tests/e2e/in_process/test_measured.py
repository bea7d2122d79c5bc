"""What must hold with the real clock: no stall, never early, hardly late, nothing left behind."""

import statistics
from datetime import timedelta
from itertools import pairwise

import pytest

from alarmclock.core.activity.events import Armed, Cancelled, Rang, Ticked
from alarmclock.core.change import Change, ItemChange
from alarmclock.core.timer import Timer
from alarmclock.daemons.clock import SystemClock
from alarmclock.desktop.loop.loop_pulse import LoopPulse
from alarmclock.desktop.zone import SystemZone

ONE_SECOND = timedelta(seconds=1)
MILLISECOND = timedelta(milliseconds=1)
# Promised are gaps of 50 ms at most and rings at most 20 ms late; the machines that run tests are
# shared and noisy, so that single values may be higher here.
NOISE_GAP_S = 0.150
LATEST, NOISE_LATE = timedelta(milliseconds=20), timedelta(milliseconds=100)


@pytest.fixture
def clock():
    """Tell the real time."""
    return SystemClock(SystemZone())


@pytest.fixture
def events(person):
    """Collect what the daemons report."""
    seen = []
    person.program.activity.watch(seen.append)
    return seen


def of_kind(events, kind):
    """Give the events of one kind."""
    return [event for event in events if isinstance(event, kind)]


def test_the_model_run_in_real_time(qtbot, person, events, record_property):
    """Five ticks a second apart, then ALARM!, and the window never waits."""
    person.say("7:15 gym")
    pulse = LoopPulse()
    person.program.editing.start(Timer(5 * ONE_SECOND, "tea"))
    pulse.start()
    qtbot.waitUntil(lambda: bool(of_kind(events, Rang)), timeout=8000)
    gap_s = pulse.stop()
    ticks = [event for event in of_kind(events, Ticked) if event.label == "tea"]
    assert [(tick.count, tick.total) for tick in ticks] == [(n, 5) for n in range(1, 6)]
    steps = [b.at - a.at for a, b in pairwise(ticks)]
    assert all(abs(step - ONE_SECOND) < NOISE_LATE for step in steps)
    assert gap_s < NOISE_GAP_S
    record_property("longest gap, ms", round(gap_s * 1000))


def test_rings_are_never_early_and_hardly_late(qtbot, person, events, record_property):
    """Twenty timers that end at different moments."""
    for number in range(20):
        timer = Timer(ONE_SECOND, f"t{number}")
        started = timer.started(person.program.clock.now())
        late_by = timedelta(milliseconds=37 * number)
        person.program.editing.add(started.extended(late_by).shifted(timedelta(0)))
    qtbot.waitUntil(lambda: len(of_kind(events, Rang)) == 20, timeout=8000)
    lates = sorted(event.late for event in of_kind(events, Rang))
    assert lates[0] >= timedelta(0)
    assert statistics.median(lates) <= LATEST
    assert lates[-1] <= NOISE_LATE
    record_property("late, ms", [round(late / MILLISECOND, 1) for late in lates])


def test_two_thousand_daemons_come_and_go(qtbot, person, events):
    """Armed and cancelled, they leave no task and no timer."""
    program = person.program
    loop = program.keeper._loop
    timers_before = loop.timer_count
    sleepers_before = len(program.clock._real_sleepers)
    items = [Timer(timedelta(hours=1), f"t{n}").started(program.clock.now()) for n in range(2000)]
    program.book.commit(Change(items=tuple(ItemChange(None, item) for item in items)))
    qtbot.waitUntil(lambda: len(of_kind(events, Armed)) == 2000, timeout=15000)
    assert len(program.keeper) == 2000
    program.book.commit(Change(items=tuple(ItemChange(item, None) for item in items)))
    qtbot.waitUntil(lambda: len(of_kind(events, Cancelled)) == 2000, timeout=15000)
    assert len(program.keeper) == 0
    assert len(program.clock._real_sleepers) <= sleepers_before
    assert loop.timer_count <= timers_before
