"""The sound server, the session's bus and the notification server, each killed and started anew."""

import asyncio
import contextlib
import threading
import time
from enum import Enum

from dbus_fast.errors import DBusError

from tests.notification_server import FakeServer

TRY_AGAIN_S = 0.02
ANSWERS_WITHIN_S = 5.0


class Kind(Enum):
    """Who serves the program."""

    SOUND = "sound"
    BUS = "bus"
    NOTIFICATIONS = "notifications"


class Notifications:
    """A notification server on a thread of its own; without a bus it waits for one."""

    def __init__(self, address):
        self._address = address
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._server = None
        self._coming = None

    def start(self):
        """Come, as soon as there is a bus."""
        self._server = FakeServer(self._address)
        self._coming = asyncio.run_coroutine_threadsafe(self._come(), self._loop)
        return self

    def kill(self):
        """Be gone."""
        if self._server is not None:
            self._coming.cancel()
            self._do(self._server.stop())
            self._server = None

    def close(self):
        """Be gone for good."""
        self.kill()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def titles(self):
        """List what is visible by its titles."""
        return self._server.titles() if self._server is not None else []

    def press(self, key):
        """Press a button of the only bubble."""

        async def press():
            self._server.press(self._server.only(), key)

        self._do(press())

    async def _come(self):
        while True:
            with contextlib.suppress(OSError, DBusError, EOFError):
                await self._server.start()
                return
            await asyncio.sleep(TRY_AGAIN_S)

    def _do(self, coroutine):
        asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(ANSWERS_WITHIN_S)


class Servers:
    """All three. A bus that is killed takes the notification server with it."""

    def __init__(self, sound, bus):
        self.sound, self.bus = sound, bus
        self.notifications = Notifications(bus.address)
        self._all = {
            Kind.SOUND: sound,
            Kind.BUS: bus,
            Kind.NOTIFICATIONS: self.notifications,
        }

    def start(self, order=tuple(Kind)):
        """Start them one after the other."""
        for kind in order:
            self._all[kind].start()
        return self

    def kill_and_start(self, order):
        """Kill them in an order, and start them in the same; give how long there was no sound."""
        for kind in order:
            self._all[kind].kill()
        begun_s = time.monotonic()
        self.start(order)
        return time.monotonic() - begun_s

    def close(self):
        """End all."""
        self.notifications.close()
        self.sound.kill()
        self.bus.kill()
