"""What a program finds around it on a computer of ours: a sound server and a bus, or neither."""

import subprocess
import threading
from pathlib import Path

from tests.e2e.process.screen import require, until
from tests.e2e.process.timeline import Timeline
from tests.sound_servers import SINK

TONE = Path(__file__).parents[2] / "desktop" / "sound" / "files" / "tone.flac"
# Keys go to nobody in the first half second of a ring.
DEAF_S = 0.6


def environment(folder, bus=None):
    """Give what lets a program find a sound server in a folder, a bus, and nothing else.

    A server that comes later is found at the same place.
    """
    return {
        "XDG_RUNTIME_DIR": str(folder),
        "HOME": str(folder),
        "PULSE_SERVER": f"unix:{folder}/pulse/native",
        "DBUS_SESSION_BUS_ADDRESS": bus.address if bus else f"unix:path={folder}/no-bus",
        "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={folder}/no-system-bus",
    }


def watched_program(data_dir, *words):
    """Give the words that start the program under observation, and with something done to it."""
    return "-m", "tests.e2e.process.watched_clock", "--seen", str(seen_in(data_dir)), *words


def seen_in(data_dir):
    """Name the file with what can be read in the windows."""
    return data_dir.with_name("seen")


class Speakers:
    """What one sound server plays, with the moments at which it did; it may end and begin anew."""

    def __init__(self, server):
        self.server = server
        self._timelines = []

    def record(self, sink=SINK):
        """Record a device from now on, and give the timeline."""
        self._timelines.append(Timeline(self.server.record(sink)).start())
        return self._timelines[-1]

    def close(self):
        """End the notes and the server."""
        for timeline in self._timelines:
            timeline.stop()
        self.server.thaw()
        self.server.kill()


class Hands:
    """Somebody at the windows of a program."""

    def __init__(self, screen, program):
        self.screen = screen
        self.program = program

    @property
    def data_dir(self):
        """Where the program keeps its data."""
        return self.program.data_dir

    def wait_to_see(self, words):
        """Wait until words can be read in a window."""
        until(lambda: words in self.reads(), f"the words: {words}")

    def reads(self):
        """Read all there is in the windows, a line for each label, button and sentence."""
        seen = seen_in(self.data_dir)
        return seen.read_text(encoding="utf-8").splitlines() if seen.exists() else []

    def type_timer(self, words):
        """Type a timer into the window."""
        self.screen.give_focus(self.screen.wait_for("^Alarm Clock$"))
        self.screen.type_line(words)

    def wait_for_ring(self, label):
        """Wait until the ring window shows a ring and takes keys, and give it."""
        window = self.screen.wait_for(f"^{label} – Alarm Clock$")
        self.screen.give_focus(window)
        threading.Event().wait(DEAF_S)
        return window

    def press(self, *keys):
        """Press keys in the window that has the focus."""
        self.screen.do("key", *keys)

    def stop(self, label):
        """Stop a ring with Enter, and wait until its window is gone."""
        self.wait_for_ring(label)
        self.press("Return")
        self.wait_until_gone(label)

    def wait_until_gone(self, label):
        """Wait until the ring window is gone."""
        until(lambda: not self.screen.windows(f"^{label} – Alarm Clock$"), "its window to go")

    def fills_screen(self, label):
        """Tell whether the ring window fills the whole screen."""
        require("xprop")
        told = subprocess.run(
            ["xprop", "-id", *self.screen.windows(f"^{label} – Alarm Clock$")[:1], "_NET_WM_STATE"],
            env=self.screen.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return "_NET_WM_STATE_FULLSCREEN" in told.stdout

    def end(self):
        """End the program, and insist that it ends well."""
        status, out, err, _ = self.program.end()
        assert (status, out, err) == (0, "", "")
