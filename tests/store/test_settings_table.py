"""Tests of settings and memos as rows."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.settings import (
    LONGEST_CLOSING,
    LONGEST_KEPT,
    MOST_PRESETS,
    NOTICE_LEADS,
    SHORTEST_KEPT,
    Settings,
    StayAwake,
    Theme,
)
from alarmclock.store import settings_table

CHOSEN = Settings(
    theme=Theme.DARK,
    closing_time=timedelta(seconds=4),
    timer_presets=(2, 4),
    new_alarm=RingSettings(sound="bells", volume=30),
)


@given(
    st.builds(
        Settings,
        theme=st.sampled_from(Theme),
        closing_time=st.timedeltas(timedelta(0), LONGEST_CLOSING),
        timer_presets=st.lists(st.integers(1, 5940), max_size=MOST_PRESETS).map(tuple),
        new_alarm=st.from_type(RingSettings),
        activity_kept=st.none() | st.timedeltas(SHORTEST_KEPT, LONGEST_KEPT),
        raise_to=st.none() | st.integers(1, 100),
        pause_media=st.booleans(),
        stay_awake=st.sampled_from(StayAwake),
        notice_before=st.none() | st.sampled_from(NOTICE_LEADS),
    )
)
def test_settings_come_back_as_they_were(empty_database, settings):
    """Every choice that core allows is the same after a round trip."""
    with empty_database() as connection:
        settings_table.write(connection, settings)
        assert settings_table.read(connection) == (settings, [])


def test_nothing_stored_gives_the_defaults(empty_database):
    """A new database has the settings that core starts with."""
    with empty_database() as connection:
        assert settings_table.read(connection) == (Settings(), [])


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        pytest.param("theme", '"sepia"', {"theme": Theme.SYSTEM}, id="unknown theme"),
        pytest.param("theme", "{", {"theme": Theme.SYSTEM}, id="no JSON"),
        pytest.param(
            "closing_time", "99000000", {"closing_time": Settings().closing_time}, id="too long"
        ),
        pytest.param(
            "timer_presets",
            "[0]",
            {"timer_presets": Settings().timer_presets},
            id="impossible preset",
        ),
        pytest.param(
            "new_alarm.volume",
            "1000",
            {"new_alarm": replace(CHOSEN.new_alarm, volume=RingSettings().volume)},
            id="too loud",
        ),
    ],
)
def test_a_damaged_choice_has_its_default_and_costs_no_other(empty_database, name, text, expected):
    """Each choice stands for itself."""
    with empty_database() as connection:
        settings_table.write(connection, CHOSEN)
        connection.execute("UPDATE settings SET value = ? WHERE name = ?", (text, name))
        assert settings_table.read(connection) == (replace(CHOSEN, **expected), [name])


def test_choices_that_an_older_program_did_not_know_have_their_defaults(empty_database):
    """Its file has no rows for them; what it has counts."""
    newer = ("raise_to", "pause_media", "stay_awake", "notice_before")
    of_ring = ("task", "awake_after", "again", "again_every")
    with empty_database() as connection:
        settings_table.write(connection, CHOSEN)
        for name in (*newer, *(f"new_alarm.{one}" for one in of_ring)):
            found = connection.execute("DELETE FROM settings WHERE name = ?", (name,))
            assert found.rowcount == 1, name
        assert settings_table.read(connection) == (CHOSEN, [])


@pytest.mark.parametrize("name", ["colour", "new_alarm", "new_alarm.echo", "new_alarm.", "."])
def test_an_unknown_choice_is_left_alone(empty_database, name):
    """What this program does not know is neither used nor removed."""
    with empty_database() as connection:
        connection.execute("INSERT INTO settings (name, value) VALUES (?, '5')", (name,))
        settings_table.write(connection, CHOSEN)
        assert settings_table.read(connection) == (CHOSEN, [])
        found = connection.execute("SELECT value FROM settings WHERE name = ?", (name,))
        assert found.fetchone()["value"] == "5"


def test_the_newest_memo_of_a_name_counts(empty_database):
    """A memo is written over the older one of its name."""
    with empty_database() as connection:
        settings_table.write_memo(connection, "page", "alarms")
        settings_table.write_memo(connection, "page", "timers")
        assert settings_table.read_memo(connection, "page") == "timers"
        assert settings_table.read_memo(connection, "size") is None
