"""A clock that stands still, and stores that are closed after each test."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import strategies as st

from alarmclock.core.ring_settings import (
    LONGEST_PAUSE,
    LONGEST_RING,
    LONGEST_RISE,
    LONGEST_SNOOZE,
    MOST_AGAIN,
    SHORTEST_PAUSE,
    RingSettings,
    Task,
)
from alarmclock.store import schema
from alarmclock.store.connection import connect
from alarmclock.store.store import Store


class FixedClock:
    """Shows the time that a test sets."""

    def __init__(self) -> None:
        self.instant = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)

    def now(self) -> datetime:
        """Give the set instant."""
        return self.instant

    def elapsed(self) -> timedelta:
        """Give no real time, since none passes."""
        return timedelta(0)

    def zone(self) -> tzinfo:
        """Give a zone that is not UTC, an hour ahead in winter."""
        return ZoneInfo("Europe/Berlin")


st.register_type_strategy(
    RingSettings,
    st.builds(
        RingSettings,
        # A path on Linux may hold bytes that are no text; Python shows them as lone surrogates.
        sound=st.text(st.characters(), min_size=1),
        volume=st.integers(1, 100),
        rise=st.timedeltas(timedelta(0), LONGEST_RISE),
        snooze_length=st.timedeltas(timedelta(minutes=1), LONGEST_SNOOZE),
        snooze_limit=st.none() | st.integers(0, 99),
        ring_length=st.timedeltas(timedelta(seconds=5), LONGEST_RING),
        late_limit=st.none() | st.timedeltas(min_value=timedelta(0)),
        task=st.sampled_from(Task),
        awake_after=st.none() | st.timedeltas(SHORTEST_PAUSE, LONGEST_PAUSE),
        again=st.integers(0, MOST_AGAIN),
        again_every=st.timedeltas(SHORTEST_PAUSE, LONGEST_PAUSE),
    ),
)


@pytest.fixture
def clock() -> FixedClock:
    """Give a clock at 23 November 2026, 07:00 in Berlin."""
    return FixedClock()


@pytest.fixture(scope="session")
def empty_database() -> Callable[[], AbstractContextManager[sqlite3.Connection]]:
    """Give a maker of databases that are never on a disk, each with empty tables."""

    def make() -> AbstractContextManager[sqlite3.Connection]:
        connection = connect(Path("unused"), "mode=memory")
        schema.make(connection, schema.STEPS)
        return closing(connection)

    return make


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give the name of a folder that is not there yet."""
    return tmp_path / "alarm-clock"


@pytest.fixture
def database(folder: Path) -> Path:
    """Give the name of the database in it."""
    return folder / "alarmclock.sqlite3"


@pytest.fixture
def make_store(folder: Path, clock: FixedClock) -> Iterator[Callable[..., Store]]:
    """Give a maker of stores on one folder; they are closed after the test."""
    made = []

    def make(**arguments) -> Store:
        store = Store(folder, clock, **arguments)
        made.append(store)
        return store

    yield make
    for store in made:
        store.close()


@pytest.fixture
def store(make_store: Callable[..., Store]) -> Store:
    """Give an open store."""
    store = make_store()
    store.open()
    return store
