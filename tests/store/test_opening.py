"""Tests of opening: new, old, newer, damaged, locked and unwritable."""

import os
import random
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from contextlib import closing, contextmanager
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from alarmclock.core.alarm import Alarm
from alarmclock.core.change import Change, ItemChange, RingChange
from alarmclock.core.errors import AlarmClockError
from alarmclock.core.ringing import Ring
from alarmclock.store import schema
from alarmclock.store.errors import StoreUnusable
from alarmclock.store.store import Store

EARLY = Alarm(time(6), label="Early")
LATE = Alarm(time(23), label="Late")
NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
NO_PATIENCE = timedelta(0)
NOBODY = 65534


def add(store, alarm):
    """Save a new alarm."""
    store.save(Change((ItemChange(None, alarm),)))


def add_notes(connection):
    """Be a step of the future."""
    connection.execute("CREATE TABLE notes (text TEXT NOT NULL) STRICT")


def fail(connection):
    """Be a step that fails half-way."""
    connection.execute("DROP TABLE items")
    raise sqlite3.OperationalError("no such thing")


@pytest.fixture
def backed_up(make_store, clock):
    """Leave a closed database with two alarms, the first of them in a backup of yesterday."""
    store = make_store()
    store.open()
    add(store, EARLY)
    store.backup()
    add(store, LATE)
    store.close()
    clock.instant += timedelta(days=1)


@pytest.fixture
def unwritable(tmp_path):
    """Give a folder on a file system that is mounted for reading only; needs root on Linux."""
    point = tmp_path / "read-only"
    point.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "ro,size=64k", "none", str(point)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this account can't mount a file system")
    yield point
    subprocess.run(["umount", str(point)], check=True)


@pytest.fixture
def public_folder():
    """Give a folder that everybody may write, outside the private one of the tests."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


@contextmanager
def as_nobody():
    """Act as nobody, because the super-user may write to everything."""
    is_super_user = os.name == "posix" and os.geteuid() == 0
    if is_super_user:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_super_user:
            os.seteuid(0)


# New


def test_a_new_store_says_that_it_was_created(make_store, folder, database):
    """Nothing is told to people, and the file is there."""
    store = make_store()
    assert not folder.exists()
    report = store.open()
    assert report.created
    assert report.sentences == ()
    assert store.items() == []
    assert database.is_file()


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX systems")
def test_only_the_owner_may_read_what_is_stored(store, folder):
    """The folder has mode 0700; every file in it, the log too, has 0600."""
    add(store, EARLY)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert modes.pop("alarmclock.sqlite3-wal") == 0o600
    assert set(modes.values()) == {0o600}


def test_what_a_killed_program_began_is_made_anew(make_store, folder):
    """A database is given its name only when it is whole."""
    folder.mkdir()
    (folder / "alarmclock.new").write_bytes(b"half")
    assert make_store().open().created
    assert not (folder / "alarmclock.new").exists()


# Old


def test_an_older_file_is_brought_to_this_version(make_store, backed_up, folder):
    """Its alarms stay, and a backup of the older form is made first."""
    before = set((folder / "backups").iterdir())
    store = make_store(steps=(*schema.STEPS, add_notes))
    report = store.open()
    (backup,) = set((folder / "backups").iterdir()) - before
    with closing(sqlite3.connect(f"file:{backup}?immutable=1", uri=True)) as opened:
        assert schema.version_of(opened) == len(schema.STEPS)
    assert report.migrated_from == len(schema.STEPS)
    assert store.items() == [EARLY, LATE]


def test_a_migration_that_fails_changes_nothing(make_store, backed_up):
    """The file is as it was, and people are told."""
    with pytest.raises(StoreUnusable, match="“no such thing” was reported"):
        make_store(steps=(*schema.STEPS, fail)).open()
    store = make_store()
    assert store.open().migrated_from is None
    assert store.items() == [EARLY, LATE]


def test_without_a_backup_there_is_no_migration(make_store, backed_up, folder):
    """A file in the place of the folder of backups keeps the old form."""
    for backup in (folder / "backups").iterdir():
        backup.unlink()
    (folder / "backups").rmdir()
    (folder / "backups").touch()
    with pytest.raises(StoreUnusable, match="They are as they were"):
        make_store(steps=(*schema.STEPS, add_notes)).open()


# Newer


def test_a_newer_file_is_refused_and_untouched(make_store, backed_up, folder, database):
    """Not a byte of it changes, and nothing is put beside it but the lock of the opening."""
    with closing(sqlite3.connect(database)) as opened:
        opened.execute("PRAGMA user_version = 99")
    content, names = database.read_bytes(), set(folder.iterdir())
    with pytest.raises(StoreUnusable, match="newer Alarm Clock"):
        make_store().open()
    assert database.read_bytes() == content
    assert set(folder.iterdir()) == names


def test_a_newer_file_of_any_program_is_refused(make_store, folder, database):
    """Even without our mark it may be an Alarm Clock to come."""
    folder.mkdir()
    with closing(sqlite3.connect(database)) as opened:
        opened.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreUnusable, match="newer Alarm Clock"):
        make_store().open()


def test_a_newer_version_that_is_only_in_the_log_is_refused_and_untouched(
    make_store, backed_up, folder, database
):
    """A newer program that was killed leaves its version in the log."""
    script = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.execute('PRAGMA user_version = 99'); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", script, str(database)], check=True)
    log = folder / "alarmclock.sqlite3-wal"
    contents = database.read_bytes(), log.read_bytes()
    assert contents[1]
    with pytest.raises(StoreUnusable, match="newer Alarm Clock"):
        make_store().open()
    assert (database.read_bytes(), log.read_bytes()) == contents


# Damaged


def rubbish(content: bytes) -> bytes:
    """Give bytes that are no database."""
    return random.Random(1).randbytes(len(content))


def rubbish_behind_the_header(content: bytes) -> bytes:
    """Give a database whose pages make no sense."""
    return content[:100] + random.Random(2).randbytes(len(content) - 100)


def of_another_program(content: bytes) -> bytes:
    """Give a sound database without our mark."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
        return connection.serialize()


def with_a_table_that_is_no_text(content: bytes) -> bytes:
    """Give a database that SQLite complains of in words that are no text."""
    return content.replace(b"CREATE TABLE items (", b"CREATE \xc2ABLE items (")


def with_a_column_of_another_name(content: bytes) -> bytes:
    """Give a database that is sound to SQLite, but lacks a column."""
    return content.replace(b"label TEXT NOT NULL,", b"l\xc2bel TEXT NOT NULL,")


def with_byte(position: int, value: int):
    """Give a damage of one byte."""
    return lambda content: content[:position] + bytes([value]) + content[position + 1 :]


DAMAGES = [
    pytest.param(rubbish, id="random bytes"),
    pytest.param(rubbish_behind_the_header, id="random bytes behind the header"),
    pytest.param(lambda content: rubbish(content[:100]) + content[100:], id="garbage header"),
    pytest.param(lambda content: content[: len(content) // 2], id="cut in half"),
    pytest.param(lambda content: content[:50], id="cut in the header"),
    pytest.param(lambda content: content[:4096], id="first page only"),
    pytest.param(lambda _: b"", id="empty"),
    pytest.param(lambda _: b"Dear diary, ...\n", id="text"),
    pytest.param(lambda content: bytes(len(content)), id="zeros"),
    pytest.param(with_byte(18, 9), id="a header that forbids writing"),
    pytest.param(with_byte(19, 9), id="a header that forbids reading"),
    pytest.param(with_byte(63, 0), id="a version of nothing"),
    pytest.param(with_byte(61, 1), id="a version that there will never be"),
    pytest.param(with_a_table_that_is_no_text, id="a table that is no text"),
    pytest.param(with_a_column_of_another_name, id="a column of another name"),
    pytest.param(of_another_program, id="another program's database"),
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_set_aside_and_the_backup_restored(
    make_store, backed_up, folder, database, damage
):
    """The damaged bytes are kept under a dated name, and people are told both names."""
    damaged = damage(database.read_bytes())
    database.write_bytes(damaged)

    store = make_store()
    report = store.open()

    assert report.set_aside == folder / "alarmclock-damaged-20261124-060000.sqlite3"
    assert report.set_aside.read_bytes() == damaged
    assert store.items() == [EARLY]
    (sentence,) = report.sentences
    assert "damaged and is kept as “alarmclock-damaged-20261124-060000.sqlite3”" in sentence
    assert (
        "The backup of Mon 23 Nov 2026, 07:00, “alarmclock-20261123-060000.sqlite3”, was restored"
    ) in sentence


def test_changes_that_are_damaged_in_the_log_are_told_and_kept(make_store, clock, folder, database):
    """SQLite leaves them out without a word; what stands before them is there."""
    store, log = make_store(), folder / "alarmclock.sqlite3-wal"
    store.open()
    add(store, EARLY)
    sound = len(log.read_bytes())
    add(store, LATE)
    store.save_memo("page", "alarms")
    left = database.read_bytes(), bytearray(log.read_bytes())
    left[1][sound + 100] ^= 1
    store.close()
    database.write_bytes(left[0])
    log.write_bytes(left[1])

    store = make_store()
    report = store.open()

    assert store.items() == [EARLY]
    assert report.set_aside == folder / "alarmclock-damaged-20261123-060000.sqlite3"
    assert report.set_aside.read_bytes() == left[0]
    kept_log = report.set_aside.with_name(report.set_aside.name + "-wal")
    assert kept_log.read_bytes() == left[1]
    (sentence,) = report.sentences
    assert "could not be read: check your alarms" in sentence
    assert report.set_aside.name in sentence
    store.close()
    assert make_store().open().sentences == ()


def test_damaged_changes_of_a_locked_file_are_not_kept_again_and_again(
    make_store, folder, database
):
    """They stay where they are until the file can be opened."""
    store, log = make_store(), folder / "alarmclock.sqlite3-wal"
    store.open()
    add(store, EARLY)
    add(store, LATE)
    damaged = bytearray(log.read_bytes())
    damaged[100] ^= 1
    log.write_bytes(damaged)
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnusable, match="another program"):
            make_store(patience=NO_PATIENCE).open()
    assert not list(folder.glob("*damaged*"))


def test_a_restored_store_can_be_written_and_opened_again(make_store, backed_up, database):
    """The restored file is an ordinary one."""
    database.write_bytes(b"rubbish")
    store = make_store()
    store.open()
    add(store, LATE)
    store.close()
    again = make_store()
    assert again.open().sentences == ()
    assert again.items() == [EARLY, LATE]


def test_a_restored_database_never_meets_the_old_log(make_store, backed_up, folder, database):
    """The log of the damaged file is set aside with it."""
    database.write_bytes(b"rubbish")
    log = folder / "alarmclock.sqlite3-wal"
    log.write_bytes(b"stale")
    store = make_store()
    aside = store.open().set_aside
    assert aside.with_name(aside.name + "-wal").read_bytes() == b"stale"
    assert store.items() == [EARLY]


def test_a_damaged_newest_backup_is_passed_over(make_store, backed_up, folder, database):
    """An older good one is better than none."""
    (folder / "backups" / "alarmclock-20261124-010000.sqlite3").write_bytes(b"rubbish")
    database.write_bytes(b"rubbish")
    store = make_store()
    assert "Mon 23 Nov" in store.open().sentences[0]
    assert store.items() == [EARLY]


def test_without_a_good_backup_the_list_is_empty_and_people_know(make_store, folder, database):
    """The damaged file is kept all the same."""
    folder.mkdir()
    database.write_bytes(b"rubbish")
    store = make_store()
    report = store.open()
    assert store.items() == []
    assert report.set_aside.read_bytes() == b"rubbish"
    assert "There is no good backup, so the list is empty" in report.sentences[0]


def test_a_program_killed_while_it_restores_leaves_everything(
    make_store, backed_up, folder, clock, database
):
    """The damaged file keeps its name until the restored one is whole."""

    class DyingClock(type(clock)):
        def now(self):
            raise KeyboardInterrupt

    database.write_bytes(b"rubbish")
    with pytest.raises(KeyboardInterrupt):
        Store(folder, DyingClock()).open()
    assert database.read_bytes() == b"rubbish"
    store = make_store()
    assert store.open().restored is not None
    assert store.items() == [EARLY]


def test_a_missing_file_is_restored(make_store, backed_up, database):
    """A program killed while it restored, or a file deleted by mistake, costs no more than that."""
    database.unlink()
    store = make_store()
    report = store.open()
    assert not report.created
    assert "The file with your alarms was missing. The backup of " in report.sentences[0]
    assert store.items() == [EARLY]


def test_a_backup_of_an_older_version_is_restored_and_migrated(make_store, backed_up, database):
    """A backup from before an update is still good."""
    database.write_bytes(b"rubbish")
    store = make_store(steps=(*schema.STEPS, add_notes))
    report = store.open()
    assert report.restored is not None
    assert report.migrated_from == len(schema.STEPS)
    assert store.items() == [EARLY]


def lose_a_row_of_an_index(database):
    """Take away a ring behind the back of its index, which the quick check does not see."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        index = "SELECT * FROM sqlite_master WHERE name = 'rings_pending'"
        row = connection.execute(index).fetchone()
        connection.execute("DELETE FROM sqlite_master WHERE name = 'rings_pending'")
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("DELETE FROM rings")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", row)


def enlarge(database):
    """Make a file so large that it is not checked wholly."""
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("INSERT INTO memos VALUES ('large', hex(zeroblob(?)))", (2_500_000,))


@pytest.fixture
def index_damaged(make_store, backed_up, database):
    """Leave a database with a ring less than an index says."""
    store = make_store()
    store.open()
    ring = Ring(EARLY.id, NOW.date(), time(6), NOW, NOW)
    store.save(Change(rings=(RingChange(None, ring),)))
    store.close()
    lose_a_row_of_an_index(database)


def test_a_damaged_index_is_mended(make_store, index_damaged):
    """The alarms are whole, so none is lost and no backup is needed."""
    store = make_store()
    assert store.open().sentences == ()
    assert store.rings() == []
    assert store.items() == [EARLY, LATE]


def test_an_index_that_says_too_little_is_mended(make_store, backed_up, database):
    """A ring that it hides would be lost, and its alarm would ring again."""
    store = make_store()
    store.open()
    ring = Ring(EARLY.id, NOW.date(), time(6), NOW, NOW)
    store.save(Change(rings=(RingChange(None, ring),)))
    (page,) = store._connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'rings_pending'"
    ).fetchone()
    (size,) = store._connection.execute("PRAGMA page_size").fetchone()
    store.close()
    content = bytearray(database.read_bytes())
    # Such is the beginning of a page of an index without any entry.
    empty = bytes([10, 0, 0, 0, 0, size >> 8, size & 255, 0])
    content[(page - 1) * size : page * size] = empty.ljust(size, b"\0")
    database.write_bytes(bytes(content))

    store = make_store()
    assert store.open().sentences == ()
    assert store.rings() == [ring]


def test_a_damaged_index_of_a_large_file_is_mended_by_the_opening_after_the_reading_that_met_it(
    make_store, index_damaged, database
):
    """To check it at each opening would take too long."""
    enlarge(database)
    store = make_store()
    assert store.open().sentences == ()
    with pytest.raises(StoreUnusable, match="Clock and open it again, which mends it or restores"):
        store.rings()
    store.close()

    again = make_store()
    assert again.open().sentences == ()
    assert again.rings() == []
    assert again.items() == [EARLY, LATE]


def test_damage_that_can_not_be_mended_is_set_aside(make_store, backed_up, folder, database):
    """Two alarms of one id break the rules of the table; the suspicion ends with the restoring."""
    database.write_bytes(database.read_bytes().replace(LATE.id.encode(), EARLY.id.encode()))
    (folder / "alarmclock.suspect").touch()
    store = make_store()
    assert store.open().restored is not None
    assert store.items() == [EARLY]
    assert not (folder / "alarmclock.suspect").exists()


# In the way


def test_a_locked_database_is_told(make_store, backed_up, database):
    """Another program that keeps writing is named as the reason."""
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnusable, match="another program is using the files in"):
            make_store(patience=NO_PATIENCE).open()


def test_two_openings_at_once_are_told(make_store, folder):
    """Only one process at a time makes or restores the database."""
    folder.mkdir()
    with closing(sqlite3.connect(folder / "alarmclock.lock", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreUnusable, match="another program is using the files in"):
            make_store(patience=NO_PATIENCE).open()


def test_a_file_in_the_place_of_the_folder_is_told(make_store, folder):
    """The sentence names the folder and says what to do; the file stays."""
    folder.write_text("mine")
    with pytest.raises(StoreUnusable, match="a file is in its place") as told:
        make_store().open()
    assert str(folder) in str(told.value)
    assert folder.read_text() == "mine"


def test_a_file_above_the_folder_is_told(make_store, folder, tmp_path):
    """A folder can't be made below a file."""
    folder.symlink_to(tmp_path / "file" / "below")
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnusable, match="alarm-clock"):
        make_store().open()


def test_a_folder_in_the_place_of_the_file_is_told(make_store, database):
    """It is neither removed nor renamed."""
    database.mkdir(parents=True)
    with pytest.raises(StoreUnusable, match="is a folder, not a file"):
        make_store().open()
    assert database.is_dir()


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is of Linux")
def test_a_folder_that_the_system_refuses_to_make_is_told(clock):
    """Nobody, not even root, makes folders in /proc."""
    store = Store(Path("/proc/alarm-clock"), clock)
    with pytest.raises(StoreUnusable, match="/proc/alarm-clock"):
        store.open()


def test_a_new_folder_on_a_read_only_file_system_is_told(unwritable, clock):
    """The sentence names the folder and says what to do."""
    store = Store(unwritable / "alarm-clock", clock)
    with pytest.raises(StoreUnusable, match=r"can't be written\. Allow writing there, or choose"):
        store.open()


def test_a_database_on_a_read_only_file_system_is_told_and_left_alone(
    unwritable, clock, make_store, backed_up, database
):
    """It is no damage that a file can't be written."""
    subprocess.run(["mount", "-o", "remount,rw,size=4m", str(unwritable)], check=True)
    copy = unwritable / database.name
    copy.write_bytes(database.read_bytes())
    subprocess.run(["mount", "-o", "remount,ro", str(unwritable)], check=True)
    with pytest.raises(StoreUnusable, match="can't be written"):
        Store(unwritable, clock).open()
    assert list(unwritable.iterdir()) == [copy]


def test_a_folder_of_somebody_else_is_told(public_folder, clock):
    """The sentence names the folder and says what to do."""
    public_folder.chmod(0o555)
    with pytest.raises(StoreUnusable, match="can't be written") as told, as_nobody():
        Store(public_folder / "alarm-clock", clock).open()
    assert str(public_folder) in str(told.value)


def test_a_file_of_somebody_else_is_told_and_left_alone(public_folder, clock):
    """A sound file that may only be read is not damaged."""
    with closing(Store(public_folder, clock)) as store:
        store.open()
    database = public_folder / "alarmclock.sqlite3"
    database.chmod(0o444)
    (public_folder / "alarmclock.lock").chmod(0o666)
    content = database.read_bytes()
    with pytest.raises(StoreUnusable, match="can't be written"), as_nobody():
        Store(public_folder, clock).open()
    assert database.read_bytes() == content


def test_every_refusal_is_an_error_for_people():
    """The window shows the text of such errors."""
    assert issubclass(StoreUnusable, AlarmClockError)
