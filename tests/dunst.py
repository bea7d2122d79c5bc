"""Dunst, a notification server that people really use, on a screen and a bus of our own."""

import json
import subprocess

from tests.e2e.process.screen import require

# The menu of the buttons is a program that gives back one of the lines it reads.
CONFIGURATION = """
[global]
    markup = full
    format = "<b>%s</b>\\n%b"
    font = Sans 10
    dmenu = {menu}
"""
MENU = '#!/bin/sh\nexec grep -m 1 "$(cat {wanted})"\n'


class Dunst:
    """One dunst after the other on one screen and one bus."""

    def __init__(self, folder, screen, private):
        require("dunst", "dunstctl", "dbus-send")
        self.screen = screen
        self.environment = {
            **screen.environment,
            "DBUS_SESSION_BUS_ADDRESS": private.address,
            "XDG_DATA_HOME": str(folder),
        }
        self._wanted = folder / "wanted"
        menu = folder / "menu"
        menu.write_text(MENU.format(wanted=self._wanted))
        menu.chmod(0o755)
        self._configuration = folder / "dunstrc"
        self._configuration.write_text(CONFIGURATION.format(menu=menu))
        self._process = None

    def start(self):
        """Start it; it shows itself on the bus when it is ready."""
        self._process = subprocess.Popen(
            ["dunst", "-conf", str(self._configuration)],
            env=self.environment,
            stderr=subprocess.DEVNULL,
        )
        return self

    def kill(self):
        """End it without warning."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def want(self, word):
        """Let the button with this word be the one that is chosen in the menu."""
        self._wanted.write_text(word)

    def press(self, word):
        """Press a button with this word, of whichever notification has one."""
        self.want(word)
        self.control("context")

    def close(self):
        """Close the newest notification."""
        self.control("close")

    def shown(self):
        """Count what is displayed; nothing is while there is no dunst."""
        return int(self.control("count", "displayed", must_answer=False) or 0)

    def history(self):
        """List the titles of what was shown and is gone."""
        (entries,) = json.loads(self.control("history"))["data"]
        return [entry["summary"]["data"] for entry in entries]

    def control(self, *words, must_answer=True):
        """Do what a person does, through dunst's own command."""
        told = subprocess.run(
            ["dunstctl", *words], env=self.environment, capture_output=True, text=True, check=False
        )
        assert told.returncode == 0 or not must_answer, told.stderr
        return told.stdout if told.returncode == 0 else ""
