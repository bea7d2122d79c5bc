"""Looks for rows that damage has changed into others that can be read, slice by slice."""

import sqlite3
from collections.abc import Generator, Iterator

from alarmclock.core.book.book import ENDED_RINGS_KEPT
from alarmclock.store import item_table, ring_table, settings_table
from alarmclock.store.digest import is_as_written
from alarmclock.store.problems import Problems

ROWS_A_SLICE = 300


def check_rows(connection: sqlite3.Connection, problems: Problems) -> Iterator[None]:
    """Note what is not as it was written; between two slices something else may be done.

    What the program has not read, as rings of long ago, is left out. Raises sqlite3.Error.
    """
    rows = connection.execute("SELECT * FROM items")
    items = yield from _changed(rows, item_table.TABLE)
    problems.note_changed_items([row["label"] for row in items if item_table.can_be_read(row)])
    rows = connection.execute(ring_table.READ, (ENDED_RINGS_KEPT,))
    rings = yield from _changed(rows, ring_table.TABLE)
    problems.note_changed_rings(len(rings))
    rows = connection.execute("SELECT * FROM settings")
    settings = yield from _changed(rows, settings_table.TABLE)
    problems.note_changed_settings(len(settings))


def _changed(rows: sqlite3.Cursor, table: str) -> Generator[None, None, list[sqlite3.Row]]:
    changed: list[sqlite3.Row] = []
    while found := rows.fetchmany(ROWS_A_SLICE):
        changed += [row for row in found if not is_as_written(row, table)]
        yield
    return changed
