"""What is read from an open database: what the program begins with, and its past page by page."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from alarmclock.core.activity.activity_query import EVERYTHING, ActivityQuery
from alarmclock.core.change import Item
from alarmclock.core.ringing import Ring
from alarmclock.core.settings import Settings
from alarmclock.store import item_table, plain, ring_table, settings_table
from alarmclock.store.errors import StoreUnusable, unusable
from alarmclock.store.problems import Problems
from alarmclock.store.ring_table import RingPlace

if TYPE_CHECKING:
    from alarmclock.core.activity.events import Event

LAST_ALIVE = "last alive"
LAST_ZONE = "last zone"


class Reader:
    """Reads from a connection; what can't be read is named in `problems`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._connection: sqlite3.Connection | None = None
        self.problems = Problems()

    # What there is

    def items(self) -> list[Item]:
        """List the alarms and timers in the order of making. Raises StoreUnusable."""
        with self._reading() as connection:
            items, damaged = item_table.read(connection)
        self.problems.note_items(damaged)
        return items

    def rings(self) -> list[Ring]:
        """List what is open or unacknowledged and the newest few others of each item.

        The oldest come first. Raises StoreUnusable.
        """
        with self._reading() as connection:
            rings, damaged = ring_table.read(connection)
        self.problems.note_rings(damaged)
        return rings

    def events(
        self, limit: int, before: int | None = None, query: ActivityQuery = EVERYTHING
    ) -> "list[tuple[int, Event]]":
        """List the newest events with their ids, newest first; `before` is the id to go on from.

        Damaged ones are left out. Raises StoreUnusable.
        """
        from alarmclock.store import activity_table

        with self._reading() as connection:
            found = activity_table.read(connection, before, query)
            sound = ((number, event) for number, event in found if event is not None)
            return list(islice(sound, limit))

    def subjects(self) -> list[tuple[str, str]]:
        """List everybody whom the activity is about: id and newest label. Raises StoreUnusable."""
        from alarmclock.store import activity_table

        with self._reading() as connection:
            return activity_table.subjects(connection)

    def beginnings(self) -> list[tuple[str, datetime]]:
        """List everybody with the instant since which the activity is about them.

        Of whom older activity was forgotten, that is long ago. Raises StoreUnusable.
        """
        from alarmclock.store import activity_table

        with self._reading() as connection:
            return activity_table.beginnings(connection)

    def past_rings(
        self, limit: int, before: RingPlace | None = None, query: ActivityQuery = EVERYTHING
    ) -> list[tuple[RingPlace, str, Ring]]:
        """List the rings by due, newest first, each with its place and its alarm's label.

        `before` is the place to go on from. Damaged ones are left out. Raises StoreUnusable.
        """
        with self._reading() as connection:
            return list(islice(ring_table.read_past(connection, before, query), limit))

    def check_rows(self) -> Iterator[None]:
        """Note in `problems` what damage has changed, slice by slice. Raises StoreUnusable."""
        from alarmclock.store.row_check import check_rows

        with self._reading() as connection:
            yield from check_rows(connection, self.problems)

    # Settings and memos

    def settings(self) -> Settings:
        """Give the settings; what is missing or damaged has its default. Raises StoreUnusable."""
        with self._reading() as connection:
            settings, damaged = settings_table.read(connection)
        self.problems.note_settings(damaged)
        return settings

    def memo(self, name: str) -> str | None:
        """Give what was noted under a name, None when nothing was. Raises StoreUnusable."""
        with self._reading() as connection:
            return settings_table.read_memo(connection, name)

    def last_alive(self) -> datetime | None:
        """Give the last instant at which the program ran, None when none is known."""
        text = self.memo(LAST_ALIVE)
        try:
            return plain.instant_from(int(text)) if text else None
        except plain.UNREADABLE:
            return None

    def last_zone(self) -> str | None:
        """Give the name of the zone in which the program ran last, None when none is known."""
        return self.memo(LAST_ZONE)

    # Shared

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        if self._connection is None:
            raise StoreUnusable("The alarms can't be read because their file is closed.")
        try:
            yield self._connection
        except sqlite3.Error as error:
            self._note_failure(error)
            raise unusable(error, self._folder) from error

    def _note_failure(self, error: sqlite3.Error) -> None:
        """Take note that the file could not be read or written."""
