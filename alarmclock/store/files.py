"""Files that only their owner may read, and their names with a date."""

import os
from datetime import UTC, datetime
from pathlib import Path

DATABASE = "alarmclock.sqlite3"
LOCK = "alarmclock.lock"
# Left by a program that met damage which the quick check of the opening does not see.
SUSPECT = "alarmclock.suspect"
# Names the backup that is to be restored at the next opening.
WANTED_BACKUP = "alarmclock.restore"
BACKUPS = "backups"
SUFFIX = ".sqlite3"
STAMP = "%Y%m%d-%H%M%S"

OWNER_ONLY_FOLDER = 0o700
OWNER_ONLY_FILE = 0o600

# SQLite keeps these beside a database; a stale one must never meet another database.
LOG, INDEX = "-wal", "-shm"
COMPANIONS = (LOG, INDEX, "-journal")


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner may open; one that is there stays as it is.

    Raises OSError.
    """
    folder.mkdir(mode=OWNER_ONLY_FOLDER, parents=True, exist_ok=True)


def make_empty_file(path: Path) -> None:
    """Make a file that only its owner may read, or empty the one that is there.

    Raises OSError.
    """
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY_FILE))


def write_text(path: Path, text: str) -> None:
    """Write a short text to a file that only its owner may read. Raises OSError."""
    make_empty_file(path)
    path.write_text(text, encoding="utf-8")


def remove(path: Path) -> None:
    """Remove a database and what SQLite keeps beside it. Raises OSError."""
    for file in (*companions(path), path):
        file.unlink(missing_ok=True)


def companions(path: Path) -> list[Path]:
    """List the files that SQLite may keep beside a database."""
    return [path.with_name(path.name + ending) for ending in COMPANIONS]


def copy_durably(source: Path, target: Path) -> None:
    """Copy a database to a new file that only its owner may read. Raises OSError."""
    from shutil import copyfile

    remove(target)
    make_empty_file(target)
    copyfile(source, target)
    with target.open("rb+") as copied:
        os.fsync(copied.fileno())


def write_durably(content: bytes, target: Path) -> None:
    """Write a new file that only its owner may read. Raises OSError."""
    make_empty_file(target)
    with target.open("rb+") as written:
        written.write(content)
        written.flush()
        os.fsync(written.fileno())


def put_in_place(path: Path, target: Path) -> None:
    """Give a finished file its name, in one step that survives a loss of power.

    Raises OSError.
    """
    path.replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system can do that. Raises OSError."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def dated_name(folder: Path, start: str, now: datetime) -> Path:
    """Give a name with the date and time (UTC) that no file has yet."""
    stamp = now.astimezone(UTC).strftime(STAMP)
    path, number = folder / f"{start}-{stamp}{SUFFIX}", 1
    while path.exists():
        number += 1
        path = folder / f"{start}-{stamp}-{number}{SUFFIX}"
    return path


def set_aside(path: Path, now: datetime, why: str = "damaged") -> Path | None:
    """Rename a database with its companions, and say why; None when there was no database.

    Its companions go first: if the program is killed in between, no log is left that could be
    written into the database that comes in its place. Raises OSError.
    """
    aside = dated_name(path.parent, f"{path.stem}-{why}", now)
    existed = path.exists()
    for file, name in zip((*companions(path), path), (*companions(aside), aside), strict=True):
        if file.exists():
            file.rename(name)
    sync_folder(path.parent)
    return aside if existed else None
