"""Opening the database: made when it is new, migrated when it is old, restored when damaged."""

import logging
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, timedelta
from pathlib import Path

from alarmclock.core.ports import Clock
from alarmclock.core.words.wording import short_day
from alarmclock.store import files, schema
from alarmclock.store.backups import Backups, made_at
from alarmclock.store.checking import check_sqlite, open_checked
from alarmclock.store.connection import BUSY_TIMEOUT, alone, connect_durably
from alarmclock.store.cut_off import cut_off_sentence, kept_cut_off
from alarmclock.store.errors import Damaged, StoreUnusable, reported, unusable
from alarmclock.store.restoring import Restoring
from alarmclock.values import dataclass, replace

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class OpenReport:
    """What happened while the store was opened; `sentences` are for people.

    `brought_back` is the one of them that tells of a backup that a person chose, empty for none.
    """

    sentences: tuple[str, ...] = ()
    created: bool = False
    migrated_from: int | None = None
    set_aside: Path | None = None
    restored: Path | None = None
    brought_back: str = ""


class Opening:
    """One opening of the database in a folder."""

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        steps: Sequence[schema.Step] = schema.STEPS,
        patience: timedelta = BUSY_TIMEOUT,
    ) -> None:
        self._folder = folder
        self._path = folder / files.DATABASE
        self._clock = clock
        self._steps = steps
        self._patience = patience
        self._backups = Backups(folder / files.BACKUPS)
        # Each minute another one would push out all that are older.
        self._is_backed_up = False

    def run(self) -> tuple[sqlite3.Connection, OpenReport]:
        """Give a connection to a sound database of this version. Raises StoreUnusable."""
        check_sqlite(sqlite3.sqlite_version_info)
        try:
            self._make_folder()
            with alone(self._folder / files.LOCK, self._patience):
                chosen = self._restore_chosen()
                connection, report = self._open_or_restore()
                if chosen:
                    sentences = (chosen, *report.sentences)
                    report = replace(report, sentences=sentences, brought_back=chosen)
                try:
                    report = self._migrate(connection, report)
                    (self._folder / files.SUSPECT).unlink(missing_ok=True)
                except BaseException:
                    connection.close()
                    raise
        except (sqlite3.Error, OSError) as error:
            raise unusable(error, self._folder) from error
        return connection, report

    def _make_folder(self) -> None:
        try:
            files.make_folder(self._folder)
        except (FileExistsError, NotADirectoryError) as error:
            raise StoreUnusable(
                f"The folder “{self._folder}” for your alarms can't be made: a file is in its "
                "place. Move that file away, or choose another folder, and open Alarm Clock again."
            ) from error

    def _restore_chosen(self) -> str:
        """Bring back the backup that a person chose while the file was in use, and say so."""
        restoring = Restoring(self._folder, self._clock, self._steps, self._patience)
        backup = restoring.take_wish()
        if backup is None:
            return ""
        return restoring.sentence(backup, restoring.put_in_place(backup))

    def _open_or_restore(self) -> tuple[sqlite3.Connection, OpenReport]:
        if not self._path.exists():
            return self._make_or_restore()
        try:
            with kept_cut_off(self._path, self._clock.now()) as kept:
                connection = open_checked(self._path, self._steps, self._patience)
        except Damaged as damage:
            logger.warning("The database is damaged: %s", damage)
            report = self._restore()
            return self._open_anew(), report
        if kept is None:
            return connection, OpenReport()
        logger.warning("The newest changes are damaged; the file is kept as %s", kept)
        return connection, OpenReport((cut_off_sentence(kept),), set_aside=kept)

    def _make_or_restore(self) -> tuple[sqlite3.Connection, OpenReport]:
        if self._backups.newest_good(len(self._steps)):
            report = self._restore()
        else:
            self._put_in_place(None)
            report = OpenReport(created=True)
        return self._open_anew(), report

    # A new one in its place

    def _restore(self) -> OpenReport:
        backup = self._backups.newest_good(len(self._steps))
        aside = self._put_in_place(backup)
        sentence = self._restored_sentence(backup, aside)
        return OpenReport((sentence,), set_aside=aside, restored=backup)

    def _put_in_place(self, backup: Path | None) -> Path | None:
        """Finish the new database before the old one is moved, and give the old one's new name."""
        fresh = self._path.with_suffix(".new")
        files.remove(fresh)
        if backup is None:
            self._make(fresh)
        else:
            files.copy_durably(backup, fresh)
        aside = files.set_aside(self._path, self._clock.now())
        (self._folder / files.SUSPECT).unlink(missing_ok=True)
        files.put_in_place(fresh, self._path)
        return aside

    def _make(self, path: Path) -> None:
        files.make_empty_file(path)
        with closing(connect_durably(path)) as connection:
            schema.make(connection, self._steps)

    def _open_anew(self) -> sqlite3.Connection:
        try:
            return open_checked(self._path, self._steps, self._patience)
        except Damaged as damage:
            raise StoreUnusable(
                f"Your alarms can't be opened: a file that was just written to “{self._folder}” "
                "is damaged again. Check that disk, or choose another folder."
            ) from damage

    def _restored_sentence(self, backup: Path | None, aside: Path | None) -> str:
        kept = (
            f"The file with your alarms was damaged and is kept as “{aside.name}”."
            if aside
            else "The file with your alarms was missing."
        )
        if backup is None:
            return f"{kept} There is no good backup, so the list is empty: set your alarms anew."
        made = made_at(backup).astimezone(self._clock.zone())
        return (
            f"{kept} The backup of {short_day(made)} {made:%Y, %H:%M}, “{backup.name}”, was "
            "restored: check your alarms, because changes made after it are missing."
        )

    # Its version and its backups

    def _migrate(self, connection: sqlite3.Connection, report: OpenReport) -> OpenReport:
        version = schema.version_of(connection)
        if version < len(self._steps):
            self._take_steps(connection)
            return replace(report, migrated_from=version)
        return report

    def _take_steps(self, connection: sqlite3.Connection) -> None:
        """Migrate behind a backup. Raises StoreUnusable when either can't be done."""
        try:
            if not self._is_backed_up:
                self._backups.make(connection, self._clock.now().astimezone(UTC))
                self._is_backed_up = True
            schema.migrate(connection, self._steps)
        except (sqlite3.Error, OSError, Damaged) as error:
            logger.exception("The database can't be migrated")
            raise StoreUnusable(
                f"Your alarms in “{self._folder}” can't be brought to the form that this Alarm "
                f"Clock needs: “{reported(error)}” was reported. They are as they were. Check that "
                "the disk is not full, or install the Alarm Clock that you had before."
            ) from error
