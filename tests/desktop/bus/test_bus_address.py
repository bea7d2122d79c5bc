from pathlib import Path

import pytest

from alarmclock.desktop.bus.bus_address import BusKind, address_of, place_of, socket_of


def test_the_bus_of_a_session_is_where_the_login_says():
    """What the session tells its programs comes first."""
    environment = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/a", "XDG_RUNTIME_DIR": "/nowhere"}
    assert address_of(BusKind.SESSION, environment) == "unix:path=/a"


def test_a_login_that_says_nothing_has_its_bus_at_the_usual_place(tmp_path):
    """The runtime folder has a socket called bus."""
    (tmp_path / "bus").touch()
    environment = {"XDG_RUNTIME_DIR": str(tmp_path)}
    assert address_of(BusKind.SESSION, environment) == f"unix:path={tmp_path}/bus"


def test_without_a_session_there_is_no_bus(tmp_path):
    """Neither an empty runtime folder nor none makes an address."""
    assert address_of(BusKind.SESSION, {}) is None
    assert address_of(BusKind.SESSION, {"XDG_RUNTIME_DIR": str(tmp_path)}) is None


def test_the_bus_of_the_system_has_one_place(tmp_path):
    """A test or a container may say another."""
    socket = tmp_path / "system_bus_socket"
    assert address_of(BusKind.SYSTEM, {}, socket) is None
    socket.touch()
    assert address_of(BusKind.SYSTEM, {}, socket) == f"unix:path={socket}"
    told = {"DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/b"}
    assert address_of(BusKind.SYSTEM, told) == "unix:path=/b"


@pytest.mark.parametrize(
    ("address", "socket"),
    [
        ("unix:path=/run/bus", "/run/bus"),
        ("unix:path=/run/bus,guid=12", "/run/bus"),
        ("unix:abstract=/tmp/bus", None),
        ("tcp:host=there,port=1", None),
        ("unix:path=/a;unix:path=/b", None),
    ],
)
def test_the_file_of_a_socket(address, socket):
    """Only one that can be watched for."""
    assert socket_of(address) == (Path(socket) if socket else None)


def test_the_place_of_a_bus_is_known_before_it_is_there(tmp_path):
    """So that it can be waited for."""
    folder = {"XDG_RUNTIME_DIR": str(tmp_path)}
    assert place_of(BusKind.SESSION, folder) == tmp_path / "bus"
    assert place_of(BusKind.SESSION, {}) is None
    assert place_of(BusKind.SYSTEM, {}, tmp_path / "system") == tmp_path / "system"
    told = {"DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/x"}
    assert place_of(BusKind.SYSTEM, told) == Path("/x")
