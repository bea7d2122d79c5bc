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


def _unix(socket: Path) -> str | None:
    return f"unix:path={socket}" if socket.exists() else None
