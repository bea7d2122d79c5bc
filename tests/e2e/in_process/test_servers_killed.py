"""The servers that a ring needs are killed and started anew, in every order, at every moment.

The servers are real; the clock is the test's, and goes with the real one while it waits.
"""

import time
from dataclasses import replace
from datetime import timedelta
from itertools import permutations

import pytest

from alarmclock.core.activity.events import Dismissed, Failed, Heard, Rang, Snoozed
from alarmclock.desktop.machine import real_machine
from alarmclock.desktop.sound.engine import SoundEngine
from tests.e2e.in_process.servers import Kind, Servers
from tests.e2e.process.screen import require
from tests.e2e.process.surroundings import TONE
from tests.private_bus import PrivateBus
from tests.sound_servers import PulseServer

MINUTE = timedelta(minutes=1)
ORDERS = list(permutations(Kind))
MOMENTS = ("armed", "ringing", "snoozed")
# Each order once and each moment twice; all of them take longer.
FEW = {(MOMENTS[place % 3], order) for place, order in enumerate(ORDERS)}
PATIENCE_S = 20.0
TURN_S = 0.02

CASES = [
    pytest.param(
        moment,
        order,
        id=f"{moment}-{'-'.join(kind.value for kind in order)}",
        marks=() if (moment, order) in FEW else pytest.mark.long,
    )
    for moment in MOMENTS
    for order in ORDERS
]


@pytest.fixture
def servers(tmp_path, monkeypatch):
    """The three, running; this process finds them and no others."""
    require(*PulseServer.TOOLS)
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    sound, bus = PulseServer(runtime), PrivateBus(tmp_path / "bus")
    for name in ("XDG_RUNTIME_DIR", "HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, sound.environment[name])
    monkeypatch.setenv("PULSE_SERVER", f"unix:{runtime}/pulse/native")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path}/no-bus")
    servers = Servers(sound, bus).start()
    yield servers
    servers.close()


class Listener:
    """A person who waits in real time, hears and reads."""

    def __init__(self, person, servers):
        self.person = person
        self.servers = servers

    def wait_for(self, condition, what):
        """Let the program's clock go on as the real one does, until something is so."""
        begun_s = last_s = time.monotonic()
        while not condition():
            now_s = time.monotonic()
            assert now_s - begun_s < PATIENCE_S, f"waited in vain for {what}: {self.told()}"
            self.person.program.clock.advance(timedelta(seconds=now_s - last_s))
            last_s = now_s
            self.person.turn()
            time.sleep(TURN_S)

    def hear_and_see(self, label):
        """Wait until a ring is heard from the speakers, proved, and shown by the server."""
        rings = self.count(Rang)
        self.wait_for(self.servers.sound.record().is_loud_now, "the sound")
        self.wait_for(lambda: self.count(Heard) == rings, "the proof")
        self.wait_for(lambda: self.servers.notifications.titles() == [label], "the notification")

    def count(self, kind):
        """Count what is recorded of a kind."""
        events = self.person.program._store.events(1000)
        return sum(isinstance(event, kind) for _, event in events)

    def told(self):
        """Read the activity."""
        return [event for _, event in self.person.program._store.events(20)]


@pytest.fixture
def listener(open_program, servers, tmp_path, clock):
    """A person whose program has an alarm for 22:03, and has found all three servers."""
    player = SoundEngine()
    machine = real_machine(player, tmp_path)
    person = open_program(player=player, machine=machine)
    listener = Listener(person, servers)
    person.say("22:03 gym")
    (alarm,) = person.program.book.alarms()
    ring = replace(alarm.ring, sound=str(TONE), volume=100, rise=timedelta(0))
    person.program.editing.replace(replace(alarm, ring=ring))
    listener.wait_for(lambda: machine.outlet.output.name, "the speakers")
    listener.wait_for(lambda: machine.notifier.server, "the notification server")
    return listener


def go_to_due(listener):
    """Let it be 22:03."""
    listener.person.sleep(timedelta(seconds=16))


@pytest.mark.parametrize(("moment", "order"), CASES)
def test_it_is_heard_shown_and_recorded_after_all(listener, servers, moment, order):
    """Whatever was killed first, and whatever came back first."""
    if moment == "armed":
        servers.kill_and_start(order)
    go_to_due(listener)
    listener.hear_and_see("gym")
    if moment == "ringing":
        servers.kill_and_start(order)
        listener.hear_and_see("gym")
    if moment == "snoozed":
        servers.notifications.press("snooze")
        listener.wait_for(lambda: listener.count(Snoozed), "the snooze")
        servers.kill_and_start(order)
        listener.person.sleep(5 * MINUTE)
        listener.hear_and_see("gym")
    servers.notifications.press("stop")
    listener.wait_for(lambda: listener.count(Dismissed), "the end")
    assert listener.count(Rang) == 1 + listener.count(Snoozed)
    assert listener.person.sounding == []
    assert [one.reason for one in listener.told() if isinstance(one, Failed)] == []
    listener.wait_for(lambda: servers.notifications.titles() == [], "the bubble to go")


def test_every_order_is_tried():
    """A part of them each time, and all with the long ones."""
    assert len(CASES) == len(ORDERS) * len(MOMENTS) == 18
    assert {order for _, order in FEW} == set(ORDERS)
    assert {moment for moment, _ in FEW} == set(MOMENTS)
