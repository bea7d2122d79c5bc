"""Wakes a thread that waits for something else as well, such as the words of a sound server."""

import select
import socket
from typing import Protocol


class Readable(Protocol):
    """What becomes readable."""

    def fileno(self) -> int:
        """Give its descriptor."""


class Bell:
    """Rung by any thread, heard by one. It wakes nobody for nothing, and never fails."""

    def __init__(self) -> None:
        self._rope, self._clapper = socket.socketpair()
        for end in (self._rope, self._clapper):
            end.setblocking(False)

    def fileno(self) -> int:
        """Give what becomes readable when it is rung."""
        return self._clapper.fileno()

    def ring(self) -> None:
        """Wake who waits, or who will wait next."""
        try:
            self._rope.send(b"!")
        except OSError:  # it rings already, or nobody listens any more.
            return

    def hush(self) -> None:
        """Be as if it had never been rung."""
        try:
            while self._clapper.recv(64):
                pass
        except OSError:
            return

    def wait(self, seconds: float | None, also: Readable | None = None) -> bool:
        """Wait until it is rung, at most for so long; tell whether something else came as well."""
        poll = select.poll()
        poll.register(self, select.POLLIN)
        if also is not None:
            poll.register(also, select.POLLIN)
        came = poll.poll(None if seconds is None else round(seconds * 1000))
        return also is not None and also.fileno() in dict(came)

    def close(self) -> None:
        """Give its two ends back."""
        self._rope.close()
        self._clapper.close()
