"""The activity as rows, one an event."""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import datetime

from alarmclock.core import events
from alarmclock.core.events import Event
from alarmclock.store import plain

# The names that are stored; a class may be renamed, its name here never. Ticks are not kept.
KINDS: dict[str, type[Event]] = {
    "armed": events.Armed,
    "rang": events.Rang,
    "snoozed": events.Snoozed,
    "dismissed": events.Dismissed,
    "skipped": events.Skipped,
    "missed": events.Missed,
    "cancelled": events.Cancelled,
    "failed": events.Failed,
    "armed again": events.ArmedAgain,
    "clock changed": events.ClockChanged,
    "clock doubted": events.ClockDoubted,
    "moved": events.Moved,
    "moved many": events.MovedMany,
    "clocks will change": events.ClocksWillChange,
}
KIND_NAMES = {kind: name for name, kind in KINDS.items()}

INSERT = """
    INSERT INTO activity (at, kind, item_id, label, detail)
    VALUES (:at, :kind, :item_id, :label, :detail)
"""
NEWEST = "SELECT * FROM activity WHERE id < ? ORDER BY id DESC"
BEFORE_ALL = 2**63 - 1

# However far ahead a broken clock is, this many of the newest events are never pruned.
ALWAYS_KEPT = 1000
PRUNE = "DELETE FROM activity WHERE at < ? AND id <= (SELECT max(id) FROM activity) - ?"


def write(connection: sqlite3.Connection, kept: Iterable[Event]) -> None:
    """Write events, all but ticks. Raises sqlite3.Error."""
    rows = [_row_of(event) for event in kept if not isinstance(event, events.Ticked)]
    connection.executemany(INSERT, rows)


def read(connection: sqlite3.Connection, before: int | None) -> Iterator[tuple[int, Event | None]]:
    """List the events with their ids, newest first; None stands for a damaged one.

    Raises sqlite3.Error.
    """
    for row in connection.execute(NEWEST, (BEFORE_ALL if before is None else before,)):
        yield row["id"], _event_of(row)


def prune(connection: sqlite3.Connection, older_than: datetime) -> None:
    """Forget what happened before an instant. Raises sqlite3.Error."""
    connection.execute(PRUNE, (plain.plain(older_than), ALWAYS_KEPT))


def _row_of(event: Event) -> dict[str, object]:
    fields = plain.plain_fields(event)
    row = {name: fields.pop(name) for name in ("at", "item_id", "label")}
    return {**row, "kind": KIND_NAMES[type(event)], "detail": plain.written(fields)}


def _event_of(row: sqlite3.Row) -> Event | None:
    try:
        kind = KINDS[row["kind"]]
        own = {name: row[name] for name in ("at", "item_id", "label")}
        return kind(**plain.arguments(kind, plain.read_fields(row["detail"]) | own))
    except plain.UNREADABLE:
        return None
