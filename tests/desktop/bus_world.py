"""Buses of our own for a test, with the fake programs that are on them."""

import asyncio
import time

from dbus_fast import Message, MessageType, Variant
from dbus_fast.aio import MessageBus

from alarmclock.desktop.bus.bus import Bus, BusKind
from tests.private_bus import PrivateBus

PROPERTIES = "org.freedesktop.DBus.Properties"
PATIENCE_S = 5.0


async def until(condition, what="what was expected"):
    """Wait for something that takes a few messages."""
    end_s = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < end_s, f"waited in vain for {what}"
        await asyncio.sleep(0.002)


class FakeProgram:
    """A program on a bus that answers by its methods: `Inhibit` by `on_Inhibit`, and so on.

    They give a signature and a body; ValueError is an error; None is no answer at all.
    """

    def __init__(self, *names, **properties):
        self.names = names
        self.told = properties
        self.heard = []
        self.bus = None

    async def come(self, address):
        """Connect and take its names."""
        self.bus = await MessageBus(address, negotiate_unix_fd=True).connect()
        self.bus.add_message_handler(self._answer)
        for name in self.names:
            await self.bus.request_name(name)
        return self

    def go(self):
        """Leave the bus, as a program that ends."""
        if self.bus is not None and self.bus.connected:
            self.bus.disconnect()

    @property
    def properties(self):
        """Give all that it tells, in variants."""
        return self.told

    def members(self):
        """Name what it was asked, but for its properties."""
        return [member for member, _body in self.heard]

    def _answer(self, message):
        if message.message_type is not MessageType.METHOD_CALL:
            return None
        if message.interface != PROPERTIES:
            self.heard.append((message.member, message.body))
        method = getattr(self, f"on_{message.member}", None)
        if method is None:
            return Message.new_error(message, "org.freedesktop.DBus.Error.UnknownMethod", "no")
        try:
            answer = method(message)
        except ValueError as error:
            return Message.new_error(message, "org.freedesktop.DBus.Error.AccessDenied", str(error))
        return True if answer is None else Message.new_method_return(message, *answer)

    def on_Get(self, message):  # noqa: N802 - the name on the bus.
        """Tell one property."""
        value = self.properties.get(message.body[1])
        if value is None:
            raise ValueError("no such property")
        return "v", [value]

    def on_GetAll(self, _message):  # noqa: N802
        """Tell all properties."""
        return "a{sv}", [dict(self.properties)]

    def tell_changed(self, path, interface, **changed):
        """Send the signal that properties have changed."""
        if self.bus.connected:
            self.bus.send(
                Message.new_signal(
                    path, PROPERTIES, "PropertiesChanged", "sa{sv}as", [interface, changed, []]
                )
            )


class World:
    """A session's bus and a system's bus, and our connections to them."""

    def __init__(self, folder):
        self.session_daemon = PrivateBus(folder / "session")
        self.system_daemon = PrivateBus(folder / "system")
        self.session = Bus(BusKind.SESSION, self.session_daemon.address, first_wait_s=0.01)
        self.system = Bus(BusKind.SYSTEM, self.system_daemon.address, first_wait_s=0.01)
        self._programs = []

    async def __aenter__(self):
        self.session_daemon.start()
        self.system_daemon.start()
        await self.connect()
        return self

    async def __aexit__(self, *_error):
        self.session.close()
        self.system.close()
        await self.session.closed()
        await self.system.closed()
        for program in self._programs:
            program.go()
        await asyncio.sleep(0)
        self.session_daemon.kill()
        self.system_daemon.kill()

    async def connect(self):
        """Start our connections, and wait for them."""
        self.session.start()
        self.system.start()
        await self.connected()

    async def connected(self):
        """Wait for our connections."""
        await until(lambda: self.session.is_connected and self.system.is_connected, "the buses")

    async def start_anew(self, daemon, bus, meanwhile=lambda: None):
        """Kill a daemon, do something while it is not there, and start it again."""
        daemon.kill()
        await until(lambda: not bus.is_connected, "the end of the bus")
        meanwhile()
        daemon.start()
        await self.connected()

    async def come(self, program, daemon=None):
        """Let a program come to the session's bus, or to another one."""
        self._programs.append(program)
        return await program.come((daemon or self.session_daemon).address)

    async def come_to_system(self, program):
        """Let a program come to the system's bus."""
        return await self.come(program, self.system_daemon)

    async def calm(self):
        """Let everything arrive that is on its way: ask everybody once, there and back."""
        for _ in range(3):
            for program in self._programs:
                if program.bus.connected:
                    await program.bus.introspect("org.freedesktop.DBus", "/org/freedesktop/DBus")
            for bus in (self.session, self.system):
                if bus.is_connected:
                    daemon = "org.freedesktop.DBus"
                    await bus.call(daemon, "/org/freedesktop/DBus", daemon, "GetId")


def text(value):
    """Wrap a text for a property."""
    return Variant("s", value)


def touching(path):
    """Give the command of a program that leaves a mark and ends without having come to the bus."""
    return "/bin/sh", "-c", f'"touch {path}; exit 1"'
