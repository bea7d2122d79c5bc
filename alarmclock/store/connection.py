"""Connections to a database file, and transactions on them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path

from alarmclock.store import files

BUSY_TIMEOUT = timedelta(seconds=2)


def connect(path: Path, mode: str, timeout: timedelta = BUSY_TIMEOUT) -> sqlite3.Connection:
    """Connect to a file that exists. Raises sqlite3.Error.

    `mode` is one of SQLite's URI parameters: “mode=rw”, “mode=ro”, or “immutable=1”, which
    leaves everything about the file alone, its write-ahead log included.
    """
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{mode}",
        uri=True,
        timeout=timeout.total_seconds(),
        isolation_level=None,
    )
    connection.row_factory = sqlite3.Row
    # Bytes that are no text make one value damaged, not the whole table.
    connection.text_factory = partial(str, encoding="utf-8", errors="surrogateescape")
    return connection


def connect_durably(path: Path, timeout: timedelta = BUSY_TIMEOUT) -> sqlite3.Connection:
    """Connect for writing so that what is committed survives a loss of power.

    Raises sqlite3.Error.
    """
    connection = connect(path, "mode=rw", timeout)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        # On macOS an ordinary sync stays in the disk's own cache; elsewhere this does nothing.
        connection.execute("PRAGMA fullfsync = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


@contextmanager
def alone(lock: Path, timeout: timedelta = BUSY_TIMEOUT) -> Iterator[None]:
    """Keep other processes from making, restoring or backing up the same database meanwhile.

    The lock ends with the process, however it ends. Raises OSError and sqlite3.Error.
    """
    files.make_empty_file(lock)
    with closing(connect(lock, "mode=rw", timeout)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Write all of it or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def is_sound(connection: sqlite3.Connection, check: str = "quick_check") -> bool:
    """Tell whether SQLite finds no damage in a file. Raises sqlite3.Error.

    “integrity_check” also compares the tables with their indexes, and takes several times as long.
    """
    return bool(connection.execute(f"PRAGMA {check}(1)").fetchone()[0] == "ok")
