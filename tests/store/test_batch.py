"""Many writes in one go: each whole or not at all, all of them durable at the end."""

from datetime import UTC, datetime, time

import pytest

from alarmclock.core.activity.events import Failed
from alarmclock.core.alarm import Alarm
from alarmclock.core.change import Change, ItemChange, RingChange
from alarmclock.core.errors import AlreadyClaimed, NotSaved
from alarmclock.core.ringing import Ring
from alarmclock.store import files
from alarmclock.store.connection import connect

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)


def adding(label):
    """Give the change that adds an alarm."""
    return Change((ItemChange(None, Alarm(time(7), label=label)),))


def claiming(item_id, label="late"):
    """Give a change that adds an alarm and claims a ring."""
    ring = Ring(item_id, NOW.date(), time(7), NOW, NOW)
    return Change(adding(label).items, (RingChange(None, ring),))


def labels(store):
    """Read which alarms are on disk."""
    return [item.label for item in store.items()]


def seen_by_others(store):
    """Read what another connection sees of them."""
    connection = connect(store._folder / files.DATABASE, "mode=ro")
    found = [row["label"] for row in connection.execute("SELECT label FROM items ORDER BY place")]
    connection.close()
    return found


def test_nothing_is_durable_before_the_end(store):
    """Then all of it is, in one transaction."""
    with store.together():
        store.save(adding("a"))
        store.save(adding("b"))
        assert seen_by_others(store) == []
    assert seen_by_others(store) == ["a", "b"]


def test_a_claim_that_is_refused_takes_only_its_own_change_back(store):
    """What was written before and after it stays."""
    store.save(claiming("one", "first"))
    with store.together():
        store.save(adding("a"))
        with pytest.raises(AlreadyClaimed):
            store.save(claiming("one", "second"))
        store.keep(Failed(at=NOW, item_id="", label="", reason="It was claimed."))
    assert labels(store) == ["first", "a"]
    assert len(store.events(10)) == 1


def test_a_ring_that_is_refused_leaves_those_beside_it_alone(store):
    """Claims of many rings at one instant are one statement each."""

    def ringing(item_id):
        return Change(rings=(RingChange(None, Ring(item_id, NOW.date(), time(7), NOW, NOW)),))

    store.save(ringing("two"))
    with store.together():
        store.save(ringing("one"))
        with pytest.raises(AlreadyClaimed):
            store.save(ringing("two"))
        store.save(ringing("three"))
    assert sorted(ring.item_id for ring in store.rings()) == ["one", "three", "two"]


def test_a_file_that_was_moved_away_is_told_of_at_the_first_part(store):
    """Nothing is written to where nobody will look for it."""
    path = store._folder / files.DATABASE
    path.rename(path.with_name("elsewhere"))
    with store.together(), pytest.raises(NotSaved, match="moved or deleted"):
        store.save(adding("a"))


def test_an_exception_of_somebody_else_keeps_what_was_written(store):
    """It counts already, so the disk has to know of it."""

    def write_and_fail():
        with store.together():
            store.save(adding("a"))
            raise LookupError

    with pytest.raises(LookupError):
        write_and_fail()
    assert labels(store) == ["a"]


def test_a_full_disk_is_told_by_the_parts_and_at_the_end(store):
    """What SQLite has given up is not believed to be there."""
    pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count = {pages}")

    def fill():
        with store.together():
            store.save(adding("a"))
            for _ in range(200):
                store.save(adding("x" * 200))

    with pytest.raises(NotSaved, match="full"):
        fill()
    assert not store._connection.in_transaction


def test_a_locked_database_is_waited_for_once(store):
    """A hundred rings must not wait two seconds each."""
    other = connect(store._folder / files.DATABASE, "mode=rw")
    other.execute("BEGIN IMMEDIATE")
    store._connection.execute("PRAGMA busy_timeout = 1")
    with store.together():
        for label in "ab":
            with pytest.raises(NotSaved):
                store.save(adding(label))
    other.execute("ROLLBACK")
    other.close()
    store.save(adding("c"))
    assert labels(store) == ["c"]


def test_one_within_another_is_one(store):
    """The end of the outer one is the end."""
    with store.together():
        with store.together():
            store.save(adding("a"))
        assert seen_by_others(store) == []
    assert labels(store) == ["a"]


def test_nothing_written_is_nothing_to_save(store):
    """Most moments write nothing."""
    with store.together():
        pass
    assert not store._connection.in_transaction


def test_a_sign_of_life_leaves_the_writes_after_it_as_safe_as_before(store):
    """Only it is written without waiting for the disk."""
    store.mark_alive(NOW, "Europe/Berlin")
    assert store._connection.execute("PRAGMA synchronous").fetchone()[0] == 2
    assert store.last_alive() == NOW
