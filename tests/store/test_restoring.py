"""Bringing back a backup that a person chose."""

import shutil
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


REPLACED = "alarmclock-replaced-20261123-070000.sqlite3"


def test_what_was_replaced_is_listed_and_can_be_brought_back(
    restoring, backup, store, make_store, clock
):
    """Whoever chose the wrong backup has lost nothing."""
    store.close()
    restoring.restore(backup)
    clock.instant += timedelta(hours=1)
    kept, listed = restoring.all()
    assert (kept.name, kept.is_good, kept.items, kept.is_replaced) == (REPLACED, True, 2, True)
    assert (listed.name, listed.is_replaced) == (backup, False)
    assert restoring.restore(REPLACED) == (
        "What was replaced on Mon 23 Nov 2026, 08:00 was restored. What was there before is kept "
        "as “alarmclock-replaced-20261123-080000.sqlite3”."
    )
    again = make_store()
    again.open()
    assert again.items() == [EARLY, LATE]
    assert [one.items for one in restoring.all()] == [1, 2, 1]


def test_what_was_replaced_after_a_crash_comes_back_with_its_newest_changes(
    restoring, backup, store, folder, make_store
):
    """They are in the log that is kept beside it."""
    for file in list(folder.glob("alarmclock.sqlite3*")):
        name = file.name.replace("alarmclock.", "alarmclock-replaced-20261123-070000.")
        shutil.copy(file, folder / name)
    store.close()
    newest = restoring.all()[0]
    assert (newest.name, newest.is_good, newest.items) == (REPLACED, True, 2)
    restoring.request(REPLACED)
    again = make_store()
    assert again.open().brought_back.startswith("What was replaced on Mon 23 Nov 2026")
    assert again.items() == [EARLY, LATE]


def test_a_damaged_one_that_was_replaced_is_told_and_refused(restoring, backup, store, folder):
    """As a backup is; a name without a date is none of ours."""
    store.close()
    (folder / "alarmclock-replaced-99999999-999999.sqlite3").touch()
    (folder / REPLACED).write_bytes(b"damaged")
    assert [one.is_good for one in restoring.all()] == [False, True]
    with pytest.raises(NotRestored, match="is damaged"):
        restoring.restore(REPLACED)


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
