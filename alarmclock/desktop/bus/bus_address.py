"""Where the buses of the desktop and of the system are."""

import os
from collections.abc import Mapping
from enum import Enum
from pathlib import Path

SYSTEM_SOCKET = Path("/run/dbus/system_bus_socket")


class BusKind(Enum):
    """The bus of a person's session, or that of the whole machine."""

    SESSION = "session"
    SYSTEM = "system"


def address_of(
    kind: BusKind,
    environment: Mapping[str, str] = os.environ,
    system_socket: Path = SYSTEM_SOCKET,
) -> str | None:
    """Give the address of a bus, None where none can be."""
    if kind is BusKind.SYSTEM:
        address = environment.get("DBUS_SYSTEM_BUS_ADDRESS")
        return address or _unix(system_socket)
    if address := environment.get("DBUS_SESSION_BUS_ADDRESS"):
        return address
    # The place where the session's bus is when a login has not told its programs.
    folder = environment.get("XDG_RUNTIME_DIR")
    socket = Path(folder, "bus") if folder else None
    return _unix(socket) if socket else None


def socket_of(address: str) -> Path | None:
    """Give the file of a socket where an address has one of its own, else None."""
    kind, _, values = address.partition(":")
    pairs = dict(value.split("=", 1) for value in values.split(",") if "=" in value)
    is_one_file = kind == "unix" and "path" in pairs and ";" not in address
    return Path(pairs["path"]) if is_one_file else None


def place_of(
    kind: BusKind,
    environment: Mapping[str, str] = os.environ,
    system_socket: Path = SYSTEM_SOCKET,
) -> Path | None:
    """Give the file of the socket by which a bus will be there, None where nobody knows."""
    if kind is BusKind.SYSTEM:
        address = environment.get("DBUS_SYSTEM_BUS_ADDRESS")
        return socket_of(address) if address else system_socket
    if address := environment.get("DBUS_SESSION_BUS_ADDRESS"):
        return socket_of(address)
    folder = environment.get("XDG_RUNTIME_DIR")
    return Path(folder, "bus") if folder else None


def _unix(socket: Path) -> str | None:
    return f"unix:path={socket}" if socket.exists() else None
