"""Stands where a store can't be opened: gives what could be read, and opens as soon as it can."""

import logging
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from alarmclock.core.errors import NotSaved
from alarmclock.core.ports import Clock
from alarmclock.store import files
from alarmclock.store.errors import StoreUnusable, only_readable
from alarmclock.store.glimpse import Glimpse, is_same, marks
from alarmclock.store.opening import Opening, OpenReport
from alarmclock.store.store import NOT_AT_ALL, Store

if TYPE_CHECKING:
    from alarmclock.store.schema import Step

logger = logging.getLogger(__name__)

CHANGED = (
    "Nothing can be saved: the files in “{folder}” were changed by somebody else while they could "
    "not be opened. Close Alarm Clock and open it again, so that it reads them anew."
)
CHOSEN = (
    "Nothing can be saved before the backup that you chose is brought back. Close Alarm Clock and "
    "open it again."
)


class ReadableStore(Store):
    """A store that is read in memory and refuses to save, until the file can be opened after all.

    Whenever something is to be saved, that is tried anew, and nobody waits for it. What was read
    must still be what the file holds then: otherwise nothing is written over it.
    """

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        glimpsed: Glimpse,
        reason: str,
        *,
        steps: "Sequence[Step]",
        patience: timedelta,
    ) -> None:
        super().__init__(folder, clock, steps=steps, patience=patience)
        self._connection = glimpsed.connection
        self._marks = glimpsed.marks
        self._opening = Opening(folder, clock, steps, NOT_AT_ALL)
        self._is_waiting = True
        self._is_tried = False
        self._is_changed = False
        self.reason = reason

    @contextmanager
    def together(self) -> Iterator[None]:
        """Open it first, if it can be; else each part is refused, and it is not tried again."""
        with suppress(NotSaved):
            self._open_after_all()
        if not self._is_waiting:
            with super().together():
                yield
            return
        is_tried, self._is_tried = self._is_tried, True
        try:
            yield
        finally:
            self._is_tried = is_tried

    def mark_alive(self, now: datetime, zone: str) -> None:
        """Open it first, if it can be. Raises NotSaved."""
        self._open_after_all()
        super().mark_alive(now, zone)

    # Opening

    def _opened(self, subject: str) -> sqlite3.Connection:
        self._open_after_all()
        return super()._opened(subject)

    def _open_after_all(self) -> None:
        """Open the file unless it is open, or was closed for good. Raises NotSaved."""
        if not self._is_waiting or self._connection is None:
            return
        if not (self._is_tried or self._is_changed):
            self._try(self._connection)
        if self._is_waiting:
            raise NotSaved(self.reason)

    def _try(self, read: sqlite3.Connection) -> None:
        try:
            if not self._is_as_read(read):
                return
            connection, report = self._opening.run()
        except StoreUnusable as error:
            self.reason = only_readable(error, self._folder)
            return
        except (sqlite3.Error, OSError) as error:
            logger.info("It can't be told whether the file is still the same: %s", error)
            return
        self._take(read, connection, report)

    def _take(
        self, read: sqlite3.Connection, connection: sqlite3.Connection, report: OpenReport
    ) -> None:
        try:
            if not is_same(read, connection):
                self._note_changed()
                connection.close()
                return
            self._use(connection)
        except (sqlite3.Error, OSError):
            connection.close()
            self._connection = read
            return
        self._is_waiting, self.reason = False, None
        read.close()
        self.when_open(report.sentences)

    def _is_as_read(self, read: sqlite3.Connection) -> bool:
        """Tell whether the file still holds what was read of it, without opening it."""
        if (self._folder / files.WANTED_BACKUP).exists():
            self.reason = CHOSEN
            return False
        if marks(self._folder) == self._marks:
            return True
        now = self._glimpse()
        if now is None:
            return False
        try:
            if not is_same(read, now.connection):
                self._note_changed()
                return False
        finally:
            now.connection.close()
        self._marks = now.marks
        return True

    def _note_changed(self) -> None:
        """Try no more: only the next start reads what the file holds now."""
        self._is_changed = True
        self.reason = CHANGED.format(folder=self._folder)
