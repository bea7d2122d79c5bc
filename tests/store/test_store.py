"""Tests of the store as core and the window use it."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from time import monotonic

import pytest

import alarmclock
from alarmclock.core.activity.events import Failed, Ticked
from alarmclock.core.alarm import Alarm
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.book.editing import Editing
from alarmclock.core.change import Change, ItemChange, RingChange
from alarmclock.core.errors import AlreadyClaimed, NotSaved
from alarmclock.core.ringing import Ring
from alarmclock.core.settings import Settings, Theme
from alarmclock.core.timer import Timer
from alarmclock.store.connection import BUSY_TIMEOUT
from alarmclock.store.errors import StoreUnusable
from alarmclock.store.store import Store
from tests.small_disk import mounted

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
GYM = Alarm(time(7), label="Gym", armed_at=NOW)
TEA = Timer(timedelta(minutes=4), label="Tea")


def make_ring(item_id=GYM.id, day=date(2026, 11, 23)):
    """Give a ring that sounds."""
    return Ring(item_id, day, time(7), NOW, NOW)


def make_failed(reason="The sound is missing."):
    """Give an event."""
    return Failed(at=NOW, item_id="a", label="Gym", reason=reason)


def added(*items):
    """Give the change that adds alarms and timers."""
    return Change(tuple(ItemChange(None, item) for item in items))


def claimed(ring, *items):
    """Give a change that claims a ring and adds alarms."""
    return replace(added(*items), rings=(RingChange(None, ring),))


def fill(store):
    """Let the database grow no more, as on a full disk."""
    pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count = {pages}")


def large_change():
    """Give a change that needs more room than the pages in use have."""
    return added(*(Alarm(time(7), label="x" * 200) for _ in range(100)))


@pytest.fixture
def small_disk(tmp_path):
    """Give a folder on a file system of 400 kB; needs root on Linux."""
    with mounted(tmp_path / "small-disk", 400) as disk:
        yield disk


# Saving and reading


def test_what_was_saved_is_there_for_the_next_program(store, make_store):
    """Alarms, timers, rings, activity and settings come back from the disk."""
    settings = Settings(theme=Theme.DARK)
    store.save(claimed(make_ring(), GYM, TEA))
    store.keep(make_failed())
    store.save_settings(settings)
    store.close()

    again = make_store()
    again.open()

    assert again.items() == [GYM, TEA]
    assert again.rings() == [make_ring()]
    assert [event for _, event in again.events(10)] == [make_failed()]
    assert again.settings() == settings
    assert list(again.problems) == []


def test_the_book_saves_to_it_and_loads_from_it(store, clock):
    """The store is the journal that core asks for."""
    book = AlarmBook(clock, store)
    Editing(book).add(GYM)
    Editing(book).start(TEA)
    loaded = AlarmBook(clock, store)
    loaded.load(store.items(), store.rings())
    assert list(loaded) == list(book)


def test_a_claim_that_was_made_before_saves_nothing_of_its_change(store):
    """The alarm is not advanced by a process that came second."""
    store.save(claimed(make_ring(), GYM))
    with pytest.raises(AlreadyClaimed):
        store.save(claimed(make_ring(), TEA))
    assert store.items() == [GYM]


def test_closing_leaves_one_whole_file(store, folder):
    """No log lies beside the database, and closing twice is no error."""
    store.save(added(GYM))
    store.close()
    store.close()
    assert {path.name for path in folder.iterdir()} == {"alarmclock.sqlite3", "alarmclock.lock"}


def test_nothing_happens_before_it_is_opened(make_store, folder):
    """Making a store touches no disk; what is asked of it is refused with a sentence."""
    store = make_store()
    assert not folder.exists()
    with pytest.raises(NotSaved, match="The alarm could not be saved because"):
        store.save(added(GYM))
    with pytest.raises(StoreUnusable, match="closed"):
        store.items()


# What can't be saved


@pytest.mark.parametrize(
    ("change", "start"),
    [
        pytest.param(added(GYM), "The alarm could not", id="alarm"),
        pytest.param(Change((ItemChange(TEA, None),)), "The timer could not", id="timer"),
        pytest.param(claimed(make_ring()), "The ring could not", id="ring"),
        pytest.param(added(GYM, TEA), "The change could not", id="several"),
    ],
)
def test_the_sentence_says_what_was_not_saved(store, change, start):
    """A person knows what to do again."""
    store._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(NotSaved, match=start):
        store.save(change)


def test_a_full_database_saves_nothing_and_says_so(store):
    """The change is taken back as a whole."""
    store.save(added(GYM))
    fill(store)
    with pytest.raises(NotSaved) as told:
        store.save(large_change())
    assert str(told.value) == (
        "The change could not be saved: the disk is full. Free some space and try again; nothing "
        "was changed."
    )
    assert store.items() == [GYM]


def test_a_full_disk_saves_nothing_and_is_used_again_when_there_is_room(small_disk, clock):
    """A real file system without room: what was saved before stays, and later saving works."""
    with closing(Store(small_disk / "alarm-clock", clock)) as store:
        store.open()
        store.save(added(GYM))
        filler = small_disk / "filler"
        with pytest.raises(OSError, match="No space"):
            filler.write_bytes(bytes(400 * 1024))
        with pytest.raises(NotSaved, match="The change could not be saved: the disk"):
            store.save(large_change())
        assert store.items() == [GYM]
        filler.unlink()
        store.save(added(TEA))
        assert store.items() == [GYM, TEA]


def test_a_disk_too_full_to_make_the_store_is_told(small_disk, clock):
    """Nothing half-made is left that the next opening would trip over."""
    filler = small_disk / "filler"
    filler.write_bytes(bytes(380 * 1024))
    store = Store(small_disk / "alarm-clock", clock)
    with pytest.raises(StoreUnusable, match="can't be opened: the disk"):
        store.open()
    filler.unlink()
    assert store.open().created
    store.close()


def test_a_locked_database_is_told(make_store, database):
    """Another program that writes for long is named as the reason."""
    store = make_store(patience=timedelta(0))
    store.open()
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotSaved, match="The settings could not be saved: another program"):
            store.save_settings(Settings())


def test_a_locked_database_keeps_nobody_waiting(store, database):
    """The first time a moment, then not at all until it is free: the window, and rings, go on."""
    store.save(added(GYM))
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        first, *next_ones = [seconds_to_be_refused(store) for _ in range(5)]
        assert first < BUSY_TIMEOUT.total_seconds() / 2
        assert min(next_ones) < first / 4
        assert len(store.items()) == 1
        other.execute("COMMIT")
    store.save(added(TEA))
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert seconds_to_be_refused(store) > min(next_ones) * 4


def seconds_to_be_refused(store):
    """Give how long it takes to be told that nothing can be saved."""
    begun = monotonic()
    with pytest.raises(NotSaved, match="another program"):
        store.save_settings(Settings())
    return monotonic() - begun


def test_a_folder_that_was_deleted_is_told(store, folder, database):
    """Linux would let us write to a file that nobody can find again."""
    shutil.rmtree(folder)
    with pytest.raises(NotSaved, match="was moved or deleted while Alarm Clock was open") as told:
        store.save(added(GYM))
    assert str(database) in str(told.value)
    with pytest.raises(NotSaved, match="The backup could not be saved"):
        store.backup()


def test_a_file_that_was_replaced_is_told(store, database):
    """A copy put in its place is another file."""
    copy = database.with_name("copy")
    shutil.copyfile(database, copy)
    copy.replace(database)
    with pytest.raises(NotSaved, match="was moved or deleted"):
        store.keep(make_failed())


# Damaged entries


def test_damaged_entries_are_told_and_cost_no_other(store, database):
    """Each reading names what it left out."""
    store.save(claimed(make_ring(), GYM, TEA))
    store.save_settings(Settings(theme=Theme.DARK))
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("UPDATE items SET rule = 'x' WHERE label = 'Gym'")
        other.execute("UPDATE rings SET day = 'x'")
        other.execute("UPDATE settings SET value = 'x' WHERE name = 'closing_time'")
    assert store.items() == [TEA]
    assert store.rings() == []
    assert store.settings() == Settings(theme=Theme.DARK)
    told = " ".join(store.problems)
    assert "“Gym”" in told
    assert "1 earlier ring could not be read" in told
    assert "1 setting could not be read" in told


# Activity


def test_activity_is_read_in_pages_newest_first(store):
    """The id of the last line is where the next page goes on; a damaged line is left out."""
    store.keep_all(make_failed(str(number)) for number in range(6))
    store._connection.execute("UPDATE activity SET kind = 'x' WHERE detail LIKE '%3%'")
    page = store.events(3)
    assert [event.reason for _, event in page] == ["5", "4", "2"]
    assert [event.reason for _, event in store.events(3, before=page[-1][0])] == ["1", "0"]


def test_a_tick_costs_no_line(store):
    """Ticks come every second and are never kept."""
    store.keep(Ticked(at=NOW, item_id="a", label="", left=timedelta(seconds=1)))
    assert store.events(10) == []


def test_activity_is_kept_as_a_whole_or_not_at_all(store):
    """Several events are one transaction."""
    fill(store)
    with pytest.raises(NotSaved, match="The activity could not be saved: the disk is full"):
        store.keep_all([make_failed("x" * 50_000), make_failed()])
    assert store.events(10) == []


def test_pruning_forgets_what_is_older(store):
    """Rings of alarms that are gone for longer than that are forgotten."""
    old = replace(make_ring("gone"), ended_at=NOW - timedelta(days=366))
    store.save(claimed(old))
    store.save(claimed(replace(old, time=time(8), ended_at=NOW - timedelta(days=364))))
    store.prune(NOW - timedelta(days=365))
    left = store._connection.execute("SELECT time FROM rings").fetchall()
    assert [tuple(row) for row in left] == [("08:00:00",)]


# Memos


def test_memos_and_the_last_sign_of_life_come_back(store):
    """Window size and page, and when the program last ran."""
    assert store.memo("page") is None
    assert (store.last_alive(), store.last_zone()) == (None, None)
    store.save_memo("page", "timers")
    store.mark_alive(NOW, "Europe/Berlin")
    assert store.memo("page") == "timers"
    assert (store.last_alive(), store.last_zone()) == (NOW, "Europe/Berlin")


@pytest.mark.parametrize("text", ["yesterday", "", "9" * 30])
def test_a_damaged_sign_of_life_is_none(store, text):
    """It is better not known than wrong."""
    store.save_memo("last alive", text)
    assert store.last_alive() is None


# Backups


def test_opening_makes_one_backup_a_day(make_store, clock, folder):
    """A new store has nothing to back up; after that each day's first opening makes one."""

    def open_and_close():
        store = make_store()
        store.open()
        store.close()
        return len(list((folder / "backups").glob("*")))

    assert open_and_close() == 0
    assert [open_and_close(), open_and_close()] == [1, 1]
    clock.instant += timedelta(days=1)
    assert open_and_close() == 2


def test_a_program_that_runs_for_days_backs_up_daily_too(store, clock):
    """It is asked now and then, and makes one when today has none."""
    assert store.backup_of_today() is not None
    assert store.backup_of_today() is None
    clock.instant += timedelta(days=1)
    assert store.backup_of_today() is not None


def test_a_backup_that_can_not_be_made_is_told_and_stops_nothing(store, make_store, folder):
    """The alarms are open all the same."""
    store.save(added(GYM))
    store.close()
    (folder / "backups").touch()
    again = make_store()
    (sentence,) = again.open().sentences
    assert sentence.startswith("The backup could not be saved: ")
    assert again.items() == [GYM]


def test_two_processes_do_not_back_up_at_once(make_store, folder):
    """A half-written backup of one is never taken for a whole one by the other."""
    store = make_store(patience=timedelta(0))
    store.open()
    with closing(sqlite3.connect(folder / "alarmclock.lock", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(NotSaved, match="The backup could not be saved: another program"):
            store.backup()


# Several processes, and killed ones

WRITER = """
import sys
from datetime import time
from pathlib import Path
from alarmclock.core.alarm import Alarm
from alarmclock.core.change import Change, ItemChange
from alarmclock.store.store import Store
from tests_clock import FixedClock

store = Store(Path(sys.argv[1]), FixedClock())
store.open()
while True:
    alarm = Alarm(time(7))
    store.save(Change((ItemChange(None, alarm),)))
    print(alarm.id, flush=True)
"""

CLAIMER = """
import sys
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from alarmclock.core.change import Change, RingChange
from alarmclock.core.errors import AlreadyClaimed, NotSaved
from alarmclock.core.ringing import Ring
from alarmclock.store.store import Store
from tests_clock import FixedClock

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
store = Store(Path(sys.argv[1]), FixedClock())
store.open()
print("ready", flush=True)
sys.stdin.readline()
for days in range(int(sys.argv[2])):
    ring = Ring("a", date(2026, 1, 1) + timedelta(days), time(7), NOW, NOW)
    is_claimed = False
    while not is_claimed:
        try:
            store.save(Change(rings=(RingChange(None, ring),)))
            print(days, flush=True)
            is_claimed = True
        except AlreadyClaimed:
            is_claimed = True
        except NotSaved:
            pass  # the other one wrote at this moment, and nothing was changed
store.close()
"""

CLOCK = """
from datetime import UTC, datetime, timedelta

class FixedClock:
    def now(self): return datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
    def elapsed(self): return timedelta(0)
    def zone(self): return UTC
"""


@pytest.fixture
def run(tmp_path, folder):
    """Give a starter of processes that work on the same folder."""
    (tmp_path / "tests_clock.py").write_text(CLOCK)
    root = Path(alarmclock.__file__).parent.parent

    def start(script, *arguments):
        return subprocess.Popen(
            [sys.executable, "-c", script, str(folder), *arguments],
            env={"PYTHONPATH": f"{root}:{tmp_path}"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    return start


def killed_after(process, lines):
    """Kill a process, without any warning to it, once it has said so many lines."""
    with process:  # which waits for it, and closes its streams
        said = [process.stdout.readline() for _ in range(lines)]
        process.kill()
        # Not by communicate(): it passes over what a stream has taken in ahead of its lines.
        rest, errors = process.stdout.read(), process.stderr.read()
    assert errors == ""
    return "".join([*said, rest]).splitlines()


def test_what_was_said_to_be_saved_is_there_after_each_of_20_kills(run, make_store):
    """The process is killed at moments that drift through its work."""
    saved = set()
    for lines in range(20):
        saved.update(killed_after(run(WRITER), lines))
        store = make_store()
        report = store.open()
        assert report.sentences == ()
        found = {alarm.id for alarm in store.items()}
        store.close()
        assert saved <= found
        # One alarm a kill may have been saved without having been said.
        assert len(found - saved) <= lines + 1
    assert len(saved) >= sum(range(20))


def test_of_two_processes_each_claim_is_won_by_one(run):
    """Every occurrence is rung once, and none is lost between the two."""
    claims = 200
    processes = [run(CLAIMER, str(claims)) for _ in range(2)]
    assert [process.stdout.readline() for process in processes] == ["ready\n", "ready\n"]
    for process in processes:
        process.stdin.write("\n")
        process.stdin.flush()
    answers = [process.communicate() for process in processes]
    assert [errors for _, errors in answers] == ["", ""]
    won = [int(line) for said, _ in answers for line in said.split()]
    assert sorted(won) == list(range(claims))
