"""Buses of our own, on which nobody else is: a session's, and one like the system's."""

import os
import subprocess

from tests.e2e.process.screen import require

CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>{type}</type>
  <listen>unix:path={folder}/bus</listen>
  <auth>EXTERNAL</auth>
  <servicedir>{folder}/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class PrivateBus:
    """One dbus-daemon; it keeps its address over a restart."""

    def __init__(self, folder, type="session"):  # noqa: A002 - the daemon's own word.
        require("dbus-daemon")
        self._folder = folder
        self._daemon = None
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "services").mkdir(exist_ok=True)
        (folder / "bus.conf").write_text(CONFIGURATION.format(folder=folder, type=type))
        self.address = f"unix:path={folder}/bus"

    @property
    def environment(self):
        """What a program needs to find it, beside what is set already."""
        return {**os.environ, "DBUS_SESSION_BUS_ADDRESS": self.address}

    def start(self):
        """Start the daemon and wait until it listens."""
        read, write = os.pipe()
        self._daemon = subprocess.Popen(
            [
                "dbus-daemon",
                f"--config-file={self._folder}/bus.conf",
                "--nofork",
                "--nopidfile",
                f"--print-address={write}",
            ],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as told:
            assert told.readline(), "dbus-daemon does not start"
        return self

    def kill(self):
        """End the daemon without warning."""
        if self._daemon is not None:
            self._daemon.kill()
            self._daemon.wait()
            self._daemon = None

    def can_start(self, name, *command):
        """Let the bus start a program when somebody asks for a name that nobody owns."""
        service = f"[D-BUS Service]\nName={name}\nExec={' '.join(map(str, command))}\n"
        (self._folder / "services" / f"{name}.service").write_text(service)
