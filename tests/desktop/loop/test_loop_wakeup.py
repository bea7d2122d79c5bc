import threading
import time

import pytest
from PySide6.QtCore import Qt

from alarmclock.desktop.loop.loop_wakeup import LONGEST_SLICE_MS, WakeUp


class Turns:
    """Counts the turns of a WakeUp whose clock stands at 100 s."""

    def __init__(self) -> None:
        self.count = 0
        self.wake_up = WakeUp(self.take, lambda: 100.0)

    def take(self) -> None:
        """Take one turn."""
        self.count += 1


@pytest.fixture
def turns(qapp):
    """Give a counter of turns, and stop its timers in the end."""
    turns = Turns()
    yield turns
    turns.wake_up.stop()


def test_soon_gives_one_turn(turns, spin_qt):
    """However often it is asked for, one turn comes, and no timer spins on."""
    for _ in range(5):
        turns.wake_up.soon()
    spin_qt(10)
    assert turns.count == 1


def test_soon_comes_from_qt_and_not_at_once(turns):
    """Asking for a turn never runs it inside the asking code."""
    turns.wake_up.soon()
    assert turns.count == 0


@pytest.mark.parametrize(
    ("due", "interval_ms"),
    [
        pytest.param(100.0, 0, id="now"),
        pytest.param(20.0, 0, id="past"),
        pytest.param(100.0101, 11, id="rounded up"),
        pytest.param(100.0 + 400 * 24 * 3600, LONGEST_SLICE_MS, id="400 days in slices"),
        pytest.param(float("inf"), LONGEST_SLICE_MS, id="never"),
    ],
)
def test_wait_is_rounded_up_and_precise(qapp, turns, due, interval_ms):
    """Qt is asked for a precise timer of whole milliseconds, never less than the wait."""
    turns.wake_up.at(due)
    (timer,) = qapp.eventDispatcher().registeredTimers(turns.wake_up)
    assert timer.interval == interval_ms
    assert timer.timerType == Qt.TimerType.PreciseTimer


def test_at_replaces_the_instant_before(qapp, turns):
    """Only one instant is waited for."""
    turns.wake_up.at(160.0)
    turns.wake_up.at(130.0)
    (timer,) = qapp.eventDispatcher().registeredTimers(turns.wake_up)
    assert timer.interval == 30_000


def test_at_nothing_kills_the_timer(qapp, turns):
    """Without an instant no Qt timer is left."""
    turns.wake_up.at(160.0)
    turns.wake_up.at(None)
    assert qapp.eventDispatcher().registeredTimers(turns.wake_up) == []


def test_same_instant_can_be_asked_for_again_after_the_turn(turns, spin_qt):
    """A turn that found the instant not yet reached asks for it once more and gets a turn."""
    turns.wake_up.at(100.001)
    spin_qt(10)
    turns.wake_up.at(100.001)
    spin_qt(10)
    assert turns.count == 2


def test_long_wait_is_made_of_slices(spin_qt):
    """A wait over one slice gives early turns, each asks again, and the last isn't early."""
    due = time.monotonic() + 0.03
    turns: list[float] = []

    def take() -> None:
        turns.append(time.monotonic())
        if turns[-1] < due:
            wake_up.at(due)

    wake_up = WakeUp(take, time.monotonic, longest_slice_ms=3)
    wake_up.at(due)
    spin_qt(80)
    assert len(turns) > 3
    assert turns[-2] < due <= turns[-1]


def test_stop_ends_everything(qapp, turns, spin_qt):
    """After stop no turn comes and no Qt timer is left."""
    turns.wake_up.soon()
    turns.wake_up.at(100.001)
    turns.wake_up.stop()
    assert qapp.eventDispatcher().registeredTimers(turns.wake_up) == []
    spin_qt(10)
    assert turns.count == 0


def test_thread_can_ask(spin_qt):
    """A thread asks through the signal, and the turn comes on the window's thread."""
    seen = []
    wake_up = WakeUp(lambda: seen.append(threading.current_thread()), time.monotonic)
    thread = threading.Thread(target=wake_up.asked_from_any_thread.emit)
    thread.start()
    thread.join()
    spin_qt(10)
    assert seen == [threading.main_thread()]
