"""Tests of alarms and timers as rows."""

from datetime import UTC, date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alarmclock.core.alarm import LONGEST_LABEL, Alarm
from alarmclock.core.change import ItemChange
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.rules.rule import Once, OnDate, Weekday, Weekdays
from alarmclock.core.timer import LONGEST_TIMER, SHORTEST_TIMER, Timer
from alarmclock.store import item_table

LABELS = st.text(max_size=LONGEST_LABEL).filter(str.isprintable)
INSTANTS = st.datetimes(timezones=st.just(UTC))
RULES = st.one_of(
    st.just(Once()),
    st.builds(OnDate, st.dates()),
    st.builds(Weekdays, st.frozensets(st.sampled_from(Weekday), min_size=1)),
)
ALARMS = st.builds(
    Alarm,
    time=st.times().map(lambda wall: wall.replace(microsecond=0)),
    rule=RULES,
    label=LABELS,
    zone=st.none() | st.sampled_from(["Europe/Lisbon", "Asia/Kathmandu"]),
    armed_at=st.none() | INSTANTS,
    ring=st.from_type(RingSettings),
)
TIMERS = st.builds(
    Timer,
    length=st.timedeltas(SHORTEST_TIMER, LONGEST_TIMER),
    label=LABELS,
    ends_at=st.none(),
    left=st.none() | st.timedeltas(timedelta(0), LONGEST_TIMER),
    ring=st.from_type(RingSettings),
) | st.builds(
    Timer, length=st.just(SHORTEST_TIMER), ends_at=INSTANTS, ring=st.from_type(RingSettings)
)


def added(*items):
    """Give the changes that add alarms and timers."""
    return [ItemChange(None, item) for item in items]


@given(st.lists(ALARMS | TIMERS, max_size=4))
def test_alarms_and_timers_come_back_as_they_were_in_the_order_of_making(empty_database, items):
    """Every value that core allows is the same after a round trip."""
    with empty_database() as connection:
        item_table.write(connection, added(*items))
        assert item_table.read(connection) == (items, [])


@given(before=ALARMS, after=ALARMS)
def test_an_edited_alarm_replaces_the_old_one_in_its_place(empty_database, before, after):
    """A change leaves the order as it was."""
    after = Alarm(after.time, after.rule, after.label, after.zone, None, after.ring, before.id)
    second = Alarm(time(8))
    with empty_database() as connection:
        item_table.write(connection, added(before, second))
        item_table.write(connection, [ItemChange(before, after)])
        assert item_table.read(connection)[0] == [after, second]


def test_a_deleted_timer_is_gone(empty_database):
    """A change to nothing removes the row."""
    timer = Timer(timedelta(minutes=5))
    with empty_database() as connection:
        item_table.write(connection, added(timer))
        item_table.write(connection, [ItemChange(timer, None)])
        assert item_table.read(connection) == ([], [])


@pytest.mark.parametrize(
    ("column", "value"),
    [
        pytest.param("rule", "{not json", id="rule is no JSON"),
        pytest.param("rule", '{"kind":"full moon"}', id="unknown rule"),
        pytest.param("rule", '{"kind":["once"]}', id="rule of a strange kind"),
        pytest.param("rule", '{"kind":"weekdays","days":[]}', id="no weekday"),
        pytest.param("rule", '{"kind":"weekdays","days":[7]}', id="eighth weekday"),
        pytest.param("rule", '{"kind":"on date"}', id="no date"),
        pytest.param("rule", None, id="no rule"),
        pytest.param("ring", '{"volume":300}', id="volume too high"),
        pytest.param("ring", "[]", id="ring settings are a list"),
        pytest.param("time", "25:00", id="impossible time"),
        pytest.param("time", None, id="no time"),
        pytest.param("kind", "sundial", id="unknown kind"),
        pytest.param("kind", "timer", id="an alarm's row called a timer"),
        pytest.param("armed_at", 2**62, id="instant beyond the calendar"),
        pytest.param("label", "two\nlines", id="label of two lines"),
    ],
)
def test_a_damaged_alarm_is_named_and_costs_no_other(empty_database, column, value):
    """The other alarms are read; the damaged row stays as it is."""
    alarms = [Alarm(time(6)), Alarm(time(7), OnDate(date(2026, 11, 23)), "Gym"), Alarm(time(8))]
    with empty_database() as connection:
        item_table.write(connection, added(*alarms))
        statement = f"UPDATE items SET {column} = ? WHERE place = 2"
        connection.execute(statement, (value,))
        rows = [tuple(row) for row in connection.execute("SELECT * FROM items")]

        items, damaged = item_table.read(connection)

        assert items == [alarms[0], alarms[2]]
        assert damaged == [value if column == "label" else "Gym"]
        assert [tuple(row) for row in connection.execute("SELECT * FROM items")] == rows


def test_a_label_that_is_no_text_costs_no_other_alarm(empty_database):
    """Bytes that are not UTF-8 damage one row, not the reading of all."""
    alarms = [Alarm(time(6)), Alarm(time(7), label="Gym")]
    with empty_database() as connection:
        item_table.write(connection, added(*alarms))
        connection.execute("UPDATE items SET label = CAST(x'ff47' AS TEXT) WHERE place = 2")
        items, damaged = item_table.read(connection)
    assert items == [alarms[0]]
    assert len(damaged) == 1
