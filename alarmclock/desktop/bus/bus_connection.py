"""One connection of dbus-fast, and what it takes to send over it and end it without noise."""

# ruff: noqa: SLF001 - a connection that breaks must be handled with more care than the library's.

import asyncio
from contextlib import suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dbus_fast import Message
    from dbus_fast.aio import MessageBus

CONNECTS_WITHIN_S = 10.0


def is_possible() -> bool:
    """Whether the library is there; it is not made for every system.

    It is looked for, not loaded: where there is no bus it is never needed.
    """
    try:
        return find_spec("dbus_fast") is not None
    except ValueError:  # somebody put None in its place
        return False


async def connect(address: str) -> "MessageBus":
    """Connect, and raise whatever is wrong with the address, the bus or its welcome."""
    from dbus_fast.aio import MessageBus

    connection = MessageBus(address, negotiate_unix_fd=True)
    async with asyncio.timeout(CONNECTS_WITHIN_S):
        await connection.connect()
    return connection


async def until_lost(connection: "MessageBus") -> None:
    """Wait for the end of a connection; why it ended makes no difference to what comes next."""
    with suppress(Exception):
        await connection.wait_for_disconnect()  # type: ignore[no-untyped-call]


def send(connection: "MessageBus", message: "Message") -> None:
    """Send a message at once, or the rest of it as soon as the socket takes it.

    A ValueError says that it can't be written. When a write fails, the library's own `send`
    goes on to watch the socket that it has just closed.
    """
    writer, file = connection._writer, connection._fd
    if not connection.connected or writer is None or file is None:
        return
    loop = asyncio.get_running_loop()
    sent: asyncio.Future[Any] = loop.create_future()
    sent.add_done_callback(_look_at)
    writer.buffer_message(message, sent)
    writer.write_callback()
    if connection.connected and (writer.messages or writer.buf is not None):
        loop.add_writer(file, writer.write_callback)


def give_back(connection: "MessageBus") -> None:
    """Close a connection now: `disconnect` leaves that to a later turn, which may never come.

    What was told just before is still sent, as far as the socket takes it.
    """
    if connection.connected and connection._writer is not None:
        connection._writer.write_callback()
    if connection.connected:
        connection.disconnect()
    connection._finalize(None)


def _look_at(sent: "asyncio.Future[Any]") -> None:
    """Keep asyncio from telling of what was not sent: who waits for an answer hears of it."""
    if not sent.cancelled():
        sent.exception()
