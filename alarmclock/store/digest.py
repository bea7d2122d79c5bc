"""Digests of rows: SQLite finds damage to its pages, not to what is written in them.

A digest is kept beside the row that it sums up. How it is made never changes: people have files
with it. A step that gives old rows a value of a new column has to sum them up anew.
"""

import sqlite3
from collections.abc import Mapping
from zlib import crc32

DIGEST = "digest"
# What SQLite counts by itself is no part of what a row says.
COUNTED = {"items": "place", "rings": "id"}

UNIT = "\x1f"


def digest_of(row: Mapping[str, object], table: str) -> int:
    """Sum up what is in a row; a column without a value counts for nothing."""
    left_out = (DIGEST, COUNTED.get(table))
    said = (
        f"{name}={int(value) if isinstance(value, bool) else value}"
        for name, value in sorted(row.items())
        if value is not None and name not in left_out
    )
    return crc32(UNIT.join(said).encode("utf-8", "surrogatepass"))


def is_as_written(row: sqlite3.Row, table: str) -> bool:
    """Tell whether a row says what was written into it, as far as its digest tells."""
    known = row[DIGEST]
    return known is None or known == digest_of(dict(row), table)


def sum_up(connection: sqlite3.Connection, table: str) -> None:
    """Sum up the rows of a table that have no digest. Raises sqlite3.Error."""
    found = connection.execute(f"SELECT rowid AS number, * FROM {table} WHERE digest IS NULL")  # noqa: S608 - a table of ours
    names = [column[0] for column in found.description]
    for values in found.fetchall():
        row = dict(zip(names, values, strict=True))
        number = row.pop("number")
        digest = digest_of(row, table)
        connection.execute(f"UPDATE {table} SET digest = ? WHERE rowid = ?", (digest, number))  # noqa: S608 - as above
