"""A store that could only be read at the start, and is opened as soon as that is possible."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, time, timedelta

import pytest

from alarmclock.core.activity.events import Rang
from alarmclock.core.alarm import Alarm
from alarmclock.core.change import Change, ItemChange
from alarmclock.core.errors import NotSaved
from alarmclock.core.settings import Settings
from alarmclock.store import files
from alarmclock.store.contents import open_store
from alarmclock.store.errors import StoreUnusable
from alarmclock.store.opening import Opening
from alarmclock.store.readable import ReadableStore
from alarmclock.store.restoring import Restoring
from alarmclock.store.schema import STEPS
from alarmclock.store.store import Store

NOW = datetime(2026, 11, 23, 6, tzinfo=UTC)
EARLY, LATE = Alarm(time(6), label="early"), Alarm(time(9), label="late")
RANG = Rang(at=NOW, item_id="a", label="early", due=NOW, late=timedelta(0))


def added(alarm):
    """Give the change that adds an alarm."""
    return Change((ItemChange(None, alarm),))


@pytest.fixture
def lock(folder):
    """Let another program hold the folder, from the beginning of the test until it is closed."""
    folder.mkdir(exist_ok=True)
    files.make_empty_file(folder / files.LOCK)
    with closing(sqlite3.connect(folder / files.LOCK, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield other


@pytest.fixture
def saved(make_store):
    """Have one alarm saved, and the file closed."""
    store = make_store()
    store.open()
    store.save(added(EARLY))
    store.close()


@pytest.fixture
def readable(saved, lock, make_store):
    """Give a store that could only be read."""
    store, contents = open_store(make_store(patience=timedelta(0)))
    assert isinstance(store, ReadableStore)
    assert contents.items == [EARLY]
    yield store
    store.close()


def read_anew(make_store):
    """Give what the next start finds."""
    store = make_store()
    store.open()
    return store


@pytest.mark.parametrize(
    "write",
    [
        lambda store: store.save(added(LATE)),
        lambda store: store.keep(RANG),
        lambda store: store.save_settings(Settings()),
        lambda store: store.save_memo("window", "large"),
        lambda store: store.mark_alive(NOW, "Europe/Berlin"),
        lambda store: store.prune(NOW),
        lambda store: store.bring_history([], [RANG]),
        lambda store: store.backup(),
    ],
    ids=["change", "event", "settings", "memo", "alive", "prune", "history", "backup"],
)
def test_whatever_is_to_be_saved_is_refused_until_it_is_saved(readable, lock, write):
    """With the reason; and the first that wants to be saved opens the file."""
    told = []
    readable.when_open = told.append
    with pytest.raises(NotSaved, match="nothing can be changed: another program"):
        write(readable)
    assert told == []
    lock.close()
    write(readable)
    write(readable)
    assert told == [()]
    assert readable.reason is None
    assert EARLY in readable.items()


def test_what_is_saved_after_all_is_there_at_the_next_start(readable, lock, make_store):
    """With all that was there before."""
    lock.close()
    readable.save(added(LATE))
    readable.keep(RANG)
    readable.close()
    again = read_anew(make_store)
    assert again.items() == [EARLY, LATE]
    assert [event for _, event in again.events(9)] == [RANG]


def test_many_that_are_saved_together_open_it_and_go_to_disk_in_one_go(readable, lock, make_store):
    """As in any other store."""
    lock.close()
    with readable.together():
        readable.save(added(LATE))
        with closing(sqlite3.connect(readable._path)) as other:
            assert other.execute("SELECT count(*) FROM items").fetchone() == (1,)
    readable.close()
    assert read_anew(make_store).items() == [EARLY, LATE]


class CountedOpening(Opening):
    """Counts how often it was tried."""

    tried = 0

    def run(self):
        """Try it."""
        self.tried += 1
        return super().run()


def test_of_many_that_are_refused_together_only_the_first_tries(readable, folder, clock):
    """A hundred alarms at seven ring at seven."""
    readable._opening = opening = CountedOpening(folder, clock, patience=timedelta(0))
    with readable.together():
        for _ in range(5):
            with pytest.raises(NotSaved):
                readable.save(added(LATE))
    assert opening.tried == 1


def test_a_file_that_was_changed_by_another_is_not_written(readable, lock, saved, make_store):
    """What is in memory is not what it holds: people are asked to open the program again."""
    lock.close()
    other = make_store()
    other.open()
    other.save(added(LATE))
    for _ in range(2):
        with pytest.raises(NotSaved, match="changed by somebody else"):
            readable.save(Change((ItemChange(EARLY, None),)))
    assert "changed by somebody else" in readable.reason
    assert other.items() == [EARLY, LATE]
    assert readable.items() == [EARLY]


def test_a_file_that_was_only_written_anew_is_opened(readable, lock, saved, make_store):
    """It holds the same."""
    lock.close()
    other = make_store()
    other.open()
    other.save(added(LATE))
    other.save(Change((ItemChange(LATE, None),)))
    other.close()
    readable.save(added(LATE))
    assert readable.items() == [EARLY, LATE]


def test_a_backup_that_was_chosen_meanwhile_waits_for_the_next_start(
    readable, lock, folder, clock, make_store
):
    """It would bring back other alarms than those in memory."""
    lock.close()
    with closing(read_anew(make_store)) as other:
        name = other.backup().name
    Restoring(folder, clock).request(name)
    with pytest.raises(NotSaved, match="backup that you chose"):
        readable.save(added(LATE))
    assert (folder / files.WANTED_BACKUP).exists()


def test_a_closed_one_is_not_opened_any_more(readable, lock):
    """The program ends."""
    lock.close()
    readable.close()
    with pytest.raises(NotSaved, match="is closing"):
        readable.save(added(LATE))


def test_a_folder_that_could_not_be_made_is_begun_as_soon_as_it_can_be(tmp_path, clock):
    """As at the very first start."""
    (tmp_path / "file").write_text("in the way")
    store, _contents = open_store(Store(tmp_path / "file" / "data", clock))
    with pytest.raises(NotSaved, match="a file is in its place"):
        store.save(added(EARLY))
    (tmp_path / "file").unlink()
    store.save(added(EARLY))
    assert store.items() == [EARLY]
    store.close()


def test_backups_that_appear_meanwhile_are_not_brought_back_behind_peoples_backs(
    tmp_path, clock, make_store, folder
):
    """They hold alarms that are not in memory."""
    (tmp_path / "file").write_text("in the way")
    store, _contents = open_store(Store(tmp_path / "file" / "data", clock))
    with closing(make_store()) as other:
        other.open()
        other.save(added(EARLY))
        other.backup()
    (tmp_path / "file").unlink()
    (tmp_path / "file").mkdir()
    (folder / files.BACKUPS).rename(tmp_path / "file" / files.BACKUPS)
    (tmp_path / "file" / "data").mkdir()
    (tmp_path / "file" / files.BACKUPS).rename(tmp_path / "file" / "data" / files.BACKUPS)
    with pytest.raises(NotSaved, match="changed by somebody else"):
        store.save(added(LATE))
    store.close()


def test_an_older_file_is_backed_up_once_however_often_it_is_tried(folder, clock, make_store):
    """Else the copies of one day would push out all others."""
    make_store().open()

    def fail(_connection):
        raise sqlite3.OperationalError("full")

    opening = Opening(folder, clock, (*STEPS, fail))
    for _ in range(3):
        with pytest.raises(StoreUnusable, match="can't be brought"):
            opening.run()
    assert len(list((folder / files.BACKUPS).iterdir())) == 1
