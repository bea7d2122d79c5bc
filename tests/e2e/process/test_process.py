"""The real program on a real (virtual) screen, with a real clock."""

import signal
import subprocess
import sys
import time
from datetime import timedelta

import pytest

from alarmclock.core.activity.events import Cancelled, Dismissed, Rang
from alarmclock.daemons.clock import SystemClock
from alarmclock.desktop.zone import SystemZone
from alarmclock.store.store import Store
from tests.e2e.process.screen import until

CLOSING_TIME_S = 1.5
LATEST = timedelta(milliseconds=20)


def stored(data_dir):
    """Open the store of a program that has ended."""
    store = Store(data_dir, SystemClock(SystemZone()))
    store.open()
    return store


def events(data_dir, kind):
    """Read what the activity holds of one kind, oldest first."""
    store = stored(data_dir)
    found = [event for _, event in reversed(store.events(1000)) if isinstance(event, kind)]
    store.close()
    return found


def labels(data_dir):
    """Read the labels of what is saved."""
    store = stored(data_dir)
    found = [item.label for item in store.items()]
    store.close()
    return found


def test_a_day_in_its_life(start, screen):
    """Typed, ticking, ringing on time, stopped by Enter, closed by the keyboard."""
    program = start().wait_open()
    screen.type_line("weekdays 7:15 gym")
    screen.type_line("in 3 s tea")
    screen.picture("main")
    ring = screen.wait_for("^tea – Alarm Clock$")
    screen.picture("ringing")
    screen.give_focus(ring)
    time.sleep(0.6)  # keys are ignored for the first half second
    screen.do("key", "Return")
    until(lambda: not screen.windows("^tea – Alarm Clock$"), "the ring window to go")
    screen.give_focus(screen.wait_for("^Alarm Clock$"))
    begun = time.monotonic()
    screen.do("key", "ctrl+q")
    time.sleep(0.7)  # the closing view stays for 1.5 s; this is its middle
    screen.picture("closing")
    status, out, err, seconds = program.ended(begun)
    assert (status, out, err) == (0, "", "")
    assert CLOSING_TIME_S <= seconds < CLOSING_TIME_S + 3
    rang = events(program.data_dir, Rang)
    assert [event.label for event in rang] == ["tea"]
    assert timedelta(0) <= rang[0].late < LATEST * 5
    assert [event.label for event in events(program.data_dir, Dismissed)] == ["tea"]
    assert [event.label for event in events(program.data_dir, Cancelled)] == ["gym"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "SIGINT"])
def test_a_signal_ends_it_as_closing_does(start, screen, number):
    """Status 0, nothing on stderr, every cancellation stored."""
    program = start().wait_open()
    screen.type_line("7:15 gym")
    until(lambda: b"gym" in wal_of(program.data_dir), "the alarm to be saved")
    status, out, err, seconds = program.end(number)
    assert (status, out, err) == (0, "", "")
    assert CLOSING_TIME_S <= seconds < CLOSING_TIME_S + 3
    assert [event.label for event in events(program.data_dir, Cancelled)] == ["gym"]


def wal_of(data_dir):
    """Read what the running program has written."""
    return b"".join(file.read_bytes() for file in data_dir.glob("alarmclock.sqlite3*"))


def test_two_signals_end_it_at_once(start, screen):
    """Nobody has to wait for the closing view."""
    program = start().wait_open()
    screen.type_line("7:15 gym")
    until(lambda: b"gym" in wal_of(program.data_dir), "the alarm to be saved")
    program.process.send_signal(signal.SIGTERM)
    time.sleep(0.3)  # the second signal must come while the closing view is shown
    status, _out, err, seconds = program.end(signal.SIGTERM)
    assert (status, err) == (0, "")
    assert seconds < 1.1


def test_with_nothing_armed_it_ends_at_once(start):
    """There is nothing to show."""
    status, out, err, seconds = start().wait_open().end()
    assert (status, out, err) == (0, "", "")
    assert seconds < 1.2


def test_killed_it_has_lost_nothing(start, screen):
    """What the window has shown as saved is on disk, and armed again."""
    program = start().wait_open()
    for words in ("7:15 gym", "8:30 pills", "weekdays 9 work"):
        screen.type_line(words)
    until(lambda: b"work" in wal_of(program.data_dir), "the alarms to be saved")
    program.process.kill()
    program.process.communicate()
    assert sorted(labels(program.data_dir)) == ["gym", "pills", "work"]
    status, _, err, _ = start(program.data_dir).wait_open().end()
    assert (status, err) == (0, "")
    assert len(events(program.data_dir, Cancelled)) == 3


def test_without_a_screen_it_says_so(screen, tmp_path):
    """One sentence on stderr, status 2."""
    environment = {k: v for k, v in screen.environment.items() if k != "DISPLAY"}
    run = subprocess.run(
        [sys.executable, "-m", "alarmclock", "--data-dir", str(tmp_path / "data")],
        env=environment,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert run.returncode == 2
    assert run.stderr.startswith("There is no screen to open the window on")
    assert len(run.stderr.splitlines()) == 1
    assert not (tmp_path / "data").exists()


def test_a_folder_that_cannot_be_made_is_told(start, tmp_path):
    """One sentence on stderr, status 2, and what is in the way stays as it is."""
    (tmp_path / "file").write_text("in the way")
    status, _, err, _ = start(tmp_path / "file" / "data").ended(time.monotonic())
    assert status == 2
    assert err.startswith(f"“{tmp_path}/file” is no folder")
    assert len(err.splitlines()) == 1
    assert (tmp_path / "file").read_text() == "in the way"
