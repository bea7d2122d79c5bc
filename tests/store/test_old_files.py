"""Files as older versions left them: they open unharmed, and are backed up first."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from alarmclock.core.activity import events
from alarmclock.core.alarm import NO_DATES, Alarm, Pause
from alarmclock.core.ring_settings import RingSettings, Task
from alarmclock.core.ringing import Asks, By, Cause, Ending
from alarmclock.core.rules.calendar_rules import LAST, LeapPolicy
from alarmclock.core.rules.cycles import WeekParity
from alarmclock.core.rules.limits import NO_LIMITS, Limits
from alarmclock.core.rules.rule import (
    EVERY_DAY,
    WEEKEND,
    WORKDAYS,
    EveryDays,
    EveryWeeks,
    IsoWeeks,
    MonthlyOnDay,
    MonthlyOnWeekday,
    Once,
    OnDate,
    OnDates,
    Weekday,
    Weekdays,
    Yearly,
)
from alarmclock.core.settings import Settings, Theme
from alarmclock.core.timer import Timer
from alarmclock.store import schema
from alarmclock.store.activity_table import KINDS
from alarmclock.store.files import BACKUPS, DATABASE

OLD = Path(__file__).parent / "old"
NOW = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)
SINCE_VERSION_3 = {events.EndedUnexpectedly}
SINCE_VERSION_2 = {
    *SINCE_VERSION_3,
    events.Heard,
    events.Unanswered,
    events.AskedAwake,
    events.AnsweredAwake,
    events.RangByGuard,
    events.Doubtful,
    events.Arranged,
}


@pytest.fixture
def open_old(make_store):
    """Open a copy of a version's file; give the store and what was said of it."""
    opened = []

    def open_version(version):
        store = make_store()
        folder = store._folder
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(OLD / f"version-{version}.sqlite3", folder / DATABASE)
        report = store.open()
        opened.append(store)
        return store, report

    yield open_version
    for store in opened:
        store.close()


def test_alarms_of_the_first_version_are_what_they_were(open_old):
    """Rules, zones, anchors and ways to ring; nothing is limited, skipped or paused."""
    store, report = open_old(1)
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


def test_rings_of_the_first_version_are_what_they_were(open_old):
    """The snoozed, the missed and the dismissed; the old start is the only one that is known."""
    store, _ = open_old(1)
    rings = {(ring.item_id[-1], ring.day): ring for ring in store.rings()}
    gym = rings["1", date(2026, 11, 20)]
    train = rings["2", date(2026, 11, 22)]
    medicine = rings["3", date(2026, 11, 22)]
    assert (gym.ending, gym.started_at) == (Ending.DISMISSED, gym.rang_at)
    assert (train.cause, train.is_unacknowledged) == (Cause.PROGRAM_CLOSED, True)
    assert medicine.is_snoozed
    assert medicine.snoozed_until == NOW + timedelta(minutes=7)


def test_activity_and_settings_of_the_first_version_are_there(open_old):
    """Every kind of event is still read."""
    store, _ = open_old(1)
    assert len(store.events(100)) == 10
    assert store.settings() == Settings(
        theme=Theme.DARK, closing_time=timedelta(seconds=3), timer_presets=(2, 4)
    )
    assert store.last_alive() == NOW


def test_alarms_of_the_second_version_are_what_they_were(open_old):
    """Every rule, what limits it, and what was skipped and paused."""
    store, report = open_old(2)
    alarms = [item for item in store.items() if isinstance(item, Alarm)]
    assert report.sentences == ()
    assert {alarm.label: alarm.rule for alarm in alarms} == {
        "Gym": Weekdays(WORKDAYS),
        "Early train": Weekdays(WEEKEND),
        "Medicine": EveryDays(2, date(2026, 11, 22)),
        "Presents": OnDate(date(2026, 12, 24)),
        "Rehearsal": OnDates(frozenset([date(2026, 12, 1), date(2026, 12, 8)])),
        "Bins": EveryWeeks(2, frozenset([Weekday.MONDAY]), date(2026, 11, 23)),
        "Swimming": IsoWeeks(WeekParity.ODD, frozenset([Weekday.TUESDAY])),
        "Rent": MonthlyOnDay(LAST),
        "Club": MonthlyOnWeekday(2, Weekday.THURSDAY),
        "Leap day": Yearly(2, 29, LeapPolicy.FEBRUARY_28),
        "Once": Once(),
    }
    assert {alarm.label: alarm.limits for alarm in alarms if alarm.limits != NO_LIMITS} == {
        "Gym": Limits(excepted=frozenset([date(2026, 12, 25)])),
        "Medicine": Limits(first=date(2026, 11, 22), times=30),
        "Swimming": Limits(last=date(2027, 3, 31)),
    }
    assert {alarm.label: alarm.skipped for alarm in alarms if alarm.skipped != NO_DATES} == {
        "Early train": frozenset([date(2026, 11, 28)])
    }
    assert {alarm.label: alarm.pause for alarm in alarms if alarm.pause} == {
        "Bins": Pause(date(2027, 1, 7)),
        "Rent": Pause(together=True),
    }


def test_what_the_second_version_did_not_know_is_off(open_old):
    """Nothing before Stop, no question after it, and nothing comes again."""
    store, _ = open_old(2)
    rings = [item.ring for item in store.items()]
    assert len(rings) == 14
    assert {(ring.task, ring.awake_after, ring.again) for ring in rings} == {(Task.NONE, None, 0)}
    assert {ring.again_every for ring in rings} == {RingSettings().again_every}
    assert rings[2] == RingSettings(snooze_limit=None, late_limit=None)


def test_timers_of_the_second_version_are_what_they_were(open_old):
    """One runs, one is paused, one has ended."""
    store, _ = open_old(2)
    timers = [item for item in store.items() if isinstance(item, Timer)]
    assert [(timer.label, timer.ends_at, timer.left) for timer in timers] == [
        ("Tea", NOW + timedelta(minutes=3), None),
        ("Cake", None, timedelta(minutes=10)),
        ("", None, None),
    ]


def test_rings_of_the_second_version_are_what_they_were(open_old):
    """How each began and ended, and what is still open."""
    store, _ = open_old(2)
    rings = {(int(ring.item_id), ring.day.day): ring for ring in store.rings()}
    stopped, unanswered, asleep = rings[1, 19], rings[1, 20], rings[2, 22]
    snoozed, sounds, changed = rings[3, 22], rings[11, 22], rings[8, 31]
    assert (stopped.ending, stopped.ended_by, stopped.snoozes) == (
        Ending.DISMISSED, By.PERSON, 2,
    )  # fmt: skip
    assert (unanswered.cause, unanswered.ended_by) == (Cause.UNANSWERED, By.TIME)
    assert (asleep.cause, asleep.started_at) == (Cause.ASLEEP, None)
    assert (snoozed.is_snoozed, snoozed.snoozed_until) == (True, NOW + timedelta(minutes=7))
    assert sounds.is_ringing
    assert (changed.ending, changed.ended_by) == (Ending.CANCELLED, By.CHANGE)
    assert {(ring.unanswered, ring.asks) for ring in rings.values()} == {(0, None)}


def test_activity_and_settings_of_the_second_version_are_there(open_old):
    """Every kind of event is still read, and new choices have their defaults."""
    store, _ = open_old(2)
    kinds = {type(event) for _, event in store.events(100)}
    assert kinds == set(KINDS.values()) - SINCE_VERSION_2
    assert store.settings() == Settings(
        theme=Theme.DARK,
        closing_time=timedelta(seconds=3),
        timer_presets=(2, 4),
        new_alarm=RingSettings(volume=60, snooze_limit=None),
        activity_kept=None,
    )
    assert (store.last_alive(), store.last_zone()) == (NOW, "Europe/Berlin")


def test_what_the_third_version_knew_is_what_it_was(open_old):
    """What is to be done before Stop, what is asked after it, and that it comes again."""
    store, report = open_old(3)
    assert report.sentences == ()
    (exam,) = [item for item in store.items() if item.label == "Exam"]
    assert exam.ring == RingSettings(
        task=Task.SUM,
        awake_after=timedelta(minutes=5),
        again=3,
        again_every=timedelta(minutes=4),
    )
    left_alone, asks = (ring for ring in store.rings() if ring.item_id == exam.id)
    assert (left_alone.unanswered, left_alone.ending) == (2, Ending.DISMISSED)
    assert (asks.asks, asks.snoozed_until) == (Asks.LATER, NOW + timedelta(minutes=5))
    kinds = {type(event) for _, event in store.events(100)}
    assert kinds == set(KINDS.values()) - SINCE_VERSION_3


@pytest.mark.parametrize("version", [1, 2, 3])
def test_old_rows_are_summed_up(open_old, version):
    """Damage to them is found from now on."""
    store, _ = open_old(version)
    assert list(store.check_rows())
    assert list(store.problems) == []
    store._connection.execute("UPDATE items SET label = 'Gim' WHERE label = 'Gym'")
    list(store.check_rows())
    assert "“Gim”" in " ".join(store.problems)


@pytest.mark.parametrize("version", [1, 2, 3])
def test_an_old_file_is_backed_up_before_it_is_changed(open_old, version):
    """The backup is of the old version."""
    store, _ = open_old(version)
    backups = sorted((store._folder / BACKUPS).iterdir())
    versions = set()
    for path in backups:
        with closing(sqlite3.connect(path)) as connection:
            versions.add(schema.version_of(connection))
    assert version in versions
