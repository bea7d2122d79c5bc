"""What a program finds when it starts, and what it has told so far, read while it runs."""

from contextlib import closing
from datetime import UTC, datetime, timedelta

from alarmclock.core.change import Change, ItemChange
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.settings import Settings
from alarmclock.core.timer import Timer
from alarmclock.daemons.clock import SystemClock
from alarmclock.desktop.zone import SystemZone
from alarmclock.store import activity_table, files
from alarmclock.store.connection import connect
from alarmclock.store.store import Store
from tests.e2e.process.screen import until

AT_ONCE = timedelta(0)
SHORT_CLOSING = Settings(closing_time=timedelta(0))


def make_timer(label, *, sound, rings_in=AT_ONCE, volume=100):
    """Make a timer that rings after so long, at its full volume from the start."""
    ring = RingSettings(sound=str(sound), volume=volume, rise=timedelta(0))
    ends_at = datetime.now(UTC) + rings_in
    return Timer(max(rings_in, timedelta(seconds=1)), label, ends_at, ring=ring)


def prepare(data_dir, *items, settings=SHORT_CLOSING):
    """Save timers and settings before the program starts."""
    store = Store(data_dir, SystemClock(SystemZone()))
    store.open()
    store.save_settings(settings)
    if items:
        store.save(Change(tuple(ItemChange(None, item) for item in items)))
    store.close()
    return data_dir


def activity(data_dir, kind):
    """Read what the activity of a running program holds of one kind, oldest first."""
    with closing(connect(data_dir / files.DATABASE, "mode=ro")) as connection:
        found = [event for _, event in activity_table.read(connection, None)]
    return [event for event in reversed(found) if isinstance(event, kind)]


def wait_for_event(data_dir, kind, count=1):
    """Wait until so many events of a kind are told, and give the last one."""
    until(lambda: len(activity(data_dir, kind)) >= count, f"{kind.__name__} in the activity")
    return activity(data_dir, kind)[-1]
