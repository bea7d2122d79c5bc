"""Closing with many armed alarms: `python -m tests.bench.scale_closing`.

From the close button to the process being gone, less the closing time that was set. Each alarm must
have been cancelled, shown and stored by then. The floor is a bare loop of qasync with as many bare
tasks, which cancels them and ends.
"""

import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from alarmclock.store.files import DATABASE
from tests.bench.many import MANY, fill
from tests.bench.startup import ROOT, Screen
from tests.bench.table import Row, run

RUNS = 5
CLOSING_TIMES_S = (0.0, 1.5)
MOST_S = 1.0
CANCELLED = "SELECT count(DISTINCT item_id) FROM activity WHERE kind = 'cancelled'"

OURS = """
import json, sys, time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from PySide6.QtCore import QTimer
from alarmclock.app import AlarmClock
from alarmclock.core.player import SilentPlayer
from alarmclock.core.surroundings.machine import Machine

class Closing(AlarmClock):
    def _start_tasks(self):
        super()._start_tasks()
        self.armed = 0
        self.timer = QTimer()
        self.timer.timeout.connect(self.look)
        self.timer.start(500)

    def look(self):
        # All are armed, and half a second later nothing else is going on.
        if self.armed == len(self.book):
            self.timer.stop()
            closing_time = timedelta(seconds=float(sys.argv[2]))
            settings = replace(self.preferences.settings, closing_time=closing_time)
            self.preferences.settings = settings
            self.begun, self.worked_s = time.monotonic(), time.process_time()
            self.window.close()
        self.armed = len(self.keeper)

program = Closing(data_dir=Path(sys.argv[1]), player=SilentPlayer(), machine=Machine())
program.run()
shown = program.window.closing_view.cancelled_count
told = {"begun": program.begun, "worked_s": program.worked_s, "shown": shown}
print(json.dumps(told), flush=True)
"""

BARE = """
import asyncio, json, qasync, sys, time
from PySide6.QtWidgets import QApplication

app = QApplication([])

async def wait():
    await asyncio.get_running_loop().create_future()

async def main():
    tasks = [asyncio.create_task(wait()) for _ in range(int(sys.argv[1]))]
    await asyncio.sleep(0.5)
    return tasks

runner = asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app))
with runner:
    kept = runner.run(main())
    begun, worked_s = time.monotonic(), time.process_time()
print(json.dumps({"begun": begun, "worked_s": worked_s}), flush=True)
"""


class Took(NamedTuple):
    """Seconds from the close button to the end, and those in which the process worked."""

    seconds: float
    worked_s: float


def measure() -> list[Row]:
    """Close several times, with and without a time to read the cancellations."""
    with tempfile.TemporaryDirectory() as name, Screen() as environment:
        found: dict[float, list[Took]] = {seconds: [] for seconds in CLOSING_TIMES_S}
        floors = []
        for number in range(RUNS):
            floors.append(_ended([BARE, str(MANY)], environment)[0].seconds)
            for seconds, took in found.items():
                folder = Path(name) / f"{number}-{seconds}"
                fill(folder, MANY)
                took.append(_close(folder, seconds, environment))
    floor = 1000 * statistics.median(floors)
    return [_row(seconds, took, floor) for seconds, took in found.items()]


def _row(seconds: float, took: list[Took], floor: float) -> Row:
    worked = statistics.median(one.worked_s for one in took)
    return Row(
        f"closing with {MANY:,} armed, beyond the closing time of {seconds:g} s",
        1000 * (statistics.median(one.seconds for one in took) - seconds),
        "ms",
        1000 * MOST_S,
        floor,
        f"{MANY:,} bare tasks on a bare loop, cancelled and ended",
        note=f"worked {1000 * worked:.0f} ms, of {RUNS}",
    )


def _close(folder: Path, seconds: float, environment: dict[str, str]) -> Took:
    took, told = _ended([OURS, str(folder), str(seconds)], environment)
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        stored = connection.execute(CANCELLED).fetchone()[0]
    assert (told["shown"], stored) == (MANY, MANY), (told, stored)
    return took


def _ended(program: list[str], environment: dict[str, str]) -> tuple[Took, dict[str, float]]:
    """Run a program to its end, and give what that took from the close button on."""
    call = [sys.executable, "-c", *program]
    with subprocess.Popen(
        call, env=environment, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None
        told = json.loads(process.stdout.read())
        _, status, used = os.wait4(process.pid, 0)
        ended = time.monotonic()
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    worked_s = used.ru_utime + used.ru_stime - told["worked_s"]
    return Took(ended - told["begun"], worked_s), told


if __name__ == "__main__":
    run(measure)
