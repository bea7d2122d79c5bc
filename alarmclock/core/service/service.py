"""Carries out requests by their name, on the book of the running program or on a stored one."""

from collections.abc import Callable
from importlib import import_module

from alarmclock.core.service.arguments import Arguments
from alarmclock.core.service.parts import Parts
from alarmclock.core.service.reply import Reply, WrongUse
from alarmclock.core.service.takes import refuse_unknown

Deed = Callable[[Parts, Arguments], Reply]

# Where each command is; a module is loaded when its first command comes.
PLACES = {
    "list": ("alarms", "list_all"),
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
        refuse_unknown(command, arguments)
        if command not in PLACES:
            raise WrongUse(f"There is no command “{command[:40]}”.")
        module, name = PLACES[command]
        deed: Deed = getattr(import_module(f"alarmclock.core.service.{module}"), name)
        return deed(self._parts, arguments)
