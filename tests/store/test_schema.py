"""Tests of the tables and of the steps that lead to them."""

import sqlite3
from contextlib import closing

import pytest

from alarmclock.store import schema

# A published step is never changed: people have files that took it. Add a step instead.
TABLES_OF_VERSION_1 = {
    "items": "place id kind label ring time rule zone armed_at length ends_at time_left",
    "rings": "id item_id day time due rang_at snoozes snoozed_until ended_at ending cause"
    " acknowledged",
    "activity": "id at kind item_id label detail",
    "settings": "name value",
    "memos": "name text",
}

TABLES_OF_VERSION_2 = TABLES_OF_VERSION_1 | {
    "items": TABLES_OF_VERSION_1["items"] + " limits skipped pause",
    "rings": TABLES_OF_VERSION_1["rings"] + " started_at ended_by",
}
TABLES_OF_VERSION_3 = TABLES_OF_VERSION_2 | {
    "rings": TABLES_OF_VERSION_2["rings"] + " unanswered asks",
}

TABLES_OF_VERSION_4 = TABLES_OF_VERSION_3 | {
    name: f"{TABLES_OF_VERSION_3[name]} digest" for name in ("items", "rings", "settings")
}


@pytest.fixture
def connection():
    """Give an empty database that is never on a disk."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as opened:
        yield opened


def tables(connection):
    """Give the tables of a database with their columns."""
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    columns = "SELECT name FROM pragma_table_info(?)"
    return {
        name: " ".join(column for (column,) in connection.execute(columns, (name,)))
        for (name,) in names.fetchall()
    }


def add_notes(connection):
    """Be a step of the future."""
    connection.execute("CREATE TABLE notes (text TEXT NOT NULL) STRICT")


def fail(connection):
    """Be a step that fails half-way."""
    connection.execute("CREATE TABLE half (text TEXT NOT NULL) STRICT")
    raise sqlite3.OperationalError("no such thing")


@pytest.mark.parametrize(
    ("version", "published"),
    [
        (1, TABLES_OF_VERSION_1),
        (2, TABLES_OF_VERSION_2),
        (3, TABLES_OF_VERSION_3),
        (4, TABLES_OF_VERSION_4),
    ],
    ids=["1", "2", "3", "4"],
)
def test_a_version_stays_as_it_was_published(connection, version, published):
    """Its tables are those that people have on their disks."""
    schema.make(connection, schema.STEPS[:version])
    assert tables(connection) == published
    assert schema.version_of(connection) == version


def test_every_version_is_known_here():
    """A new step comes with its tables."""
    assert len(schema.STEPS) == 4


def test_every_table_is_strict(connection):
    """SQLite itself refuses text for a number."""
    schema.make(connection, schema.STEPS)
    strict = connection.execute("SELECT name FROM pragma_table_list WHERE strict")
    assert {name for (name,) in strict} == set(tables(connection))


def test_only_the_missing_steps_are_taken(connection):
    """An older file gets what came after it, once."""
    schema.make(connection, schema.STEPS[:1])
    schema.migrate(connection, (fail, add_notes))
    schema.migrate(connection, (fail, add_notes))
    assert set(tables(connection)) == {*TABLES_OF_VERSION_1, "notes"}
    assert schema.version_of(connection) == 2


def test_a_step_that_fails_leaves_nothing_behind(connection):
    """Each step is one transaction; the ones before it stay."""
    with pytest.raises(sqlite3.OperationalError):
        schema.make(connection, (*schema.STEPS[:1], add_notes, fail))
    assert set(tables(connection)) == {*TABLES_OF_VERSION_1, "notes"}
    assert schema.version_of(connection) == 2


def test_a_file_of_another_program_is_told_apart(connection):
    """A version alone does not make it ours; the mark does."""
    connection.execute("PRAGMA user_version = 1")
    assert not schema.is_ours(connection)
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    assert schema.is_ours(connection)
