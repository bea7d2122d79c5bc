"""Bringing back a backup that a person chose."""

from datetime import time, timedelta

import pytest

from alarmclock.core.alarm import Alarm
from alarmclock.core.change import Change, ItemChange
from alarmclock.store.restoring import NotRestored, Restoring

EARLY, LATE = Alarm(time(6)), Alarm(time(9))


def add(store, alarm):
    """Save an alarm."""
    store.save(Change(items=(ItemChange(None, alarm),)))


@pytest.fixture
def restoring(folder, clock):
    """The backups of a folder."""
    return Restoring(folder, clock)


@pytest.fixture
def backup(store, clock):
    """The name of a backup with one alarm; a second one was added since."""
    add(store, EARLY)
    name = store.backup().name
    clock.instant += timedelta(hours=1)
    add(store, LATE)
    return name


def test_backups_are_listed_with_date_size_and_whether_they_are_good(
    restoring, backup, folder, clock
):
    """The newest first."""
    (folder / "backups" / "alarmclock-20261101-060000.sqlite3").write_bytes(b"damaged")
    newest, damaged = restoring.all()
    assert (newest.name, newest.is_good, newest.items) == (backup, True, 1)
    assert newest.made_at == clock.instant - timedelta(hours=1)
    assert newest.size_bytes > 1000
    assert (damaged.is_good, damaged.items, damaged.size_bytes) == (False, None, 7)


def test_no_folder_has_no_backups(restoring):
    """As before the first start."""
    assert restoring.all() == []


def test_a_backup_is_restored_and_the_other_file_is_kept(
    restoring, backup, store, make_store, folder
):
    """With its companions, under a dated name."""
    store.close()
    sentence = restoring.restore(backup)
    assert sentence == (
        "The backup of Mon 23 Nov 2026, 07:00 was restored. What was there before is kept as "
        "“alarmclock-replaced-20261123-070000.sqlite3”."
    )
    again = make_store()
    again.open()
    assert again.items() == [EARLY]
    assert (folder / "alarmclock-replaced-20261123-070000.sqlite3").exists()


def test_while_the_program_runs_it_is_restored_at_the_next_opening(
    restoring, backup, store, make_store
):
    """Once, and people are told."""
    restoring.request(backup)
    assert store.items() == [EARLY, LATE]
    store.close()
    again = make_store()
    report = again.open()
    assert again.items() == [EARLY]
    assert report.sentences[0].startswith("The backup of Mon 23 Nov 2026, 07:00 was restored.")
    add(again, LATE)
    again.close()
    third = make_store()
    assert third.open().sentences == ()
    assert third.items() == [EARLY, LATE]


def test_a_wish_whose_backup_is_damaged_meanwhile_changes_nothing(
    restoring, backup, store, make_store, folder
):
    """The alarms stay as they are."""
    restoring.request(backup)
    store.close()
    (folder / "backups" / backup).write_bytes(b"damaged")
    again = make_store()
    assert again.open().sentences == ()
    assert again.items() == [EARLY, LATE]


@pytest.mark.parametrize("name", ["", "nonsense", "../alarmclock.sqlite3", "x" * 10_000])
def test_only_a_backup_can_be_restored(restoring, backup, store, name):
    """Whatever name is asked for."""
    store.close()
    with pytest.raises(NotRestored, match="There is no backup called"):
        restoring.restore(name)


def test_a_damaged_backup_is_refused(restoring, backup, store, folder, make_store):
    """Before anything is moved."""
    store.close()
    (folder / "backups" / backup).write_bytes(b"damaged")
    for restore in (restoring.restore, restoring.request):
        with pytest.raises(NotRestored, match="is damaged"):
            restore(backup)
    again = make_store()
    again.open()
    assert again.items() == [EARLY, LATE]
