"""Reading what a file holds that can't be opened for writing."""

import shutil
import sqlite3
from contextlib import closing
from datetime import time

import pytest

from alarmclock.core.alarm import Alarm
from alarmclock.core.change import Change, ItemChange
from alarmclock.store import item_table, schema
from alarmclock.store.glimpse import glimpse

STEPS = schema.STEPS
MANY = 300


def add(store, number):
    """Save a new alarm and give it."""
    alarm = Alarm(time(7, number % 60), label=f"Alarm {number}")
    store.save(Change((ItemChange(None, alarm),)))
    return alarm


def seen(folder, steps=STEPS):
    """Give the labels that can be read."""
    with closing(glimpse(folder, steps).connection) as connection:
        items, damaged = item_table.read(connection)
    assert damaged == []
    return [item.label for item in items]


def test_all_that_was_saved_is_seen_while_a_program_writes(store, folder):
    """What waits in the log is newer than the pages of the database."""
    labels = [add(store, number).label for number in range(MANY)]
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert seen(folder) == labels
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_what_was_deleted_is_not_seen(store, folder):
    """The pages that a database had before are not taken for what it has."""
    alarms = [add(store, number) for number in range(MANY)]
    store.close()
    store.open()
    store.save(Change(tuple(ItemChange(alarm, None) for alarm in alarms[1:])))
    store._connection.execute("VACUUM")
    assert seen(folder) == ["Alarm 0"]


def test_a_finished_file_is_seen(store, folder):
    """Without any log."""
    add(store, 1)
    store.close()
    assert seen(folder) == ["Alarm 1"]


def test_an_older_file_is_brought_to_this_version_in_memory(make_store, folder, database):
    """The file stays as it is."""
    store = make_store(steps=STEPS[:1])
    store.open()
    store.close()
    before = database.read_bytes()
    assert seen(folder) == []
    assert database.read_bytes() == before


def make_newer(database):
    """Let a newer program have saved it."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA user_version = 999")


UNREADABLE = {
    "empty": lambda database: database.write_bytes(b""),
    "garbage": lambda database: database.write_bytes(b"garbage" * 1000),
    "cut off": lambda database: database.write_bytes(database.read_bytes()[:5000]),
    "only a name": lambda database: database.write_bytes(b"SQLite format 3\x00"),
    "of another program": lambda database: shutil.copy(other(database), database),
    "newer": make_newer,
}


def other(database):
    """Make a database of another program."""
    path = database.with_name("other")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    return path


@pytest.mark.parametrize("kind", UNREADABLE)
def test_what_can_not_be_made_sense_of_is_not_seen(store, folder, database, kind):
    """Rather nothing than something wrong."""
    add(store, 1)
    store.close()
    UNREADABLE[kind](database)
    assert glimpse(folder, STEPS) is None


def test_a_folder_without_database_and_backup_holds_nothing(folder):
    """That is known, so that it can be begun as soon as the disk lets it."""
    assert seen(folder) == []


def test_a_folder_with_nothing_but_backups_is_not_known(store, folder, database):
    """What is brought back at the next opening is not in memory."""
    store.backup()
    store.close()
    database.unlink()
    assert glimpse(folder, STEPS) is None
