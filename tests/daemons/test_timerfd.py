import ctypes
import errno
import select
import time

import pytest

from alarmclock.daemons import timerfd
from alarmclock.daemons.timerfd import CLOCK_BOOTTIME, CLOCK_REALTIME, ClockWasSet, TimerFile
from tests.daemons.builders import open_descriptors

pytestmark = pytest.mark.skipif(not timerfd.available(), reason="timer files are Linux's")

MILLISECOND = 1_000_000
CLOCKS = pytest.mark.parametrize(
    "clock_id", [CLOCK_REALTIME, CLOCK_BOOTTIME], ids=["wall time", "real time"]
)


@pytest.fixture
def make_file():
    """Make timer files and close them in the end."""
    made = []

    def make(*arguments):
        made.append(TimerFile(*arguments))
        return made[-1]

    yield make
    for file in made:
        file.close()


def is_readable(file, seconds=0.0):
    """Tell whether a file becomes readable within a time."""
    return bool(select.select([file], [], [], seconds)[0])


@CLOCKS
def test_expires_at_its_nanosecond(make_file, clock_id):
    """The file becomes readable at the nanosecond, not before."""
    file = make_file(clock_id)
    due = time.clock_gettime_ns(clock_id) + 20 * MILLISECOND
    file.arm(due)
    assert is_readable(file, 1)
    assert time.clock_gettime_ns(clock_id) >= due


@CLOCKS
@pytest.mark.parametrize("moment", [0, -1, 1], ids=str)
def test_a_past_moment_expires_at_once(make_file, clock_id, moment):
    """A moment long ago, zero included, does not disarm but expires."""
    file = make_file(clock_id)
    file.arm(moment)
    assert is_readable(file, 1)


@CLOCKS
def test_reading_takes_note(make_file, clock_id):
    """Once read, the file is silent until it is armed anew."""
    file = make_file(clock_id)
    file.arm(1)
    assert is_readable(file, 1)
    file.read()
    assert not is_readable(file)


@CLOCKS
def test_reading_too_early_is_harmless(make_file, clock_id):
    """A read without an expiry neither blocks nor fails."""
    make_file(clock_id).read()


@CLOCKS
@pytest.mark.parametrize(
    "ahead",
    [None, 30 * 86_400, 400 * 86_400, 7_900 * 366 * 86_400],
    ids=["never", "30 days", "400 days", "the last year"],
)
def test_far_moments_wait(make_file, clock_id, ahead):
    """Moments that lie far ahead, or nowhere, are accepted and don't expire."""
    file = make_file(clock_id)
    file.arm(ahead and time.clock_gettime_ns(clock_id) + ahead * timerfd.NANOSECONDS)
    assert not is_readable(file, 0.01)


def test_closing_gives_the_descriptor_back(make_file):
    """A closed file leaves no descriptor."""
    before = open_descriptors()
    file = TimerFile(CLOCK_REALTIME)
    assert open_descriptors() == before | {str(file.fileno())}
    file.close()
    assert open_descriptors() == before


def test_an_unknown_clock_is_refused():
    """What the system has not is told as OSError."""
    with pytest.raises(OSError, match="Invalid argument"):
        TimerFile(4711)


class CancellingLibc:
    """A C library that arms the real timer and then tells, once, that the clock was set.

    The kernel does so when the clock was set since the timer was armed and nobody has read it.
    """

    def __init__(self):
        self._real = ctypes.CDLL(None, use_errno=True)
        self.timerfd_create = self._real.timerfd_create
        self.was_set = False

    def timerfd_settime(self, *arguments):
        """Arm the timer and tell of the step."""
        result = self._real.timerfd_settime(*arguments)
        if not self.was_set:
            return result
        self.was_set = False
        ctypes.set_errno(errno.ECANCELED)
        return -1


def test_arming_after_a_step_tells_of_it_and_arms(make_file):
    """A step that is noticed by arming is told, and the timer is armed all the same."""
    libc = CancellingLibc()
    file = make_file(CLOCK_REALTIME, libc)
    libc.was_set = True
    with pytest.raises(ClockWasSet):
        file.arm(time.time_ns() + 10 * MILLISECOND)
    assert is_readable(file, 1)
