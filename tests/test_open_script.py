"""`.dev/open` where there is no screen: a program and a screen that only note who they are."""

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

OPEN = Path(__file__).parents[1] / ".dev" / "open"
SETUP = """\
set -euo pipefail
bin=$(dirname "${BASH_SOURCE[0]}")/bin
set_up() { :; }
say() { echo "$@"; }
"""
SCREEN = 'echo 5; echo $$ > "$0.pid"; exec sleep 60'
PROGRAM = 'echo $$ > "$0.pid"; trap "exit 3" TERM; while :; do sleep 0.05; done'
PATIENCE_S = 10.0


def until(condition):
    """Wait for something that another process does."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        if found := condition():
            return found
        time.sleep(0.02)
    raise AssertionError("waited in vain")


@pytest.fixture
def opened(tmp_path):
    """Run the script with our screen and program; give it and their process ids."""
    shutil.copy(OPEN, tmp_path / "open")
    (tmp_path / "setup.sh").write_text(SETUP, encoding="utf-8")
    (tmp_path / "bin").mkdir()
    for name, script in (("Xvfb", SCREEN), ("alarmclock", PROGRAM), ("openbox", "exit 0")):
        file = tmp_path / "bin" / name
        file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        file.chmod(0o755)
    environment = {"PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}"}
    script = subprocess.Popen(["bash", tmp_path / "open"], env=environment)

    def process(name):
        file = tmp_path / "bin" / f"{name}.pid"
        return int(until(lambda: file.is_file() and file.read_text(encoding="utf-8").strip()))

    screen, program = process("Xvfb"), process("alarmclock")
    yield script, screen, program
    for number in (program, screen):
        if is_alive(number):
            os.kill(number, signal.SIGKILL)
    script.wait(PATIENCE_S)


def is_alive(process):
    """Tell whether a process runs or stands still."""
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    except OSError:
        return False
    return state[0] != "Z"


def test_the_end_of_the_program_ends_the_screen(opened):
    """With the exit status of the program."""
    script, screen, program = opened
    os.kill(program, signal.SIGTERM)
    assert script.wait(PATIENCE_S) == 3
    until(lambda: not is_alive(screen))


def test_a_program_that_is_stopped_keeps_its_screen(opened):
    """Its window is there when it goes on, and it is told to end as ever."""
    script, screen, program = opened
    os.kill(program, signal.SIGSTOP)
    with pytest.raises(subprocess.TimeoutExpired):
        script.wait(0.5)
    assert is_alive(screen)
    os.kill(program, signal.SIGCONT)
    os.kill(script.pid, signal.SIGTERM)
    assert script.wait(PATIENCE_S) == 3
