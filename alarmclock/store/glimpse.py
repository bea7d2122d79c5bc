"""Reads what a file holds that can't be opened: a full or read-only disk silences no alarm.

The file is read as bytes, together with what waits in its log, and becomes a database in memory.
"""

import logging
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from alarmclock.store import files, schema
from alarmclock.store.connection import connect, is_sound
from alarmclock.store.write_ahead_log import Log, read_log

logger = logging.getLogger(__name__)

SQLITE = b"SQLite format 3\x00"
# Two bytes of the header say how it is written and read; a database in memory keeps no log.
FORMS_AT, WITHOUT_LOG = 18, b"\x01\x01"


def glimpse(folder: Path, steps: Sequence[schema.Step]) -> sqlite3.Connection | None:
    """Give what the database of a folder holds, in memory; None where it can't be made sense of."""
    try:
        content = _content(folder / files.DATABASE)
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


class _NotOurs(Exception):
    """The file is of a newer version, of another program, or damaged."""


def _bring_to(connection: sqlite3.Connection, steps: Sequence[schema.Step]) -> None:
    """Take the steps that an older file lacks, in memory only."""
    if not (schema.is_ours(connection) and schema.version_of(connection) <= len(steps)):
        raise _NotOurs("it is not of this program or version")
    if not (is_sound(connection) and schema.has_tables(connection, steps)):
        raise _NotOurs("it is damaged")
    schema.migrate(connection, steps)


def _content(path: Path) -> bytes:
    """Read the pages of a database, the newest of each, without its log."""
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
