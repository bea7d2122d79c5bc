"""Damage that SQLite does not see, since it changes one text into another."""

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from alarmclock.core.alarm import Alarm
from alarmclock.core.change import Change, ItemChange, RingChange
from alarmclock.core.ringing import Ring
from alarmclock.core.settings import Settings
from alarmclock.store.row_check import ROWS_A_SLICE

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
GYM = Alarm(time(7, 15), label="Gym", id="gym")
RING = Ring("gym", NOW.date(), time(7, 15), NOW, NOW)


@pytest.fixture
def filled(store):
    """Give a store with an alarm, a ring and settings."""
    store.save(Change((ItemChange(None, GYM),), (RingChange(None, RING),)))
    store.save(Change(rings=(RingChange(RING, replace(RING, snoozes=1, acknowledged=True)),)))
    store.save_settings(Settings())
    return store


def problems(store):
    """Check all rows, and give what is said of them."""
    for _ in store.check_rows():
        pass
    return list(store.problems)


def test_what_is_as_it_was_written_is_no_problem(filled):
    """Written once or several times, and read by another program."""
    assert problems(filled) == []


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        ("UPDATE items SET time = '07:55:00'", "1 alarm or timer was changed by damage"),
        ("UPDATE items SET label = 'Gim'", "“Gim”"),
        ("UPDATE rings SET day = '2026-11-27'", "1 earlier ring was changed by damage"),
        ("UPDATE settings SET value = '\"dark\"' WHERE name = 'theme'", "1 setting was changed"),
    ],
    ids=["time", "label", "ring", "setting"],
)
def test_what_is_not_as_it_was_written_is_told(filled, damage, words):
    """The wrong time rings as it is read, and people know it."""
    filled._connection.execute(damage)
    (problem,) = problems(filled)
    assert words in problem


def test_what_is_saved_again_is_believed(filled):
    """A person has looked at it."""
    filled._connection.execute("UPDATE items SET time = '07:55:00'")
    assert problems(filled)
    (alarm,) = filled.items()
    filled.save(Change((ItemChange(alarm, alarm),)))
    assert problems(filled) == []


def test_what_can_not_be_read_is_not_told_twice(filled):
    """The reading has named it."""
    filled._connection.execute("UPDATE items SET time = '97:55:00'")
    assert filled.items() == []
    (problem,) = problems(filled)
    assert "could not be read" in problem


def test_many_rows_are_checked_in_slices(filled):
    """Something else may be done in between."""
    alarms = [replace(GYM, id=str(number)) for number in range(2 * ROWS_A_SLICE)]
    filled.save(Change(tuple(ItemChange(None, alarm) for alarm in alarms)))
    for _ in filled.check_rows():
        filled.save_memo("page", "alarms")
    assert len(list(filled.check_rows())) == 5
