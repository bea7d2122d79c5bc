"""From a second of the wall clock until it is painted: `python -m tests.bench.ticks`.

The floor is a bare window on qasync that shows each second in a label, in the same run.
"""

import subprocess
import sys
import time

from tests.bench.child import ROOT, environment, in_child
from tests.bench.opened import SETTLES_IN_S, Painted, opened, pass_time
from tests.bench.table import Row, percentile, run

SECONDS = 60
LATEST_MS = 20.0
# What is painted later in a second than this belongs to no tick, such as the end of a motion.
BELONGS_MS = 400.0


def measure() -> list[Row]:
    """Measure the program, then the label."""
    ours, floor = in_child(ticks_ms), label_ms()
    return [
        Row(
            "wall-clock second to painted, p99",
            percentile(ours, 0.99),
            "ms",
            LATEST_MS,
            percentile(floor, 0.99),
            "p99 of a bare qasync window with a label that ticks",
            note=f"median {percentile(ours, 0.5):.1f} ms of {len(ours)} ticks, the label's "
            f"{percentile(floor, 0.5):.1f} ms",
        )
    ]


def ticks_ms() -> list[float]:
    """Give how long after each second the program has painted it."""
    with opened() as program:
        # The blinks of a caret are no ticks.
        program.window.setFocus()
        pass_time(SETTLES_IN_S)
        painted = Painted(program.window)
        pass_time(SECONDS)
        return last_of_each_second(painted.at)


def label_ms() -> list[float]:
    """Give the same of the bare window."""
    window = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.qasync_floor", "tick", "count"],
        env=environment(PYTHONUNBUFFERED="1"),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    time.sleep(SECONDS)
    window.kill()
    told, _ = window.communicate()
    return last_of_each_second([float(line) for line in told.splitlines()[2:-1]])


def last_of_each_second(moments: list[float]) -> list[float]:
    """Give how many milliseconds after each second the last of it was painted."""
    last: dict[int, float] = {}
    for moment in moments:
        late_ms = moment % 1 * 1000
        if late_ms < BELONGS_MS:
            last[int(moment)] = late_ms
    return list(last.values())


if __name__ == "__main__":
    run(measure)
