"""The backups: seven at most, each a whole database with its date in the name."""

import re
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

from alarmclock.store import files
from alarmclock.store.connection import connect, is_sound
from alarmclock.store.errors import Damaged
from alarmclock.store.schema import is_ours, version_of

MOST_BACKUPS = 7
START = "alarmclock"
UNFINISHED = "unfinished"
STAMPED = rf"(\d{{8}}-\d{{6}})(?:-(\d+))?{re.escape(files.SUFFIX)}"
NAME = re.compile(rf"{START}-{STAMPED}")
# What was there before a backup was restored is kept so, beside the database.
REPLACED = "replaced"
REPLACED_NAME = re.compile(rf"{START}-{REPLACED}-{STAMPED}")


class Backups:
    """The folder of backups."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def all(self) -> list[Path]:
        """List the backups, newest first. Raises OSError."""
        if not self._folder.is_dir():
            return []
        return sorted(filter(_is_backup, self._folder.iterdir()), key=age, reverse=True)

    def has_one_of(self, day: date) -> bool:
        """Tell whether there is a backup of a day (UTC). Raises OSError."""
        return any(made_at(path).date() == day for path in self.all())

    def make(self, connection: sqlite3.Connection, now: datetime) -> Path:
        """Copy the open database to a new backup, and remove the oldest beyond seven.

        Raises OSError, sqlite3.Error, and Damaged when the copy is not sound.
        """
        files.make_folder(self._folder)
        unfinished = self._folder / UNFINISHED
        try:
            self._copy(connection, unfinished)
            backup = files.dated_name(self._folder, START, now)
            files.put_in_place(unfinished, backup)
        finally:
            files.remove(unfinished)
        self._rotate(backup)
        return backup

    def newest_good(self, newest_version: int) -> Path | None:
        """Give the newest backup that can be restored, None when there is none.

        Raises OSError.
        """
        return next((path for path in self.all() if is_good(path, newest_version)), None)

    def _copy(self, connection: sqlite3.Connection, target: Path) -> None:
        files.remove(target)
        files.make_empty_file(target)
        with closing(connect(target, "mode=rw")) as copy:
            connection.backup(copy)
        with closing(connect(target, "immutable=1")) as copy:
            if not is_sound(copy):
                raise Damaged("the copy is not sound")

    def _rotate(self, newest: Path) -> None:
        # After a clock that ran ahead, the newest backup may not have the latest date.
        older = [path for path in self.all() if path != newest]
        for path in older[MOST_BACKUPS - 1 :]:
            files.remove(path)


def is_replaced(path: Path) -> bool:
    """Tell whether a file is what a restored backup replaced, as its name says."""
    return REPLACED_NAME.fullmatch(path.name) is not None and _has_date(path)


def is_good(path: Path, newest_version: int) -> bool:
    """Tell whether a backup is undamaged and not of a newer program."""
    try:
        with closing(connect(path, "immutable=1")) as backup:
            known = is_ours(backup) and version_of(backup) <= newest_version
            return known and is_sound(backup)
    except (sqlite3.Error, UnicodeDecodeError):
        # SQLite quotes damaged bytes in its messages, which Python then takes for UTF-8.
        return False


def made_at(backup: Path) -> datetime:
    """Give when a backup was made, or kept, as its name says. Raises ValueError for another."""
    return age(backup)[0]


def age(path: Path) -> tuple[datetime, bool, int]:
    """Give by what they are ordered: what is replaced is kept after any backup of that second.

    Raises ValueError for another name.
    """
    found = NAME.fullmatch(path.name) or REPLACED_NAME.fullmatch(path.name)
    if found is None:
        raise ValueError(f"{path.name} is no backup")
    made = datetime.fromisoformat(found[1]).replace(tzinfo=UTC)
    return made, bool(REPLACED_NAME.fullmatch(path.name)), int(found[2] or 1)


def _is_backup(path: Path) -> bool:
    return NAME.fullmatch(path.name) is not None and _has_date(path)


def _has_date(path: Path) -> bool:
    try:
        age(path)
    except ValueError:
        return False
    return True
