"""Keeping what SQLite would leave out and write over."""

from datetime import UTC, datetime

import pytest

from alarmclock.store.cut_off import kept_cut_off

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
DAMAGED_LOG = b"no log at all " * 10


@pytest.fixture
def path(tmp_path):
    """Give a database beside a damaged log."""
    path = tmp_path / "alarmclock.sqlite3"
    path.write_bytes(b"pages")
    path.with_name("alarmclock.sqlite3-wal").write_bytes(DAMAGED_LOG)
    return path


def test_the_file_and_its_log_are_copied(path, tmp_path):
    """Under a dated name; they stay where they are, too."""
    with kept_cut_off(path, NOW) as kept:
        assert kept == tmp_path / "alarmclock-damaged-20261123-060000.sqlite3"
    assert kept.read_bytes() == path.read_bytes() == b"pages"
    assert kept.with_name(kept.name + "-wal").read_bytes() == DAMAGED_LOG


def test_nothing_is_copied_where_nothing_is_cut_off(path):
    """Which is nearly always."""
    path.with_name("alarmclock.sqlite3-wal").write_bytes(b"")
    with kept_cut_off(path, NOW) as kept:
        assert kept is None


def test_the_copy_is_removed_where_the_file_can_not_be_opened(path, tmp_path):
    """It is made again at the next try."""
    with pytest.raises(OSError, match="no"), kept_cut_off(path, NOW):
        raise OSError("no")
    assert {file.name for file in tmp_path.iterdir()} == {path.name, path.name + "-wal"}
