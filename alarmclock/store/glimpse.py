"""Reads what a file holds that can't be opened: a full or read-only disk silences no alarm.

The file is read as bytes, together with what waits in its log, and becomes a database in memory.
"""

import logging
import sqlite3
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from alarmclock.store import files, schema
from alarmclock.store.connection import connect, is_sound
from alarmclock.store.write_ahead_log import Log, read_log
from alarmclock.values import dataclass

logger = logging.getLogger(__name__)

SQLITE = b"SQLite format 3\x00"
# Two bytes of the header say how it is written and read; a database in memory keeps no log.
FORMS_AT, WITHOUT_LOG = 18, b"\x01\x01"


# Which file it is, how long it is and when it was written; None where there is no file.
Mark = tuple[int, int, int] | None


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What a folder held, in memory, and by what is told whether its files are still the same."""

    connection: sqlite3.Connection
    marks: tuple[Mark, ...]


def glimpse(folder: Path, steps: Sequence[schema.Step]) -> Glimpse | None:
    """Give what the database of a folder holds; None where it can't be made sense of.

    A folder without any database and backup holds nothing, and that is known then.
    """
    try:
        found = marks(folder)
        path = folder / files.DATABASE
        is_new = not (path.exists() or (folder / files.BACKUPS).exists())
        connection = _nothing(steps) if is_new else glimpse_file(path, steps)
    except OSError as error:
        logger.info("Nothing can be read: %s", error)
        return None
    return Glimpse(connection, found) if connection else None


def glimpse_file(path: Path, steps: Sequence[schema.Step]) -> sqlite3.Connection | None:
    """Give what a database holds, in memory; None where it can't be made sense of."""
    try:
        content = whole_content(path)
    except OSError as error:
        logger.info("Nothing can be read: %s", error)
        return None
    if not content.startswith(SQLITE):
        return None
    connection = connect(Path("glimpse"), "mode=memory")
    try:
        connection.deserialize(content)
        _bring_to(connection, steps)
    except (sqlite3.Error, UnicodeDecodeError, _NotOurs) as error:
        logger.info("Nothing can be made of it: %s", error)
        connection.close()
        return None
    return connection


def marks(folder: Path) -> tuple[Mark, ...]:
    """Give by what is told whether the database of a folder and its log are still the same."""
    path = folder / files.DATABASE
    return _mark(path), _mark(path.with_name(path.name + files.LOG))


def is_same(one: sqlite3.Connection, other: sqlite3.Connection) -> bool:
    """Tell whether two databases hold the same. Raises sqlite3.Error."""
    tables = _tables(one)
    return tables == _tables(other) and all(
        before == after
        for table in tables
        for before, after in zip_longest(_rows(one, table), _rows(other, table))
    )


def _tables(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return [str(row[0]) for row in found]


def _rows(connection: sqlite3.Connection, table: str) -> Iterator[tuple[object, ...]]:
    # The names are those of the schema, which both have in common.
    return map(tuple, connection.execute(f'SELECT * FROM "{table}"'))  # noqa: S608  # nosec B608


def _mark(path: Path) -> Mark:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def _nothing(steps: Sequence[schema.Step]) -> sqlite3.Connection:
    connection = connect(Path("glimpse"), "mode=memory")
    schema.make(connection, steps)
    return connection


class _NotOurs(Exception):
    """The file is of a newer version, of another program, or damaged."""


def _bring_to(connection: sqlite3.Connection, steps: Sequence[schema.Step]) -> None:
    """Take the steps that an older file lacks, in memory only."""
    if not (schema.is_ours(connection) and schema.version_of(connection) <= len(steps)):
        raise _NotOurs("it is not of this program or version")
    if not (is_sound(connection) and schema.has_tables(connection, steps)):
        raise _NotOurs("it is damaged")
    schema.migrate(connection, steps)


def whole_content(path: Path) -> bytes:
    """Read the pages of a database, the newest of each, without its log. Raises OSError."""
    content = bytearray(path.read_bytes())
    log = path.with_name(path.name + files.LOG)
    if log.exists():
        _lay_over(content, read_log(log.read_bytes()))
    content[FORMS_AT : FORMS_AT + len(WITHOUT_LOG)] = WITHOUT_LOG
    return bytes(content)


def _lay_over(content: bytearray, log: Log) -> None:
    if log.count is None:
        return
    size = len(next(iter(log.pages.values())))
    content.extend(bytes(max(log.count * size - len(content), 0)))
    for page, new in log.pages.items():
        content[(page - 1) * size : page * size] = new
    del content[log.count * size :]
