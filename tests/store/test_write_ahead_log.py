"""The write-ahead log as it is left by a program that was killed, whole or damaged."""

import random
from datetime import time

import pytest

from alarmclock.core.alarm import Alarm
from alarmclock.core.change import Change, ItemChange
from alarmclock.store.write_ahead_log import FRAME, HEADER, is_cut_off, read_log

PAGE = 4096
CHANGES = 5


@pytest.fixture
def left(store, folder):
    """Give the bytes of a log with some changes, not in the database yet, and of its index."""
    for number in range(CHANGES):
        store.save(Change((ItemChange(None, Alarm(time(7, number), label=f"Alarm {number}")),)))
    return [(folder / f"alarmclock.sqlite3{name}").read_bytes() for name in ("-wal", "-shm")]


@pytest.fixture
def log(left):
    """Give the log alone."""
    return left[0]


def frames(log):
    """List where the frames of a log begin."""
    return range(HEADER.size, len(log), FRAME.size + PAGE)


def changed(log, place):
    """Turn a bit over."""
    damaged = bytearray(log)
    damaged[place] ^= 1
    return bytes(damaged)


def test_a_log_gives_the_newest_of_each_page(log):
    """The last change is in it."""
    found = read_log(log)
    assert not found.is_damaged
    assert found.count is not None
    assert any(b"Alarm 4" in page for page in found.pages.values())


@pytest.mark.parametrize("content", [b"", bytes(10), bytes(8192)], ids=["none", "short", "zeros"])
def test_a_log_without_a_beginning_holds_nothing(content):
    """So it is after every good end, and in a program that has saved nothing yet."""
    found = read_log(content)
    assert (found.pages, found.count, found.is_damaged) == ({}, None, False)


def test_a_change_that_was_being_written_is_no_damage(log):
    """A program that is killed leaves a page without an end, or with another content."""
    last = frames(log)[-1]
    for torn in (log[: last + 100], changed(log, last + FRAME.size + 50), log[:last]):
        found = read_log(torn)
        assert not found.is_damaged
        assert not any(b"Alarm 4" in page for page in found.pages.values())
        assert any(b"Alarm 3" in page for page in found.pages.values())


def test_frames_of_an_earlier_round_are_no_damage(log):
    """They stay behind those of this round, since SQLite begins anew at the front."""
    first = frames(log)[1]
    older = bytearray(log)
    for start in frames(log)[1:]:
        older[start + 8 : start + 16] = b"another."
    assert read_log(bytes(older)) == read_log(log[:first])


def test_damage_before_the_last_change_is_told(log):
    """Wherever it is: all that follows is lost to SQLite, which says nothing."""
    chance = random.Random(7)
    places = [*range(HEADER.size), *(chance.randrange(frames(log)[-1]) for _ in range(100))]
    for place in places:
        assert read_log(changed(log, place)).is_damaged, place


def test_what_stands_before_the_damage_is_read(log):
    """As SQLite does."""
    found = read_log(changed(log, frames(log)[-2] + 100))
    assert found.is_damaged
    assert any(b"Alarm 2" in page for page in found.pages.values())
    assert not any(b"Alarm 4" in page for page in found.pages.values())


def test_the_index_knows_what_the_log_should_hold(left):
    """As much as was finished, and no change that was only begun."""
    log, index = left
    assert not is_cut_off(read_log(log), index)
    for length in (0, 20, *frames(log)):
        assert is_cut_off(read_log(log[:length]), index), length
    last = frames(log)[-1]
    assert is_cut_off(read_log(changed(log, last + FRAME.size + 50)), index)
    assert is_cut_off(read_log(changed(log, last + 3)), index)


def test_a_change_that_was_being_written_is_not_missed(left, store, folder):
    """The index does not count it."""
    _, before = left
    store.save_memo("page", "alarms")
    log = (folder / "alarmclock.sqlite3-wal").read_bytes()
    assert not is_cut_off(read_log(log[:-10]), before)


def test_an_index_of_another_round_or_half_written_tells_nothing(left):
    """It is made anew by who opens the database."""
    log, index = left
    cut = read_log(log[: frames(log)[1]])
    other_salts = index[:32] + b"another." + index[40:48]
    assert not is_cut_off(cut, other_salts * 2)
    assert not is_cut_off(cut, index[:40])
    assert not is_cut_off(cut, changed(index, 20))
    assert not is_cut_off(cut, bytes(len(index)))
