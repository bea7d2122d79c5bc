"""Reading from a connection, whoever opened it."""

import sqlite3
from datetime import time
from pathlib import Path

import pytest

from alarmclock.core.alarm import Alarm
from alarmclock.core.change import ItemChange
from alarmclock.core.settings import Settings
from alarmclock.store import item_table, settings_table
from alarmclock.store.errors import StoreUnusable
from alarmclock.store.reader import Reader

GYM = Alarm(time(7), label="Gym")
FOLDER = Path("alarms")


@pytest.fixture
def connection(empty_database):
    """Give a database in memory with an alarm."""
    with empty_database() as connection:
        item_table.write(connection, [ItemChange(None, GYM)])
        settings_table.write(connection, Settings())
        yield connection


@pytest.fixture
def reader(connection):
    """Give a reader of it."""
    reader = Reader(FOLDER)
    reader._connection = connection
    return reader


def test_what_is_there_is_read(reader):
    """Whether from a disk or from memory."""
    assert reader.items() == [GYM]
    assert (reader.rings(), reader.events(10), reader.subjects()) == ([], [], [])
    assert reader.settings() == Settings()
    assert (reader.memo("page"), reader.last_alive(), reader.last_zone()) == (None, None, None)
    assert list(reader.problems) == []


def test_damaged_entries_are_named(reader, connection):
    """The others are there."""
    connection.execute("INSERT INTO items (id, kind, label, ring) VALUES ('x', '?', 'Pool', '')")
    assert reader.items() == [GYM]
    (problem,) = reader.problems
    assert "“Pool”" in problem


def test_what_can_not_be_read_is_told(reader, connection):
    """In a sentence, with the folder."""
    connection.execute("DROP TABLE items")
    with pytest.raises(StoreUnusable, match="“alarms”"):
        reader.items()


def test_nothing_is_read_from_a_closed_file():
    """It says so."""
    with pytest.raises(StoreUnusable, match="closed"):
        Reader(FOLDER).items()


def test_a_reader_of_a_broken_disk_says_what_sqlite_says(reader, connection):
    """Its own words stand for what has no sentence of ours."""
    connection.execute("DROP TABLE memos")
    with pytest.raises(StoreUnusable, match="no such table") as told:
        reader.memo("page")
    assert isinstance(told.value.__cause__, sqlite3.Error)
