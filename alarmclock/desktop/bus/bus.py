"""The connection to a D-Bus. It comes back by itself, and where there is none nobody is harmed."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from alarmclock.desktop.bus.bus_address import BusKind, address_of, place_of, socket_of
from alarmclock.desktop.bus.bus_call import NOT_CONNECTED, BusError, Calls, close_files
from alarmclock.desktop.bus.bus_connection import connect, give_back, is_possible, until_lost
from alarmclock.desktop.bus.bus_following import (
    DAEMON,
    FollowedName,
    FollowedSignal,
    Following,
    tell,
)
from alarmclock.desktop.bus.bus_place import until_one_comes
from alarmclock.desktop.bus.bus_serving import Handler, Serving

if TYPE_CHECKING:
    from dbus_fast import Message
    from dbus_fast.aio import MessageBus

__all__ = ["Bus", "BusError", "BusKind"]

DAEMON_PATH = "/org/freedesktop/DBus"
ANSWERS_WITHIN_S = 2.0
FIRST_WAIT_S = 1.0
LONGEST_WAIT_S = 60.0

logger = logging.getLogger(__name__)


class Bus:
    """One bus, on the running loop. What is followed stays followed over every new connection."""

    def __init__(
        self, kind: BusKind, address: str | None = None, *, first_wait_s: float = FIRST_WAIT_S
    ) -> None:
        self._kind = kind
        self._address = address
        self._first_wait_s = first_wait_s
        self._tasks: set[asyncio.Task[None]] = set()
        self._connection: MessageBus | None = None
        self._is_connected: bool | None = None
        self._calls = Calls()
        self._following = Following()
        self._serving = Serving()
        self._connected: list[Callable[[], None]] = []
        self._lost: list[Callable[[], None]] = []

    @property
    def is_connected(self) -> bool:
        """True while other programs can be asked, and all that is followed is heard."""
        return self._is_connected is True

    def start(self) -> None:
        """Connect in the running loop, and again whenever the connection is lost."""
        if not self._tasks:
            self._begin(self._stay_connected())

    def close(self) -> None:
        """Give everything back at once, and never call back again."""
        self._following.clear()
        self._serving.clear()
        self._connected.clear()
        self._lost.clear()
        self._is_connected = None
        for task in self._tasks:
            task.cancel()
        self._let_go()

    async def closed(self) -> None:
        """Wait until every task is over; `close` comes before."""
        if self._tasks:
            await asyncio.wait(self._tasks)

    def on_connected(self, listener: Callable[[], None]) -> None:
        """Call back whenever there is a connection again."""
        self._connected.append(listener)

    def on_lost(self, listener: Callable[[], None]) -> None:
        """Call back when there is no connection any more, or none was found in the first place."""
        self._lost.append(listener)

    async def call(
        self,
        destination: str,
        path: str,
        interface: str,
        member: str,
        signature: str = "",
        body: Sequence[Any] = (),
        *,
        timeout_s: float = ANSWERS_WITHIN_S,
        may_start: bool = False,
    ) -> list[Any]:
        """Ask another program and give its plain answer; raise BusError where there is none.

        An open file in the answer is its number, and the caller's to close. A program that does
        not run is started only with `may_start`.
        """
        if self._connection is None or not self._is_connected:
            raise BusError(NOT_CONNECTED, f"There is no {self._kind.value} bus to ask.")
        where = (destination, path, interface, member)
        return await self._calls.ask(
            self._connection, where, signature, body, timeout_s, may_start=may_start
        )

    def tell(
        self,
        destination: str,
        path: str,
        interface: str,
        member: str,
        signature: str = "",
        body: Sequence[Any] = (),
    ) -> None:
        """Tell another program something without waiting; `close` may follow at once.

        Nobody answers. It is lost where there is no bus, or no such program.
        """
        if self._connection is not None and self._is_connected:
            where = (destination, path, interface, member)
            self._calls.tell(self._connection, where, signature, body)

    def serve(self, name: str, handler: Handler) -> None:
        """Own a name from now on, and answer by a handler what is asked of this program."""
        self._serving.add(name, handler)
        if self._connection is not None and self.is_connected:
            self._begin(self._own_later(self._connection))

    def signal(
        self, path: str, interface: str, member: str, signature: str, body: Sequence[Any]
    ) -> None:
        """Tell all who listen; it is lost where there is no bus."""
        if self._connection is not None and self._is_connected:
            self._calls.signal(self._connection, path, interface, member, signature, body)

    def follow_signal(
        self,
        interface: str,
        member: str,
        heard: Callable[["Message"], None],
        *,
        sender: str | None = None,
        path: str | None = None,
    ) -> None:
        """Hear a signal from now on, of one sender or of any."""
        before = len(self._following.wishes)
        self._following.signal(FollowedSignal(interface, member, heard, sender, path))
        self._take_up_from(before)

    def follow_name(self, name: str, changed: Callable[[bool], None]) -> None:
        """Hear whether a name is owned: now, at every change, and when another takes it over."""
        before = len(self._following.wishes)
        followed = self._following.name(name)
        followed.listeners.append(changed)
        if self.is_connected and followed.is_known:
            asyncio.get_running_loop().call_soon(tell, lambda: changed(followed.owner is not None))
        self._take_up_from(before)

    # The life of a connection

    async def _stay_connected(self) -> None:
        wait_s = self._first_wait_s
        while is_possible():
            try:
                if await self._connect() and self._connection is not None:
                    wait_s = self._first_wait_s
                    await until_lost(self._connection)
            finally:
                self._let_go()
            self._tell_lost()
            if wait_s < LONGEST_WAIT_S:
                await asyncio.sleep(wait_s)
                wait_s = min(wait_s * 2, LONGEST_WAIT_S)
            elif await until_one_comes(self._place(), wait_s):
                wait_s = self._first_wait_s
        self._tell_lost()

    def _place(self) -> Path | None:
        return socket_of(self._address) if self._address else place_of(self._kind)

    async def _connect(self) -> bool:
        address = self._address or address_of(self._kind)
        if address is None:
            return False
        try:
            self._connection = connection = await connect(address)
            connection.add_message_handler(self._heard)
            for wish in self._following.wishes:  # It may grow meanwhile.
                await self._take_up(connection, wish)
            await self._serving.own(connection, self._calls)
        except Exception as error:  # noqa: BLE001 - whatever it is, there is no bus for now.
            logger.debug("No %s bus at %s: %s", self._kind.value, address, error)
            return False
        self._tell_connected()
        return True

    def _let_go(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            give_back(connection)
        self._calls.fail()

    def _tell_connected(self) -> None:
        self._is_connected = True
        for listener in list(self._connected):
            tell(listener)
        self._following.live()

    def _tell_lost(self) -> None:
        if self._is_connected is not False:
            self._is_connected = False
            self._following.lose()
            for listener in list(self._lost):
                tell(listener)

    # What is followed

    def _take_up_from(self, place: int) -> None:
        """Say to the bus what is followed newly; without a connection, the next one does."""
        wishes = self._following.wishes[place:]
        if wishes and self._connection is not None and self.is_connected:
            self._begin(self._take_up_later(self._connection, wishes))

    async def _take_up_later(
        self, connection: "MessageBus", wishes: list[FollowedName | FollowedSignal]
    ) -> None:
        for wish in wishes:
            try:
                await self._take_up(connection, wish)
            except BusError as error:
                if error.name != NOT_CONNECTED:
                    logger.warning("Nothing is heard of %s: %s", wish.rule, error)
            else:
                if isinstance(wish, FollowedName):
                    wish.tell()

    async def _own_later(self, connection: "MessageBus") -> None:
        try:
            await self._serving.own(connection, self._calls)
        except BusError as error:
            logger.info("A name can't be owned: %s", error)

    async def _take_up(self, connection: "MessageBus", wish: FollowedName | FollowedSignal) -> None:
        await self._ask_daemon(connection, "AddMatch", wish.rule)
        if isinstance(wish, FollowedName):
            wish.has_changed = False
            wish.answer(await self._owner(connection, wish.name))

    async def _owner(self, connection: "MessageBus", name: str) -> str | None:
        try:
            (owner,) = await self._ask_daemon(connection, "GetNameOwner", name)
        except BusError as error:
            if error.name != "NameHasNoOwner":
                raise
            return None
        return str(owner)

    async def _ask_daemon(self, connection: "MessageBus", member: str, text: str) -> list[Any]:
        where = (DAEMON, DAEMON_PATH, DAEMON, member)
        return await self._calls.ask(connection, where, "s", [text], ANSWERS_WITHIN_S)

    def _heard(self, message: "Message") -> bool:
        """Take a message of the bus; what is nobody's is left to the library."""
        if self._calls.take(message):
            return True
        kind, connection = message.message_type.name, self._connection
        if kind == "SIGNAL":
            self._following.hear(message)
        elif kind == "METHOD_CALL" and connection and self._serving.hear(connection, message):
            return True
        close_files(message.unix_fds)
        return False

    def _begin(self, coroutine: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
