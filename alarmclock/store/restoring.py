"""Bringing back a backup that a person chose; what is there now is set aside, never overwritten.

While the program runs, its file is in use: the wish is noted and carried out at the next opening.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from alarmclock.core.errors import AlarmClockError
from alarmclock.core.exchange.backup import Backup
from alarmclock.core.ports import Clock
from alarmclock.core.words.wording import short_day
from alarmclock.store import files, schema
from alarmclock.store.backups import REPLACED, Backups, age, is_good, is_replaced, made_at
from alarmclock.store.connection import BUSY_TIMEOUT, alone, connect
from alarmclock.store.errors import reported
from alarmclock.store.glimpse import glimpse_file, whole_content

LONGEST_NAME = 200


def no_backup(name: str) -> str:
    """Say that no backup is called so."""
    return f"There is no backup called “{name[:LONGEST_NAME]}”. Choose one of the list."


class NotRestored(AlarmClockError):
    """A backup can't be restored; its text says why and what to do. Nothing was changed."""


class Restoring:
    """The backups in a data folder, for those who look for one."""

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

    def all(self) -> list[Backup]:
        """List the backups and what they replaced, newest first.

        Raises NotRestored when they can't be read.
        """
        try:
            return [self._told(path) for path in self._found()]
        except OSError as error:
            raise NotRestored(
                f"The backups in “{self._folder}” can't be read: "
                f"{error.strerror or 'the disk reports an error'}. Check that folder."
            ) from error

    def restore(self, name: str) -> str:
        """Put a backup in the place of the file, which nobody may have open, and say so.

        Raises NotRestored.
        """
        backup = self._good(name)
        try:
            files.make_folder(self._folder)
            with alone(self._folder / files.LOCK, self._patience):
                aside = self.put_in_place(backup)
        except (sqlite3.Error, OSError) as error:
            raise NotRestored(
                f"The backup could not be restored: “{reported(error)}” was reported. Close Alarm "
                "Clock, check the disk and try again."
            ) from error
        return self.sentence(backup, aside)

    def request(self, name: str) -> None:
        """Note that a backup is to be restored at the next opening. Raises NotRestored."""
        backup = self._good(name)
        try:
            files.write_text(self._folder / files.WANTED_BACKUP, backup.name)
        except OSError as error:
            raise NotRestored(
                f"The wish can't be noted in “{self._folder}”: "
                f"{error.strerror or 'the disk reports an error'}. Nothing was changed."
            ) from error

    def take_wish(self) -> Path | None:
        """Give the backup that is to be restored now, and forget the wish. Raises OSError.

        None where there is no wish, or its backup is gone or damaged meanwhile.
        """
        wish = self._folder / files.WANTED_BACKUP
        if not wish.exists():
            return None
        with wish.open(encoding="utf-8", errors="replace") as file:
            name = file.read(LONGEST_NAME)
        wish.unlink()
        try:
            return self._good(name)
        except NotRestored:
            return None

    def put_in_place(self, backup: Path) -> Path | None:
        """Exchange the file; whoever calls is alone with it. Raises OSError."""
        fresh = self._path.with_suffix(".new")
        self._copy(backup, fresh)
        aside = files.set_aside(self._path, self._clock.now(), REPLACED)
        (self._folder / files.SUSPECT).unlink(missing_ok=True)
        files.put_in_place(fresh, self._path)
        return aside

    def sentence(self, backup: Path, aside: Path | None) -> str:
        """Say what was restored, and where the other file is."""
        made = made_at(backup).astimezone(self._clock.zone())
        day = f"{short_day(made)} {made:%Y, %H:%M}"
        restored = (
            f"What was replaced on {day} was restored."
            if is_replaced(backup)
            else f"The backup of {day} was restored."
        )
        if aside is None:
            return restored
        return f"{restored} What was there before is kept as “{aside.name}”."

    def has(self, name: str) -> bool:
        """Tell whether there is a backup of this name, good or not."""
        return self._path_of(name) is not None

    def _path_of(self, name: str) -> Path | None:
        try:
            return next((path for path in self._found() if path.name == name), None)
        except OSError:
            return None

    def _good(self, name: str) -> Path:
        """Give the path of a sound backup of this name. Raises NotRestored."""
        path = self._path_of(name)
        if path is None:
            raise NotRestored(no_backup(name))
        if not self._is_good(path):
            raise NotRestored(
                "This backup is damaged, or of a newer Alarm Clock. Choose another one; nothing "
                "was changed."
            )
        return path

    def _told(self, path: Path) -> Backup:
        is_sound, size = self._is_good(path), path.stat().st_size
        count = self._count_items(path) if is_sound else None
        return Backup(path.name, made_at(path), size, is_sound, count, is_replaced(path))

    def _found(self) -> list[Path]:
        """List the files that can be brought back, newest first. Raises OSError."""
        found = self._backups.all()
        if self._folder.is_dir():
            found += filter(is_replaced, self._folder.iterdir())
        return sorted(found, key=age, reverse=True)

    def _is_good(self, path: Path) -> bool:
        if not is_replaced(path):
            return is_good(path, len(self._steps))
        # After a crash its newest changes are in a log beside it.
        found = glimpse_file(path, self._steps)
        if found is not None:
            found.close()
        return found is not None

    def _copy(self, backup: Path, fresh: Path) -> None:
        if is_replaced(backup):
            files.remove(fresh)
            files.write_durably(whole_content(backup), fresh)
        else:
            files.copy_durably(backup, fresh)

    def _count_items(self, path: Path) -> int | None:
        found = glimpse_file(path, self._steps) if is_replaced(path) else None
        try:
            with closing(found or connect(path, "immutable=1")) as backup:
                return int(backup.execute("SELECT count(*) FROM items").fetchone()[0])
        except sqlite3.Error:
            return None
