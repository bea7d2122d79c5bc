"""The tables, and the steps that bring an older file to them.

The version of a file is its `PRAGMA user_version`: the number of steps that it has taken. A step
that was ever published is never changed; a new version adds one at the end.
"""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing

from alarmclock.store.connection import transaction
from alarmclock.store.digest import sum_up

# “ALRM”: tells our files from those of other programs that use SQLite.
APPLICATION_ID = 0x414C524D

Step = Callable[[sqlite3.Connection], None]

FIRST_TABLES = (
    # `place` is the order of making. Alarms have the columns from `time` on, timers from `length`.
    """
    CREATE TABLE items (
        place INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        label TEXT NOT NULL,
        ring TEXT NOT NULL,
        time TEXT,
        rule TEXT,
        zone TEXT,
        armed_at INTEGER,
        length INTEGER,
        ends_at INTEGER,
        time_left INTEGER
    ) STRICT
    """,
    # An occurrence is claimed once: by the insertion of its row.
    """
    CREATE TABLE rings (
        id INTEGER PRIMARY KEY,
        item_id TEXT NOT NULL,
        day TEXT NOT NULL,
        time TEXT NOT NULL,
        due INTEGER NOT NULL,
        rang_at INTEGER NOT NULL,
        snoozes INTEGER NOT NULL,
        snoozed_until INTEGER,
        ended_at INTEGER,
        ending TEXT,
        cause TEXT,
        acknowledged INTEGER NOT NULL,
        UNIQUE (item_id, day, time)
    ) STRICT
    """,
    """
    CREATE INDEX rings_pending ON rings (due)
        WHERE ended_at IS NULL OR (ending = 'missed' AND acknowledged = 0)
    """,
    """
    CREATE TABLE activity (
        id INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        kind TEXT NOT NULL,
        item_id TEXT NOT NULL,
        label TEXT NOT NULL,
        detail TEXT NOT NULL
    ) STRICT
    """,
    "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    "CREATE TABLE memos (name TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT",
)


def _make_first_tables(connection: sqlite3.Connection) -> None:
    for statement in FIRST_TABLES:
        connection.execute(statement)


REPETITION_COLUMNS = (
    "ALTER TABLE items ADD COLUMN limits TEXT",
    "ALTER TABLE items ADD COLUMN skipped TEXT",
    "ALTER TABLE items ADD COLUMN pause TEXT",
    "ALTER TABLE rings ADD COLUMN started_at INTEGER",
    "ALTER TABLE rings ADD COLUMN ended_by TEXT",
    # Of older rings only the last start is known.
    "UPDATE rings SET started_at = rang_at WHERE NOT (ending IS 'missed' AND rang_at = ended_at)",
    "CREATE INDEX activity_of_item ON activity (item_id, id)",
    "CREATE INDEX rings_by_due ON rings (due)",
)


def _add_repetition(connection: sqlite3.Connection) -> None:
    for statement in REPETITION_COLUMNS:
        connection.execute(statement)


QUESTION_COLUMNS = (
    "ALTER TABLE rings ADD COLUMN unanswered INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE rings ADD COLUMN asks TEXT",
)


def _add_questions(connection: sqlite3.Connection) -> None:
    for statement in QUESTION_COLUMNS:
        connection.execute(statement)


SUMMED_UP = ("items", "rings", "settings")


def _add_digests(connection: sqlite3.Connection) -> None:
    for table in SUMMED_UP:
        connection.execute(f"ALTER TABLE {table} ADD COLUMN digest INTEGER")
        sum_up(connection, table)


COLUMNS = """
    SELECT tables.name, columns.name
    FROM sqlite_master AS tables JOIN pragma_table_info(tables.name) AS columns
    WHERE tables.type = 'table'
"""

STEPS: tuple[Step, ...] = (_make_first_tables, _add_repetition, _add_questions, _add_digests)


def version_of(connection: sqlite3.Connection) -> int:
    """Give how many steps a file has taken."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_ours(connection: sqlite3.Connection) -> bool:
    """Tell whether a file was made by this program."""
    found = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    return found and version_of(connection) > 0


def has_tables(connection: sqlite3.Connection, steps: Sequence[Step]) -> bool:
    """Tell whether every table and column of a file's version is there. Raises sqlite3.Error."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as model:
        make(model, steps[: version_of(connection)])
        return _columns(model) <= _columns(connection)


def _columns(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    return {(table, column) for table, column in connection.execute(COLUMNS)}


def make(connection: sqlite3.Connection, steps: Sequence[Step]) -> None:
    """Turn an empty file into one of ours. Raises sqlite3.Error."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    migrate(connection, steps)


def migrate(connection: sqlite3.Connection, steps: Sequence[Step]) -> None:
    """Take the steps that a file lacks, each in one transaction. Raises sqlite3.Error."""
    for version, step in enumerate(steps[version_of(connection) :], version_of(connection) + 1):
        with transaction(connection):
            step(connection)
            connection.execute(f"PRAGMA user_version = {version}")
