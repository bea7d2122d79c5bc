"""Files as older versions left them: they open unharmed, and are backed up first."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from alarmclock.core.alarm import Alarm
from alarmclock.core.limits import NO_LIMITS
from alarmclock.core.ringing import Cause, Ending
from alarmclock.core.rule import EVERY_DAY, WEEKEND, WORKDAYS, Once, OnDate, Weekdays
from alarmclock.core.settings import Settings, Theme
from alarmclock.store import schema
from alarmclock.store.files import BACKUPS, DATABASE

OLD = Path(__file__).parent / "old"
NOW = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)


@pytest.fixture
def opened(make_store):
    """Open a copy of the first version's file; give the store and what was said of it."""
    store = make_store()
    folder = store._folder
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(OLD / "version-1.sqlite3", folder / DATABASE)
    report = store.open()
    yield store, report
    store.close()


def test_alarms_of_the_first_version_are_what_they_were(opened):
    """Rules, zones, anchors and ways to ring; nothing is limited, skipped or paused."""
    store, report = opened
    alarms = [item for item in store.items() if isinstance(item, Alarm)]
    assert report.sentences == ()
    assert [alarm.label for alarm in alarms] == [
        "Gym", "Early train", "Medicine", "Presents", "Once", "Off",
    ]  # fmt: skip
    assert [alarm.rule for alarm in alarms] == [
        Weekdays(WORKDAYS),
        Weekdays(WEEKEND),
        Weekdays(EVERY_DAY),
        OnDate(date(2026, 12, 24)),
        Once(),
        Once(),
    ]
    assert alarms[1].zone == "Europe/Lisbon"
    assert alarms[2].ring.late_limit is None
    assert alarms[4].time == time(5, 5, 5)
    assert [alarm.armed_at for alarm in alarms] == [NOW - timedelta(days=3)] * 5 + [None]
    assert all(alarm.limits == NO_LIMITS and not alarm.skipped for alarm in alarms)
    assert all(alarm.pause is None for alarm in alarms)


def test_rings_of_the_first_version_are_what_they_were(opened):
    """The snoozed, the missed and the dismissed; the old start is the only one that is known."""
    store, _ = opened
    rings = {(ring.item_id[-1], ring.day): ring for ring in store.rings()}
    gym = rings["1", date(2026, 11, 20)]
    train = rings["2", date(2026, 11, 22)]
    medicine = rings["3", date(2026, 11, 22)]
    assert (gym.ending, gym.started_at) == (Ending.DISMISSED, gym.rang_at)
    assert (train.cause, train.is_unacknowledged) == (Cause.PROGRAM_CLOSED, True)
    assert medicine.is_snoozed
    assert medicine.snoozed_until == NOW + timedelta(minutes=7)


def test_activity_and_settings_of_the_first_version_are_there(opened):
    """Every kind of event is still read."""
    store, _ = opened
    assert len(store.events(100)) == 10
    assert store.settings() == Settings(
        theme=Theme.DARK, closing_time=timedelta(seconds=3), timer_presets=(2, 4)
    )
    assert store.last_alive() == NOW


def test_an_old_file_is_backed_up_before_it_is_changed(opened):
    """The backup is of the old version."""
    store, _ = opened
    backups = sorted((store._folder / BACKUPS).iterdir())
    versions = set()
    for path in backups:
        with closing(sqlite3.connect(path)) as connection:
            versions.add(schema.version_of(connection))
    assert 1 in versions
