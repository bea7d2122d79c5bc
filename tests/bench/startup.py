"""Time to the first painted window, and memory: ours beside a bare qasync and PySide6 window.

`python -m tests.bench.startup [RUNS]` starts both in turn on one virtual screen (offscreen where
there is no Xvfb) and prints medians and their ratios. Both aim at 1.25 or less.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
RUNS = 9
AIM = 1.25
SETTLED_S = 1.0

# Tells the first paint of the main window by its time, then the memory once all is quiet.
WITNESS = """
import json, os, sys, time
begun = float(sys.argv[1])
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

class Witness(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self.painted = time.time() - begun
            QTimer.singleShot({settled_ms}, self.tell)
        return False

    def tell(self):
        with open("/proc/self/smaps_rollup") as rollup:
            pss = next(int(line.split()[1]) for line in rollup if line.startswith("Pss:"))
        print(json.dumps({{"seconds": self.painted, "kib": pss}}), flush=True)
        os._exit(0)
"""

BARE = """
import asyncio, qasync
from PySide6.QtWidgets import QWidget
app = QApplication(sys.argv[:1])
witness = Witness()
window = QWidget()
window.resize(1120, 760)
window.installEventFilter(witness)

async def main():
    window.show()
    await asyncio.Event().wait()

with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
    runner.run(main())
"""

# As alarmclock.cli.window opens it.
OURS = """
from pathlib import Path
from alarmclock.desktop.footing.import_hook import unhook_imports
unhook_imports()
from alarmclock.app import AlarmClock
witness = Witness()

class Watched(AlarmClock):
    def _show(self):
        self.window.installEventFilter(witness)
        super()._show()

Watched(data_dir=Path(sys.argv[2])).run()
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """What one start took."""

    seconds: float
    kib: int


def start(program: str, environment: dict[str, str], data_dir: Path) -> Figure:
    """Start a program and give what its witness saw."""
    code = WITNESS.format(settled_ms=int(SETTLED_S * 1000)) + program
    # The time is taken here, so that the start of Python counts for both.
    call = [sys.executable, "-c", code]
    launcher = (
        "import os, sys, time;"
        f"os.execv({call[0]!r}, [*{call!r}, str(time.time()), {str(data_dir)!r}])"
    )
    run = subprocess.run(
        [sys.executable, "-S", "-c", launcher],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    if not run.stdout:
        raise RuntimeError(run.stderr)
    return Figure(**json.loads(run.stdout))


def measure(runs: int = RUNS) -> dict[str, list[Figure]]:
    """Start both in turn, after one start of each that is not counted."""
    with tempfile.TemporaryDirectory() as folder, Screen() as environment:
        figures: dict[str, list[Figure]] = {"bare window": [], "alarm clock": []}
        for number in range(runs + 1):
            for name, program in (("bare window", BARE), ("alarm clock", OURS)):
                figure = start(program, environment, Path(folder) / "data")
                if number:
                    figures[name].append(figure)
        return figures


class Screen:
    """A virtual screen, or none where there is no Xvfb."""

    def __enter__(self) -> dict[str, str]:
        environment = {
            **{k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"},
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "offscreen",
        }
        self._xvfb = None
        if shutil.which("Xvfb"):
            read, write = os.pipe()
            self._xvfb = subprocess.Popen(
                ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24"],
                pass_fds=[write],
                stderr=subprocess.DEVNULL,
            )
            os.close(write)
            with os.fdopen(read) as told:
                environment |= {"DISPLAY": f":{told.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
        return environment

    def __exit__(self, *_error: object) -> None:
        if self._xvfb is not None:
            self._xvfb.terminate()
            self._xvfb.wait()


def medians(figures: list[Figure]) -> Figure:
    """Give the median of each figure."""
    return Figure(
        statistics.median(figure.seconds for figure in figures),
        int(statistics.median(figure.kib for figure in figures)),
    )


def main() -> None:
    """Measure and print a table."""
    figures = measure(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS)
    bare, ours = medians(figures["bare window"]), medians(figures["alarm clock"])
    rows = (
        (
            "first painted window",
            f"{bare.seconds * 1000:.0f} ms",
            f"{ours.seconds * 1000:.0f} ms",
            ours.seconds / bare.seconds,
        ),
        (
            "memory (PSS)",
            f"{bare.kib / 1024:.1f} MiB",
            f"{ours.kib / 1024:.1f} MiB",
            ours.kib / bare.kib,
        ),
    )
    sys.stdout.write(f"{'':24}{'bare window':>14}{'alarm clock':>14}{'ratio':>8}   aim {AIM}\n")
    for name, floor, own, ratio in rows:
        sys.stdout.write(f"{name:24}{floor:>14}{own:>14}{ratio:>8.2f}\n")


if __name__ == "__main__":
    main()
