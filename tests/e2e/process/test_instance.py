"""One running program on a data folder, and the command line that talks to it."""

import asyncio
import json
import os
import signal
import socket
import time
from contextlib import suppress
from pathlib import Path

from alarmclock.desktop.bus.bus import Bus, BusKind
from alarmclock.desktop.bus.command_bus import INTERFACE, NAME, PATH
from alarmclock.desktop.instance.holder import holder_of
from alarmclock.desktop.instance.place import places
from tests.desktop.bus_world import until as until_on_bus
from tests.e2e.process.house import House, answers
from tests.e2e.process.screen import PATIENCE_S, until
from tests.private_bus import PrivateBus

MOST_CONNECTIONS = 1000


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
    """It is offered on the screen; Alt+E ends it and opens anew."""
    first = start().wait_open()
    until(lambda: answers(first.data_dir), "the program to answer")
    first.process.send_signal(signal.SIGSTOP)
    second = start(first.data_dir)
    screen.give_focus(screen.wait_for("^Alarm Clock does not answer"))
    screen.do("key", "alt+e")
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
