"""The ring window among other programs: in front of them, but half a second without the focus."""

import subprocess
import sys
import threading

import pytest

from tests.e2e.process.screen import ROOT, until

HALF_SECOND = 0.5
ROLE = "tests.e2e.process.ring_alone"


class Told:
    """A process, and the lines in which it tells what befalls it."""

    def __init__(self, screen, role):
        self.lines = []
        self.process = subprocess.Popen(
            [sys.executable, "-m", ROLE, role],
            env=screen.environment,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.append(line.split())

    def obey(self):
        """Ring."""
        self.process.stdin.write("\n")
        self.process.stdin.flush()

    def of(self, word):
        """Give what was told of one thing."""
        return [line[1:] for line in list(self.lines) if line[0] == word]

    def close(self):
        """End it."""
        self.process.kill()
        self.process.wait()
        self._reader.join()
        self.process.stdin.close()
        self.process.stdout.close()


@pytest.fixture
def told(screen):
    """Start both programs, the other one over the whole screen and with the focus."""
    both = [Told(screen, "ring"), Told(screen, "other")]
    until(lambda: all(one.of("Ready") for one in both), "both programs")
    screen.give_focus(screen.wait_for("^Another program$"))
    yield both
    for one in both:
        one.close()


def stacking(screen):
    """Give the windows from the lowest to the highest."""
    found = subprocess.run(
        ["xprop", "-root", "_NET_CLIENT_LIST_STACKING"],
        env=screen.environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return [int(word.rstrip(","), 16) for word in found.stdout.split("#")[1].split()]


def test_it_comes_over_a_full_screen_and_takes_the_keys_half_a_second_later(screen, told):
    """Until then what is typed goes on where it went; then Enter stops."""
    ring, other = told
    screen.do("type", "ab")
    until(lambda: other.of("Typed")[-1:] == [["ab"]], "the typing")
    ring.obey()
    until(lambda: ring.of("WindowActivate"), "the focus")
    shown_at, active_at = (float(ring.of(what)[0][0]) for what in ("Show", "WindowActivate"))
    assert active_at - shown_at >= HALF_SECOND
    window = int(screen.wait_for("^Gym – Alarm Clock$"))
    until(lambda: stacking(screen)[-1] == window, "the ring window on top")
    screen.picture("ring-over-full-screen")
    screen.do("key", "Return")
    until(lambda: ring.of("Stopped"), "the end of the ring")
