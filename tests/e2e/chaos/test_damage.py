"""Databases with random damage: what can't be read is said, and nothing that is good is lost.

Without a window, but with all that the program reads before it shows one.
"""

import shutil
from collections import Counter
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from types import SimpleNamespace

import pytest

from alarmclock.core.activity.events import Rang
from alarmclock.core.alarm import Alarm
from alarmclock.core.change import Change, ItemChange, RingChange
from alarmclock.core.errors import NotSaved
from alarmclock.core.ringing import Ring
from alarmclock.core.settings import Settings
from alarmclock.daemons.fake_clock import FakeClock
from alarmclock.store.contents import open_store
from alarmclock.store.files import BACKUPS, DATABASE
from alarmclock.store.store import Store
from alarmclock.store.unusable import UnusableStore
from tests.e2e.chaos.damage import WAYS

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
DAY = timedelta(days=1)
ALARMS = 60
LOG = f"{DATABASE}-wal"
# A damaged version may look like that of a newer program, which is left alone.
NEWER = "saved by a newer Alarm Clock"


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """Give what a killed program left: backups, a database, and newer changes in its log."""
    folder, clock = tmp_path_factory.mktemp("sound") / "data", FakeClock(NOW)
    store = Store(folder, clock)
    store.open()
    alarms = [Alarm(time(n % 24, n), label=f"Label {n}", armed_at=NOW) for n in range(ALARMS)]
    save(store, *alarms)
    store.save_settings(Settings())
    for alarm in alarms[: ALARMS // 2]:
        ring = Ring(alarm.id, NOW.date(), alarm.time, NOW, NOW, started_at=NOW)
        store.save(Change(rings=(RingChange(None, ring),)))
        late = timedelta(0)
        store.keep(Rang(at=NOW, item_id=alarm.id, label=alarm.label, due=NOW, late=late))
    old = store.items()
    store.backup()
    clock.advance(DAY)
    store.backup()
    store.close()
    store.open()
    save(store, *(replace(Alarm(time(5), label=f"New {n}"), armed_at=NOW) for n in range(3)))
    left = folder.with_name("left")
    shutil.copytree(folder, left)
    found = SimpleNamespace(folder=left, old=old, **known(store))
    store.close()
    return found


@pytest.mark.parametrize("count", [40, pytest.param(200, marks=pytest.mark.long)])
def test_a_damaged_file_is_told_and_nothing_good_is_lost(sound, tmp_path, chance, say, count):
    """Harmless, or said: in no case is something shown for right that is not what was saved."""
    seen = Counter()
    for number in range(count):
        folder = tmp_path / str(number)
        shutil.copytree(sound.folder, folder)
        name = LOG if number % 4 == 0 else DATABASE
        way = chance.choice(WAYS)
        damaged = way((folder / name).read_bytes(), chance)
        (folder / name).write_bytes(damaged)
        outcome = look(sound, folder, name, damaged)
        seen[outcome] += 1
        shutil.rmtree(folder)
    say(", ".join(f"{number} {outcome}" for outcome, number in seen.most_common()))


def look(sound, folder, name, damaged):
    """Open a damaged folder as the program does, and tell how that ended."""
    backups = contents(folder / BACKUPS)
    store, found = open_store(Store(folder, FakeClock(NOW + DAY)))
    with closing(store):
        for _ in store.check_rows():
            pass
        said = " ".join((*found.sentences, *store.problems))
        assert backups.items() <= contents(folder / BACKUPS).items()
        if isinstance(store, UnusableStore):
            assert NEWER in said
            assert (folder / name).read_bytes() == damaged
            return "left alone"
        insist_that_it_can_be_used(store)
        if "restored" in said:
            assert store_items(found) == labels(sound.old)
            assert "“alarmclock-2026112" in said
            # What was good of it has come into it from its log, where it was opened at first.
            (kept,) = folder.glob("alarmclock-damaged-*.sqlite3")
            assert f"“{kept.name}”" in said
            return "restored from a backup"
        if not said:
            assert (found.items, found.rings, found.settings) == (
                sound.items,
                sound.rings,
                sound.settings,
            )
            return "unharmed"
        return "said"


def known(store):
    """Give what the program reads when it starts."""
    return {"items": store.items(), "rings": store.rings(), "settings": store.settings()}


def save(store, *alarms):
    """Save new alarms."""
    store.save(Change(tuple(ItemChange(None, alarm) for alarm in alarms)))


def labels(items):
    """Give the labels of alarms."""
    return [item.label for item in items]


def store_items(found):
    """Give the labels of what was read."""
    return labels(found.items)


def contents(folder):
    """Read all files of a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def insist_that_it_can_be_used(store):
    """New alarms are saved, or refused with a reason; the past is read, or refused with one."""
    try:
        save(store, Alarm(time(4), label="Later"))
    except NotSaved as error:
        if "damaged" not in str(error):
            raise
