"""How long a command takes, beside a Python that only loads what one needs at least.

`python -m tests.bench.commands [RUNS]` runs each command as a process, from its start to its end,
while the window is open and while it is closed. The first aims at 1.5 or less. Closed, a command
loads the alarms' own code, whose many kinds of values take several times as long to make.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from alarmclock.desktop.instance.client import Line, NoAnswer, NobodyThere

ROOT = Path(__file__).parents[2]
RUNS = 15
AIM = 1.5
OPENS_WITHIN_S = 30.0

FLOOR = "import sqlite3, zoneinfo, argparse"
# As the script that pip makes of the entry point.
SCRIPT = "import sys; from alarmclock.cli import main; sys.exit(main())"
COMMANDS = {
    "list": ["list"],
    "next": ["next"],
    "next PHRASE": ["next", "weekdays", "7:15"],
    "add": ["add", "7:15", "gym"],
    "stop": ["stop"],
}


def seconds(call: list[str], environment: dict[str, str]) -> float:
    """Give what a process takes from its start to its end."""
    begun = time.perf_counter()
    subprocess.run(call, env=environment, cwd=ROOT, capture_output=True, check=False)
    return time.perf_counter() - begun


def measure(folder: str, environment: dict[str, str], runs: int) -> dict[str, float]:
    """Give the shortest of several runs of the floor and of each command, in turn."""
    calls = {"floor": [sys.executable, "-c", FLOOR]}
    for name, words in COMMANDS.items():
        calls[name] = [sys.executable, "-c", SCRIPT, *words, "--data-dir", folder]
    found: dict[str, list[float]] = {name: [] for name in calls}
    for number in range(runs + 1):
        for name, call in calls.items():
            took = seconds(call, environment)
            if number:
                found[name].append(took)
    return {name: min(times) for name, times in found.items()}


class OpenProgram:
    """The program, open on a folder without a screen."""

    def __init__(self, folder: str, environment: dict[str, str]) -> None:
        self._folder = folder
        self._environment = environment

    def __enter__(self) -> None:
        call = [sys.executable, "-m", "alarmclock", "--data-dir", self._folder]
        self._process = subprocess.Popen(
            call, env=self._environment, cwd=ROOT, stderr=subprocess.DEVNULL
        )
        end = time.monotonic() + OPENS_WITHIN_S
        while not self._listens():
            assert time.monotonic() < end, "the program does not open"
            time.sleep(0.05)

    def __exit__(self, *_error: object) -> None:
        self._process.kill()
        self._process.wait()

    def _listens(self) -> bool:
        try:
            line = Line(self._folder)
            line.ask("status", {})
            line.close()
        except (NobodyThere, NoAnswer):
            return False
        return True


def figures(runs: int = RUNS) -> dict[str, dict[str, float]]:
    """Measure while the window is open, and while it is closed."""
    environment = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        "PULSE_SERVER": "unix:/nonexistent",
    }
    with tempfile.TemporaryDirectory() as folder:
        closed = measure(folder, environment, runs)
        with OpenProgram(folder, environment):
            return {"open": measure(folder, environment, runs), "closed": closed}


def main() -> None:
    """Print the table."""
    for state, found in figures(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS).items():
        sys.stdout.write(f"while the window is {state}\n")
        for name, took in found.items():
            ratio = took / found["floor"]
            aim = f"   aim {AIM}" if state == "open" and name != "floor" else ""
            sys.stdout.write(f"  {name:14}{took * 1000:8.1f} ms{ratio:8.2f}{aim}\n")


if __name__ == "__main__":
    main()
