"""One connection of dbus-fast, and what it takes to send over it and end it without noise."""

# ruff: noqa: SLF001 - a connection that breaks must be handled with more care than the library's.

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dbus_fast import Message
    from dbus_fast.aio import MessageBus

CONNECTS_WITHIN_S = 10.0


def is_possible() -> bool:
    """Whether the library is there; it is not made for every system."""
    try:
        import dbus_fast  # noqa: F401
    except ImportError:
        return False
    return True


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
    """Send a message as soon as the socket takes it; raise ValueError where it can't be written.

    The library's own `send` writes at once, and when that fails watches a socket it has closed.
    """
    if not connection.connected or connection._writer is None or connection._fd is None:
        return
    sent: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
    sent.add_done_callback(_look_at)
    connection._writer.buffer_message(message, sent)
    asyncio.get_running_loop().add_writer(connection._fd, connection._writer.write_callback)


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
