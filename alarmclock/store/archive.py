"""The past for those who read it: pages of events and rings, and their export.

What can't be read is said, and nothing is shown in its place.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from operator import itemgetter
from pathlib import Path
from typing import TypeVar

from alarmclock.core.activity.activity_query import ActivityQuery
from alarmclock.core.activity.events import Event
from alarmclock.core.activity.topic import Topic
from alarmclock.core.errors import NotSaved
from alarmclock.core.ports import Clock
from alarmclock.core.ringing import Ring
from alarmclock.store.csv_file import CsvFile
from alarmclock.store.errors import StoreUnusable
from alarmclock.store.export_rows import event_pages, ring_pages
from alarmclock.store.ring_table import RingPlace
from alarmclock.store.store import Store
from alarmclock.store.unusable import UnusableStore

LINES_A_PAGE = 100
# Of one alarm, in the span that is looked back on.
MOST_TOLD = 1000

Page = TypeVar("Page")
Say = Callable[[str], None]


class Archive:
    """Reads the store; `warn` and `tell` are told in sentences what came of it."""

    def __init__(self, store: Store | UnusableStore, clock: Clock, warn: Say, tell: Say) -> None:
        self._store = store
        self._clock = clock
        self._warn = warn
        self._tell = tell

    def events(self, before: int | None, query: ActivityQuery) -> list[tuple[int, Event]]:
        """Give a page of events, newest first; `before` is the number to go on from."""
        return self._read(lambda: self._store.events(LINES_A_PAGE, before, query))

    def rings(
        self, before: RingPlace | None, query: ActivityQuery
    ) -> list[tuple[RingPlace, str, Ring]]:
        """Give a page of rings, newest first; `before` is the place to go on from."""
        return self._read(lambda: self._store.past_rings(LINES_A_PAGE, before, query))

    def rings_between(
        self, since: datetime, until: datetime, item_id: str | None, most: int
    ) -> list[tuple[str, Ring]]:
        """Give the newest rings that were due in a span of time, each with its alarm's label."""
        query = ActivityQuery(item_id, since=since, until=until + timedelta.resolution)
        found = self._read(lambda: self._store.past_rings(most, None, query))
        return [(label, ring) for _, label, ring in found]

    def begun(self) -> dict[str, datetime]:
        """Give since when each alarm is told of; of what was forgotten of it, nobody knows."""
        return dict(self._read(self._store.beginnings))

    def told_of(self, item_id: str, since: datetime) -> list[Event]:
        """Give what happened to an alarm since an instant, and the newest changes before it."""
        after = ActivityQuery(item_id, since=since)
        changes = ActivityQuery(item_id, Topic.CHANGES, until=since)
        armed = ActivityQuery(item_id, Topic.DAEMONS, until=since)
        found: list[tuple[int, Event]] = []
        for query, most in ((after, MOST_TOLD), (changes, 1), (armed, 1)):
            found += self._read(partial(self._found, most, query))
        return [event for _, event in sorted(found, key=itemgetter(0))]

    def subjects(self) -> list[tuple[str, str]]:
        """Give everybody whom the activity is about: id and newest label."""
        return self._read(self._store.subjects)

    async def export(self, query: ActivityQuery, path: Path, *, rings: bool) -> None:
        """Write what matches into a file, page by page, while everything else goes on."""
        pages = ring_pages if rings else event_pages
        try:
            file = CsvFile(path)
            count = -1
            try:
                for page in pages(self._store, query, self._clock.now(), self._clock.zone()):
                    file.write(page)
                    count += len(page)
                    await asyncio.sleep(0)
            except BaseException:
                file.abandon()
                raise
            file.finish()
        except (NotSaved, StoreUnusable) as error:
            self._warn(str(error))
        else:
            lines = "1 line was" if count == 1 else f"{count:,} lines were"
            self._tell(f"{lines} saved in “{path}”.")

    def _found(self, most: int, query: ActivityQuery) -> list[tuple[int, Event]]:
        return self._store.events(most, None, query)

    def _read(self, read: Callable[[], list[Page]]) -> list[Page]:
        try:
            return read()
        except StoreUnusable as error:
            self._warn(str(error))
            return []
