"""Tests of connections and transactions."""

import sqlite3
from contextlib import closing

import pytest

from alarmclock.store import files
from alarmclock.store.connection import connect, connect_durably, transaction


@pytest.fixture
def connection(tmp_path):
    """Give a durable connection to a file with one table."""
    path = tmp_path / "a ?#%&ü.sqlite3"
    files.make_empty_file(path)
    with closing(connect_durably(path)) as opened:
        opened.execute("CREATE TABLE notes (text TEXT NOT NULL) STRICT")
        yield opened


def test_what_is_committed_survives_a_loss_of_power(connection):
    """The log is written ahead and synchronised with every commit."""
    assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert connection.execute("PRAGMA synchronous").fetchone()[0] == 2


def test_a_transaction_writes_all(connection):
    """What was written in it is there after it."""
    with transaction(connection):
        connection.execute("INSERT INTO notes VALUES ('a')")
        connection.execute("INSERT INTO notes VALUES ('b')")
    assert connection.execute("SELECT count(*) FROM notes").fetchone()[0] == 2


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_a_transaction_that_fails_writes_nothing(connection, error):
    """Any exception takes all of it back."""

    def fail():
        with transaction(connection):
            connection.execute("INSERT INTO notes VALUES ('a')")
            raise error

    with pytest.raises(error):
        fail()
    assert connection.execute("SELECT count(*) FROM notes").fetchone()[0] == 0
    assert not connection.in_transaction


def test_a_missing_file_is_never_made_by_connecting(tmp_path):
    """A database is made on purpose only."""
    with pytest.raises(sqlite3.OperationalError):
        connect(tmp_path / "missing.sqlite3", "mode=rw").execute("SELECT 1")
    assert list(tmp_path.iterdir()) == []
