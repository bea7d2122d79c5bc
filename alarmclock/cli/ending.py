"""Ends a program that does not answer any more."""

import os
import signal
import sys
import time

from alarmclock.cli.output import complain, say
from alarmclock.desktop.instance.holder import holder_of, is_held
from alarmclock.desktop.instance.wire import DONE, NO_ANSWER

GONE_WITHIN_S = 5.0
LOOK_EVERY_S = 0.02


def end_by_force(folder: str) -> int:
    """End the process that holds a data folder; what it saved is whole, as after any crash."""
    process = holder_of(folder)
    if process is None:
        complain("It can't be told which process that is. End it with the tools of your system.")
        return NO_ANSWER
    try:
        os.kill(process, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
    except OSError as error:
        complain(f"Process {process} can't be ended: {error.strerror}.")
        return NO_ANSWER
    end = time.monotonic() + GONE_WITHIN_S
    while is_held(folder) and time.monotonic() < end:
        time.sleep(LOOK_EVERY_S)
    say(f"Ended process {process}, which did not answer.")
    return DONE
