"""Tests of the activity as rows."""

from dataclasses import fields
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alarmclock.core.activity.events import Event, Failed, Heard, Rang, Ticked
from alarmclock.store import activity_table

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
STORABLE = st.text(st.characters(exclude_categories=["Cs"]))
INSTANTS = st.datetimes(timezones=st.just(UTC))


def events_of(kind):
    """Give a strategy of one kind of event."""
    strategies = {
        datetime: INSTANTS,
        datetime | None: st.none() | INSTANTS,
        float | None: st.none() | st.floats(0, 1),
    }
    found = ((field.name, strategies.get(field.type)) for field in fields(kind))
    instants = {name: strategy for name, strategy in found if strategy is not None}
    return st.builds(kind, **instants, item_id=STORABLE, label=STORABLE)


EVENTS = st.one_of([events_of(kind) for kind in activity_table.KINDS.values()])


def make_failed(days_ago=0, reason="The sound is missing."):
    """Give an event of some days ago."""
    return Failed(at=NOW - timedelta(days=days_ago), item_id="a", label="Gym", reason=reason)


def events_in(connection):
    """List the events of a database, newest first, None for damaged ones."""
    return [event for _, event in activity_table.read(connection, None)]


@given(st.lists(EVENTS, max_size=5))
def test_events_come_back_as_they_were_newest_first(empty_database, events):
    """Every event that core knows is the same after a round trip."""
    with empty_database() as connection:
        activity_table.write(connection, events)
        assert events_in(connection) == events[::-1]


@pytest.mark.parametrize("peak", [None, 0.0, 1.0, 0.41, 0.1 + 0.2, 5e-324])
def test_a_measured_peak_comes_back_to_the_last_digit(empty_database, peak):
    """It is the proof that a ring was heard; None where nothing could be measured."""
    heard = Heard(at=NOW, item_id="a", label="Gym", device="Speakers", peak=peak)
    with empty_database() as connection:
        activity_table.write(connection, [heard])
        assert events_in(connection) == [heard]


def test_every_event_of_core_but_the_tick_has_a_stored_name():
    """An event that could not be stored would be lost unseen."""
    # A class with slots is made twice, so subclasses are compared by name.
    known = {kind.__name__ for kind in Event.__subclasses__()} - {Ticked.__name__}
    assert {kind.__name__ for kind in activity_table.KINDS.values()} == known


def test_ticks_are_not_kept(empty_database):
    """A tick comes every second and says nothing tomorrow."""
    tick = Ticked(at=NOW, item_id="a", label="", left=timedelta(seconds=3))
    with empty_database() as connection:
        activity_table.write(connection, [tick, make_failed(), tick])
        assert events_in(connection) == [make_failed()]


def test_a_page_goes_on_before_an_id(empty_database):
    """The id of the last line shown is where the next page begins."""
    with empty_database() as connection:
        activity_table.write(connection, [make_failed(days) for days in range(3)])
        ids = [number for number, _ in activity_table.read(connection, None)]
        assert [number for number, _ in activity_table.read(connection, ids[0])] == ids[1:]


@pytest.mark.parametrize(
    ("column", "value"),
    [("kind", "exploded"), ("detail", "{"), ("detail", "{}"), ("detail", '{"reason":5}')],
)
def test_a_damaged_event_is_told_apart(empty_database, column, value):
    """It stands as None among the others."""
    with empty_database() as connection:
        activity_table.write(connection, [make_failed(2), make_failed(1), make_failed(0)])
        connection.execute(f"UPDATE activity SET {column} = ? WHERE id = 2", (value,))
        assert events_in(connection) == [make_failed(0), None, make_failed(2)]


def test_pruning_forgets_what_is_older(empty_database):
    """Old events go once there are more than the number that is always kept."""
    recent = [make_failed(1)] * activity_table.ALWAYS_KEPT
    with empty_database() as connection:
        activity_table.write(connection, [make_failed(500), *recent])
        activity_table.prune(connection, NOW - timedelta(days=365))
        assert events_in(connection) == recent


def test_pruning_with_a_clock_far_ahead_keeps_the_newest_events(empty_database):
    """A clock that is wrong by years must not wipe out the activity."""
    late = Rang(at=NOW, item_id="a", label="", due=NOW, late=timedelta(0))
    with empty_database() as connection:
        activity_table.write(connection, [late])
        activity_table.prune(connection, NOW + timedelta(days=9000))
        assert events_in(connection) == [late]
