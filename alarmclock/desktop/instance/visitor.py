"""One that speaks to the running program over its channel; it may mean no good."""

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtNetwork import QLocalSocket

from alarmclock.core.service.later import Later
from alarmclock.desktop.instance.wire import (
    LONGEST_REQUEST,
    WRONG_USE,
    Fields,
    Garbled,
    Number,
    read_request,
    written,
)

# Who does not read what it is told is told no more.
MOST_UNREAD = 1024 * 1024


class Host(Protocol):
    """Whom a visitor tells what it does."""

    def asked(self) -> None:
        """A visitor has a request."""

    def answered(self, visitor: "Visitor") -> None:
        """A visitor has its reply, for which it had to wait."""

    def complained(self, what: str) -> None:
        """A visitor does what it should not."""

    def left(self, visitor: "Visitor") -> None:
        """A visitor has hung up, or was turned away."""


class Visitor:
    """A connection: it gives requests one by one, and takes replies and events."""

    def __init__(self, socket: QLocalSocket, host: Host) -> None:
        self._socket = socket
        self._host = host
        self._is_leaving = False
        self._is_waiting = False
        self.is_watching = False
        self.wants_ticks = False
        self.silent_since_ms = 0

    def start(self) -> None:
        """Listen to it."""
        # More is not taken from the system, so that a line without an end fills no memory.
        self._socket.setReadBufferSize(LONGEST_REQUEST + 1)
        self._socket.readyRead.connect(self._look)
        self._socket.bytesWritten.connect(self._look)
        self._socket.disconnected.connect(self._go)
        self._look()

    @property
    def has_request(self) -> bool:
        """True while a whole line waits, and there is room for its reply."""
        has_room = self._socket.bytesToWrite() <= MOST_UNREAD
        is_free = not self._is_leaving and not self._is_waiting
        return is_free and has_room and self._socket.canReadLine()

    @property
    def is_idle(self) -> bool:
        """True while it neither watches nor waits for a reply."""
        return not self.is_watching and not self._is_waiting

    def take(self) -> tuple[Number, str, Fields] | None:
        """Take one request: its id, command and arguments; None where it is refused."""
        line = bytes(self._socket.readLine(LONGEST_REQUEST + 1).data())
        try:
            return read_request(line)
        except Garbled as error:
            self._refuse(str(error), error.number)
            return None

    def reply(self, number: Number, reply: Fields | Later[Fields]) -> None:
        """Send the reply to the request of an id, now or when it comes, unless it has hung up."""
        if isinstance(reply, Later):
            self._is_waiting = True
            reply.then(lambda fields: self._send_late({"id": number, **fields}))
        elif not self._is_leaving:
            self._send({"id": number, **reply})

    def tell(self, line: bytes) -> None:
        """Tell an event; who has not read what was told before has to leave."""
        if self._socket.bytesToWrite() > MOST_UNREAD:
            self._host.complained("a watcher that does not read")
            self.turn_away()
        else:
            self._socket.write(line)

    def turn_away(self) -> None:
        """Hang up at once; what the system takes of what was sent is still told."""
        self._is_leaving = True
        self._socket.flush()
        self._socket.abort()

    def _refuse(self, sentence: str, number: Number = None) -> None:
        """Say that a line could not be understood, and hang up as soon as that is sent."""
        self._host.complained("a line that is no request")
        self._send({"id": number, "status": WRONG_USE, "error": sentence})
        self._is_leaving = True
        self._socket.disconnectFromServer()

    def _look(self) -> None:
        if self._is_leaving:
            return
        if self.has_request:
            self._host.asked()
        elif self._socket.bytesAvailable() > LONGEST_REQUEST and not self._socket.canReadLine():
            self._refuse(f"A line has at most {LONGEST_REQUEST:,} bytes.")

    def _go(self) -> None:
        self._is_leaving = True
        self._host.left(self)
        self._socket.deleteLater()

    def _send_late(self, fields: Mapping[str, object]) -> None:
        self._is_waiting = False
        if not self._is_leaving:
            self._send(fields)
            self._host.answered(self)
            self._look()

    def _send(self, fields: Mapping[str, object]) -> None:
        self._socket.write(written(fields))
