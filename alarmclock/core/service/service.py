"""Carries out requests by their name, on the book of the running program or on a stored one."""

from collections.abc import Callable, Mapping

from alarmclock.core.book import AlarmBook
from alarmclock.core.commands import Commands
from alarmclock.core.service.reply import Reply, WrongUse

Arguments = Mapping[str, object]


class Service:
    """Knows every command that works on alarms; it raises AlarmClockError with its reason."""

    def __init__(self, book: AlarmBook, commands: Commands) -> None:
        self._book = book
        self._commands = commands
        self._deeds: dict[str, Callable[[Arguments], Reply]] = {"stop": self._stop}

    def do(self, command: str, arguments: Arguments) -> Reply:
        """Carry out a command."""
        deed = self._deeds.get(command)
        if deed is None:
            raise WrongUse(f"There is no command “{command[:40]}”.")
        return deed(arguments)

    def _stop(self, arguments: Arguments) -> Reply:
        from alarmclock.core.service.rings import stop

        return stop(self._book, self._commands, text_of(arguments, "id"))


def text_of(arguments: Arguments, name: str) -> str | None:
    """Give an argument that is text, None where it is not there. Raises WrongUse."""
    value = arguments.get(name)
    if value is not None and not isinstance(value, str):
        raise WrongUse(f"“{name}” has to be text.")
    return value
