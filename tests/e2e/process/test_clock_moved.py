"""The real program while its wall clock is set, stands still, or it is killed at the worst moment.

What it did is read from its data folder while it runs.
"""

import signal
import sqlite3
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from datetime import time as wall_time

import pytest

from alarmclock.core.alarm import Alarm
from alarmclock.core.change import Change, ItemChange
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.ringing import Cause, Ending
from alarmclock.core.rules.rule import EVERY_DAY, Weekdays
from alarmclock.core.timer import Timer
from alarmclock.daemons.fake_clock import FakeClock
from alarmclock.store import files
from alarmclock.store.store import Store
from tests.e2e.process.screen import ROOT, until

SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
MORNING = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
DAILY = Weekdays(EVERY_DAY)
# Where the system tells of a set clock, it is noticed within a second; a loaded machine has two.
SOON_S = 2.0
CLAIM_AND_DIE = """
import os, signal
from alarmclock.cli import main
from alarmclock.store.batch import Batch
from alarmclock.store.store import Store

save, commit, claims = Store.save, Batch.commit, []

def save_and_note(store, change):
    save(store, change)
    claims.extend(ring for ring in change.rings if ring.before is None)

def commit_and_die(batch):
    commit(batch)
    if claims:
        os.kill(os.getpid(), signal.SIGKILL)

Store.save, Batch.commit = save_and_note, commit_and_die
main()
"""


class Witness:
    """Reads what a program has written so far."""

    def __init__(self, data_dir):
        self._file = data_dir / files.DATABASE

    def rings(self):
        """Read every claim, the earliest due first."""
        return self._read("SELECT * FROM rings ORDER BY due")

    def kinds(self):
        """Read the kinds of all that happened, the oldest first."""
        return [row["kind"] for row in self._read("SELECT kind FROM activity ORDER BY id")]

    def wait_for(self, *kinds):
        """Wait until all of these have happened, and give the seconds that took."""
        begun = time.monotonic()
        until(lambda: set(kinds) <= set(self.kinds()), f"{kinds} in the activity")
        return time.monotonic() - begun

    def _read(self, query):
        connection = sqlite3.connect(f"file:{self._file}?mode=ro", uri=True)
        connection.row_factory = sqlite3.Row
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()


@pytest.fixture
def data_dir(tmp_path):
    """The data folder of the test."""
    return tmp_path / "data"


@pytest.fixture
def witness(data_dir):
    """Somebody who reads what the program writes."""
    return Witness(data_dir)


@pytest.fixture
def wake(start, clock, data_dir, witness):
    """Give a call that sets the clock and opens the program with alarms, until it watches."""

    def open_one(now, *alarms, zone="UTC", program=("-m", "alarmclock")):
        store = Store(data_dir, FakeClock(now))
        store.open()
        store.save(Change(tuple(ItemChange(None, alarm) for alarm in alarms)))
        store.close()
        clock.set(now)
        program = start(data_dir, program=program, TZ=zone, **clock.environment)
        witness.wait_for("armed again")
        return program

    return open_one


def alarm(hour, minute=0, *, second=0, late_limit=30 * MINUTE, rule=DAILY, armed_at=MORNING):
    """Make an alarm that was set in the morning."""
    ring = RingSettings(late_limit=late_limit)
    return Alarm(wall_time(hour, minute, second), rule, "pills", armed_at=armed_at, ring=ring)


def running_timer(length):
    """Make a timer that was started in the morning."""
    return Timer(length, "tea", MORNING + length)


def instant(number):
    """Read a stored instant."""
    return datetime.fromtimestamp(number / 1_000_000, UTC)


def lateness(ring):
    """Tell how late a stored ring began to sound."""
    return instant(ring["started_at"]) - instant(ring["due"])


# Set forward


def test_set_forward_over_a_due_it_rings_late_at_once(wake, clock, witness, screen):
    """Two hours on, a minute after the due: within the late limit."""
    wake(MORNING, alarm(7, 59))
    clock.step(2 * HOUR)
    assert witness.wait_for("clock changed", "rang") < SOON_S
    screen.wait_for("^pills – Alarm Clock$")
    (ring,) = witness.rings()
    assert MINUTE <= lateness(ring) < MINUTE + 20 * SECOND
    assert ring["ended_at"] is None


def test_set_forward_far_over_a_due_it_is_missed(wake, clock, witness):
    """With the clock as its cause."""
    wake(MORNING, alarm(7, 20))
    clock.step(2 * HOUR)
    assert witness.wait_for("clock changed", "missed") < SOON_S
    (ring,) = witness.rings()
    assert (ring["ending"], ring["cause"]) == (Ending.MISSED.value, Cause.CLOCK_CHANGED.value)
    assert ring["started_at"] is None


# Set back


def test_set_back_over_a_ring_it_does_not_ring_again(wake, clock, witness):
    """Its time comes a second time, and it has rung."""
    due = MORNING + MINUTE
    wake(due - 4 * SECOND, alarm(6, 1))
    witness.wait_for("rang")
    clock.step(-2 * HOUR)
    assert witness.wait_for("clock changed") < SOON_S
    clock.set(due - SECOND)
    clock.wait_until(due + SECOND)
    assert [ring["ended_at"] for ring in witness.rings()] == [None]
    assert witness.kinds().count("rang") == 1
    assert len(witness.rings()) == 1


def test_set_back_and_forth_before_a_ring_it_rings_once_and_on_time(wake, clock, witness):
    """The daemon waits for the instant, whatever the clock did meanwhile."""
    wake(MORNING, alarm(8))
    clock.step(-2 * HOUR)
    assert witness.wait_for("clock changed") < SOON_S
    clock.set(MORNING + 2 * HOUR - SECOND)
    witness.wait_for("rang")
    (ring,) = witness.rings()
    assert timedelta(0) <= lateness(ring) < SECOND


# Over a change of the clocks


def test_a_time_that_does_not_exist_rings_at_the_shifted_instant(wake, clock, witness):
    """02:30 in Berlin, when 02:00 becomes 03:00: at 03:30, which is 01:30 in UTC."""
    night = datetime(2027, 3, 28, 0, 59, 57, tzinfo=UTC)
    wake(night, alarm(2, 30, armed_at=night), zone="Europe/Berlin")
    clock.wait_until(night + 4 * SECOND)
    assert witness.rings() == []
    clock.set(datetime(2027, 3, 28, 1, 29, 59, tzinfo=UTC))
    witness.wait_for("rang")
    (ring,) = witness.rings()
    assert instant(ring["due"]) == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)
    assert timedelta(0) <= lateness(ring) < SECOND
    # It waits for its own time of the next day already, 02:30 in summer.
    clock.set(datetime(2027, 3, 29, 0, 29, 59, tzinfo=UTC))
    until(lambda: len(witness.rings()) == 2, "the ring of the next day")
    assert instant(witness.rings()[1]["due"]) == datetime(2027, 3, 29, 0, 30, tzinfo=UTC)


def test_a_time_that_comes_twice_rings_the_first_time_only(wake, clock, witness):
    """02:30 in Berlin, when 03:00 becomes 02:00: at 00:30 in UTC, not again at 01:30."""
    night = datetime(2026, 10, 25, 0, 29, 56, tzinfo=UTC)
    wake(night, alarm(2, 30, armed_at=night), zone="Europe/Berlin")
    witness.wait_for("rang")
    clock.set(datetime(2026, 10, 25, 1, 29, 59, tzinfo=UTC))
    clock.wait_until(datetime(2026, 10, 25, 1, 30, 1, tzinfo=UTC))
    (ring,) = witness.rings()
    assert instant(ring["due"]) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert witness.kinds().count("rang") == 1


# Standing still


@pytest.fixture
def asleep(clock):
    """Give a call that lets a program, and the computer below it, sleep."""

    def sleep(program, length):
        program.process.send_signal(signal.SIGSTOP)
        clock.sleep_through(length)
        program.process.send_signal(signal.SIGCONT)

    return sleep


def test_stopped_over_a_due_it_rings_as_soon_as_it_goes_on(wake, clock, witness):
    """Late by as much as it stood still."""
    program = wake(MORNING, alarm(7))
    due = MORNING + HOUR
    clock.set(due - 2 * SECOND)
    program.process.send_signal(signal.SIGSTOP)
    clock.wait_until(due + 2 * SECOND)
    assert witness.rings() == []
    program.process.send_signal(signal.SIGCONT)
    assert witness.wait_for("rang") < SOON_S
    (ring,) = witness.rings()
    assert 2 * SECOND <= lateness(ring) < 2 * SECOND + timedelta(seconds=SOON_S)


FORTY = timedelta(seconds=40)


def test_stopped_for_40_seconds_over_a_due_it_rings_whatever_its_late_limit(wake, witness, asleep):
    """A computer that was slow is no reason to stay silent: up to a minute is on time."""
    program = wake(MORNING, alarm(6, 0, second=30, late_limit=timedelta(0)))
    asleep(program, FORTY)
    assert witness.wait_for("rang") < SOON_S
    (ring,) = witness.rings()
    assert timedelta(0) < lateness(ring) < FORTY
    assert ring["ended_at"] is None


def test_stopped_for_40_seconds_while_it_rings_it_rings_on(wake, witness, asleep, screen):
    """Once, and it is not counted as missed."""
    program = wake(MORNING, alarm(6, 0, second=2))
    witness.wait_for("rang")
    asleep(program, FORTY)
    screen.wait_for("^pills – Alarm Clock$")
    tell(program, "next")
    (ring,) = witness.rings()
    assert (ring["ended_at"], ring["snoozed_until"]) == (None, None)
    assert witness.kinds().count("rang") == 1


def test_stopped_for_40_seconds_over_the_end_of_a_snooze_it_rings_again(
    wake, clock, witness, asleep
):
    """The end of the snooze is an instant."""
    program = wake(MORNING, alarm(6, 0, second=2))
    witness.wait_for("rang")
    tell(program, "snooze")
    witness.wait_for("snoozed")
    until_instant = instant(witness.rings()[0]["snoozed_until"])
    clock.set(until_instant - 20 * SECOND)
    asleep(program, FORTY)
    until(lambda: witness.kinds().count("rang") == 2, "the second ring")
    (ring,) = witness.rings()
    assert (ring["ended_at"], ring["snoozed_until"]) == (None, None)


def tell(program, *words):
    """Give the running program a command, and wait for its answer."""
    command = [sys.executable, "-m", "alarmclock", *words, "--data-dir", str(program.data_dir)]
    subprocess.run(command, env=program.screen.environment, cwd=ROOT, check=True, timeout=30)


@pytest.mark.parametrize(
    ("late_limit", "kind"),
    [(30 * MINUTE, "rang"), (5 * MINUTE, "missed")],
    ids=["within the late limit", "beyond it"],
)
def test_asleep_over_a_due(wake, witness, asleep, late_limit, kind):
    """Rung late or missed, within a second of the resume, and the cause is told."""
    program = wake(MORNING, alarm(6, 10, late_limit=late_limit))
    asleep(program, 20 * MINUTE)
    assert witness.wait_for(kind) < SOON_S
    (ring,) = witness.rings()
    expected = (Ending.MISSED.value, Cause.ASLEEP.value) if kind == "missed" else (None, None)
    assert (ring["ending"], ring["cause"]) == expected


def test_a_timer_counts_through_the_sleep(wake, witness, asleep):
    """Ten minutes are over, though the program has lived through some seconds of them."""
    program = wake(MORNING, running_timer(10 * MINUTE))
    asleep(program, 10 * MINUTE)
    assert witness.wait_for("rang") < SOON_S


def test_a_timer_is_not_moved_by_a_set_clock(wake, clock, witness):
    """Ten minutes are ten minutes."""
    wake(MORNING, running_timer(10 * MINUTE))
    clock.step(2 * HOUR)
    witness.wait_for("clock changed")
    assert "rang" not in witness.kinds()


# Exactly once


@pytest.mark.parametrize(
    ("later", "ending"),
    [(10 * SECOND, None), (2 * HOUR, Ending.MISSED.value)],
    ids=["rung late at the next start", "missed at the next start"],
)
def test_killed_between_claim_and_ring(wake, clock, witness, start, data_dir, later, ending):
    """The claim is on disk and nothing has sounded: it is neither lost nor counted as rung."""
    program = wake(MORNING, alarm(6, 0, second=4), program=("-c", CLAIM_AND_DIE))
    program.process.communicate(timeout=30)
    assert program.process.returncode == -signal.SIGKILL
    (claimed,) = witness.rings()
    assert claimed["ended_at"] is None
    clock.step(later)
    start(data_dir, TZ="UTC", **clock.environment)
    witness.wait_for("missed" if ending else "rang")
    (ring,) = witness.rings()
    cause = Cause.PROGRAM_CLOSED.value if ending else None
    assert (ring["ending"], ring["cause"]) == (ending, cause)


def test_two_programs_on_one_folder_ring_once(wake, clock, witness, start, data_dir):
    """The second one leaves the window, and the ring, to the first."""
    wake(MORNING, alarm(7))
    second = start(data_dir, TZ="UTC", **clock.environment)
    assert second.ended(time.monotonic())[:3] == (0, "", "")
    clock.set(MORNING + HOUR - SECOND)
    clock.wait_until(MORNING + HOUR + 2 * SECOND)
    assert len(witness.rings()) == 1
    assert witness.kinds().count("rang") == 1
