"""What happened, newest first: what came since the start, and what was read from the store."""

from collections.abc import Callable

from alarmclock.core.activity.events import Event
from alarmclock.values import dataclass

LoadOlder = Callable[[int | None], list[tuple[int, Event]]]


@dataclass(frozen=True, slots=True)
class Line:
    """An event and its number in the store, None when it was told and not read."""

    event: Event
    number: int | None = None


class HistoryLines:
    """Keeps the newest events in memory and reads older ones page by page.

    `load_older` gives a page of events before a number, newest first; None asks for the newest.
    """

    def __init__(self, load_older: LoadOlder, most_kept: int) -> None:
        self._load_older = load_older
        self._most_kept = most_kept
        self._lines: list[Line] = []
        self._read_down_to: int | None = None
        self.at_end = False

    def __len__(self) -> int:
        return len(self._lines)

    def event(self, row: int) -> Event:
        """Give the event of a row."""
        return self._lines[row].event

    def put(self, event: Event) -> None:
        """Take in what just happened."""
        self._lines.insert(0, Line(event))

    def read_older(self) -> list[Line]:
        """Read the next lines below those in memory; empty at the end of the store.

        What was told before it was read is in the store as well, and is left out.
        """
        told = {line.event for line in self._lines if line.number is None}
        while page := self._load_older(self._read_down_to):
            self._read_down_to = page[-1][0]
            if older := [Line(event, number) for number, event in page if event not in told]:
                return older
        self.at_end = True
        return []

    def append(self, older: list[Line]) -> None:
        """Take in lines that were read."""
        self._lines += older

    def restart(self) -> None:
        """Forget everything; it is read from the top again."""
        self._lines = []
        self._read_down_to = None
        self.at_end = False

    @property
    def surplus(self) -> int:
        """How many lines are kept beyond the bound."""
        return max(len(self._lines) - self._most_kept, 0)

    def drop_oldest(self, count: int) -> None:
        """Forget the last lines; they can be read again."""
        del self._lines[len(self._lines) - count :]
        # Without a number the store is read from its top again, past all that was told.
        self._read_down_to = self._lines[-1].number if self._lines else None
        self.at_end = False
