"""Telling whether a database that is there can be used, before anything is written to it."""

import logging
import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from alarmclock.store.connection import connect, connect_durably, is_sound
from alarmclock.store.errors import Damaged, StoreUnusable, Trouble, trouble_of
from alarmclock.store.files import SUSPECT, make_empty_file
from alarmclock.store.schema import Step, has_tables, is_ours, version_of

logger = logging.getLogger(__name__)

# The quick check passes over the indexes. To check them too takes several times as long, which is
# not felt in a file of this size; a larger one is checked when its reading meets damage.
CHECKED_WHOLLY = 4 * 1024 * 1024
# Versions grow by one with each step; a damaged header may say any number.
NEWEST_IMAGINABLE = 10_000

# STRICT tables came with this version.
OLDEST_SQLITE = (3, 37, 0)

# SQLite quotes damaged bytes in its messages, which Python then takes for UTF-8.
NOT_READABLE = (sqlite3.Error, UnicodeDecodeError)

# What SQLite says of the surroundings of a file rather than of the file.
NOT_THE_FILES_FAULT = {Trouble.FULL, Trouble.BUSY, Trouble.DISK}


def check_sqlite(version: tuple[int, ...]) -> None:
    """Refuse an SQLite without STRICT tables. Raises StoreUnusable."""
    if version < OLDEST_SQLITE:
        raise StoreUnusable(
            f"Alarm Clock needs SQLite {'.'.join(map(str, OLDEST_SQLITE))} or newer; this Python "
            f"has {'.'.join(map(str, version))}. Install a newer Python or SQLite."
        )


def open_checked(path: Path, steps: Sequence[Step], patience: timedelta) -> sqlite3.Connection:
    """Connect to a database that is known to be sound; `patience` is for one that is locked.

    Raises Damaged when it should be set aside, StoreUnusable when it must be left alone, and
    sqlite3.Error when something around it is in the way.
    """
    if not path.is_file():
        raise StoreUnusable(
            f"Your alarms can't be opened: “{path}” is a folder, not a file. Move it away and "
            "open Alarm Clock again."
        )
    if path.stat().st_size == 0:
        raise Damaged("it is empty")
    _refuse_newer_untouched(path, len(steps))
    try:
        _check(path, steps, patience)
        return _connect(path, patience)
    except sqlite3.Error as error:
        if _is_the_files_fault(error, path):
            raise Damaged(str(error)) from error
        raise
    except UnicodeDecodeError as error:
        raise Damaged(str(error)) from error


def _refuse_newer_untouched(path: Path, newest_version: int) -> None:
    """Look at the version without so much as a lock; the full check comes after it."""
    try:
        with closing(connect(path, "immutable=1")) as peek:
            _refuse_newer(version_of(peek), path, newest_version)
    except NOT_READABLE as error:
        logger.info("The version can't be told yet: %s", error)


def _refuse_newer(version: int, path: Path, newest_version: int) -> None:
    if newest_version < version <= NEWEST_IMAGINABLE:
        raise StoreUnusable(
            f"Your alarms in “{path}” were saved by a newer Alarm Clock, and this one can't read "
            "them. They were left untouched. Install the newer Alarm Clock again."
        )


def _check(path: Path, steps: Sequence[Step], patience: timedelta) -> None:
    # Closing a connection that only reads leaves the write-ahead log of a newer program alone.
    with closing(connect(path, "mode=ro", patience)) as connection:
        version = version_of(connection)
        _refuse_newer(version, path, len(steps))
        if version > NEWEST_IMAGINABLE or not is_ours(connection):
            raise Damaged("it is not a database of this program")
        if not is_sound(connection):
            raise Damaged("the check of its pages failed")
        if not has_tables(connection, steps):
            raise Damaged("a table or a column is missing")
        if path.stat().st_size <= CHECKED_WHOLLY and not _has_sound_indexes(connection):
            make_empty_file(path.with_name(SUSPECT))


def _has_sound_indexes(connection: sqlite3.Connection) -> bool:
    """Tell whether the indexes lead to all that is in the tables: a ring is found by one."""
    try:
        return is_sound(connection, "integrity_check")
    except NOT_READABLE:
        return False


def _connect(path: Path, patience: timedelta) -> sqlite3.Connection:
    connection = connect_durably(path, patience)
    try:
        # A file that can be read only, or is locked, says so here and not at the first alarm.
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"PRAGMA user_version = {version_of(connection)}")
        connection.execute("ROLLBACK")
        if path.with_name(SUSPECT).exists():
            _mend(connection)
    except (sqlite3.Error, Damaged):
        connection.close()
        raise
    return connection


def _mend(connection: sqlite3.Connection) -> None:
    """Build the indexes anew, the only damage that costs nothing. Raises Damaged."""
    connection.execute("REINDEX")
    if not is_sound(connection, "integrity_check"):
        raise Damaged("it can't be mended")


def _is_the_files_fault(error: sqlite3.Error, path: Path) -> bool:
    trouble = trouble_of(error)
    if trouble is Trouble.READ_ONLY:
        # A damaged header may forbid writing to a file that the system lets us write.
        effective = os.access in os.supports_effective_ids
        return os.access(path, os.R_OK | os.W_OK, effective_ids=effective)
    return trouble not in NOT_THE_FILES_FAULT
