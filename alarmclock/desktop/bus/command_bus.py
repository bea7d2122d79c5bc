"""The commands on D-Bus, under a name of their own and with introspection.

Answers are JSON in one string, the same as on the command line. An empty text and a zero stand for
an argument that is left out.
"""

import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from html import escape
from typing import TYPE_CHECKING, Any

from alarmclock.core.service.later import Later
from alarmclock.core.service.statuses import DONE, NOTHING_MATCHED
from alarmclock.core.surroundings.public_commands import Answer, Fields
from alarmclock.desktop.bus.bus import Bus

if TYPE_CHECKING:
    from dbus_fast import Message

NAME = "org.alarmclock.AlarmClock"
PATH = "/org/alarmclock/AlarmClock"
INTERFACE = NAME
INTROSPECTABLE = "org.freedesktop.DBus.Introspectable"
HAPPENED = "Happened"
MOST_TOLD_A_SECOND = 100
DO = "Do"

TEXT, NUMBER, TRUTH = "s", "u", "b"
ID = ("id", TEXT)

# Each member with its command and what it takes.
METHODS: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "Add": ("add", (("phrase", TEXT), ("off", TRUTH))),
    "List": ("list", ()),
    "Show": ("show", (ID,)),
    "Edit": ("edit", (ID, ("phrase", TEXT))),
    "Remove": ("remove", (ID,)),
    "TurnOn": ("on", (ID,)),
    "TurnOff": ("off", (ID,)),
    "Skip": ("skip", (ID, ("count", NUMBER))),
    "Pause": ("pause", (ID, ("until", TEXT))),
    "Resume": ("resume", (ID,)),
    "Next": ("next", (("what", TEXT), ("count", NUMBER))),
    "Stop": ("stop", (ID,)),
    "Snooze": ("snooze", (ID, ("minutes", NUMBER))),
    "Done": ("done", (ID,)),
    "Ring": ("ring", (ID,)),
    "Undo": ("undo", ()),
    "Redo": ("redo", ()),
    "Status": ("status", ()),
    "Check": ("check", (ID,)),
    "Raise": ("raise", ()),
}


class BusCommands:
    """Offers the commands on a bus."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._answer: Answer | None = None
        self._second, self._told = 0, 0

    def offer(self, answer: Answer) -> None:
        """Own the name from now on, and answer what is asked."""
        self._answer = answer
        self._bus.serve(NAME, self._hear)

    def tell(self, event: Callable[[], Fields]) -> None:
        """Send what happened as a signal."""
        if self._answer is not None and self._bus.is_connected and self._has_room():
            self._bus.signal(PATH, INTERFACE, HAPPENED, TEXT, [json.dumps(event())])

    def close(self) -> None:
        """Answer nothing any more; the name goes with the connection."""
        self._answer = None

    def _has_room(self) -> bool:
        """Count what is told: thousands of alarms that are armed at once are no news to a bus."""
        second = int(time.monotonic())
        self._second, self._told = second, self._told + 1 if second == self._second else 1
        return self._told <= MOST_TOLD_A_SECOND

    def _hear(self, message: "Message") -> "Message | Later[Message] | None":
        if message.message_type.name != "METHOD_CALL" or self._answer is None:
            return None
        if message.interface in (INTROSPECTABLE, None) and message.member == "Introspect":
            xml = introspection(message.path or "/")
            return _returned(message, xml) if xml else None
        if message.path != PATH or message.interface not in (INTERFACE, None):
            return None
        return _called(message, self._answer)


def introspection(path: str) -> str:
    """Say what there is at a path, empty for nothing."""
    if path == PATH:
        return _described()
    folder = path.rstrip("/") + "/"
    if not PATH.startswith(folder):
        return ""
    child = PATH.removeprefix(folder).split("/", 1)[0]
    return f'<node><node name="{escape(child)}"/></node>'


def _described() -> str:
    methods = [_method(member, takes) for member, (_, takes) in METHODS.items()]
    do = _method(DO, (("command", TEXT), ("arguments", TEXT)))
    event = '<arg name="event" type="s"/>'
    signal = f'<signal name="{HAPPENED}">{event}</signal>'
    inside = "".join([*methods, do, signal])
    introspect = '<method name="Introspect"><arg name="xml" type="s" direction="out"/></method>'
    return (
        f'<node><interface name="{INTERFACE}">{inside}</interface>'
        f'<interface name="{INTROSPECTABLE}">{introspect}</interface></node>'
    )


def _method(member: str, takes: tuple[tuple[str, str], ...]) -> str:
    arguments = "".join(
        f'<arg name="{name}" type="{kind}" direction="in"/>' for name, kind in takes
    )
    answer = '<arg name="answer" type="s" direction="out"/>'
    return f'<method name="{member}">{arguments}{answer}</method>'


def _called(message: "Message", answer: Answer) -> "Message | Later[Message]":
    from dbus_fast import ErrorType, Message

    found = METHODS.get(message.member or "")
    if found is None and message.member != DO:
        text = f"There is no method {message.member}."
        return Message.new_error(message, ErrorType.UNKNOWN_METHOD, text)
    signature = "ss" if found is None else "".join(kind for _, kind in found[1])
    if message.signature != signature:
        text = f"{message.member} takes “{signature}”."
        return Message.new_error(message, ErrorType.INVALID_ARGS, text)
    try:
        command, arguments = _asked(message.body, found)
    except ValueError as error:
        return Message.new_error(message, ErrorType.INVALID_ARGS, str(error))
    found_out = answer(command, arguments)
    if isinstance(found_out, Later):
        return found_out.changed(lambda reply: _replied(message, reply))
    return _replied(message, found_out)


def _asked(
    body: list[Any], found: tuple[str, tuple[tuple[str, str], ...]] | None
) -> tuple[str, Mapping[str, object]]:
    """Give command and arguments of a call. Raises ValueError."""
    if found is not None:
        command, takes = found
        return command, dict(_given(takes, body))
    with suppress(ValueError, RecursionError):
        arguments = json.loads(body[1] or "{}")
        if isinstance(arguments, dict):
            return str(body[0]), arguments
    raise ValueError('The arguments are a JSON object, such as {"id": "gym"}.')


def _given(takes: tuple[tuple[str, str], ...], body: list[Any]) -> Iterator[tuple[str, object]]:
    return ((name, value) for (name, _), value in zip(takes, body, strict=True) if value)


def _replied(message: "Message", reply: Mapping[str, object]) -> "Message":
    from dbus_fast import Message

    if reply["status"] == DONE:
        return _returned(message, json.dumps(reply["answer"]))
    name = "NothingMatched" if reply["status"] == NOTHING_MATCHED else "WrongUse"
    return Message.new_error(message, f"{NAME}.Error.{name}", str(reply["error"]))


def _returned(message: "Message", text: str) -> "Message":
    from dbus_fast import Message

    return Message.new_method_return(message, TEXT, [text])
