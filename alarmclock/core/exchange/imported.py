"""What was read from a file or another program, before anything is done with it."""

from collections.abc import Iterable

from alarmclock.core.activity.events import Event
from alarmclock.core.alarm import LONGEST_LABEL, UNSHOWABLE
from alarmclock.core.change import Item
from alarmclock.core.errors import AlarmClockError
from alarmclock.core.ringing import Ring
from alarmclock.core.settings import Settings
from alarmclock.values import dataclass, field, replace

# Of a stranger's text, so much is worth showing in a line.
LONGEST_NAME = 60
# So many are named that are left out for the same reason; the others are counted.
MOST_NAMED = 5
NAMELESS = "without a name"


class NotImported(AlarmClockError):
    """A file can't be read; its text says why and what to do. Nothing was changed."""


class NotExported(AlarmClockError):
    """A file can't be written; its text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that people should know of what they import: a name and a whole sentence.

    `name` is empty where it is about the file.
    """

    name: str
    sentence: str

    def __str__(self) -> str:
        return f"“{self.name}”: {self.sentence}" if self.name else self.sentence


@dataclass(frozen=True, slots=True)
class Arrival:
    """An alarm or timer that arrives.

    `is_whole` tells that the file speaks of all of it, as our own files do; another program's
    knows when it rings and what it is called, and everything else stays as a person chose it.
    """

    item: Item
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Imported:
    """Everything that was found.

    `refused` is what can't be taken, each with its reason; `notes` is what is taken otherwise
    than it was written. `rings` and `events` are the past, where a file has it.
    """

    arrivals: tuple[Arrival, ...] = ()
    refused: tuple[Remark, ...] = ()
    notes: tuple[Remark, ...] = ()
    settings: Settings | None = None
    rings: tuple[Ring, ...] = ()
    events: tuple[Event, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """The alarms and timers alone."""
        return tuple(arrival.item for arrival in self.arrivals)


@dataclass(slots=True)
class LeftOut:
    """Counts what is left out for one reason, and remembers the names of the first."""

    count: int = 0
    names: list[str] = field(default_factory=list)

    def add(self, name: str) -> None:
        """Count one more."""
        self.count += 1
        if len(self.names) < MOST_NAMED:
            self.names.append(name)


@dataclass(slots=True)
class Gathering:
    """Collects what is found while a file is read."""

    arrivals: list[Arrival] = field(default_factory=list)
    refused: list[Remark] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)

    def add(self, item: Item, *, is_whole: bool) -> None:
        """Take an alarm or timer; the first of an identity stays."""
        self.arrivals.append(Arrival(item, is_whole=is_whole))

    def refuse(self, name: str, sentence: str) -> None:
        """Say why something is not taken."""
        self.refused.append(Remark(shown(name), sentence))

    def refuse_all(self, left_out: LeftOut, sentence: str, more: str) -> None:
        """Say why several are not taken, the first by name: “It is over.”, “{} more are over.”."""
        for name in left_out.names:
            self.refuse(name or NAMELESS, sentence)
        rest = left_out.count - len(left_out.names)
        if rest:
            self.refuse("", more.format(f"{rest:,}"))

    def note(self, name: str, sentence: str) -> None:
        """Say how something is taken otherwise than it was written."""
        self.notes.append(Remark(shown(name), sentence))

    def all(self) -> Imported:
        """Give everything so far."""
        first = {arrival.item.id: arrival for arrival in reversed(self.arrivals)}
        arrivals = tuple(a for a in self.arrivals if first[a.item.id] is a)
        return Imported(arrivals, grouped(self.refused), grouped(self.notes))


def grouped(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Leave out what was said before of the same."""
    return tuple(dict.fromkeys(remarks))


def with_sounds(imported: Imported, sounds: dict[str, str]) -> Imported:
    """Give each item the sound that is to take the place of its own."""

    def resounded(item: Item) -> Item:
        sound = sounds.get(item.ring.sound, item.ring.sound)
        return replace(item, ring=replace(item.ring, sound=sound))

    arrivals = tuple(replace(a, item=resounded(a.item)) for a in imported.arrivals)
    return replace(imported, arrivals=arrivals)


def shown(text: str) -> str:
    """Give a stranger's text as one short line."""
    line = one_line(text)
    return line if len(line) <= LONGEST_NAME else f"{line[: LONGEST_NAME - 1]}…"


def one_line(text: str) -> str:
    """Give a stranger's text as one line that any row can show."""
    return " ".join(UNSHOWABLE.sub(" ", text).split())


def label_from(text: str) -> str:
    """Make a label of a stranger's text."""
    return one_line(text)[:LONGEST_LABEL].rstrip()
