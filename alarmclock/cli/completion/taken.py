"""What each command takes, as shells want to know it."""

from collections.abc import Mapping
from enum import Enum, auto

from alarmclock.cli.arguments import describe
from alarmclock.cli.table import COMMANDS
from alarmclock.values import dataclass, field


class Kind(Enum):
    """What may stand in a place of the line."""

    ALARM = auto()
    FILE = auto()
    FOLDER = auto()
    BACKUP = auto()
    CHOICE = auto()
    WORD = auto()


@dataclass(frozen=True, slots=True)
class Value:
    """A place of the line: its kind, what it is called, and the choices where it has some."""

    kind: Kind
    name: str
    choices: tuple[str, ...] = ()


@dataclass(slots=True)
class Taken:
    """Collects what a command takes: options with what follows each, and places in their order."""

    options: dict[str, tuple[str, Value | None]] = field(default_factory=dict)
    places: list[Value] = field(default_factory=list)

    def add_argument(self, *names: str, **told: object) -> None:
        """Take note of an option or an argument."""
        if not names[0].startswith("-"):
            self.places.append(_value(told))
            return
        is_flag = told.get("action") == "store_true"
        self.options[names[0]] = str(told.get("help", "")), None if is_flag else _value(told)


def taken() -> dict[str, Taken]:
    """Give all commands with what they take."""
    found = {name: Taken() for name in COMMANDS}
    for name, takes in found.items():
        describe(name, takes)
    return found


def options_with_values() -> dict[str, None]:
    """List the options of any command after which a value follows, each once."""
    return {
        option: None
        for takes in taken().values()
        for option, (_, value) in takes.options.items()
        if value is not None
    }


def plain(text: str) -> str:
    """Leave out what a shell would read as its own."""
    return "".join(" " if letter in "'[]:\\`$" else letter for letter in text)


def _value(told: Mapping[str, object]) -> Value:
    name, choices = str(told.get("metavar", "")), told.get("choices")
    if isinstance(choices, tuple):
        return Value(Kind.CHOICE, "", tuple(choices))
    kinds = {"FILE": Kind.FILE, "FOLDER": Kind.FOLDER, "NAME": Kind.BACKUP}
    is_alarm = name.startswith("ID")
    return Value(Kind.ALARM if is_alarm else kinds.get(name, Kind.WORD), name)
