"""Where a sound server or a sound device shows itself when it comes."""

import os
from collections.abc import Mapping
from pathlib import Path

DEVICES = Path("/dev/snd")
SCHEME = "unix:"


def places_of_sound(
    environment: Mapping[str, str] = os.environ, devices: Path = DEVICES
) -> tuple[Path, ...]:
    """Give the files that come with a server and with the first device.

    There are none where the server is on another machine, which shows itself nowhere here.
    """
    socket = _socket(environment)
    # Each card brings a device that controls it; the timer is there with the first of them.
    return () if socket is None else (socket, devices / "controlC0", devices / "timer")


def _socket(environment: Mapping[str, str]) -> Path | None:
    if server := environment.get("PULSE_SERVER"):
        path = server.removeprefix(SCHEME)
        return Path(path) if path.startswith("/") else None
    if folder := environment.get("PULSE_RUNTIME_PATH"):
        return Path(folder, "native")
    folder = environment.get("XDG_RUNTIME_DIR")
    return Path(folder, "pulse", "native") if folder else None
