"""Tests of files that only their owner may read."""

import os
import stat
from datetime import UTC, datetime

import pytest

from alarmclock.store import files

NOW = datetime(2026, 11, 23, 6, 5, 9, tzinfo=UTC)

posix_only = pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX systems")


def mode_of(path):
    """Give the permissions of a file."""
    return stat.S_IMODE(path.stat().st_mode)


@posix_only
def test_a_new_folder_is_for_its_owner_only(tmp_path):
    """Others may not list it."""
    files.make_folder(tmp_path / "a" / "b")
    assert mode_of(tmp_path / "a" / "b") == 0o700


@posix_only
def test_a_folder_that_is_there_keeps_its_mode(tmp_path):
    """A person's own choice is not changed."""
    folder = tmp_path / "shared"
    folder.mkdir()
    folder.chmod(0o750)
    files.make_folder(folder)
    assert mode_of(folder) == 0o750


@posix_only
def test_a_copy_is_for_its_owner_only_whatever_it_was_made_of(tmp_path):
    """The mode of the source is not taken over."""
    source = tmp_path / "open"
    source.write_bytes(b"alarms")
    source.chmod(0o644)
    files.copy_durably(source, tmp_path / "copy")
    assert mode_of(tmp_path / "copy") == 0o600
    assert (tmp_path / "copy").read_bytes() == b"alarms"


def test_a_dated_name_is_never_one_that_is_taken(tmp_path):
    """Two in one second are told apart by a number."""
    first = files.dated_name(tmp_path, "alarmclock", NOW)
    first.touch()
    assert first.name == "alarmclock-20261123-060509.sqlite3"
    assert files.dated_name(tmp_path, "alarmclock", NOW).name.endswith("-060509-2.sqlite3")


def test_a_database_is_set_aside_with_its_log(tmp_path):
    """No log is left that could be written into the next database of that name."""
    path = tmp_path / "alarmclock.sqlite3"
    path.write_bytes(b"database")
    path.with_name(path.name + "-wal").write_bytes(b"log")

    aside = files.set_aside(path, NOW)

    assert aside.read_bytes() == b"database"
    assert aside.with_name(aside.name + "-wal").read_bytes() == b"log"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_log_without_its_database_is_set_aside_too(tmp_path):
    """A stale log must not meet a new database."""
    (tmp_path / "alarmclock.sqlite3-wal").write_bytes(b"log")
    assert files.set_aside(tmp_path / "alarmclock.sqlite3", NOW) is None
    (left,) = tmp_path.iterdir()
    assert "damaged" in left.name
