"""One running program on a data folder, and the command line that talks to it."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import pytest

from alarmclock.desktop.bus import Bus, BusKind
from alarmclock.desktop.command_bus import INTERFACE, NAME, PATH
from alarmclock.desktop.instance.client import Line, NoAnswer, NobodyThere
from alarmclock.desktop.instance.holder import holder_of
from alarmclock.desktop.instance.place import places
from tests.desktop.bus_world import until as until_on_bus
from tests.e2e.process.screen import PATIENCE_S, ROOT, until
from tests.private_bus import PrivateBus

ROUNDS = 20
MOST_CONNECTIONS = 1000


@pytest.fixture
def environment(monkeypatch):
    """Give an environment without a screen, and with a runtime folder of its own."""
    with tempfile.TemporaryDirectory(prefix="run") as runtime:
        monkeypatch.setenv("XDG_RUNTIME_DIR", runtime)
        yield {
            **{name: value for name, value in os.environ.items() if not name.startswith("DBUS")},
            "XDG_RUNTIME_DIR": runtime,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(ROOT),
            "PULSE_SERVER": "unix:/nonexistent",
        }


def answers(folder):
    """Tell whether a program answers on a data folder."""
    try:
        line = Line(str(folder), 0)
    except (NoAnswer, NobodyThere):
        return False
    try:
        return line.ask("status", {})["status"] == 0
    except NoAnswer:
        return False
    finally:
        line.close()


class House:
    """Programs and commands on one data folder."""

    def __init__(self, folder, environment):
        self.folder = str(folder)
        self.environment = environment
        self.programs = []

    def start(self, *words):
        """Start a program, or a command that goes on."""
        program = subprocess.Popen(
            [sys.executable, "-m", "alarmclock", "--data-dir", self.folder, *words],
            env=self.environment,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.programs.append(program)
        return program

    def run(self, *words):
        """Run a command, and give exit status, stdout and stderr."""
        program = self.start(*words)
        out, err = program.communicate(timeout=PATIENCE_S)
        return program.returncode, out, err

    def opened(self):
        """Start a program, and wait until it answers."""
        program = self.start()
        until(self.answers, "the program to answer")
        return program

    def answers(self):
        """Tell whether a program answers."""
        return answers(self.folder)

    def close(self):
        """End everything."""
        for program in self.programs:
            if program.poll() is None:
                program.kill()
            program.communicate()


@pytest.fixture
def house(tmp_path, environment):
    """Give an empty data folder with programs on it."""
    house = House(tmp_path / "data", environment)
    yield house
    house.close()


def test_of_two_that_start_together_one_opens(house):
    """The other brings it to the front; killed, the next takes over at once. Twenty times."""
    for _ in range(ROUNDS):
        pair = [house.start(), house.start()]
        loser = until(
            lambda pair=pair: next((one for one in pair if one.poll() is not None), None),
            "one of two to leave the other the window",
        )
        winner = next(one for one in pair if one is not loser)
        assert loser.returncode == 0
        assert winner.poll() is None
        assert holder_of(house.folder) == winner.pid
        winner.kill()
        winner.wait()


def test_one_that_hangs_is_found_and_ended(house):
    """Within two seconds, by a command and by a second start; then another one opens."""
    program = house.opened()
    program.send_signal(signal.SIGSTOP)
    for words in (("list",), ()):
        begun = time.monotonic()
        status, out, err = house.run(*words)
        assert (status, out) == (3, "")
        assert "alarmclock end --force" in err
        assert str(program.pid) in err
        assert time.monotonic() - begun < 3.5
    assert house.run("end", "--force")[0] == 0
    assert program.wait(PATIENCE_S) == -signal.SIGKILL
    house.opened()
    assert house.run("end") == (0, "Alarm Clock closes.\n", "")


def test_a_command_without_the_session_reaches_the_program(house):
    """As from cron: it knows no runtime folder, and the program has one of its own."""
    house.opened()
    del house.environment["XDG_RUNTIME_DIR"]
    assert house.run("add", "every", "day", "7:15", "gym")[0] == 0
    status, out, err = house.run("status")
    assert (status, err) == (0, "")
    assert "gym" in out


def test_hostile_clients_disturb_no_ring(house):
    """Garbage, half lines, 100 MB in a line and 1,000 connections, and the ring is on time."""
    house.opened()
    house.run("add", "in 3 s tea")
    watching = house.start("watch")
    place = next(place for place in places(house.folder) if Path(place).exists())
    hostile = [nuisance(place) for _ in range(MOST_CONNECTIONS)]
    flood(place)
    rang = json.loads(watching.stdout.readline())
    while rang["event"] != "rang":
        rang = json.loads(watching.stdout.readline())
    assert rang["late_ms"] < 100
    hostile += [nuisance(place) for _ in range(MOST_CONNECTIONS // 5)]
    assert house.run("stop")[:2] == (0, "Stopped “tea”.\n")
    for one in hostile:
        one.close()
    log = (Path(house.folder) / "alarmclock.log").read_text()
    assert log.count("no request") == 1
    assert house.run("end")[0] == 0


def connected(place):
    """Connect, and wait for that as long as others stand before us."""
    one = socket.socket(socket.AF_UNIX)
    one.connect(place)
    one.settimeout(PATIENCE_S)
    return one


def nuisance(place):
    """Connect, and send garbage or half a line."""
    one = connected(place)
    with suppress(OSError):
        one.sendall(os.urandom(100) if one.fileno() % 2 else b'{"version": 1, ')
    return one


def flood(place):
    """Send 100 MB without an end of line, as far as they are taken."""
    one = connected(place)
    sent = 0
    try:
        while sent < 100_000_000:
            sent += one.send(b"x" * 1_000_000)
    except OSError:
        pass
    one.close()
    assert sent < 10_000_000


def test_one_that_hangs_is_ended_from_a_second_window(screen, start):
    """It is offered on the screen; Enter ends it and opens anew."""
    first = start().wait_open()
    until(lambda: answers(first.data_dir), "the program to answer")
    first.process.send_signal(signal.SIGSTOP)
    second = start(first.data_dir)
    screen.give_focus(screen.wait_for("^Alarm Clock does not answer"))
    screen.do("key", "Return")
    assert first.ended(time.monotonic())[0] == -signal.SIGKILL
    until(lambda: answers(first.data_dir), "the second one to answer")
    assert holder_of(str(first.data_dir)) == second.process.pid
    assert second.end()[0] == 0


def test_a_second_start_raises_a_minimised_window(screen, start, tmp_path):
    """It exits with status 0, and says nothing."""
    first = start().wait_open()
    window = screen.wait_for("^Alarm Clock$")
    screen.do("windowminimize", window)
    until(lambda: not screen.windows("^Alarm Clock$"), "the window to go")
    second = start(first.data_dir)
    assert second.ended(time.monotonic())[:3] == (0, "", "")
    screen.wait_for("^Alarm Clock$")
    assert first.end()[0] == 0


def test_the_desktop_finds_the_commands(environment, tmp_path, qapp):
    """On its bus, where the alarms are a person's own."""
    bus = PrivateBus(tmp_path / "bus").start()
    environment["DBUS_SESSION_BUS_ADDRESS"] = bus.address
    environment["XDG_DATA_HOME"] = str(tmp_path / "share")
    house = House(tmp_path / "share" / "alarmclock", environment)
    house.opened()

    async def ask():
        other = Bus(BusKind.SESSION, bus.address)
        owned = []
        other.follow_name(NAME, owned.append)
        other.start()
        await until_on_bus(lambda: owned and owned[-1], "the name")
        (answer,) = await other.call(NAME, PATH, INTERFACE, "Add", "sb", ["7:15 gym", False])
        other.close()
        await other.closed()
        return json.loads(answer)

    try:
        assert asyncio.run(ask())["label"] == "gym"
        assert [item["label"] for item in json.loads(house.run("list", "--json")[1])] == ["gym"]
    finally:
        house.close()
        bus.kill()
