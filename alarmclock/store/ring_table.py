"""Rings as rows. Inserting one is its claim."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime

from alarmclock.core.activity.activity_query import ActivityQuery
from alarmclock.core.book.book import ENDED_RINGS_KEPT
from alarmclock.core.change import RingChange
from alarmclock.core.errors import AlreadyClaimed
from alarmclock.core.ringing import Ring
from alarmclock.store import plain
from alarmclock.store.digest import DIGEST, digest_of
from alarmclock.store.errors import Damaged

TABLE = "rings"
# Where a ring stands in the order of dues.
RingPlace = tuple[int, int]

CLAIM = """
    INSERT INTO rings
        (item_id, day, time, due, rang_at, snoozes, snoozed_until, ended_at, ending, cause,
        acknowledged, started_at, ended_by, unanswered, asks, digest)
    VALUES
        (:item_id, :day, :time, :due, :rang_at, :snoozes, :snoozed_until, :ended_at, :ending,
        :cause, :acknowledged, :started_at, :ended_by, :unanswered, :asks, :digest)
"""

# A ring that could not be saved when it was claimed is inserted by the next change to it.
OR_CHANGE = """
    ON CONFLICT (item_id, day, time) DO UPDATE SET
        due = excluded.due, rang_at = excluded.rang_at, snoozes = excluded.snoozes,
        snoozed_until = excluded.snoozed_until, ended_at = excluded.ended_at,
        ending = excluded.ending, cause = excluded.cause, acknowledged = excluded.acknowledged,
        started_at = excluded.started_at, ended_by = excluded.ended_by,
        unanswered = excluded.unanswered, asks = excluded.asks, digest = excluded.digest
"""
PUT = f"{CLAIM}{OR_CHANGE}"

# The first part is answered by the index rings_pending, the second by that of the claims: its
# cost follows the number of alarms, however long their history is.
READ = """
    SELECT * FROM rings WHERE ended_at IS NULL OR (ending = 'missed' AND acknowledged = 0)
    UNION ALL
    SELECT rings.* FROM items JOIN rings ON rings.id IN (
        SELECT newest.id FROM rings AS newest
        WHERE newest.item_id = items.id AND newest.ended_at IS NOT NULL
            AND NOT (newest.ending = 'missed' AND newest.acknowledged = 0)
        ORDER BY newest.day DESC, newest.time DESC LIMIT ?
    )
    ORDER BY due, id
"""

# What was deleted or has no label is called as the activity called it last.
PAST = """
    SELECT rings.*, coalesce(nullif(items.label, ''), (
        SELECT label FROM activity WHERE activity.item_id = rings.item_id ORDER BY id DESC LIMIT 1
    ), '') AS label
    FROM rings LEFT JOIN items ON items.id = rings.item_id
    WHERE (rings.due, rings.id) < (:due, :id)
"""
AFTER_ALL = (2**63 - 1, 2**63 - 1)

# The newest of an alarm that is still there say what was rung, so that it is not rung again.
PRUNE = """
    DELETE FROM rings WHERE ended_at < :end AND (
        item_id NOT IN (SELECT id FROM items)
        OR NOT (ending = 'missed' AND acknowledged = 0)
    ) AND id NOT IN (
        SELECT newest.id FROM items JOIN rings AS newest ON newest.id IN (
            SELECT id FROM rings AS own WHERE own.item_id = items.id
            ORDER BY own.day DESC, own.time DESC LIMIT :kept
        )
    )
"""


def write(connection: sqlite3.Connection, changes: Iterable[RingChange]) -> None:
    """Claim new rings and write what became of older ones.

    Raises AlreadyClaimed and sqlite3.Error.
    """
    for change in changes:
        if change.before is None:
            _claim(connection, change.after)
        else:
            connection.execute(PUT, _row_of(change.after))


def bring(connection: sqlite3.Connection, rings: Iterable[Ring]) -> int:
    """Take in rings of another file that are over, and give how many were new.

    Nobody is asked about them any more. Raises sqlite3.Error.
    """
    before = connection.total_changes
    for ring in rings:
        if not ring.is_open:
            connection.execute(f"{CLAIM} ON CONFLICT DO NOTHING", _row_of(ring.noted()))
    return connection.total_changes - before


def read(connection: sqlite3.Connection) -> tuple[list[Ring], int]:
    """List what is open or unacknowledged and the newest few others of each item, oldest first.

    With them comes the number of damaged ones. Raises sqlite3.Error.
    """
    rings: list[Ring] = []
    damaged = 0
    for row in connection.execute(READ, (ENDED_RINGS_KEPT,)):
        try:
            rings.append(_ring_of(row))
        except Damaged:
            damaged += 1
    return rings, damaged


def read_past(
    connection: sqlite3.Connection, before: RingPlace | None, query: ActivityQuery
) -> Iterator[tuple[RingPlace, str, Ring]]:
    """List the rings by due, newest first, with place and label. Raises sqlite3.Error.

    Damaged ones are left out.
    """
    due, number = before or AFTER_ALL
    values: dict[str, object] = {"due": due, "id": number}
    conditions = ""
    for name, column in (("item_id", "rings.item_id ="), ("since", "due >="), ("until", "due <")):
        wanted = getattr(query, name)
        if wanted is not None:
            conditions += f" AND {column} :{name}"
            values[name] = plain.plain(wanted)
    for row in connection.execute(f"{PAST}{conditions} ORDER BY due DESC, id DESC", values):
        if query.text.casefold() in row["label"].casefold():
            with suppress(Damaged):
                yield (row["due"], row["id"]), row["label"], _ring_of(row)


def prune(connection: sqlite3.Connection, older_than: datetime) -> None:
    """Forget the rings that ended before an instant; of each alarm the newest few stay.

    Raises sqlite3.Error.
    """
    connection.execute(PRUNE, {"end": plain.plain(older_than), "kept": ENDED_RINGS_KEPT})


def _row_of(ring: Ring) -> dict[str, object]:
    row = plain.plain_fields(ring)
    return {**row, DIGEST: digest_of(row, TABLE)}


def _claim(connection: sqlite3.Connection, ring: Ring) -> None:
    try:
        connection.execute(CLAIM, _row_of(ring))
    except sqlite3.IntegrityError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_CONSTRAINT_UNIQUE:
            raise
        raise AlreadyClaimed(
            "This ring was rung or missed before, perhaps by another Alarm Clock that is open."
        ) from error


def _ring_of(row: sqlite3.Row) -> Ring:
    try:
        return Ring(**plain.arguments(Ring, dict(row)))
    except plain.UNREADABLE as error:
        raise Damaged(row["id"]) from error
