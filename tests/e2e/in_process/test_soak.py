"""Day and night with the window open: nothing grows, nothing drifts, no tick is missed."""

import asyncio
import statistics
import time as real_time
from collections import Counter
from datetime import time, timedelta

import pytest
from PySide6.QtCore import QSize

from alarmclock.app import AlarmClock
from alarmclock.core.activity.events import Rang
from alarmclock.core.alarm import Alarm
from alarmclock.core.player import SilentPlayer
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.rules.rule import EVERY_DAY, Weekdays
from alarmclock.core.surroundings.machine import Machine
from alarmclock.core.timer import Timer
from tests.e2e.in_process.monkey.beats import SECOND, Beats
from tests.e2e.in_process.monkey.cage import Cage
from tests.e2e.in_process.monkey.floor import Floor
from tests.e2e.in_process.monkey.size import measure
from tests.memory import own_memory_kb

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
DAILY = Weekdays(EVERY_DAY)
SNOOZE = RingSettings(snooze_length=MINUTE)
# What is watched can be seen all the time, and so ticks.
WATCHED = "watched"
# There is no face in so small a window, which takes most of the time that a tick takes.
SMALL = QSize(400, 560)
MOST_GROWTH_MB = 1.0
REALLY = 30 * MINUTE
LATEST_TICK_MS = 20
LARGEST_DRIFT_MS = 2


def live(cage, length, on_minute=lambda: None):
    """Let seconds pass with their ticks; each ring is snoozed once, a minute long, then stopped."""
    answering = cage.program.answering
    for second in range(length // SECOND):
        cage.clock.advance(SECOND)
        cage.turn_until_quiet()
        if second % 5 == 0:
            for item, ring in cage.book.ringing():
                (answering.dismiss if ring.snoozes else answering.snooze)(item.id)
            cage.settle()
        if second % 60 == 0:
            on_minute()


def soak(cage, length, warm_up):
    """Set alarms for the whole day, let so much of it pass, and give what was seen of it.

    Windows that are made when they are wanted, pages of the database, shapes of letters and the
    lines of the activity, of which the newest are held, come while it warms up, and stay.
    """
    now = cage.clock.now()
    for hour in range(24):
        for minute in (0, 20, 40):
            alarm = Alarm(time(hour, minute), DAILY, f"{hour}:{minute}", armed_at=now, ring=SNOOZE)
            cage.program.editing.add(alarm)
    cage.program.editing.start(Timer(90 * HOUR, WATCHED))
    cage.turn_until_quiet()
    beats = Beats(cage.program, WATCHED)
    beats.begin()
    live(cage, warm_up)
    before = measure()
    live(cage, length - warm_up)
    return beats, before, measure()


@pytest.fixture
def cage(tmp_path):
    """Open the program for a soak."""
    cage = Cage(tmp_path)
    cage.open()
    yield cage
    cage.close()


@pytest.mark.parametrize(
    ("length", "warm_up", "size"),
    [
        pytest.param(80 * MINUTE, HOUR, SMALL, id="80 minutes"),
        pytest.param(24 * HOUR, 12 * HOUR, QSize(1120, 760), marks=pytest.mark.long, id="24 hours"),
    ],
)
def test_time_passes_at_speed(cage, length, warm_up, size, record_property):
    """Each second ticks once, each alarm rings to the second and again after its snooze."""
    begun = real_time.monotonic()
    cage.window.resize(size)
    beats, before, after = soak(cage, length, warm_up)
    assert len(beats.ticks) == length // SECOND
    assert beats.missed_ticks() == []
    assert all(ring.late == timedelta(0) for ring in beats.rings)
    # Each rings for its due, and again after its snooze.
    rings = Counter(ring.label for ring in beats.rings)
    assert sum(rings.values()) == 2 * (length // (20 * MINUTE))
    assert set(rings.values()) == {2}
    grown = after.memory_mb - before.memory_mb
    figures = {
        "ticks": len(beats.ticks),
        "rings": len(beats.rings),
        "MB before, after": [round(before.memory_mb, 1), round(after.memory_mb, 1)],
        "Python objects before, after": [before.python, after.python],
        "s": round(real_time.monotonic() - begun),
    }
    for name, value in figures.items():
        record_property(name, value)
    assert sum(after.grown_since(before).values()) == 0, after.grown_since(before)
    assert grown < MOST_GROWTH_MB, figures


async def _live_really(program, length, memory):
    """Live for so long: a timer rings each minute, is snoozed and stopped, and starts anew."""
    tea = Timer(MINUTE - 5 * SECOND, "tea", ring=SNOOZE)
    program.editing.start(tea)
    loop = asyncio.get_running_loop()
    answering, editing = program.answering, program.editing

    def answer(event):
        if isinstance(event, Rang) and event.item_id == tea.id:
            ring = program.book.open_ring(tea.id)
            if ring.snoozes:
                loop.call_later(2, lambda: (answering.dismiss(tea.id), editing.restart(tea.id)))
            else:
                loop.call_later(2, lambda: answering.snooze(tea.id))

    program.activity.watch(answer)
    for _ in range(length // MINUTE):
        await asyncio.sleep(60)
        memory.append(own_memory_kb() / 1024)
    program.end()
    program.end()


@pytest.mark.long
def test_thirty_real_minutes(tmp_path, record_property, may_complain):
    """The tick stays at its second, and the program as large as it is."""
    may_complain.append("This plugin does not support raise()")
    program = AlarmClock(data_dir=tmp_path / "data", player=SilentPlayer(), machine=Machine())
    program.start()
    # Its due is a whole second of the wall clock, and so are its ticks.
    in_a_while = (program.clock.now() + 6 * HOUR).astimezone(program.clock.zone())
    program.editing.add(Alarm(time(in_a_while.hour), DAILY, WATCHED, armed_at=program.clock.now()))
    beats, memory = Beats(program, WATCHED), []
    beats.begin()
    program.begin(_live_really(program, REALLY, memory))
    with Floor(tmp_path) as floor:
        program.finish_when_ended()
    phases, bare = beats.phases_ms(), floor.phases_ms()
    drift = statistics.median(phases[-300:]) - statistics.median(phases[:300])
    latest = LATEST_TICK_MS + 2 * _part(bare, 0.99)
    figures = {
        "ticks": len(beats.ticks),
        "rings": len(beats.rings),
        "tick, ms after its second: median, p99, last": _parts(phases),
        "the same of a bare process": _parts(bare),
        "painted, ms after a second, median": round(_part(beats.paint_phases_ms(), 0.5), 2),
        "drift, ms": round(drift, 3),
        "MB each 5 minutes": [round(megabytes, 1) for megabytes in memory[4::5]],
    }
    for name, value in figures.items():
        record_property(name, value)
    print(figures)  # noqa: T201 - what a long test was run for
    assert beats.missed_ticks() == []
    assert min(phases) >= 0, "a tick came early"
    assert _part(phases, 0.5) < LATEST_TICK_MS, figures
    assert _part(phases, 0.99) < latest, figures
    assert abs(drift) < LARGEST_DRIFT_MS, figures
    assert memory[-1] - memory[len(memory) // 2] < MOST_GROWTH_MB, figures


def _part(values, part):
    """Give the value below which so much of them lies."""
    return sorted(values)[int(part * (len(values) - 1))]


def _parts(values):
    return [round(_part(values, part), 2) for part in (0.5, 0.99, 1)]
