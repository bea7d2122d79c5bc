"""Opening a store for the program, and keeping it in order while the program runs."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from alarmclock.core.activity.events import Rang
from alarmclock.core.change import Change, ItemChange, RingChange
from alarmclock.core.errors import NotSaved
from alarmclock.daemons.fake_clock import FakeClock
from alarmclock.store import files
from alarmclock.store.activity_table import ALWAYS_KEPT
from alarmclock.store.contents import Housekeeping, open_store
from alarmclock.store.store import Store
from alarmclock.store.unusable import UnusableStore
from tests.core.builders import make_alarm, make_ring
from tests.store.test_opening import enlarge, lose_a_row_of_an_index

NOW = datetime(2026, 11, 22, 21, tzinfo=UTC)


@pytest.fixture
def clock():
    """Stand still on a Sunday evening."""
    return FakeClock(NOW)


def test_a_store_opens_with_what_it_holds(tmp_path, clock):
    """Alarms come back; there is nothing to tell."""
    alarm = make_alarm(label="Gym")
    first = Store(tmp_path, clock)
    first.open()
    first.save(Change(items=(ItemChange(None, alarm),)))
    first.close()
    store, contents = open_store(Store(tmp_path, clock))
    assert contents.items == [alarm]
    assert contents.sentences == ()
    store.close()


def test_a_folder_that_cannot_be_made_gets_a_stand_in_that_says_why(tmp_path, clock):
    """The program opens all the same, and refuses to save with the reason."""
    (tmp_path / "file").write_text("in the way")
    store, contents = open_store(Store(tmp_path / "file" / "data", clock))
    assert str(tmp_path / "file") in contents.sentences[0]
    with pytest.raises(NotSaved) as refused:
        store.save(Change(items=(ItemChange(None, make_alarm()),)))
    assert str(refused.value) == contents.sentences[0]


def test_damage_that_the_reading_meets_is_mended_at_once(tmp_path, clock):
    """People do not have to start twice, and nothing that can ring is silent meanwhile."""
    alarm, ring = make_alarm(label="Gym"), make_ring("2026-11-22")
    first = Store(tmp_path, clock)
    first.open()
    first.save(Change((ItemChange(None, alarm),), (RingChange(None, ring),)))
    first.close()
    lose_a_row_of_an_index(tmp_path / files.DATABASE)
    enlarge(tmp_path / files.DATABASE)
    store, contents = open_store(Store(tmp_path, clock))
    assert isinstance(store, Store)
    assert contents.items == [alarm]
    assert not store.is_suspect
    store.save(Change((ItemChange(alarm, None),)))
    store.close()


def test_what_can_be_read_of_a_store_that_cannot_be_opened_is_there(tmp_path, clock):
    """It rings, nothing can be saved, and the sentences say both."""
    alarm, event = (
        make_alarm(label="Gym"),
        Rang(at=NOW, item_id="alarm", label="Gym", due=NOW, late=timedelta(0)),
    )
    first = Store(tmp_path, clock)
    first.open()
    first.save(Change(items=(ItemChange(None, alarm),)))
    first.keep(event)
    first.mark_alive(NOW, "Europe/Berlin")
    first.close()
    with closing(sqlite3.connect(tmp_path / files.LOCK, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        store, contents = open_store(Store(tmp_path, clock, patience=timedelta(0)))
        assert contents.items == [alarm]
        assert (contents.last_alive, contents.last_zone) == (NOW, "Europe/Berlin")
        assert [kept for _, kept in store.events(10)] == [event]
        assert "another program is using the files" in contents.sentences[0]
        assert contents.sentences[0].startswith(
            "Your alarms could be read, but nothing can be changed"
        )
        assert "rings all the same" in contents.sentences[1]
        with pytest.raises(NotSaved, match="another program is using the files"):
            store.save(Change(items=(ItemChange(alarm, None),)))
    store.close()


def test_the_stand_in_is_empty(tmp_path, clock):
    """It has what the window asks for, and nothing in it."""
    store = UnusableStore("No.")
    assert (store.items(), store.rings(), store.events(10)) == ([], [], [])
    assert store.memo("window") is None
    for write in (lambda: store.keep_all([]), lambda: store.save_settings(store.settings())):
        with pytest.raises(NotSaved):
            write()
    with pytest.raises(NotSaved):
        store.mark_alive(NOW, "Europe/Berlin")
    store.save_memo("window", "x")
    store.close()


class Keeping:
    """A housekeeping, with what it reminds of at this moment."""

    def __init__(self, store, kept):
        self.reminders, self.told, self.shown = [], [], []
        remind, forget = self.reminders.append, self._forget
        self._housekeeping = Housekeeping(
            store, lambda: kept, remind, forget, self.told.append, self.shown.append
        )

    def _forget(self, sentence):
        """Take it back, if it was a reminder at all."""
        if sentence in self.reminders:
            self.reminders.remove(sentence)

    def keep(self, now, save_again=lambda: None):
        """Do what is due."""
        self._housekeeping.keep(now, "Europe/Berlin", save_again)


def keeping(store, kept=None):
    """Keep a store in order."""
    return Keeping(store, kept)


def test_a_folder_that_is_gone_is_told_within_a_minute_and_once(tmp_path, clock):
    """People know before they change something, and until it is over."""
    store = Store(tmp_path / "data", clock)
    store.open()
    house = keeping(store)
    (tmp_path / "data").rename(tmp_path / "moved")
    for _ in range(3):
        house.keep(clock.now())
    assert len(house.reminders) == 1
    assert "was moved or deleted" in house.reminders[0]
    (tmp_path / "moved").rename(tmp_path / "data")
    house.keep(clock.now())
    assert house.reminders == []
    assert house.told == ["Changes are saved again."]
    assert [problem is None for problem in house.shown] == [False, False, False, True]
    store.close()


def test_what_was_said_at_the_start_is_not_said_again_but_taken_back(tmp_path, clock):
    """Within a minute after the file can be opened after all."""
    Store(tmp_path, clock).open()
    with closing(sqlite3.connect(tmp_path / files.LOCK, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        store, contents = open_store(Store(tmp_path, clock, patience=timedelta(0)))
        house = keeping(store)
        house.keep(clock.now())
        assert (house.reminders, house.told, house.shown) == ([], [], [contents.sentences[0]])
    house.keep(clock.now())
    assert house.told == ["Changes are saved again."]
    assert house.shown[-1] is None
    store.close()


def test_a_stand_in_never_says_that_anything_is_saved(tmp_path, clock):
    """It can't be opened before the next start."""
    house = keeping(UnusableStore("No."))
    house.keep(clock.now())
    assert (house.reminders, house.told, house.shown) == ([], [], ["No."])


def test_what_could_not_be_saved_before_is_saved_each_minute(tmp_path, clock):
    """What is in the way of it is told."""
    store = Store(tmp_path, clock)
    store.open()
    house, tried = keeping(store), []
    house.keep(clock.now(), lambda: tried.append(1))
    assert tried == [1]

    def fail():
        raise NotSaved("The disk is full.")

    house.keep(clock.now(), fail)
    assert house.reminders == ["The disk is full."]
    store.close()


def test_a_backup_that_can_not_be_made_is_told_and_stays_told(tmp_path, clock):
    """It is tried again a day later."""
    store = Store(tmp_path, clock)
    store.open()
    (tmp_path / files.BACKUPS).write_text("in the way")
    house = keeping(store)
    for _ in range(2):
        house.keep(clock.now())
    (reminder,) = house.reminders
    assert reminder.startswith("The backup could not be saved")
    store.close()


def test_the_program_is_noted_as_alive_each_time_and_backed_up_once_a_day(tmp_path, clock):
    """A program that runs for weeks has a backup of each day."""
    store = Store(tmp_path, clock)
    store.open()
    house = keeping(store)
    for _ in range(3):
        house.keep(clock.now())
        clock.advance(timedelta(hours=12))
    house.keep(clock.now())
    assert store.last_alive() == clock.now()
    assert len(list((tmp_path / files.BACKUPS).iterdir())) == 3
    store.close()


@pytest.mark.parametrize(
    ("kept", "left"),
    [(timedelta(days=30), ["new"]), (None, ["new", "old"])],
    ids=["30 days", "all"],
)
def test_the_activity_is_kept_as_long_as_was_chosen(tmp_path, clock, kept, left):
    """What is older is forgotten; a thousand lines always stay."""
    store = Store(tmp_path, clock)
    store.open()
    old = Rang(at=NOW - timedelta(days=40), item_id="a", label="old", due=NOW, late=timedelta(0))
    store.keep_all([old, *[replace(old, at=NOW, label="new")] * ALWAYS_KEPT])
    keeping(store, kept).keep(NOW)
    assert sorted({event.label for _, event in store.events(9999)}) == left
    store.close()


def test_the_last_sign_of_life_is_read_with_the_rest(tmp_path, clock):
    """The next start tells by it whether the clock can be right, and whether the zone is new."""
    store, contents = open_store(Store(tmp_path, clock))
    assert (contents.last_alive, contents.last_zone) == (None, None)
    store.mark_alive(NOW, "Europe/Berlin")
    store.close()
    store, contents = open_store(Store(tmp_path, clock))
    assert (contents.last_alive, contents.last_zone) == (NOW, "Europe/Berlin")
    store.close()
