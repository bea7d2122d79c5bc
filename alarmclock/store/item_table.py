"""Alarms and timers as rows."""

import sqlite3
from collections.abc import Iterable
from datetime import date, time
from functools import lru_cache

from alarmclock.core.alarm import NO_DATES, Alarm, Pause
from alarmclock.core.change import Item, ItemChange
from alarmclock.core.json_values import none_or, text_from
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.rules.limits import NO_LIMITS, Limits
from alarmclock.core.rules.rule import Rule
from alarmclock.core.rules.rule_names import RULE_NAMES, RULES
from alarmclock.core.timer import Timer
from alarmclock.store import plain
from alarmclock.store.digest import DIGEST, digest_of
from alarmclock.store.errors import Damaged

TABLE = "items"
ALARM_COLUMNS = ("time", "rule", "zone", "armed_at", "limits", "skipped", "pause")
TIMER_COLUMNS = ("length", "ends_at", "time_left")

# Most alarms share a few rules and ways to ring: each is read once and held once.
SHARED_VALUES = 512

PUT = """
    INSERT INTO items
        (id, kind, label, ring, time, rule, zone, armed_at, limits, skipped, pause,
        length, ends_at, time_left, digest)
    VALUES
        (:id, :kind, :label, :ring, :time, :rule, :zone, :armed_at, :limits, :skipped, :pause,
        :length, :ends_at, :time_left, :digest)
    ON CONFLICT (id) DO UPDATE SET
        kind = excluded.kind, label = excluded.label, ring = excluded.ring, time = excluded.time,
        rule = excluded.rule, zone = excluded.zone, armed_at = excluded.armed_at,
        limits = excluded.limits, skipped = excluded.skipped, pause = excluded.pause,
        length = excluded.length, ends_at = excluded.ends_at, time_left = excluded.time_left,
        digest = excluded.digest
"""


def write(connection: sqlite3.Connection, changes: Iterable[ItemChange]) -> None:
    """Write what became of alarms and timers. Raises sqlite3.Error."""
    for change in changes:
        if change.after is None:
            connection.execute("DELETE FROM items WHERE id = ?", (change.item_id,))
        else:
            row = _row_of(change.after)
            connection.execute(PUT, {**row, DIGEST: digest_of(row, TABLE)})


def read(connection: sqlite3.Connection) -> tuple[list[Item], list[str]]:
    """List the alarms and timers in the order of making, and the labels of damaged ones.

    Raises sqlite3.Error.
    """
    careful = connection.text_factory
    # To decode text carefully takes half of the time, and is needed where bytes are damaged.
    connection.text_factory = str
    try:
        return _read(connection)
    except sqlite3.OperationalError:
        connection.text_factory = careful
        return _read(connection)
    finally:
        connection.text_factory = careful


def _read(connection: sqlite3.Connection) -> tuple[list[Item], list[str]]:
    items: list[Item] = []
    damaged: list[str] = []
    for row in connection.execute("SELECT * FROM items ORDER BY place"):
        try:
            items.append(_item_of(row))
        except Damaged:
            damaged.append(row["label"])
    return items, damaged


def can_be_read(row: sqlite3.Row) -> bool:
    """Tell whether a row is an alarm or a timer."""
    try:
        _item_of(row)
    except Damaged:
        return False
    return True


def _row_of(item: Item) -> dict[str, object]:
    row: dict[str, object] = dict.fromkeys(ALARM_COLUMNS + TIMER_COLUMNS)
    row |= {"id": item.id, "label": item.label, "ring": _ring_text(item.ring)}
    if isinstance(item, Alarm):
        row |= {"kind": "alarm", "time": plain.plain(item.time), "rule": _rule_text(item.rule)}
        row |= {"zone": item.zone, "armed_at": plain.plain(item.armed_at)}
        row |= {"limits": _limits_text(item.limits), "skipped": _skipped_text(item.skipped)}
        row |= {"pause": _pause_text(item.pause)}
    else:
        row |= {"kind": "timer", "length": plain.plain(item.length)}
        row |= {"ends_at": plain.plain(item.ends_at), "time_left": plain.plain(item.left)}
    return row


def _item_of(row: sqlite3.Row) -> Item:
    try:
        match row["kind"]:
            case "alarm":
                return _alarm_of(row)
            case "timer":
                return _timer_of(row)
            case kind:
                raise Damaged(f"an item can't be a {kind}")
    except plain.UNREADABLE as error:
        raise Damaged(row["id"]) from error


def _alarm_of(row: sqlite3.Row) -> Alarm:
    """Read an alarm, field by field: there may be thousands before the first picture."""
    limits, skipped, pause = row["limits"], row["skipped"], row["pause"]
    return Alarm(
        time.fromisoformat(text_from(row["time"])),
        _rule_of(row["rule"]),
        text_from(row["label"]),
        none_or(text_from, row["zone"]),
        none_or(plain.instant_from, row["armed_at"]),
        _ring_of(row["ring"]),
        text_from(row["id"]),
        _limits_of(limits) if limits else NO_LIMITS,
        _skipped_of(skipped) if skipped else NO_DATES,
        _pause_of(pause) if pause else None,
    )


def _timer_of(row: sqlite3.Row) -> Timer:
    fields = {name: row[name] for name in ("length", "ends_at", "label", "id")}
    fields["left"] = row["time_left"]
    return Timer(**plain.arguments(Timer, fields), ring=_ring_of(row["ring"]))


@lru_cache(SHARED_VALUES)
def _rule_text(rule: Rule) -> str:
    return plain.written({"kind": RULE_NAMES[type(rule)], **plain.plain_fields(rule)})


@lru_cache(SHARED_VALUES)
def _rule_of(text: str) -> Rule:
    fields = plain.read_fields(text)
    rule = RULES[str(fields.pop("kind"))]
    return rule(**plain.arguments(rule, fields))


@lru_cache(SHARED_VALUES)
def _limits_text(limits: Limits) -> str | None:
    return None if limits == NO_LIMITS else plain.written(plain.plain_fields(limits))


@lru_cache(SHARED_VALUES)
def _limits_of(text: str) -> Limits:
    return Limits(**plain.arguments(Limits, plain.read_fields(text)))


def _skipped_text(skipped: frozenset[date]) -> str | None:
    return plain.written({"skipped": plain.plain(skipped)}) if skipped else None


def _skipped_of(text: str) -> frozenset[date]:
    return frozenset(plain.arguments(Alarm, plain.read_fields(text))["skipped"])


def _pause_text(pause: Pause | None) -> str | None:
    return plain.written(plain.plain_fields(pause)) if pause else None


def _pause_of(text: str) -> Pause:
    return Pause(**plain.arguments(Pause, plain.read_fields(text)))


@lru_cache(SHARED_VALUES)
def _ring_text(ring: RingSettings) -> str:
    return plain.written(plain.plain_fields(ring))


@lru_cache(SHARED_VALUES)
def _ring_of(text: str) -> RingSettings:
    return RingSettings(**plain.arguments(RingSettings, plain.read_fields(text)))
