"""The command line: opens the window, or talks to the one that is open. Nothing here loads Qt."""

import sys
from collections.abc import Sequence

from alarmclock.cli.table import COMMANDS, command_in
from alarmclock.cli.window import FAILED, bad_pair, qt_problem

__all__ = ["FAILED", "bad_pair", "main", "qt_problem"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and give its exit status: 0 done, 1 nothing matched, 2 wrong, 3 no answer."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    name, rest = command_in(words)
    if name is None:
        from alarmclock.cli.window import open_window

        return open_window(words)
    if name not in COMMANDS:
        sys.stderr.write(f"There is no command “{name}”; alarmclock --help lists them.\n")
        return FAILED
    from alarmclock.cli.run import run

    return run(name, rest)
