"""Shells that a person types in: a line with a tab in it, and what the program is called with."""

import os
import pty
import subprocess
import time

from tests.e2e.process.screen import require

PATIENCE_S = 20.0
LOOK_EVERY_S = 0.02
ROWS = {
    "": ("gym\t07:15 weekdays", "train 8:02\t07:15 once", "o'clock\t09:00 once", "3f2a9c1b\tgym"),
    "other": ("water\ttimer", "9a9a0000\twater"),
    "with blank": ("roses\ttimer",),
}
# Answers what the shells ask, and notes whatever else it is called with.
PROGRAM = """#!/bin/sh
if [ "$1 $2" = "completion ids" ]; then
    folder=${4:-none}
    cat "$ROWS/${folder##*/}"
elif [ "$1 $2" = "completion backups" ]; then
    printf 'alarms-1.sqlite3\\t2026\\n'
else
    printf '%s\\0' "$@" > "$CALLED.new"
    mv "$CALLED.new" "$CALLED"
fi
"""
COMMANDS = {
    "bash": ("bash", "--norc", "--noprofile", "-i"),
    "zsh": ("zsh", "-f", "-i"),
}
BEGIN = {
    "bash": "source {script}",
    "zsh": "autoload -Uz compinit; compinit -u -D; source {script}",
    "zsh with fpath": "fpath=({folder} $fpath); autoload -Uz compinit; compinit -u -D",
}

FISH_ASKED = "source $argv[1]; complete -C --escape $argv[2]"


class House:
    """A folder with a program that notes how it is called, and completions of it."""

    def __init__(self, folder, shell, script):
        require(shell)
        self.folder = folder
        self.called = folder / "called"
        # By this name zsh finds it.
        self.script = folder / "_alarmclock"
        self.script.write_text(script)
        (folder / "rows").mkdir()
        for name, rows in ROWS.items():
            (folder / "rows" / (name or "none")).write_text("".join(f"{row}\n" for row in rows))
        (folder / "bin").mkdir()
        program = folder / "bin" / "alarmclock"
        program.write_text(PROGRAM)
        program.chmod(0o755)
        (folder / "work").mkdir()
        (folder / "work" / "calendar one.ics").touch()
        (folder / "work" / "folder").mkdir()
        self.environment = {
            "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
            "HOME": str(folder),
            "LC_ALL": "C.UTF-8",
            "TERM": "xterm",
            "ROWS": str(folder / "rows"),
            "CALLED": str(self.called),
        }


class Typed(House):
    """A shell on a terminal."""

    def __init__(self, folder, shell, script):
        program = shell.split()[0]
        super().__init__(folder, program, script)
        self._terminal, other = pty.openpty()
        self._shell = subprocess.Popen(
            COMMANDS[program],
            stdin=other,
            stdout=other,
            stderr=other,
            env=self.environment,
            cwd=folder / "work",
            start_new_session=True,
        )
        os.close(other)
        os.set_blocking(self._terminal, False)
        self.shown = b""
        self._type(BEGIN[shell].format(script=self.script, folder=folder) + "\r")
        assert self.call("ready\r") == ["ready"]

    def call(self, line):
        """Type what follows the name of the program, and give what it was called with."""
        self.called.unlink(missing_ok=True)
        self._type(f"alarmclock {line}")
        end = time.monotonic() + PATIENCE_S
        while not self.called.exists():
            self._look()
            assert time.monotonic() < end, self.shown.decode(errors="replace")[-2000:]
            time.sleep(LOOK_EVERY_S)
        return self.called.read_text().split("\0")[:-1]

    def close(self):
        """End it."""
        self._shell.kill()
        self._shell.wait()
        os.close(self._terminal)

    def _type(self, text):
        os.write(self._terminal, text.encode())

    def _look(self):
        try:
            self.shown += os.read(self._terminal, 65536)
        except OSError:
            return


class Fish(House):
    """Fish, which tells what it would complete, and how it would write that."""

    def offered(self, line):
        """Give what is offered, without what is said of it."""
        told = subprocess.run(
            ["fish", "--no-config", "-c", FISH_ASKED, str(self.script), f"alarmclock {line}"],
            env=self.environment,
            cwd=self.folder / "work",
            capture_output=True,
            text=True,
            check=True,
            timeout=PATIENCE_S,
        )
        assert told.stderr == ""
        return [row.split("\t")[0] for row in told.stdout.splitlines()]
