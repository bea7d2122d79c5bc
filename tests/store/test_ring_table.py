"""Tests of rings as rows."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alarmclock.core.alarm import Alarm
from alarmclock.core.change import ItemChange, RingChange
from alarmclock.core.errors import AlreadyClaimed
from alarmclock.core.ringing import Asks, By, Cause, Ending, Ring
from alarmclock.store import item_table, ring_table

INSTANTS = st.datetimes(timezones=st.just(UTC))
NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def make_ring(item_id="a", days_ago=0, **fields):
    """Give a ring at 07:00 some days ago."""
    due = NOW - days_ago * DAY
    return Ring(item_id, due.date(), time(7), due, due, **fields)


def ended_ring(item_id="a", days_ago=0, ending=Ending.DISMISSED, **fields):
    """Give a ring that ended a minute after its due."""
    ring = make_ring(item_id, days_ago, **fields)
    return replace(ring, ended_at=ring.due + timedelta(minutes=1), ending=ending)


def claim(connection, *rings):
    """Write new rings."""
    ring_table.write(connection, [RingChange(None, ring) for ring in rings])


def add_alarm(connection, item_id="a"):
    """Write the alarm of some rings."""
    item_table.write(connection, [ItemChange(None, Alarm(time(7), id=item_id))])


@given(
    st.builds(
        Ring,
        item_id=st.text(st.characters(exclude_categories=["Cs"])),
        day=st.dates(),
        time=st.times(),
        due=INSTANTS,
        rang_at=INSTANTS,
        snoozes=st.integers(0, 99),
        snoozed_until=st.none() | INSTANTS,
        ended_at=st.none(),
        ending=st.none() | st.sampled_from(Ending),
        cause=st.none() | st.sampled_from(Cause),
        acknowledged=st.booleans(),
        started_at=st.none() | INSTANTS,
        ended_by=st.none() | st.sampled_from(By),
        unanswered=st.integers(0, 99),
        asks=st.none() | st.sampled_from(Asks),
    )
)
def test_an_open_ring_comes_back_as_it_was(empty_database, ring):
    """Every value that core allows is the same after a round trip."""
    with empty_database() as connection:
        claim(connection, ring)
        assert ring_table.read(connection) == ([ring], 0)


def test_a_claim_is_made_once_only(empty_database):
    """The second claim of an occurrence is refused, whatever else the ring says."""
    with empty_database() as connection:
        claim(connection, make_ring())
        with pytest.raises(AlreadyClaimed, match="before"):
            claim(connection, ended_ring(snoozes=2))


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(make_ring("b"), id="another alarm"),
        pytest.param(make_ring(days_ago=1), id="another day"),
        pytest.param(replace(make_ring(), time=time(7, 0, 0, 1)), id="another time"),
    ],
)
def test_another_occurrence_is_another_claim(empty_database, other):
    """Alarm, local date and local time together are the name of a claim."""
    with empty_database() as connection:
        claim(connection, make_ring(), other)
        assert len(ring_table.read(connection)[0]) == 2


def test_a_later_state_replaces_the_ring(empty_database):
    """A snooze is a change of the ring, no second claim."""
    ring = make_ring()
    snoozed = ring.snoozed(NOW + timedelta(minutes=5))
    with empty_database() as connection:
        claim(connection, ring)
        ring_table.write(connection, [RingChange(ring, snoozed)])
        assert ring_table.read(connection)[0] == [snoozed]


def test_a_ring_that_asks_is_written_over_the_one_that_was_stopped(empty_database):
    """The question is a state of the ring as well."""
    stopped = make_ring().left_alone(NOW).again(NOW).stopped(NOW)
    asks = stopped.asking(NOW + timedelta(minutes=1))
    with empty_database() as connection:
        claim(connection, stopped)
        ring_table.write(connection, [RingChange(stopped, asks)])
        assert ring_table.read(connection)[0] == [asks]


def test_a_ring_whose_claim_was_never_saved_is_inserted_by_its_next_change(empty_database):
    """A ring that could not be written when the disk was full is written with its answer."""
    ring = make_ring()
    snoozed = ring.snoozed(NOW + timedelta(minutes=5))
    with empty_database() as connection:
        ring_table.write(connection, [RingChange(ring, snoozed)])
        with pytest.raises(AlreadyClaimed):
            claim(connection, ring)


def test_of_ended_rings_the_newest_four_come_oldest_first(empty_database):
    """An alarm of many years costs no more to open than a new one."""
    rings = [ended_ring(days_ago=days) for days in range(9)]
    with empty_database() as connection:
        add_alarm(connection)
        claim(connection, *rings)
        assert ring_table.read(connection)[0] == rings[3::-1]


def test_each_alarm_has_its_own_newest_rings(empty_database):
    """The rings of one alarm do not crowd out those of another."""
    busy = [ended_ring("busy", days_ago=days) for days in range(5)]
    rare = ended_ring("rare", days_ago=300)
    with empty_database() as connection:
        add_alarm(connection, "busy")
        add_alarm(connection, "rare")
        claim(connection, rare, *busy)
        assert ring_table.read(connection)[0] == [rare, *busy[3::-1]]


@pytest.mark.parametrize(
    "old",
    [
        pytest.param(make_ring(days_ago=50), id="open"),
        pytest.param(make_ring(days_ago=50, snoozed_until=NOW), id="snoozed"),
        pytest.param(make_ring(days_ago=50).stopped(NOW), id="to be asked"),
        pytest.param(
            ended_ring(days_ago=50, ending=Ending.MISSED, cause=Cause.ASLEEP), id="missed"
        ),
    ],
)
def test_what_still_matters_comes_however_old_it_is(empty_database, old):
    """An open ring and an unacknowledged one are read beside the newest four."""
    newest = [ended_ring(days_ago=days) for days in range(4)]
    with empty_database() as connection:
        add_alarm(connection)
        claim(connection, old, *newest)
        assert ring_table.read(connection)[0] == [old, *newest[::-1]]


def test_an_acknowledged_missed_ring_counts_as_any_ended_one(empty_database):
    """What a person took note of is history."""
    noted = ended_ring(days_ago=50, ending=Ending.MISSED, acknowledged=True)
    newest = [ended_ring(days_ago=days) for days in range(4)]
    with empty_database() as connection:
        add_alarm(connection)
        claim(connection, noted, *newest)
        assert noted not in ring_table.read(connection)[0]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("day", "never"),
        ("due", 2**62),
        ("ending", "exploded"),
        ("acknowledged", 7),
        ("asks", "soon"),
    ],
)
def test_a_damaged_ring_is_counted_and_costs_no_other(empty_database, column, value):
    """The other rings are read; the claim of the damaged one still stands in the file."""
    damaged, sound = make_ring("a"), make_ring("b")
    with empty_database() as connection:
        claim(connection, damaged, sound)
        connection.execute(f"UPDATE rings SET {column} = ? WHERE item_id = 'a'", (value,))
        assert ring_table.read(connection) == ([sound], 1)


def test_pruning_keeps_the_newest_rings_of_an_alarm_and_what_nobody_has_noted(empty_database):
    """What was rung is not rung again, and what was missed stays until somebody knows of it."""
    rung = [ended_ring("there", 400 + days) for days in range(6)]
    missed = ended_ring("there", 450, Ending.MISSED)
    noted = ended_ring("there", 451, Ending.MISSED, acknowledged=True)
    with empty_database() as connection:
        add_alarm(connection, "there")
        claim(connection, *rung, missed, noted)
        ring_table.prune(connection, NOW - 365 * DAY)
        left = connection.execute("SELECT day FROM rings ORDER BY day")
        expected = [450, 403, 402, 401, 400]
        assert [row["day"] for row in left] == [
            (NOW - days * DAY).date().isoformat() for days in expected
        ]


def test_pruning_forgets_old_rings_of_deleted_alarms(empty_database):
    """An open one stays."""
    gone = [ended_ring("gone", 400, ending=Ending.MISSED), ended_ring("gone", 10, Ending.MISSED)]
    there = ended_ring("there", 400)
    with empty_database() as connection:
        add_alarm(connection, "there")
        claim(connection, *gone, there, make_ring("gone", 500))
        ring_table.prune(connection, NOW - 365 * DAY)
        left = connection.execute("SELECT item_id, day FROM rings ORDER BY day")
        expected = [("gone", 500), ("there", 400), ("gone", 10)]
        assert [(name, date.fromisoformat(day)) for name, day in left] == [
            (name, (NOW - days * DAY).date()) for name, days in expected
        ]
