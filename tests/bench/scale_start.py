"""The start with many alarms, and what they cost: `python -m tests.bench.scale_start`.

Beside each figure stands that of our own window without alarms, of the same run and in turn.
"""

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.many import fill
from tests.bench.startup import OURS, ROOT, Screen, start
from tests.bench.table import Row, run

RUNS, IDLE_RUNS = 9, 2
IDLE_S = 20
COUNTS = (0, 1_000, 10_000)
# As many as are seen, so that as much ticks on the screen.
FEW = 10
AIMS = {1_000: 1.1, 10_000: 1.5}
MOST_MIB = 40.0
# A figure of so few ticks of the system's own clock varies by itself.
SAME_CPU = 1.1
EMPTY = "our own window without alarms"

ARMED = """
import json, sys, time
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer
from tests.bench.inside import Inside

inside = Inside(Path(sys.argv[1]))
inside.start()

def turn(seconds):
    loop = QEventLoop()
    QTimer.singleShot(int(1000 * seconds), loop.quit)
    loop.exec()

turn(2)
with open("/proc/self/smaps_rollup") as rollup:
    kib = next(int(line.split()[1]) for line in rollup if line.startswith("Pss:"))
begun = time.process_time()
turn(float(sys.argv[2]))
print(json.dumps({"kib": kib, "worked_s": time.process_time() - begun}), flush=True)
inside.finish()
"""


def measure() -> list[Row]:
    """Start in turn without, with some and with many alarms, and let them wait."""
    with tempfile.TemporaryDirectory() as name, Screen() as environment:
        folders = {count: Path(name) / str(count) for count in COUNTS}
        for count, folder in folders.items():
            fill(folder, count)
        started = _starts(folders, environment)
        fill(folders[0].with_name("few"), FEW)
        folders[FEW] = folders[0].with_name("few")
        waited = {count: _armed(folders[count], environment) for count in (0, FEW, COUNTS[-1])}
    return [*_of_starts(started), *_of_waiting(waited)]


def _starts(folders: dict[int, Path], environment: dict[str, str]) -> dict[int, list[float]]:
    found: dict[int, list[float]] = {count: [] for count in folders}
    for number in range(RUNS + 1):
        for count, folder in folders.items():
            figure = start(OURS, environment, folder)
            if number:
                found[count].append(1000 * figure.seconds)
    return found


def _armed(folder: Path, environment: dict[str, str]) -> dict[str, float]:
    """Give the least memory and processor time of several runs."""
    runs = []
    for _ in range(IDLE_RUNS):
        told = subprocess.run(
            [sys.executable, "-c", ARMED, str(folder), str(IDLE_S)],
            env=environment,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            check=True,
            timeout=300,
        )
        runs.append(json.loads(told.stdout))
    return {key: min(one[key] for one in runs) for key in runs[0]}


def _of_starts(started: dict[int, list[float]]) -> list[Row]:
    empty = statistics.median(started[0])
    rows = [Row("start to first painted window, no alarms", empty, "ms")]
    for count, aim in AIMS.items():
        took = statistics.median(started[count])
        what = f"start to first painted window, {count:,} alarms"
        rows.append(Row(what, took, "ms", aim, empty, EMPTY, is_ratio=True))
    return rows


def _of_waiting(waited: dict[int, dict[str, float]]) -> list[Row]:
    none, many = waited[0], waited[COUNTS[-1]]
    name = f"{COUNTS[-1]:,} armed alarms"
    added = (many["kib"] - none["kib"]) / 1024
    a_minute = {count: 1000 * 60 / IDLE_S * one["worked_s"] for count, one in waited.items()}
    idle = f"idle, window seen, {name}: processor time a minute"
    return [
        Row(f"memory added by {name} (PSS)", added, "MiB", MOST_MIB),
        *(
            Row(idle, a_minute[COUNTS[-1]], "ms", SAME_CPU, a_minute[count], floor, is_ratio=True)
            for count, floor in ((0, EMPTY), (FEW, f"our own window with {FEW} alarms"))
        ),
    ]


if __name__ == "__main__":
    run(measure)
