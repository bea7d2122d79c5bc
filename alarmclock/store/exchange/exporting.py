"""Writes files for other programs and other computers."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from alarmclock.core.activity_query import EVERYTHING, ActivityQuery
from alarmclock.core.change import Item
from alarmclock.core.events import Event
from alarmclock.core.exchange import table
from alarmclock.core.exchange.imported import NotExported
from alarmclock.core.ports import Clock
from alarmclock.core.ringing import Ring
from alarmclock.core.settings import Settings
from alarmclock.core.wording import counted
from alarmclock.store.csv_file import defused
from alarmclock.store.exchange.ical_scan import MOST_WITH_ALARM
from alarmclock.store.exchange.ical_write import written_calendar
from alarmclock.store.exchange.json_file import written_json
from alarmclock.store.exchange.text_file import write_whole
from alarmclock.store.export_rows import event_pages
from alarmclock.store.store import Store
from alarmclock.store.unusable import UnusableStore

JSON, CALENDAR, TABLE = ".json", ".ics", ".csv"
ENDINGS = (JSON, CALENDAR, TABLE)
ENTRIES_A_PAGE = 1000


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
        write_whole(path, self.content(path.suffix, history=history))
        count = len(list(self._items()))
        what = counted(count, "alarm or timer was", "alarms and timers were")
        return f"{what} saved in “{path}”."

    def content(self, ending: str, *, history: bool = False) -> bytes:
        """Give the bytes of a file; with `history`, JSON holds rings and activity, too.

        Raises NotExported for an ending that is not known, StoreUnusable.
        """
        now, zone, items = self._clock.now(), self._clock.zone(), list(self._items())
        match ending.lower():
            case ".json":
                rings = self._rings() if history else None
                events = self._events() if history else None
                return written_json(items, self._settings(), now, self._version, rings, events)
            case ".ics":
                _refuse_too_many(len(items))
                return written_calendar(items, now, zone, self._version)
            case ".csv":
                return table_bytes(table.rows(items, now, zone))
        raise NotExported(
            f"“{ending}” is no kind of file that can be written. Let its name end in .json "
            "(everything), .ics (a calendar) or .csv (a table)."
        )

    def activity_table(self, query: ActivityQuery = EVERYTHING) -> bytes:
        """Give the activity as a table. Raises StoreUnusable."""
        pages = event_pages(self._store, query, self._clock.now(), self._clock.zone())
        return table_bytes(row for page in pages for row in page)

    def _rings(self) -> list[Ring]:
        """List all rings, the oldest first."""
        found: list[Ring] = []
        before = None
        while page := self._store.past_rings(ENTRIES_A_PAGE, before):
            before = page[-1][0]
            found += [ring for _, _, ring in page]
        return found[::-1]

    def _events(self) -> list[Event]:
        """List the whole activity, the oldest first."""
        return list(self._newest_events())[::-1]

    def _newest_events(self) -> Iterator[Event]:
        before = None
        while page := self._store.events(ENTRIES_A_PAGE, before):
            before = page[-1][0]
            yield from (event for _, event in page)


def _refuse_too_many(count: int) -> None:
    """Write no calendar that could not be read again."""
    if count > MOST_WITH_ALARM:
        raise NotExported(
            f"A calendar has room for {MOST_WITH_ALARM:,} alarms and timers; there are {count:,}. "
            "Export everything (.json) instead."
        )


def table_bytes(rows: Iterable[Iterable[str]]) -> bytes:
    """Write rows as comma-separated values that spreadsheets know the letters of."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([defused(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig", errors="backslashreplace")
