"""Speaks to the running program, without Qt: a command must be quick."""

import io
import socket
import sys
import time
from collections.abc import Iterator, Mapping

from alarmclock.desktop.instance.holder import is_held
from alarmclock.desktop.instance.place import is_ours, places_of_running
from alarmclock.desktop.instance.wire import Fields, read_line, request_line

ANSWERS_WITHIN_S = 2.0
LISTENS_WITHIN_S = 5.0
LOOK_EVERY_S = 0.02
ONE_REQUEST = 1

File = io.BufferedRWPair | io.FileIO


class NobodyThere(Exception):
    """No program runs on the data folder."""


class NoAnswer(Exception):
    """A program runs on the data folder, and does not answer."""


class Line:
    """A connection to the running program. Raises NobodyThere and NoAnswer.

    A program that starts or closes at this moment holds the folder without listening: that is
    waited for a little longer than for the answer of one that listens.
    """

    def __init__(
        self,
        data_folder: str,
        listens_within_s: float = LISTENS_WITHIN_S,
        answers_within_s: float = ANSWERS_WITHIN_S,
    ) -> None:
        self._answers_within_s = answers_within_s
        self._end = time.monotonic() + listens_within_s
        self._socket: socket.socket | None = None
        self._file = self._connected(data_folder)

    def ask(self, command: str, arguments: Mapping[str, object]) -> Fields:
        """Send a request and give its reply. Raises NoAnswer and Garbled."""
        try:
            self._file.write(request_line(ONE_REQUEST, command, arguments))
            self._file.flush()
            line = self._file.readline()
        except OSError:
            raise NoAnswer from None
        if not line:
            raise NoAnswer
        return read_line(line)

    def lines(self) -> Iterator[Fields]:
        """Give what comes from now on, until the program ends. Raises Garbled."""
        if self._socket is not None:
            self._socket.settimeout(None)
        try:
            while line := self._file.readline():
                yield read_line(line)
        except OSError:
            return

    def close(self) -> None:
        """Hang up."""
        for end in (self._file, self._socket):
            if end is not None:
                end.close()

    def _connected(self, data_folder: str) -> File:
        while True:
            for place in filter(is_ours, places_of_running(data_folder)):
                try:
                    return self._opened(place)
                except (FileNotFoundError, ConnectionRefusedError, PermissionError):
                    continue
                except BlockingIOError:
                    break  # more are waiting than fit: it is there, and may have a moment soon
                except OSError:
                    raise NoAnswer from None
            else:
                if not is_held(data_folder):
                    raise NobodyThere
            if time.monotonic() >= self._end:
                raise NoAnswer
            time.sleep(LOOK_EVERY_S)

    def _opened(self, place: str) -> File:
        if sys.platform == "win32":
            return open(place, "r+b", buffering=0)
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(self._answers_within_s)
        try:
            self._socket.connect(place)
        except OSError:
            self._socket.close()
            raise
        return self._socket.makefile("rwb")
