"""Questions to other programs over a connection to a bus, and their answers."""

import asyncio
import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from alarmclock.core.errors import AlarmClockError
from alarmclock.desktop.bus.bus_connection import send

if TYPE_CHECKING:
    from dbus_fast import Message, Variant
    from dbus_fast.aio import MessageBus

NOT_CONNECTED = "NotConnected"
NO_REPLY = "NoReply"
INVALID = "InvalidArgs"


class BusError(AlarmClockError):
    """Another program could not be asked, or refused; `name` is the last part of D-Bus's name."""

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(sentence)
        self.name = name


class Calls:
    """The questions that wait for an answer, by their serial number."""

    def __init__(self) -> None:
        self._waiting: dict[int, asyncio.Future[Message]] = {}

    async def ask(
        self,
        connection: "MessageBus",
        where: tuple[str, str, str, str],
        signature: str,
        body: Sequence[Any],
        timeout_s: float,
        *,
        may_start: bool = False,
    ) -> list[Any]:
        """Ask (destination, path, interface, member), and give the plain answer."""
        answer = asyncio.get_running_loop().create_future()
        serial = connection.next_serial()
        self._waiting[serial] = answer
        try:
            send(connection, _make_call(serial, where, signature, body, may_start=may_start))
            async with asyncio.timeout(timeout_s):
                return _read(await answer, where[0])
        except asyncio.CancelledError:
            _drop(answer)
            raise
        except TimeoutError:
            _drop(answer)
            raise BusError(NO_REPLY, f"{where[0]} did not answer in {timeout_s:g} s.") from None
        except ValueError as error:
            raise BusError(INVALID, f"This can't be said to {where[0]}: {error}") from error
        finally:
            del self._waiting[serial]

    def tell(
        self,
        connection: "MessageBus",
        where: tuple[str, str, str, str],
        signature: str,
        body: Sequence[Any],
    ) -> None:
        """Send (destination, path, interface, member) what wants no answer."""
        serial = connection.next_serial()
        message = _make_call(serial, where, signature, body, may_start=False, wants_answer=False)
        send(connection, message)

    def signal(
        self,
        connection: "MessageBus",
        path: str,
        interface: str,
        member: str,
        signature: str,
        body: Sequence[Any],
    ) -> None:
        """Send a signal to all who listen."""
        from dbus_fast import Message, MessageType

        message = Message(
            message_type=MessageType.SIGNAL,
            path=path,
            interface=interface,
            member=member,
            signature=signature,
            body=list(body),
            serial=connection.next_serial(),
        )
        send(connection, message)

    def take(self, message: "Message") -> bool:
        """Take an answer; False if nobody waits for it."""
        answer = self._waiting.get(message.reply_serial)
        if answer is None or answer.done():
            return False
        answer.set_result(message)
        return True

    def fail(self) -> None:
        """Let nobody wait for answers over a connection that is gone."""
        for answer in self._waiting.values():
            if not answer.done():
                answer.set_exception(BusError(NOT_CONNECTED, "The connection to the bus was lost."))


def plain(body: Any) -> Any:
    """Give the body of a message, or a part of it, without the wrappers around its variants."""
    from dbus_fast.unpack import unpack_variants

    return unpack_variants(body)


def variant(signature: str, value: Any) -> "Variant":
    """Wrap a value for a place of a message where any type can stand."""
    from dbus_fast import Variant

    return Variant(signature, value)


def close_files(files: Iterable[int]) -> None:
    """Close the open files that came with a message nobody wants."""
    for file in files:
        os.close(file)


def _drop(answer: "asyncio.Future[Message]") -> None:
    """Close the files of an answer that came in the very turn in which its wait has ended."""
    if answer.done() and not answer.cancelled() and answer.exception() is None:
        close_files(answer.result().unix_fds)


def _make_call(
    serial: int,
    where: tuple[str, str, str, str],
    signature: str,
    body: Sequence[Any],
    *,
    may_start: bool,
    wants_answer: bool = True,
) -> "Message":
    from dbus_fast import Message, MessageFlag

    destination, path, interface, member = where
    flags = MessageFlag.NONE if may_start else MessageFlag.NO_AUTOSTART
    if not wants_answer:
        flags |= MessageFlag.NO_REPLY_EXPECTED
    return Message(
        destination=destination,
        path=path,
        interface=interface,
        member=member,
        signature=signature,
        body=list(body),
        serial=serial,
        flags=flags,
    )


def _read(answer: "Message", who: str) -> list[Any]:
    if answer.message_type.name == "ERROR":
        text = next((part for part in answer.body if isinstance(part, str)), "")
        name = answer.error_name or NO_REPLY
        raise BusError(name.rpartition(".")[2], f"{who} refused: {text or name}")
    values: list[Any] = plain(answer.body)
    for place, kind in enumerate(answer.signature_tree.types):
        if kind.signature == "h":
            values[place] = answer.unix_fds[values[place]]
    return values
