"""Tests of settings and memos as rows."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.settings import LONGEST_CLOSING, MOST_PRESETS, Settings, Theme
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


@pytest.mark.parametrize("name", ["colour", "new_alarm", "new_alarm.echo", "new_alarm.", "."])
def test_an_unknown_choice_is_left_alone(empty_database, name):
    """What this program does not know is neither used nor removed."""
    with empty_database() as connection:
        connection.execute("INSERT INTO settings VALUES (?, '5')", (name,))
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
