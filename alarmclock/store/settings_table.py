"""Settings as rows, one a choice, so that a damaged one costs no other; and memos."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from typing import TypeVar

from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.settings import Settings
from alarmclock.store import plain
from alarmclock.store.digest import DIGEST, digest_of
from alarmclock.values import fields, replace

TABLE = "settings"
# The choices for a new alarm are stored one by one under this name.
NEW_ALARM = "new_alarm"

PUT = """
    INSERT INTO settings (name, value, digest) VALUES (:name, :value, :digest)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value, digest = excluded.digest
"""
PUT_MEMO = """
    INSERT INTO memos (name, text) VALUES (?, ?)
    ON CONFLICT (name) DO UPDATE SET text = excluded.text
"""

Choices = TypeVar("Choices", Settings, RingSettings)


def write(connection: sqlite3.Connection, settings: Settings) -> None:
    """Write all settings. Raises sqlite3.Error."""
    rows = [{"name": name, "value": value} for name, value in _rows_of(settings)]
    connection.executemany(PUT, [{**row, DIGEST: digest_of(row, TABLE)} for row in rows])


def read(connection: sqlite3.Connection) -> tuple[Settings, list[str]]:
    """Give the settings, defaults where there is none, and the names of damaged ones.

    Raises sqlite3.Error.
    """
    rows = dict(tuple(row) for row in connection.execute("SELECT name, value FROM settings"))
    prefix = f"{NEW_ALARM}."
    own = {name: text for name, text in rows.items() if "." not in name and name != NEW_ALARM}
    of_ring = {name.removeprefix(prefix): rows[name] for name in rows if name.startswith(prefix)}
    ring, damaged_of_ring = _laid_over(RingSettings(), of_ring)
    settings, damaged = _laid_over(Settings(new_alarm=ring), own)
    return settings, damaged + [prefix + name for name in damaged_of_ring]


def read_memo(connection: sqlite3.Connection, name: str) -> str | None:
    """Give a memo, None when there is none. Raises sqlite3.Error."""
    row = connection.execute("SELECT text FROM memos WHERE name = ?", (name,)).fetchone()
    return str(row["text"]) if row else None


def write_memo(connection: sqlite3.Connection, name: str, text: str) -> None:
    """Write a memo over the one of that name. Raises sqlite3.Error."""
    connection.execute(PUT_MEMO, (name, text))


def _rows_of(settings: Settings) -> Iterator[tuple[str, str]]:
    of_ring = plain.plain_fields(settings.new_alarm)
    own = plain.plain_fields(settings)
    del own[NEW_ALARM]
    for name, value in own.items():
        yield name, plain.written(value)
    for name, value in of_ring.items():
        yield f"{NEW_ALARM}.{name}", plain.written(value)


def _laid_over(choices: Choices, texts: Mapping[str, str]) -> tuple[Choices, list[str]]:
    """Take each choice that can be read, and name the others; unknown names are left alone."""
    damaged = []
    for name in [field.name for field in fields(choices) if field.name in texts]:
        try:
            found = plain.arguments(type(choices), {name: json.loads(texts[name])})
            choices = replace(choices, **found)
        except plain.UNREADABLE:
            damaged.append(name)
    return choices, damaged
