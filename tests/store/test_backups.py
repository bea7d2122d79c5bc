"""Tests of the backups."""

import os
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, date, datetime, timedelta

import pytest

from alarmclock.store import files, schema
from alarmclock.store.backups import MOST_BACKUPS, Backups, is_good, made_at
from alarmclock.store.connection import connect_durably

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def backups(tmp_path):
    """Give the backups in a folder that is not there yet."""
    return Backups(tmp_path / "backups")


@pytest.fixture
def connection(tmp_path):
    """Give a connection to a database of ours."""
    path = tmp_path / "alarmclock.sqlite3"
    files.make_empty_file(path)
    with closing(connect_durably(path)) as opened:
        schema.make(opened, schema.STEPS)
        yield opened


def memo_in(backup):
    """Give what was noted in a backup."""
    with closing(sqlite3.connect(f"file:{backup}?immutable=1", uri=True)) as opened:
        return opened.execute("SELECT text FROM memos").fetchone()[0]


def test_a_backup_holds_what_was_saved(backups, connection):
    """The log that is not yet in the database's own file is part of it."""
    connection.execute("INSERT INTO memos VALUES ('page', 'timers')")
    assert memo_in(backups.make(connection, NOW)) == "timers"


def test_a_backup_is_named_by_its_date_and_stands_alone(backups, connection, tmp_path):
    """No log and nothing unfinished lies beside it."""
    backup = backups.make(connection, NOW)
    assert backup == tmp_path / "backups" / "alarmclock-20261123-060000.sqlite3"
    assert list(backup.parent.iterdir()) == [backup]
    assert made_at(backup) == NOW


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX systems")
def test_a_backup_is_for_its_owner_only(backups, connection):
    """It holds the same as the database."""
    backup = backups.make(connection, NOW)
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert stat.S_IMODE(backup.parent.stat().st_mode) == 0o700


def test_seven_backups_are_kept(backups, connection):
    """The oldest goes when an eighth is made."""
    made = [backups.make(connection, NOW + days * DAY) for days in range(MOST_BACKUPS + 2)]
    assert backups.all() == made[:1:-1]


def test_a_new_backup_stays_even_when_a_clock_ran_ahead(backups, connection):
    """Backups with dates to come do not push out the one just made."""
    for days in range(MOST_BACKUPS):
        backups.make(connection, NOW + (3650 + days) * DAY)
    backup = backups.make(connection, NOW)
    assert backup in backups.all()
    assert len(backups.all()) == MOST_BACKUPS


def test_two_backups_in_one_second_are_both_kept(backups, connection):
    """A backup is never written over another."""
    first, second = backups.make(connection, NOW), backups.make(connection, NOW)
    assert backups.all() == [second, first]


def test_files_of_other_names_are_left_alone(backups, connection, tmp_path):
    """What a person puts there is neither counted nor removed."""
    backup = backups.make(connection, NOW)
    for name in ("notes.txt", "alarmclock-99999999-999999.sqlite3", "alarmclock-.sqlite3"):
        (tmp_path / "backups" / name).touch()
    assert backups.all() == [backup]


def test_the_day_of_a_backup_is_known(backups, connection):
    """So one a day is enough."""
    assert not backups.has_one_of(NOW.date())
    backups.make(connection, NOW)
    assert backups.has_one_of(NOW.date())
    assert not backups.has_one_of(date(2026, 11, 24))


def test_an_unfinished_backup_of_a_killed_program_is_replaced(backups, connection, tmp_path):
    """It is in the way of nothing, and never restored."""
    files.make_folder(tmp_path / "backups")
    (tmp_path / "backups" / "unfinished").write_bytes(b"half")
    backup = backups.make(connection, NOW)
    assert list(backup.parent.iterdir()) == [backup]


def test_the_newest_good_backup_is_found_behind_damaged_ones(backups, connection):
    """A damaged backup and one of a newer program are passed over."""
    good = backups.make(connection, NOW)
    backups.make(connection, NOW + DAY).write_bytes(b"rubbish")
    connection.execute("PRAGMA user_version = 99")
    backups.make(connection, NOW + 2 * DAY)
    assert backups.newest_good(newest_version=len(schema.STEPS)) == good


@pytest.mark.parametrize("content", [b"", b"rubbish", b"SQLite format 3\0" + bytes(4000)])
def test_a_damaged_backup_is_not_good(tmp_path, content):
    """What SQLite can't read is never restored."""
    path = tmp_path / "alarmclock-20261123-060000.sqlite3"
    path.write_bytes(content)
    assert not is_good(path, newest_version=1)
