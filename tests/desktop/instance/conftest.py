"""A channel of our own, and plain sockets that speak to it."""

import json
import socket
import tempfile
import time
from pathlib import Path

import pytest

from alarmclock.core.service.later import Later
from alarmclock.desktop.instance.server import Server
from tests.small_disk import mounted

WAIT_S = 5.0
# Longer than one turn of the channel may take.
PART_S = 0.006


@pytest.fixture
def runtime(monkeypatch):
    """Give a runtime folder of our own; its name has to be short for a socket."""
    with tempfile.TemporaryDirectory(prefix="run") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield Path(folder)


@pytest.fixture
def small_disk(tmp_path):
    """Give a folder on a disk that can be filled, or made read-only."""
    with mounted(tmp_path / "disk", 64) as disk:
        yield disk


@pytest.fixture
def asked():
    """Give the list of what the program was asked to do."""
    return []


@pytest.fixture
def later():
    """Give the list of the answers that are still to come."""
    return []


@pytest.fixture
def patience():
    """Give how the channel waits; a test may put something shorter in its place."""
    return {}


@pytest.fixture
def server(qapp, runtime, tmp_path, asked, later, patience):
    """Give a channel that repeats what it was asked, in parts.

    “fail” fails, “wait” is answered later.
    """

    def answer(command, arguments):
        if command == "fail":
            raise RuntimeError("on purpose")
        asked.append((command, arguments))
        if command == "wait":
            later.append(Later())
            yield later[-1]
            return
        for _ in range(arguments.get("parts", 0)):
            asked.append("a part")
            time.sleep(PART_S)
            yield None
        yield {"status": 0, "answer": dict(arguments), "text": command}

    server = Server(str(tmp_path / "data"), answer, **patience)
    server.start()
    yield server
    server.close()


class Caller:
    """A socket in the same process: Qt's loop turns while it waits."""

    def __init__(self, place, qtbot):
        self._qtbot = qtbot
        self._received = b""
        self.is_over = False
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.setblocking(False)
        qtbot.waitUntil(lambda: self._is_through(place))

    def _is_through(self, place):
        """Connect, unless more are waiting than fit."""
        try:
            self._socket.connect(place)
        except BlockingIOError:
            return False
        return True

    def send(self, data):
        """Send bytes, as far as they are taken; False when the other side has hung up."""
        view = memoryview(data)
        while view:
            try:
                view = view[self._socket.send(view) :]
            except BlockingIOError:
                if not self._turn():
                    return False
            except OSError:
                return False
        return True

    def _turn(self):
        """Let the program read; False when it takes no more, as it has hung up."""
        self._qtbot.wait(1)
        self.look()
        return not self.is_over

    def look(self):
        """Take in what was sent to us."""
        while not self.is_over:
            try:
                data = self._socket.recv(65536)
            except BlockingIOError:
                return
            except OSError:
                data = b""
            self.is_over = not data
            self._received += data

    def line(self):
        """Wait for a line, and give it as an object."""

        def has_line():
            self.look()
            return b"\n" in self._received

        self._qtbot.waitUntil(has_line, timeout=int(WAIT_S * 1000))
        line, _, self._received = self._received.partition(b"\n")
        return json.loads(line)

    def until_over(self):
        """Wait until the other side has hung up."""

        def is_over():
            self.look()
            return self.is_over

        self._qtbot.waitUntil(is_over, timeout=int(WAIT_S * 1000))

    def close(self):
        """Hang up."""
        self._socket.close()


@pytest.fixture
def call(server, qtbot):
    """Give a way to call the channel, again and again."""
    callers = []

    def one():
        caller = Caller(server.place, qtbot)
        callers.append(caller)
        return caller

    yield one
    for caller in callers:
        caller.close()
