"""Digests of rows, which people have in their files."""

import sqlite3
from contextlib import closing

import pytest

from alarmclock.store.digest import digest_of, is_as_written, sum_up

ROW = {"id": "a", "label": "Gym", "time": "07:15:00", "armed_at": 5, "limits": None, "place": 3}


def test_a_digest_stays_what_it_is():
    """Another one would call every row in people's files damaged."""
    assert digest_of(ROW, "items") == 215823184


@pytest.mark.parametrize(
    "change",
    [{"label": "Gim"}, {"time": "07:25:00"}, {"armed_at": None}, {"limits": "{}"}, {"id": "b"}],
    ids=str,
)
def test_each_change_changes_the_digest(change):
    """Of a value, and of whether there is one."""
    assert digest_of(ROW | change, "items") != digest_of(ROW, "items")


@pytest.mark.parametrize("same", [{"place": 4}, {"digest": 7}, {"new": None}], ids=str)
def test_what_says_nothing_of_a_row_counts_for_nothing(same):
    """Its number, the digest itself, and a column that came later."""
    assert digest_of(ROW | same, "items") == digest_of(ROW, "items")


def test_what_is_written_as_true_is_read_as_one():
    """SQLite knows no other."""
    assert digest_of({"acknowledged": True}, "rings") == digest_of({"acknowledged": 1}, "rings")


def test_rows_without_a_digest_are_summed_up():
    """Until then nothing is known of them."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT, digest INT)")
        connection.execute("INSERT INTO settings (name, value) VALUES ('theme', 'dark')")

        def as_written():
            return is_as_written(
                connection.execute("SELECT * FROM settings").fetchone(), "settings"
            )

        assert as_written()
        sum_up(connection, "settings")
        assert as_written()
        connection.execute("UPDATE settings SET value = 'dask'")
        assert not as_written()
