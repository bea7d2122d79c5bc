"""The store: what was saved is on disk before anyone is told so."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from alarmclock.core.alarm import Alarm
from alarmclock.core.change import Change
from alarmclock.core.errors import NotSaved
from alarmclock.core.ports import Clock
from alarmclock.core.ringing import Ring
from alarmclock.core.settings import Settings
from alarmclock.core.timer import Timer
from alarmclock.store import files, item_table, plain, ring_table, settings_table
from alarmclock.store.backups import Backups
from alarmclock.store.batch import Batch
from alarmclock.store.connection import BUSY_TIMEOUT, alone, transaction
from alarmclock.store.errors import (
    Damaged,
    StoreUnusable,
    Trouble,
    not_saved,
    only_readable,
    trouble_of,
)
from alarmclock.store.opening import Opening, OpenReport
from alarmclock.store.reader import LAST_ALIVE, LAST_ZONE, Reader
from alarmclock.store.schema import STEPS, Step
from alarmclock.values import replace

if TYPE_CHECKING:
    from alarmclock.core.activity.events import Event
    from alarmclock.store.glimpse import Glimpse
    from alarmclock.store.readable import ReadableStore

# A ring waits for no other program longer than this, and an open window stands still no longer.
WRITING_PATIENCE = timedelta(milliseconds=200)
NOT_AT_ALL = timedelta(0)


class Store(Reader):
    """The database in a folder, as the journal and the diary that core asks for."""

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        *,
        steps: Sequence[Step] = STEPS,
        patience: timedelta = BUSY_TIMEOUT,
    ) -> None:
        super().__init__(folder)
        self._path = folder / files.DATABASE
        self._clock = clock
        self._patience = patience
        self._steps = steps
        self._opening = Opening(folder, clock, steps, patience)
        self._backups = Backups(folder / files.BACKUPS)
        self._file: os.stat_result | None = None
        self._is_locked = False
        self._batch: Batch | None = None
        # Why nothing can be saved while it can't be opened, and who is told once it is open after
        # all, with what there is to tell of the opening.
        self.reason: str | None = None
        self.when_open: Callable[[Sequence[str]], None] = lambda _sentences: None

    def open(self) -> OpenReport:
        """Open the database, made, migrated or restored where needed, and back it up daily.

        Raises StoreUnusable.
        """
        connection, report = self._opening.run()
        self._use(connection)
        if report.created:
            return report
        if report.brought_back:
            self._note_brought_back(report.brought_back)
        try:
            self.backup_of_today()
        except NotSaved as error:
            return replace(report, sentences=(*report.sentences, str(error)))
        return report

    def close(self) -> None:
        """Finish the database file, so that it is whole without its companions."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @property
    def is_suspect(self) -> bool:
        """True after damage was met, until the next opening has looked closer."""
        return (self._folder / files.SUSPECT).exists()

    def glimpsed(self, error: StoreUnusable) -> "ReadableStore | None":
        """Give what can be read though it can't be opened; None where nothing can."""
        from alarmclock.store.readable import ReadableStore

        found = self._glimpse()
        if found is None:
            return None
        reason = only_readable(error, self._folder)
        return ReadableStore(
            self._folder,
            self._clock,
            found,
            reason,
            steps=self._steps,
            patience=self._patience,
        )

    # Journal and diary

    def save(self, change: Change) -> None:
        """Write a change in one transaction. Raises NotSaved and AlreadyClaimed."""
        is_one = not change.items and len(change.rings) == 1
        with self._writing(_subject(change), is_one_statement=is_one) as connection:
            item_table.write(connection, change.items)
            ring_table.write(connection, change.rings)

    def keep(self, event: "Event") -> None:
        """Write one event; ticks are not kept. Raises NotSaved."""
        self.keep_all((event,))

    def keep_all(self, events: "Iterable[Event]") -> None:
        """Write events in one transaction; ticks are not kept. Raises NotSaved."""
        from alarmclock.store import activity_table

        with self._writing("The activity") as connection:
            activity_table.write(connection, events)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make all that is written within durable in one go, at its end. Raises NotSaved.

        Each part of it still raises what it raises by itself, and leaves the others alone.
        """
        if self._batch is not None or self._connection is None:
            yield
            return
        self._batch = batch = Batch(self._connection)
        try:
            yield
        finally:
            self._batch = None
            try:
                batch.commit()
            except sqlite3.Error as error:
                self._note_failure(error)
                raise not_saved("The change", error, self._folder) from error

    # The past

    def prune(self, older_than: datetime) -> None:
        """Forget the activity and the rings from before an instant; the newest few stay.

        Raises NotSaved.
        """
        from alarmclock.store import activity_table

        with self._writing("The shorter activity") as connection:
            activity_table.prune(connection, older_than)
            ring_table.prune(connection, older_than)

    def bring_history(self, rings: Sequence[Ring], events: "Sequence[Event]") -> tuple[int, int]:
        """Take in the past of another file, and give how many rings and events were new.

        It is shown from the next start on, and can't be undone. Raises NotSaved.
        """
        from alarmclock.store import activity_table

        with self._writing("The earlier activity") as connection:
            return ring_table.bring(connection, rings), activity_table.bring(connection, events)

    # Settings and memos

    def save_settings(self, settings: Settings) -> None:
        """Write the settings. Raises NotSaved."""
        with self._writing("The settings") as connection:
            settings_table.write(connection, settings)

    def save_memo(self, name: str, text: str) -> None:
        """Note something that is no choice of a person, as a window's size. Raises NotSaved."""
        with self._writing("The state of the window") as connection:
            settings_table.write_memo(connection, name, text)

    def mark_alive(self, now: datetime, zone: str) -> None:
        """Note that the program runs at an instant, in a zone. Raises NotSaved.

        It is written once a minute for as long as the program runs, so the disk is not waited for:
        where the power fails it is some seconds older, and nothing else is.
        """
        with self._in_passing(), self._writing("The state of your alarms") as connection:
            settings_table.write_memo(connection, LAST_ALIVE, str(plain.microseconds_of(now)))
            settings_table.write_memo(connection, LAST_ZONE, zone)

    # Backups

    def backup(self) -> Path:
        """Make a backup now and give its path. Raises NotSaved."""
        connection = self._opened("The backup")
        try:
            with alone(self._folder / files.LOCK, self._patience):
                return self._backups.make(connection, self._clock.now())
        except (sqlite3.Error, OSError) as error:
            raise not_saved("The backup", error, self._folder) from error
        except Damaged as damage:
            raise NotSaved(
                f"The backup could not be saved: what was written to “{self._folder}” is damaged. "
                "Check that disk; the older backups are still there."
            ) from damage

    def backup_of_today(self) -> Path | None:
        """Make a backup unless there is one of today (UTC). Raises NotSaved."""
        try:
            if self._backups.has_one_of(self._clock.now().astimezone(UTC).date()):
                return None
        except OSError as error:
            raise not_saved("The backup", error, self._folder) from error
        return self.backup()

    # Shared

    def _glimpse(self) -> "Glimpse | None":
        from alarmclock.store.glimpse import glimpse

        return glimpse(self._folder, self._steps)

    def _use(self, connection: sqlite3.Connection) -> None:
        """Read and write through a connection from now on. Raises OSError."""
        self._file = self._path.stat()
        self._connection = connection
        self._wait_for_others(self._patience)

    def _note_brought_back(self, sentence: str) -> None:
        """Tell in the activity, which came back with the backup, that this was done."""
        from alarmclock.core.activity.events import ManyChanged

        with suppress(NotSaved):
            self.keep(ManyChanged(at=self._clock.now(), item_id="", label="", what=sentence))

    @contextmanager
    def _writing(
        self, subject: str, *, is_one_statement: bool = False
    ) -> Iterator[sqlite3.Connection]:
        connection, batch = self._opened(subject), self._batch
        try:
            with (
                transaction(connection)
                if batch is None
                else batch.part(is_one_statement=is_one_statement)
            ):
                yield connection
        except sqlite3.Error as error:
            self._note_failure(error)
            raise not_saved(subject, error, self._folder) from error
        if self._is_locked:
            self._wait_for_others(self._patience)

    @contextmanager
    def _in_passing(self) -> Iterator[None]:
        """Write without waiting for the disk, which has it with the next write that waits."""
        connection = self._connection
        if connection is None or connection.in_transaction:
            yield
            return
        connection.execute("PRAGMA synchronous = NORMAL")
        try:
            yield
        finally:
            connection.execute("PRAGMA synchronous = FULL")

    def _note_failure(self, error: sqlite3.Error) -> None:
        """Have the next opening look closer when the file turns out to be damaged after all.

        Where another program has locked it, nobody waits a second time until it is free again.
        """
        trouble = trouble_of(error)
        if trouble is Trouble.DAMAGED:
            with suppress(OSError):
                files.make_empty_file(self._folder / files.SUSPECT)
        elif trouble is Trouble.BUSY:
            self._wait_for_others(NOT_AT_ALL)

    def _wait_for_others(self, patience: timedelta) -> None:
        """Set how long the window, and each ring, stand still while another program writes."""
        assert self._connection is not None
        longest_ms = min(patience, WRITING_PATIENCE) // timedelta(milliseconds=1)
        self._connection.execute(f"PRAGMA busy_timeout = {longest_ms}")
        self._is_locked = longest_ms == 0

    def _opened(self, subject: str) -> sqlite3.Connection:
        if self._connection is None:
            raise NotSaved(f"{subject} could not be saved because Alarm Clock is closing.")
        # A batch is over within milliseconds: it has looked when it began.
        has_looked = self._batch is not None and self._batch.has_begun
        if not (has_looked or self._is_in_place()):
            raise NotSaved(
                f"{subject} could not be saved: the file “{self._path}” was moved or deleted while "
                "Alarm Clock was open. Put it back, or close Alarm Clock and open it again; "
                "nothing was changed."
            )
        return self._connection

    def _is_in_place(self) -> bool:
        """Tell whether the open file still has its name; without it, writing would be in vain."""
        assert self._file is not None
        try:
            return os.path.samestat(self._path.stat(), self._file)
        except OSError:
            return False


def _subject(change: Change) -> str:
    if len(change.items) > 1:
        return "The change"
    for item in (item.after or item.before for item in change.items):
        match item:
            case Alarm():
                return "The alarm"
            case Timer():
                return "The timer"
    return "The ring"
