import asyncio
import os
import time

import pytest

from alarmclock.daemons import timerfd
from alarmclock.daemons.clock import settle
from alarmclock.daemons.timerfd import CLOCK_REALTIME, ClockWasSet, TimerFile
from alarmclock.daemons.wakers import POLL_SECONDS, PollWaker, TimerFileWaker

MILLISECOND = 1_000_000
needs_timer_files = pytest.mark.skipif(not timerfd.available(), reason="timer files are Linux's")


class FakeFile:
    """A timer file that expires, and hears of a set clock, when a test says so."""

    def __init__(self):
        self._out, self._in = os.pipe()
        self.armed = []
        self.was_set = False
        self.closed = False

    def fileno(self):
        """Give the descriptor that becomes readable."""
        return self._out

    def expire(self):
        """Become readable."""
        os.write(self._in, b"!")

    def arm(self, nanosecond):
        """Take note of the wish, and tell of a step as the kernel does."""
        self.armed.append(nanosecond)
        self._tell_step()

    def read(self):
        """Take note of the expiry, and tell of a step."""
        os.read(self._out, 8)
        self._tell_step()

    def close(self):
        """Close both ends."""
        os.close(self._out)
        os.close(self._in)
        self.closed = True

    def _tell_step(self):
        was_set, self.was_set = self.was_set, False
        if was_set:
            raise ClockWasSet


@pytest.fixture
def calls():
    """Give the list of what a waker called."""
    return []


@pytest.fixture
def file():
    """Give a timer file that a test expires."""
    file = FakeFile()
    yield file
    if not file.closed:
        file.close()


@pytest.fixture
async def waker(file, calls):
    """Give a waker on the fake file."""
    waker = TimerFileWaker(file, lambda: calls.append("woken"), lambda: calls.append("set"))
    yield waker
    if not file.closed:
        waker.close()


async def turn():
    """Let the loop look at its files."""
    await asyncio.sleep(0.001)
    await settle()


async def test_an_expiry_wakes(waker, file, calls):
    """When the file expires, the waker calls back once."""
    waker.arm(5)
    file.expire()
    await turn()
    assert (file.armed, calls) == ([5], ["woken"])


async def test_a_step_is_told_before_waking(waker, file, calls):
    """Whoever follows the clock hears of a step before anyone is woken by it."""
    file.was_set = True
    file.expire()
    await turn()
    assert calls == ["set", "woken"]


async def test_a_step_that_arming_finds_is_told_a_turn_later(waker, file, calls):
    """Arming never fails of a step; the step is told when whoever arms has gone on."""
    file.was_set = True
    waker.arm(5)
    assert calls == []
    await turn()
    assert calls == ["set", "woken"]


async def test_sleepers_wake_even_when_telling_fails(file, calls):
    """A listener that fails doesn't keep anybody asleep."""

    def fail():
        raise RuntimeError("no")

    failures = []
    asyncio.get_running_loop().set_exception_handler(lambda _, told: failures.append(told))
    waker = TimerFileWaker(file, lambda: calls.append("woken"), fail)
    file.was_set = True
    file.expire()
    await turn()
    waker.close()
    assert calls == ["woken"]
    assert len(failures) == 1


async def test_a_closed_waker_says_nothing(waker, file, calls):
    """After closing nobody is called, not even for a step found before."""
    file.was_set = True
    waker.arm(5)
    waker.close()
    await turn()
    assert calls == []
    assert file.closed


@needs_timer_files
async def test_a_real_file_wakes(calls):
    """With a file of this machine the call comes after its nanosecond."""
    woken = asyncio.Event()
    waker = TimerFileWaker(TimerFile(CLOCK_REALTIME), woken.set, lambda: calls.append("set"))
    due = time.time_ns() + 10 * MILLISECOND
    waker.arm(due)
    await asyncio.wait_for(woken.wait(), 1)
    assert time.time_ns() >= due
    waker.close()
    assert calls == []


class Polled:
    """A poll waker with a clock that a test moves."""

    def __init__(self, loop_calls):
        self.now = 0
        self.woken = 0
        self.delays = loop_calls
        self.waker = PollWaker(lambda: self.now, self._wake)

    def _wake(self):
        self.woken += 1


@pytest.fixture
async def polled(monkeypatch):
    """Give a poll waker and the delays that it asks of the loop."""
    loop = asyncio.get_running_loop()
    delays = []
    call_later = loop.call_later

    def note(delay, callback, *arguments):
        delays.append(delay)
        return call_later(0, callback, *arguments)

    monkeypatch.setattr(loop, "call_later", note)
    polled = Polled(delays)
    yield polled
    polled.waker.close()


ARMED = {
    "near": (MILLISECOND, 0.001),
    "at hand": (0, 0.0),
    "past": (-5 * MILLISECOND, 0.0),
    "far": (3_600_000 * MILLISECOND, POLL_SECONDS),
}


@pytest.mark.parametrize(("ahead", "delay"), ARMED.values(), ids=ARMED.keys())
async def test_polls_once_a_second_and_at_the_end(polled, ahead, delay):
    """The waker looks after a second at most, and exactly when the end is nearer."""
    polled.waker.arm(ahead)
    assert polled.delays == [delay]
    await turn()
    assert polled.woken == 1


async def test_arming_anew_replaces(polled):
    """Only the newest wish is called back."""
    polled.waker.arm(10)
    polled.waker.arm(20)
    await turn()
    assert polled.woken == 1


@pytest.mark.parametrize("end", [lambda w: w.arm(None), lambda w: w.close()], ids=["none", "close"])
async def test_nothing_armed_is_not_polled(polled, end):
    """While nobody sleeps, and after closing, there is no poll."""
    polled.waker.arm(10)
    end(polled.waker)
    await turn()
    assert polled.woken == 0
