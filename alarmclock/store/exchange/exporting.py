"""Gathers what is written for other programs and other computers."""

from collections.abc import Callable, Generator, Iterable
from pathlib import Path

from alarmclock.core.activity.activity_query import EVERYTHING, ActivityQuery
from alarmclock.core.activity.events import Event
from alarmclock.core.change import Item
from alarmclock.core.ports import Clock
from alarmclock.core.ringing import Ring
from alarmclock.core.settings import Settings
from alarmclock.store.exchange.snapshot import JSON, Snapshot, table_bytes
from alarmclock.store.export_rows import event_pages
from alarmclock.store.store import Store
from alarmclock.store.unusable import UnusableStore

# So many entries of the past are read without a pause.
ENTRIES_A_PAGE = 250

# Gathers step by step, and gives the snapshot in the end.
Steps = Generator[None, None, Snapshot]


class Exporting:
    """Exports what the book holds; the past comes from the store."""

    def __init__(
        self,
        items: Callable[[], Iterable[Item]],
        settings: Callable[[], Settings],
        store: Store | UnusableStore,
        clock: Clock,
        version: str,
    ) -> None:
        self._items = items
        self._settings = settings
        self._store = store
        self._clock = clock
        self._version = version

    def save(self, path: Path, *, history: bool = False) -> str:
        """Write a file of the kind that its ending says, and say what is in it.

        Raises NotExported, StoreUnusable.
        """
        return self._gathered(path.suffix, history=history).save(path)

    def content(self, ending: str, *, history: bool = False) -> bytes:
        """Give the bytes of a file; with `history`, JSON holds rings and activity, too.

        Raises NotExported for an ending that is not known, StoreUnusable.
        """
        return self._gathered(ending, history=history).content(ending)

    def gather(self, ending: str, *, history: bool = False) -> Steps:
        """Take everything step by step: between two of them, something else may be done.

        Alarms and settings are those of the first step. Raises StoreUnusable.
        """
        now, zone = self._clock.now(), self._clock.zone()
        items, settings = tuple(self._items()), self._settings()
        rings: list[Ring] | None = None
        events: list[Event] | None = None
        if history and ending.lower() == JSON:
            rings, events = [], []
            yield from self._take_rings(rings)
            yield from self._take_events(events)
        return Snapshot(
            items,
            settings,
            now,
            zone,
            self._version,
            None if rings is None else tuple(reversed(rings)),
            None if events is None else tuple(reversed(events)),
        )

    def activity_table(self, query: ActivityQuery = EVERYTHING) -> bytes:
        """Give the activity as a table. Raises StoreUnusable."""
        pages = event_pages(self._store, query, self._clock.now(), self._clock.zone())
        return table_bytes(row for page in pages for row in page)

    def _gathered(self, ending: str, *, history: bool) -> Snapshot:
        steps = self.gather(ending, history=history)
        while True:
            try:
                next(steps)
            except StopIteration as over:
                found: Snapshot = over.value
                return found

    def _take_rings(self, into: list[Ring]) -> Generator[None, None, None]:
        """Take all rings, the newest first."""
        before = None
        while page := self._store.past_rings(ENTRIES_A_PAGE, before):
            before = page[-1][0]
            into += [ring for _, _, ring in page]
            yield

    def _take_events(self, into: list[Event]) -> Generator[None, None, None]:
        """Take the whole activity, the newest first."""
        before = None
        while page := self._store.events(ENTRIES_A_PAGE, before):
            before = page[-1][0]
            into += [event for _, event in page]
            yield
