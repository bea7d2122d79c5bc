"""Carries out requests by their name, on the book of the running program or on a stored one."""

from collections.abc import Callable, Iterator
from importlib import import_module

from alarmclock.core.service.arguments import Arguments
from alarmclock.core.service.parts import Parts
from alarmclock.core.service.reply import Reply, WrongUse
from alarmclock.core.service.takes import refuse_unknown

Steps = Iterator[Reply | None]
Deed = Callable[[Parts, Arguments], Reply | Steps]

# Where each command is; a module is loaded when its first command comes.
PLACES = {
    "list": ("listing", "list_all"),
    "show": ("alarms", "show"),
    "add": ("alarms", "add"),
    "edit": ("alarms", "edit"),
    "remove": ("alarms", "remove"),
    "on": ("alarms", "turn_on"),
    "off": ("alarms", "turn_off"),
    "skip": ("leaving_out", "skip"),
    "pause": ("leaving_out", "pause"),
    "resume": ("leaving_out", "resume"),
    "next": ("upcoming", "upcoming"),
    "stop": ("rings", "stop"),
    "snooze": ("rings", "snooze"),
    "done": ("missed", "done"),
    "ring": ("missed", "ring"),
    "undo": ("steps", "undo"),
    "redo": ("steps", "redo"),
    "status": ("standing", "status"),
    "check": ("standing", "check"),
    "log": ("past", "log"),
}


class Service:
    """Knows every command that works on alarms; it raises AlarmClockError with its reason."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def do(self, command: str, arguments: Arguments) -> Reply:
        """Carry out a command."""
        *_, reply = self.steps(command, arguments)
        assert reply is not None
        return reply

    def steps(self, command: str, arguments: Arguments) -> Steps:
        """Carry out a command bit by bit: None as long as there is more to do, then the reply."""
        refuse_unknown(command, arguments)
        if command not in PLACES:
            raise WrongUse(f"There is no command “{command[:40]}”.")
        module, name = PLACES[command]
        deed: Deed = getattr(import_module(f"alarmclock.core.service.{module}"), name)
        found = deed(self._parts, arguments)
        if isinstance(found, Reply):
            yield found
        else:
            yield from found
