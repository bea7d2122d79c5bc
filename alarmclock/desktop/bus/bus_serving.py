"""Names on a bus that are ours, and what is asked of them."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from alarmclock.core.service.later import Later
from alarmclock.desktop.bus.bus_call import Calls
from alarmclock.desktop.bus.bus_connection import send
from alarmclock.desktop.bus.bus_following import DAEMON

if TYPE_CHECKING:
    from dbus_fast import Message
    from dbus_fast.aio import MessageBus

DAEMON_PATH = "/org/freedesktop/DBus"
ANSWERS_WITHIN_S = 2.0
# Not to wait in a queue for a name that another program owns.
DO_NOT_QUEUE = 4
OWNED = (1, 4)

logger = logging.getLogger(__name__)

# Gives the answer to a call, now or later; None for what is not meant for it.
Handler = Callable[["Message"], "Message | Later[Message] | None"]


class Serving:
    """The names and their handlers, kept over every new connection."""

    def __init__(self) -> None:
        self._handlers: dict[str, Handler] = {}

    def add(self, name: str, handler: Handler) -> None:
        """Answer by a handler what is asked, and own a name from the next `own` on."""
        self._handlers[name] = handler

    def clear(self) -> None:
        """Answer nothing any more."""
        self._handlers.clear()

    async def own(self, connection: "MessageBus", calls: Calls) -> None:
        """Take the names; one that another program has is left to it. Raises BusError."""
        for name in list(self._handlers):
            where = (DAEMON, DAEMON_PATH, DAEMON, "RequestName")
            body = [name, DO_NOT_QUEUE]
            (found,) = await calls.ask(connection, where, "su", body, ANSWERS_WITHIN_S)
            if found not in OWNED:
                logger.info("Another program owns %s", name)

    def hear(self, connection: "MessageBus", message: "Message") -> bool:
        """Answer a call that is meant for us, and tell whether it was."""
        for handler in self._handlers.values():
            try:
                answer = handler(message)
            except Exception:  # whatever is asked, the connection goes on
                logger.exception("A call over the bus failed")
                return False
            if isinstance(answer, Later):
                answer.then(lambda found: _send(connection, found))
                return True
            if answer is not None:
                _send(connection, answer)
                return True
        return False


def _send(connection: "MessageBus", answer: "Message") -> None:
    answer.serial = connection.next_serial()
    send(connection, answer)
