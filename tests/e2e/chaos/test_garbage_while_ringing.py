"""Others send garbage without an end to the program while it rings."""

import os
import random
import socket
import threading
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

from alarmclock.desktop.instance.client import Line, NoAnswer
from alarmclock.desktop.instance.place import places
from tests.e2e.process.prepared import prepare
from tests.e2e.process.screen import until

NUISANCES = 6
# So long they send before anybody tries to stop the ring.
RINGS_FOR_S = [1.0, pytest.param(30.0, marks=pytest.mark.long)]
# Beside the program they take the processor from it, too.
STOPS_WITHIN_S = 2.0


class Nuisance(threading.Thread):
    """Connects and sends something, again and again."""

    def __init__(self, place, seed):
        super().__init__(daemon=True)
        self._place = place
        self._chance = random.Random(seed)
        self.is_over = threading.Event()
        self.sent = 0

    def run(self):
        """Go on until it is over."""
        while not self.is_over.is_set():
            with suppress(OSError), closing(socket.socket(socket.AF_UNIX)) as one:
                one.settimeout(0.2)
                one.connect(self._place)
                one.sendall(self._garbage())
                self.sent += 1
                if self._chance.random() < 0.5:
                    one.recv(1024)

    def _garbage(self):
        kinds = (
            b"\n" * 1000,
            b'{"version": 1, "command": "stop", "arguments": {"id": "nobody"}}\n',
            b'{"version": 1, "command": "snooze", "arguments": [[[[]]]]}\n',
            b'{"version": 1, "command": "\xff\xfe", "id": {}}\n',
            b'{"version": 1, "command": ["stop"]}\n' * 50,
            b"[" * 60_000 + b"\n",
            b"x" * 200_000,
            os.urandom(5000),
            b'{"version": 999, "command": "stop"}\n',
        )
        return self._chance.choice(kinds)


@pytest.mark.parametrize("rings_for_s", RINGS_FOR_S)
def test_the_ring_goes_on_and_stop_stops_it_at_once(house, rings_for_s, say):
    """Whatever is sent, only a request to stop ends a ring, and it needs no patience."""
    prepare(house.folder_path)
    program = house.opened()
    assert ask(house, "add", phrase="in 1 s tea")["status"] == 0
    until(lambda: state(house) == "ringing", "the ring")
    place = next(place for place in places(house.folder) if Path(place).exists())
    nuisances = [Nuisance(place, seed) for seed in range(NUISANCES)]
    for one in nuisances:
        one.start()
    end = time.monotonic() + rings_for_s
    asked = 0
    while time.monotonic() < end or asked == 0:
        assert state(house) == "ringing"
        asked += 1
    begun = time.monotonic()
    ask(house, "stop")
    stopped_s = time.monotonic() - begun
    assert state(house) == "ended"
    for one in nuisances:
        one.is_over.set()
    for one in nuisances:
        one.join()
    say(f"{sum(one.sent for one in nuisances)} pieces of garbage; stopped after {stopped_s:.3f} s")
    assert stopped_s < STOPS_WITHIN_S
    assert ask(house, "end")["status"] == 0
    assert program.wait() == 0


def ask(house, command, **arguments):
    """Ask the program; one who was turned away in the crowd comes again, as people do."""
    while True:
        with closing(Line(house.folder)) as line, suppress(NoAnswer):
            return line.ask(command, arguments)


def state(house):
    """Tell how the timer stands."""
    (timer,) = ask(house, "list")["answer"]
    return timer["state"]
