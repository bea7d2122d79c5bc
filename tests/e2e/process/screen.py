"""A virtual screen with a window manager, and a program on it, driven from outside."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

TOOLS = ("Xvfb", "openbox", "xdotool", "xprop", "import")
ROOT = Path(__file__).parents[3]
XVFB = ("Xvfb", "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset")
PATIENCE_S = 20.0
LOOK_EVERY_S = 0.05


def require(*tools):
    """Fail in CI where a tool is missing; elsewhere leave the test out, with the reason."""
    missing = [tool for tool in tools if shutil.which(tool) is None]
    if missing and os.environ.get("CI"):
        pytest.fail(f"not installed: {', '.join(missing)}")
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}; bash .dev/test installs them")


def until(condition, what):
    """Wait for something that another process does; it has PATIENCE_S seconds."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        if found := condition():
            return found
        time.sleep(LOOK_EVERY_S)
    raise AssertionError(f"waited in vain for {what}")


class Screen:
    """One Xvfb with openbox."""

    def __init__(self, folder):
        require(*TOOLS)
        self._folder = folder
        read, write = os.pipe()
        self._xvfb = subprocess.Popen(
            # With no client left a server begins anew, and refuses who comes in that moment.
            [*XVFB, "-displayfd", str(write)],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as told:
            self.display = f":{told.readline().strip()}"
        self.environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("QT_", "WAYLAND"))},
            "DISPLAY": self.display,
            "PYTHONPATH": str(ROOT),
            # No sound server may be started for a test.
            "PULSE_SERVER": "unix:/nonexistent",
        }
        self._manager = self._start_manager()
        until(self._is_managed, "the window manager")

    def _start_manager(self):
        return subprocess.Popen(
            ["openbox", "--sm-disable"],
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def _is_managed(self):
        """Tell whether a window manager answers; one that found no display is started again."""
        if self._manager.poll() is not None:
            self._manager = self._start_manager()
        told = subprocess.run(
            ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK", "_NET_SUPPORTED"],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return "window id" in told.stdout and "_NET_ACTIVE_WINDOW" in told.stdout

    def close(self):
        """End both."""
        for process in (self._manager, self._xvfb):
            process.terminate()
            process.wait(PATIENCE_S)

    def end_server(self):
        """End the X server under its clients, and wait for all of it."""
        self._xvfb.kill()
        self._xvfb.wait(PATIENCE_S)
        self._manager.wait(PATIENCE_S)

    def windows(self, title):
        """Give the windows that are shown under a title."""
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", title],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return found.stdout.split()

    def wait_for(self, title):
        """Wait until a window of this title is shown, and give it."""
        return until(lambda: self.windows(title), f"a window called {title}")[0]

    def do(self, *command):
        """Let xdotool do something."""
        subprocess.run(["xdotool", *command], env=self.environment, check=True, timeout=PATIENCE_S)

    def give_focus(self, window):
        """Activate a window and wait until keys go there."""

        def has_focus():
            # A window that the manager does not know yet is asked for again.
            subprocess.run(
                ["xdotool", "windowactivate", window],
                env=self.environment,
                stderr=subprocess.DEVNULL,
                check=False,
                timeout=PATIENCE_S,
            )
            focused = subprocess.run(
                ["xdotool", "getwindowfocus"],
                env=self.environment,
                capture_output=True,
                text=True,
                check=False,
            )
            return focused.stdout.strip() == window

        until(has_focus, "the focus")

    def type_line(self, text):
        """Type text and Enter into whatever has the focus."""
        self.do("type", "--delay", "12", text)
        self.do("key", "Return")

    def picture(self, name):
        """Take a picture of the screen into the folder that CI shows."""
        folder = Path(os.environ.get("CI_SCREENSHOTS", ROOT / "screenshots"))
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / f"{name}.png"
        subprocess.run(
            ["import", "-window", "root", str(file)], env=self.environment, check=True, timeout=60
        )
        return file


class Program:
    """The program as a process."""

    def __init__(self, screen, data_dir, *arguments, program=("-m", "alarmclock"), **environment):
        self.screen = screen
        self.data_dir = data_dir
        self.process = subprocess.Popen(
            [sys.executable, *program, "--data-dir", str(data_dir), *arguments],
            env={**screen.environment, **environment},
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def wait_open(self):
        """Wait until the window is there and takes keys."""
        window = self.screen.wait_for("^Alarm Clock$")
        self.screen.give_focus(window)
        return self

    def end(self, how=signal.SIGTERM):
        """End it, and give status, stdout, stderr and seconds."""
        begun = time.monotonic()
        self.process.send_signal(how)
        return self.ended(begun)

    def ended(self, begun):
        """Wait for its end."""
        out, err = self.process.communicate(timeout=PATIENCE_S)
        return self.process.returncode, out, err, time.monotonic() - begun
