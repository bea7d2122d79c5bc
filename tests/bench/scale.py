"""A window with 10,000 alarms, used as by a person: `python -m tests.bench.scale`.

A frame, a command, an opening: each from the key, the wheel or the drag to all of it being painted,
a command's change being on disk by then. The floors are a bare list of as many lines that does the
same: it scrolls, is dragged larger and smaller, or writes one row durably and paints itself.
Beside each p99 stand the median, and the p99 of the time in which the window's thread worked, which
what else the machine does at the moment hardly changes.
"""

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.many import MANY, fill
from tests.bench.startup import ROOT, Screen
from tests.bench.table import Row, percentile, run

FRAME_MS, COMMAND_MS, OPENING_MS = 16.7, 30.0, 100.0
P99 = 0.99
LONGEST_S = 900
FRAMES = {
    "scroll": "scroll",
    "resize": "drag the edge of the window",
    "find": "filter, a key to what it finds",
}
COMMANDS = ("add", "edit", "toggle", "delete", "undo")
OPENINGS = {
    "first editor": "open the editor for the first time",
    "editor": "open the editor",
    "first month": "show a month for the first time",
    "month": "show a month",
}

Samples = dict[str, list[tuple[float, float]]]


def measure() -> list[Row]:
    """Use the window, and the bare list, one after the other on one screen."""
    with tempfile.TemporaryDirectory() as name, Screen() as environment:
        folder = Path(name) / "data"
        fill(folder, MANY)
        bare = _samples("bare", environment)
        ours = _samples(str(folder), environment)
    return [
        *(
            _row(what, ours[name], FRAME_MS, _wall(bare[name]), "the same with a bare list")
            for name, what in FRAMES.items()
        ),
        *(
            _row(name, ours[name], COMMAND_MS, _wall(bare["write"]), "a row written and painted")
            for name in COMMANDS
        ),
        *(_row(what, ours[name], OPENING_MS) for name, what in OPENINGS.items()),
        _row("longest gap of the loop after a command", ours["gap"]),
    ]


def _row(
    what: str,
    samples: list[tuple[float, float]],
    aim: float | None = None,
    floor: float | None = None,
    floor_name: str = "",
) -> Row:
    median = statistics.median(ms for ms, _ in samples)
    worked = percentile((worked_ms for _, worked_ms in samples), P99)
    note = f"median {median:.1f} ms, worked {worked:.1f} ms, of {len(samples)}"
    what = f"{what}, among {MANY:,} alarms: p99"
    return Row(what, _wall(samples), "ms", aim, floor, floor_name, note=note)


def _wall(samples: list[tuple[float, float]]) -> float:
    return percentile((ms for ms, _ in samples), P99)


def _samples(folder: str, environment: dict[str, str]) -> Samples:
    told = subprocess.run(
        [sys.executable, "-m", "tests.bench.scale_alone", folder],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
        timeout=LONGEST_S,
    )
    found: Samples = json.loads(told.stdout)
    return found


if __name__ == "__main__":
    run(measure)
