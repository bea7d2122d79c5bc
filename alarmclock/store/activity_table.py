"""The activity as rows, one an event."""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from alarmclock.core.activity.activity_query import EVERYTHING, ActivityQuery
from alarmclock.core.activity.event_names import KIND_NAMES, KINDS
from alarmclock.core.activity.events import Event, Ticked
from alarmclock.store import plain

__all__ = ["KINDS", "KIND_NAMES", "prune", "read", "subjects", "write"]

INSERT = """
    INSERT INTO activity (at, kind, item_id, label, detail)
    VALUES (:at, :kind, :item_id, :label, :detail)
"""
GIVES_REASON = "kind IN ('failed', 'doubtful')"
REASON = f"{GIVES_REASON} AND json_extract(detail, '$.reason')"
# SQLite knows the cases of ASCII letters only; others are compared by Python, which takes longer.
HAS_ASCII = rf"(label LIKE :like ESCAPE '\' OR {REASON} LIKE :like ESCAPE '\')"
HAS_TEXT = f"""
    (instr(casefolded(label), :text) OR {GIVES_REASON}
        AND instr(casefolded(json_extract(detail, '$.reason')), :text))
"""
# From one id to the next along the index: its cost follows the number of ids, not of events.
IDS = """
    WITH RECURSIVE ids (item_id) AS (
        SELECT min(item_id) FROM activity WHERE item_id > ''
        UNION ALL
        SELECT (SELECT min(item_id) FROM activity WHERE item_id > ids.item_id)
        FROM ids WHERE ids.item_id IS NOT NULL
    )
"""
SUBJECTS = f"""
    {IDS} SELECT activity.item_id, activity.label FROM ids JOIN activity ON activity.id = (
        SELECT max(id) FROM activity AS newest WHERE newest.item_id = ids.item_id
    )
"""  # noqa: S608  # both parts stand here
# What an alarm begins with is its arming; another first line tells that there was more before it.
BEGINNINGS = f"""
    {IDS} SELECT activity.item_id, iif(kind = 'armed', at, 0) AS at FROM ids JOIN activity
    ON activity.id = (SELECT min(id) FROM activity AS oldest WHERE oldest.item_id = ids.item_id)
"""  # noqa: S608  # as above
BEFORE_ALL = 2**63 - 1

# The newest of them has the number before the oldest that is there.
BRING = """
    INSERT INTO activity (id, at, kind, item_id, label, detail)
    SELECT :id, :at, :kind, :item_id, :label, :detail WHERE NOT EXISTS (
        SELECT 1 FROM activity WHERE item_id = :item_id AND at = :at AND kind = :kind
            AND label = :label AND detail = :detail
    )
"""
# However far ahead a broken clock is, this many of the newest events are never pruned.
ALWAYS_KEPT = 1000
PRUNE = "DELETE FROM activity WHERE at < ? AND id <= (SELECT max(id) FROM activity) - ?"


def write(connection: sqlite3.Connection, kept: Iterable[Event]) -> None:
    """Write events, all but ticks. Raises sqlite3.Error."""
    rows = [_row_of(event) for event in kept if not isinstance(event, Ticked)]
    connection.executemany(INSERT, rows)


def bring(connection: sqlite3.Connection, older: Sequence[Event]) -> int:
    """Take in events of another file, the oldest first, and give how many were new.

    They stand before what is there, since what is read last is read by number. Raises
    sqlite3.Error.
    """
    oldest = connection.execute("SELECT coalesce(min(id), 1) FROM activity").fetchone()[0]
    kept = [event for event in older if not isinstance(event, Ticked)]
    before = connection.total_changes
    for number, event in enumerate(kept, oldest - len(kept)):
        connection.execute(BRING, {**_row_of(event), "id": number})
    return connection.total_changes - before


def read(
    connection: sqlite3.Connection, before: int | None, query: ActivityQuery = EVERYTHING
) -> Iterator[tuple[int, Event | None]]:
    """List the events with their ids, newest first; None stands for a damaged one.

    Raises sqlite3.Error.
    """
    conditions, values = _conditions(query)
    if not query.text.isascii():
        connection.create_function("casefolded", 1, str.casefold, deterministic=True)
    where = " AND ".join(["id < :before", *conditions])
    values["before"] = BEFORE_ALL if before is None else before
    found = f"SELECT * FROM activity WHERE {where} ORDER BY id DESC"  # noqa: S608 - names only
    for row in connection.execute(found, values):
        yield row["id"], _event_of(row)


def subjects(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """List everybody whom the activity is about: id and newest label. Raises sqlite3.Error."""
    return [(row["item_id"], row["label"]) for row in connection.execute(SUBJECTS)]


def beginnings(connection: sqlite3.Connection) -> list[tuple[str, datetime]]:
    """List everybody with the instant of the first event about them. Raises sqlite3.Error."""
    return [
        (row["item_id"], plain.instant_from(row["at"])) for row in connection.execute(BEGINNINGS)
    ]


def _conditions(query: ActivityQuery) -> tuple[list[str], dict[str, object]]:
    conditions: list[str] = []
    values: dict[str, object] = {}
    if query.item_id is not None:
        conditions.append("item_id = :item_id")
        values["item_id"] = query.item_id
    if query.kinds:
        names = ", ".join(f"'{KIND_NAMES[kind]}'" for kind in query.kinds)
        conditions.append(f"kind IN ({names})")
    if query.since is not None:
        conditions.append("at >= :since")
        values["since"] = plain.plain(query.since)
    if query.until is not None:
        conditions.append("at < :until")
        values["until"] = plain.plain(query.until)
    if query.text:
        conditions.append(HAS_ASCII if query.text.isascii() else HAS_TEXT)
        escaped = re.sub(r"([%_\\])", r"\\\1", query.text)
        values |= {"like": f"%{escaped}%", "text": query.text.casefold()}
    return conditions, values


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
