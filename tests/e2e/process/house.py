"""Programs and commands on one data folder, with nothing of the computer around them."""

import subprocess
import sys

from alarmclock.desktop.instance.client import Line, NoAnswer, NobodyThere
from tests.e2e.process.screen import PATIENCE_S, ROOT, until

RAISED = "This plugin does not support raise()"


def bare_environment(environment, runtime):
    """Give an environment without a screen, a sound server and a bus."""
    return {
        **{name: value for name, value in environment.items() if not name.startswith("DBUS")},
        "XDG_RUNTIME_DIR": runtime,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        "PULSE_SERVER": "unix:/nonexistent",
    }


def complaints(err):
    """Give what a program wrote to stderr, but for what Qt says where there is no screen."""
    return [line for line in err.splitlines() if line != RAISED]


def answers(folder):
    """Tell whether a program answers on a data folder."""
    try:
        line = Line(str(folder), 0)
    except (NoAnswer, NobodyThere):
        return False
    try:
        return line.ask("status", {})["status"] == 0
    except NoAnswer:
        return False
    finally:
        line.close()


class House:
    """Programs and commands on one data folder."""

    def __init__(self, folder, environment):
        self.folder_path = folder
        self.folder = str(folder)
        self.environment = environment
        self.programs = []

    def start(self, *words, program="alarmclock"):
        """Start a program, or a command that goes on."""
        program = subprocess.Popen(
            [sys.executable, "-m", program, "--data-dir", self.folder, *words],
            env=self.environment,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.programs.append(program)
        return program

    def run(self, *words):
        """Run a command, and give exit status, stdout and stderr."""
        program = self.start(*words)
        out, err = program.communicate(timeout=PATIENCE_S)
        return program.returncode, out, err

    def opened(self):
        """Start a program, and wait until it answers."""
        program = self.start()
        until(self.answers, "the program to answer")
        return program

    def answers(self):
        """Tell whether a program answers."""
        return answers(self.folder)

    def close(self):
        """End everything."""
        for program in self.programs:
            if program.poll() is None:
                program.kill()
            program.communicate()
