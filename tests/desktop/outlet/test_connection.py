"""A connection to real sound servers, with answers that come, come late and never come."""

import sys
import threading
import time

import pytest

from alarmclock.desktop.outlet.bell import Bell
from alarmclock.desktop.outlet.connection import Gone, PulseConnection
from alarmclock.desktop.outlet.device import Stand
from tests.desktop.outlet.conftest import PATIENCE_S


@pytest.fixture
def bell():
    """A bell that is given back."""
    bell = Bell()
    yield bell
    bell.close()


@pytest.fixture
def connection(server, bell):
    """A connection to a server that runs."""
    connection = PulseConnection(bell, PATIENCE_S)
    connection.connect()
    yield connection
    connection.close()


def test_it_names_the_devices(connection, server):
    """And which of them is the default."""
    server.add_sink("usb", "Headphones")
    devices = connection.devices()
    assert {device.label for device in devices.all} >= {"Our Speakers", "Headphones"}
    assert devices.default == devices.named("out")
    assert devices.named("out").stand == Stand((1.0, 1.0), is_muted=False)


def test_a_device_stands_as_it_was_put_as_soon_as_it_is_said(connection, server):
    """PipeWire says so before it does so."""
    device = connection.devices().named("out")
    for stand in (Stand((0.4, 0.2), is_muted=True), Stand((0.9, 0.45), is_muted=False)):
        assert connection.put(device, stand).is_like(stand)
        assert connection.devices().named("out").stand.is_like(stand)
        assert server.is_muted() == stand.is_muted


def test_it_waits_until_something_changes(connection, server):
    """Also when it changed before the wait."""
    connection.devices()
    threading.Timer(0.05, server.mute, [True]).start()
    connection.wait(None)
    assert connection.devices().default.stand.is_muted
    server.mute(False)
    connection.wait(None)


def test_it_waits_until_the_bell_rings(connection, bell):
    """Somebody has a command for its thread."""
    drain(connection)
    threading.Timer(0.05, bell.ring).start()
    connection.wait(None)
    connection.wait(None)
    bell.hush()


def test_it_waits_no_longer_than_it_is_told(connection):
    """While the peak is measured."""
    drain(connection)
    begun_s = time.monotonic()
    connection.wait(0.05)
    assert 0.03 < time.monotonic() - begun_s < 0.5


def test_who_waits_learns_that_the_server_is_gone(connection, server):
    """Whatever killed it."""
    drain(connection)
    threading.Timer(0.05, server.kill).start()
    with pytest.raises(Gone):
        connection.wait(None)


def test_a_question_to_a_server_that_hangs_is_given_up(connection, server):
    """And what it answers later finds nobody."""
    server.freeze()
    begun_s = time.monotonic()
    with pytest.raises(Gone):
        connection.devices()
    assert time.monotonic() - begun_s < PATIENCE_S + 0.3
    server.thaw()
    connection.close()


def test_in_a_hurry_even_a_question_that_was_asked_is_given_up(server, bell):
    """The program is about to end."""
    connection = PulseConnection(bell, patience_s=60)
    connection.connect()
    server.freeze()
    threading.Timer(0.1, connection.hurry).start()
    with pytest.raises(Gone):
        connection.devices()
    connection.close()


def test_a_server_that_takes_nobody_is_given_up(server, bell):
    """It hangs since before we came."""
    server.freeze()
    connection = PulseConnection(bell, PATIENCE_S)
    with pytest.raises(Gone):
        connection.connect()
    connection.close()


@pytest.mark.parametrize("has_library", [True, False])
def test_without_a_server_or_the_library_it_is_gone_at_once(
    down_server, bell, monkeypatch, has_library
):
    """Nothing is started for it."""
    if not has_library:
        monkeypatch.setitem(sys.modules, "pulsectl", None)
    connection = PulseConnection(bell)
    with pytest.raises(Gone):
        connection.connect()
    connection.close()


def drain(connection):
    """Take all news that the server still has from its start."""
    begun_s = ended_s = 0.0
    while ended_s - begun_s < 0.04:
        connection.devices()
        begun_s = time.monotonic()
        connection.wait(0.05)
        ended_s = time.monotonic()
