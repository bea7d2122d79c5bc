"""What the program costs while nobody does anything: `python -m tests.bench.idle`.

Every case runs for a minute on a screen of its own, with a window manager: seen, minimised, hidden
and covered, beside a bare window on qasync and one with a label that ticks. CPU time and the
voluntary switches of all threads are read from /proc; a switch is a thread that went to sleep, so
their number is that of the wake-ups.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.child import ROOT
from tests.bench.table import Row, run
from tests.e2e.process.screen import Screen
from tests.private_bus import PrivateBus
from tests.sound_servers import PulseServer

# Where there is no bus, the pauses between two looks grow to a minute within two.
WARM_UP_S, SECONDS, SAMPLE_S = 130.0, 60.0, 1.0
MOST_CPU, MOST_WAKE_UPS = 1.5, 3
OPENS_IN_MS = 4000

OURS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from alarmclock.app import AlarmClock

class Put(AlarmClock):
    def _show(self):
        super()._show()
        QTimer.singleShot({opens_in_ms}, lambda: self.window.{put}())

Put(data_dir=Path(sys.argv[1])).run()
"""


@dataclass(frozen=True, slots=True)
class Case:
    """One program in one state; `put` is what is done to its window."""

    name: str
    put: str = "show"
    floor: tuple[str, ...] | None = None
    has_services: bool = True
    is_covered: bool = False


@dataclass(slots=True)
class Cost:
    """What a minute took."""

    cpu_ms: float = 0.0
    wake_ups: dict[str, int] = field(default_factory=dict)

    @property
    def all_wake_ups(self) -> int:
        """How often any thread woke up."""
        return sum(self.wake_ups.values())


CASES = (
    Case("bare", floor=()),
    Case("label", floor=("tick",)),
    Case("seen"),
    Case("minimised", "showMinimized"),
    Case("hidden", "hide"),
    Case("covered", is_covered=True),
    Case("hidden, without bus and sound server", "hide", has_services=False),
)


def measure() -> list[Row]:
    """Let all cases run at once: they sleep nearly all of the time."""
    with ThreadPoolExecutor(len(CASES)) as pool:
        costs = dict(zip((case.name for case in CASES), pool.map(cost, CASES), strict=True))
    bare, label, seen = costs["bare"], costs["label"], costs["seen"]
    cpu = Row(
        "idle, window seen: CPU per minute",
        seen.cpu_ms,
        "ms",
        MOST_CPU,
        label.cpu_ms,
        "a bare qasync window with a label that ticks, for a minute",
        is_ratio=True,
        note=f"without a label {bare.cpu_ms:.1f} ms",
    )
    return [cpu, *(_wake_ups(case.name, costs[case.name]) for case in CASES[3:])]


def _wake_ups(name: str, found: Cost) -> Row:
    told = ", ".join(f"{thread} {count}" for thread, count in sorted(found.wake_ups.items()))
    note = f"{told}; {found.cpu_ms:.1f} ms of CPU"
    return Row(f"idle, {name}: wake-ups a minute", found.all_wake_ups, "", MOST_WAKE_UPS, note=note)


def cost(case: Case) -> Cost:
    """Run a case, and give what a minute of it took."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        process = stack.enter_context(_running(case, folder))
        time.sleep(WARM_UP_S)
        found = _watch(process.pid)
        assert process.poll() is None, f"{case.name} has ended"
        return found


def _watch(pid: int) -> Cost:
    """Look once a second from outside, so that threads that end are counted as well."""
    end = time.monotonic() + SECONDS
    first, last = _threads(pid), {}
    names: dict[str, str] = {}
    while time.monotonic() < end:
        for thread, (name, *figures) in _threads(pid).items():
            names[thread], last[thread] = name, figures
        time.sleep(SAMPLE_S)
    found = Cost()
    for thread, (nanoseconds, switches) in last.items():
        _, nanoseconds_before, switches_before = first.get(thread, ("", 0, 0))
        found.cpu_ms += (nanoseconds - nanoseconds_before) / 1e6
        if switches != switches_before:
            name = names[thread]
            woken = found.wake_ups.get(name, 0) + switches - switches_before
            found.wake_ups[name] = woken
    return found


def _threads(pid: int) -> dict[str, tuple[str, int, int]]:
    """Give the name, the nanoseconds of CPU and the voluntary switches of each thread."""
    found = {}
    for task in Path(f"/proc/{pid}/task").iterdir():
        try:
            nanoseconds = int((task / "schedstat").read_text().split()[0])
            status = (task / "status").read_text().splitlines()
        except (FileNotFoundError, ProcessLookupError):
            continue  # it has just ended
        told = dict(line.split(":", 1) for line in status)
        switches = int(told["voluntary_ctxt_switches"])
        found[task.name] = (told["Name"].strip(), nanoseconds, switches)
    return found


@contextmanager
def _running(case: Case, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Start the program, or its floor, on a screen of its own."""
    screen = Screen(folder)
    environment = {**screen.environment, **_services(case, folder)}
    code = OURS.format(put=case.put, opens_in_ms=OPENS_IN_MS)
    call = ["-c", code, str(folder / "data")]
    if case.floor is not None:
        call = ["-m", "tests.bench.qasync_floor", *case.floor]
    processes = [_start(call, environment)]
    if case.is_covered:
        time.sleep(OPENS_IN_MS / 1000)
        processes.append(_start(["-m", "tests.bench.qasync_floor", "covering"], environment))
    try:
        yield processes[0]
    finally:
        for process in processes:
            process.kill()
            process.wait()
        screen.close()
        for service in _STARTED.pop(folder, []):
            service.kill()


_STARTED: dict[Path, list[PrivateBus | PulseServer]] = {}


def _services(case: Case, folder: Path) -> dict[str, str]:
    """Give where the services are, and start them where there are to be any."""
    nowhere = f"unix:path={folder}/nothing"
    found = {
        "XDG_RUNTIME_DIR": str(folder),
        "HOME": str(folder),
        "PULSE_SERVER": f"unix:{folder}/pulse/native",
        "DBUS_SESSION_BUS_ADDRESS": nowhere,
        "DBUS_SYSTEM_BUS_ADDRESS": nowhere,
    }
    if case.has_services:
        session = PrivateBus(folder / "session").start()
        system = PrivateBus(folder / "system", "system").start()
        _STARTED[folder] = [session, system, PulseServer(folder).start()]
        found["DBUS_SESSION_BUS_ADDRESS"] = session.address
        found["DBUS_SYSTEM_BUS_ADDRESS"] = system.address
    return found


def _start(call: list[str], environment: dict[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, *call], env=environment, cwd=ROOT, stderr=subprocess.DEVNULL
    )


if __name__ == "__main__":
    run(measure)
