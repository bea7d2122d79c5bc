"""How late a ring is, alone and among a thousand at one instant: `python -m tests.bench.rings`.

A ring counts from its due until it is stored, told and shown. The floor is a sleeper, or a thousand
of them, on plain asyncio in the same run, which stores and shows nothing. Beside it stands how long
the disk takes for one durable write: a ring is claimed in the store before it is told.
"""

import asyncio
import sqlite3
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from alarmclock.core.activity.events import Event, Rang
from alarmclock.core.alarm import Alarm
from alarmclock.core.change import Change, ItemChange
from alarmclock.core.rules.rule import EVERY_DAY, Weekdays
from alarmclock.core.timer import Timer
from alarmclock.desktop.loop.loop_pulse import LoopPulse
from tests.bench.child import in_child
from tests.bench.opened import Painted, opened, pass_time, turn_until
from tests.bench.table import Row, percentile, run

SAMPLES, MANY = 200, 1000
LATEST_MS, LAST_OF_MANY_MS, LONGEST_GAP_MS = 5.0, 250.0, 50.0
AHEAD = timedelta(milliseconds=60)
# A program with a thousand alarms is open by then, also on a machine with much other work.
LEAD = timedelta(seconds=10)
# What follows a ring, such as the proof that it is heard and the help where it is not.
AFTERMATH_S = 8.0
ONE_SECOND = timedelta(seconds=1)
# What is late by less than this is early: the clock counts microseconds.
EARLY_MS = 0.0


def measure() -> list[Row]:
    """Measure both, each beside its floor."""
    floor, alone = in_child(sleepers, 1, SAMPLES), in_child(alone_ms)
    floor_of_many, many = in_child(sleepers, MANY, 1), in_child(many_ms, AFTERMATH_S)
    early = sum(late < EARLY_MS for late in (*alone, *many["lates"]))
    slept, wrote = percentile(floor, 0.99), percentile(in_child(durable_writes, SAMPLES), 0.99)
    return [
        Row("rings that came early", early, "", 0, note=f"of {len(alone) + len(many['lates']):,}"),
        Row(
            "due to Rang, one alarm, p99",
            percentile(alone, 0.99),
            "ms",
            LATEST_MS,
            slept,
            "p99 of a sleeper on plain asyncio",
            note=f"median {percentile(alone, 0.5):.1f} ms; one durable write p99 {wrote:.1f} ms",
        ),
        Row(
            f"due to last Rang, {MANY:,} alarms, stored and shown",
            many["shown"],
            "ms",
            LAST_OF_MANY_MS,
            max(floor_of_many),
            f"the last of {MANY:,} sleepers on plain asyncio",
            note=f"last Rang after {max(many['lates']):.1f} ms",
        ),
        Row("  longest gap of the loop meanwhile", many["gap"], "ms", LONGEST_GAP_MS),
        Row("  longest gap in the 8 s after", many["gap_after"], "ms", LONGEST_GAP_MS),
    ]


def sleepers(number: str, times: str) -> list[float]:
    """Give how late sleepers of plain asyncio wake, in milliseconds, several at one instant."""
    return asyncio.run(_sleep(int(number), int(times)))


async def _sleep(number: int, times: int) -> list[float]:
    lates: list[float] = []

    async def sleeper(due: float) -> None:
        await asyncio.sleep(due - time.time())
        lates.append((time.time() - due) * 1000)

    for _ in range(times):
        due = time.time() + AHEAD.total_seconds()
        await asyncio.gather(*(sleeper(due) for _ in range(number)))
    return lates


def durable_writes(times: str) -> list[float]:
    """Give how long a bare SQLite takes to write one row for good, in milliseconds."""
    took: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        connection = sqlite3.connect(Path(folder) / "floor.db", isolation_level=None)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("CREATE TABLE claims (due TEXT)")
        for _ in range(int(times)):
            time.sleep(AHEAD.total_seconds())
            began = time.perf_counter()
            connection.execute("INSERT INTO claims VALUES (?)", (datetime.now(UTC).isoformat(),))
            took.append((time.perf_counter() - began) * 1000)
        connection.close()
    return took


def alone_ms() -> list[float]:
    """Give how late one timer after the other rings, in milliseconds."""
    lates: list[float] = []
    with opened() as program:

        def note(event: Event) -> None:
            if isinstance(event, Rang):
                lates.append((program.clock.now() - event.due) / timedelta(milliseconds=1))

        program.activity.watch(note)
        for number in range(SAMPLES):
            timer = Timer(ONE_SECOND, "tea", program.clock.now() + AHEAD)
            program.book.commit(Change((ItemChange(None, timer),)))
            turn_until(lambda count=number: len(lates) > count)
            pass_time(0.02)
            program.answering.dismiss(timer.id)
            program.book.commit(Change((ItemChange(program.book.item(timer.id), None),)))
            pass_time(0.02)
    return lates


def many_ms(aftermath_s: str) -> dict[str, object]:
    """Let a thousand alarms ring at one instant, and give when all of it was over."""
    due = (datetime.now(UTC) + LEAD + ONE_SECOND).replace(microsecond=0)
    zoneless = Alarm(due.time(), Weekdays(EVERY_DAY), "many", "UTC", due - LEAD)
    items = [
        Alarm(zoneless.time, zoneless.rule, f"alarm {n}", "UTC", zoneless.armed_at)
        for n in range(MANY)
    ]
    with opened(items) as program:
        lates: list[float] = []

        def note(event: Event) -> None:
            if isinstance(event, Rang):
                lates.append((program.clock.now() - event.due) / timedelta(milliseconds=1))

        program.activity.watch(note)
        program.shell.ring_desk.prepare()
        assert program.shell.ring_window is not None
        ringing, window = Painted(program.shell.ring_window), Painted(program.window)
        while program.clock.now() < due - timedelta(milliseconds=300):
            pass_time(0.05)
        assert not lates, "it took too long to open"
        pulse = LoopPulse()
        pulse.start()
        turn_until(lambda: len(lates) == MANY)
        told_at = time.time()
        for painted in (ringing, window):
            turn_until(lambda painted=painted: bool(painted.at) and painted.at[-1] >= told_at)
        shown_at = min(at for at in ringing.at if at >= told_at)
        gap_s = pulse.stop()
        pulse.start()
        pass_time(float(aftermath_s))
        gap_after_s = pulse.stop()
        program.answering.stop_all()
        return {
            "lates": lates,
            "shown": (shown_at - due.timestamp()) * 1000,
            "gap": gap_s * 1000,
            "gap_after": gap_after_s * 1000,
        }


if __name__ == "__main__":
    run(measure)
