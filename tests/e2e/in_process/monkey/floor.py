"""How punctual this machine is at all: a bare Python process that only sleeps to each second."""

import subprocess
import sys

# A sleep that ends a little early is seen as so late a moment of the second before.
EARLY_MS = 990
SLEEPER = """
import time
while True:
    time.sleep(1 - time.time() % 1)
    print(time.time() % 1 * 1000, flush=True)
"""


class Floor:
    """Runs beside what is measured, in the same minutes, on the same busy processors."""

    def __init__(self, folder) -> None:
        self._path = folder / "floor"

    def __enter__(self):
        with self._path.open("w", encoding="ascii") as file:
            self._process = subprocess.Popen([sys.executable, "-c", SLEEPER], stdout=file)
        return self

    def __exit__(self, *_failure):
        self._process.terminate()
        self._process.wait()

    def phases_ms(self):
        """Give how late it was each time; what woke early slept on to the same second."""
        told = [float(line) for line in self._path.read_text(encoding="ascii").split()]
        return [phase for phase in told if phase < EARLY_MS]
