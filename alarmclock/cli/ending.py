"""Ends the running program, also one that does not answer any more."""

import os
import signal
import sys
import time
from argparse import Namespace

from alarmclock.cli.output import complain, say, show
from alarmclock.cli.run import ask
from alarmclock.core.service.statuses import DONE, NO_ANSWER
from alarmclock.desktop.instance.client import NoAnswer
from alarmclock.desktop.instance.holder import holder_of, is_held
from alarmclock.desktop.instance.wire import Fields

GONE_WITHIN_S = 5.0
LOOK_EVERY_S = 0.02
UNKNOWN_PROCESS = "It can't be told which process that is. End it with the tools of your system."


def run(name: str, folder: str, options: Namespace, arguments: Fields) -> int:
    """Let the running program close its window, or end it by force."""
    try:
        return show(ask(folder, name, arguments), as_json=options.json)
    except NoAnswer:
        if not options.force:
            raise
    return end_by_force(folder)


def end_by_force(folder: str) -> int:
    """End the process that holds a data folder; what it saved is whole, as after any crash."""
    process = holder_of(folder)
    if process is None:
        complain(UNKNOWN_PROCESS)
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
