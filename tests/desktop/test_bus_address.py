from alarmclock.desktop.bus_address import BusKind, address_of


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
