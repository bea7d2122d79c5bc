"""Linux timers as files: absolute, exact, without idle wake-ups, and aware of clock steps.

See timerfd_create(2). Python has them from 3.13 on; before that they are reached by ctypes.
"""

import ctypes
import errno
import os
import sys
import time

CLOCK_REALTIME = 0
CLOCK_BOOTTIME = 7
TFD_NONBLOCK_CLOEXEC = 0o2004000
TFD_TIMER_ABSTIME = 1
TFD_TIMER_CANCEL_ON_SET = 2
NANOSECONDS = 1_000_000_000
# A timer of this distance is armed only to hear of clock steps; any year will do.
FAR_AHEAD = 100 * 366 * 86_400 * NANOSECONDS


class ClockWasSet(Exception):
    """The wall clock was set, or the computer resumed, since the timer was armed."""


class _TimeSpec(ctypes.Structure):
    _fields_ = (("seconds", ctypes.c_long), ("nanoseconds", ctypes.c_long))


class _TimerSpec(ctypes.Structure):
    _fields_ = (("interval", _TimeSpec), ("value", _TimeSpec))


class TimerFile:
    """One timer file descriptor on the wall clock or on real time. Raises OSError where refused.

    `libc` is the C library to ask, by default that of this process.
    """

    def __init__(self, clock_id: int, libc: object = None) -> None:
        self._clock_id = clock_id
        self._libc = libc or ctypes.CDLL(None, use_errno=True)
        self._fd = self._call("timerfd_create", clock_id, TFD_NONBLOCK_CLOEXEC)

    def fileno(self) -> int:
        """Give the descriptor that becomes readable when the timer expires."""
        return self._fd

    def arm(self, nanosecond: int | None) -> None:
        """Expire at a nanosecond of the clock, at once if it is past; None: hear of steps only.

        Raises ClockWasSet when that happened since the timer was armed before and nobody has read
        it; the timer is armed all the same.
        """
        flags = TFD_TIMER_ABSTIME
        if self._clock_id == CLOCK_REALTIME:
            flags |= TFD_TIMER_CANCEL_ON_SET
        if nanosecond is None:
            nanosecond = time.time_ns() + FAR_AHEAD
        spec = _TimerSpec(value=_TimeSpec(*divmod(max(nanosecond, 1), NANOSECONDS)))
        try:
            self._call("timerfd_settime", self._fd, flags, ctypes.byref(spec), None)
        except OSError as error:
            raise _told_by(error) from None

    def read(self) -> None:
        """Take note of an expiry. Raises ClockWasSet."""
        try:
            os.read(self._fd, 8)
        except BlockingIOError:
            return
        except OSError as error:
            raise _told_by(error) from None

    def close(self) -> None:
        """Give the descriptor back."""
        os.close(self._fd)

    def _call(self, name: str, *arguments: object) -> int:
        result = int(getattr(self._libc, name)(*arguments))
        if result < 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), name)
        return result


def _told_by(error: OSError) -> Exception:
    """Give what an error of the system tells: with ECANCELED it speaks of the clock."""
    return ClockWasSet() if error.errno == errno.ECANCELED else error


def available() -> bool:
    """Tell whether this system has timer files."""
    return sys.platform == "linux"
