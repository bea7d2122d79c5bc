"""A notification server that does what real ones rarely do: it is slow, it fails, it can little."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass

from dbus_fast import Message, MessageType, NameFlag
from dbus_fast.aio import MessageBus

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
ALL_ABILITIES = ("actions", "body", "body-markup", "persistence")
EXPIRED, DISMISSED, CLOSED, UNDEFINED = 1, 2, 3, 4


@dataclass
class Told:
    """One call of Notify, as it came."""

    app_name: str
    replaces: int
    icon: str
    title: str
    body: str
    actions: list
    hints: dict
    expires_ms: int

    @property
    def buttons(self):
        """What can be pressed, with its words."""
        return dict(zip(self.actions[::2], self.actions[1::2], strict=True))

    def hint(self, name):
        """Give the type and value of a hint, None where there is none."""
        found = self.hints.get(name)
        return found and (found.signature, found.value)


class FakeServer:
    """Owns the name of the notifications on a bus while it runs."""

    def __init__(self, address, abilities=ALL_ABILITIES, name="fake", first_number=1):
        self._address = address
        self._bus = None
        self._held = None
        self.abilities = abilities
        self.name = name
        self.visible = {}
        self.told = []
        self.calls = []
        self.answers_left_to_fail = 0
        self.next_number = first_number

    async def start(self):
        """Own the name, taking it from another server that lets go of it."""
        self._bus = await MessageBus(self._address).connect()
        self._bus.add_message_handler(self._asked)
        flags = NameFlag.ALLOW_REPLACEMENT | NameFlag.REPLACE_EXISTING
        await self._bus.request_name(NAME, flags)
        return self

    async def stop(self):
        """Be gone, as a process that is killed: the bus tells it, nothing else does."""
        if self._bus is not None:
            self._bus.disconnect()
            with suppress(EOFError, OSError):  # The bus may have gone first.
                await self._bus.wait_for_disconnect()
            self._bus = None
            self.visible.clear()

    def hold(self):
        """Answer nothing from now on."""
        self._held = []

    def release(self):
        """Answer what was asked meanwhile, in order."""
        held, self._held = self._held, None
        for message in held:
            self._send(message)

    def only(self):
        """Give the number of the one bubble that is visible."""
        (number,) = self.visible
        return number

    def titles(self):
        """List what is visible by its titles."""
        return sorted(told.title for told in self.visible.values())

    def press(self, number, key):
        """Press a button; unless it is resident, the bubble goes."""
        self._signal("ActionInvoked", "us", [number, key])
        if self.visible[number].hint("resident") != ("b", True):
            self.close(number, DISMISSED)

    def close(self, number, reason):
        """Take a bubble away for a reason."""
        del self.visible[number]
        self._signal("NotificationClosed", "uu", [number, reason])

    def _asked(self, message):
        if message.message_type is not MessageType.METHOD_CALL or message.path != PATH:
            return None
        if message.interface != NAME:
            return None
        self.calls.append(message.member)
        if self.answers_left_to_fail:
            self.answers_left_to_fail -= 1
            self._send(Message.new_error(message, f"{NAME}.Error.Excess", "Too many."))
        else:
            signature, body = getattr(self, f"_on_{message.member}")(*message.body)
            self._send(Message.new_method_return(message, signature, body))
        return True

    def _on_GetServerInformation(self):  # noqa: N802 - D-Bus calls it so, as the next three.
        return "ssss", [self.name, "nobody", "1", "1.2"]

    def _on_GetCapabilities(self):  # noqa: N802
        return "as", [list(self.abilities)]

    def _on_Notify(self, app_name, replaces, icon, *rest):  # noqa: N802
        number = replaces
        if number not in self.visible:
            number, self.next_number = self.next_number, self.next_number + 1
        told = Told(app_name, replaces, icon, *rest)
        self.told.append(told)
        self.visible[number] = told
        return "u", [number]

    def _on_CloseNotification(self, number):  # noqa: N802
        if number in self.visible:
            self.close(number, CLOSED)
        return "", []

    def _signal(self, member, signature, body):
        self._send(Message.new_signal(PATH, NAME, member, signature, body))

    def _send(self, message):
        if self._held is not None:
            self._held.append(message)
        elif self._bus is not None:
            self._bus.send(message)


async def eventually(condition, what="it to happen", within_s=5.0):
    """Wait for what another program does."""
    end_s = asyncio.get_running_loop().time() + within_s
    while not (found := condition()):
        assert asyncio.get_running_loop().time() < end_s, f"waited in vain for {what}"
        await asyncio.sleep(0.005)
    return found
