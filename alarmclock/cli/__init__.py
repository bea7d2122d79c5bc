"""The command line: opens the window, or talks to the one that is open. Nothing here loads Qt."""

import os
import sys
from collections.abc import Sequence

from alarmclock.cli.output import NotWritten, complain, finish, open_streams
from alarmclock.cli.table import COMMANDS, command_in
from alarmclock.core.service.statuses import DONE, WRONG_USE

# As mypy reads it; to import it from typing takes longer than the rest.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from alarmclock.cli.window import bad_pair, qt_problem

__all__ = ["FAILED", "bad_pair", "main", "qt_problem"]

FAILED = WRONG_USE
# “help stop” is “stop --help”.
HELP = "help"
# As shells tell that Ctrl+C ended a program.
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and give its exit status: 0 done, 1 nothing matched, 2 wrong, 3 no answer."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    open_streams()
    try:
        try:
            return _done(words)
        finally:
            finish()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever reads has read enough, as “head” does.
        _say_no_more()
        return DONE
    except NotWritten as error:
        _say_no_more()
        complain(str(error))
        return FAILED


def _say_no_more() -> None:
    """Let the end of Python not try again to write what can't be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _done(words: list[str]) -> int:
    name, rest = command_in(words)
    if name == HELP:
        name, rest = command_in([*rest, "--help"])
    if name is None:
        from alarmclock.cli.window import open_window

        return open_window(rest)
    if name not in COMMANDS:
        from alarmclock.cli.unknown import no_command

        complain(no_command(name))
        return WRONG_USE
    from alarmclock.cli.run import run

    return run(name, rest)


def __getattr__(name: str) -> object:
    """Give what belongs to the window, loaded only when it is asked for."""
    if name in ("bad_pair", "qt_problem"):
        from alarmclock.cli import window

        return getattr(window, name)
    raise AttributeError(name)
