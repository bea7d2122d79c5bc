"""Opens the window, or brings the one that is open to the front; or says why it can't."""

import argparse
import os
import sys
from collections.abc import Sequence

from alarmclock import __version__
from alarmclock.cli.output import complain, no_answer, say
from alarmclock.cli.printing_parser import PrintingParser
from alarmclock.cli.run import ask
from alarmclock.cli.table import COMMANDS
from alarmclock.core.service.statuses import DONE, NO_ANSWER, WRONG_USE
from alarmclock.desktop.display import display_problem, is_seen
from alarmclock.desktop.footing.data_folder import default_data_folder, folder_problem
from alarmclock.desktop.footing.import_hook import unhook_imports
from alarmclock.desktop.instance.client import NoAnswer, NobodyThere
from alarmclock.desktop.instance.holder import holder_of
from alarmclock.desktop.instance.wire import Garbled

# The first release of PySide6 that aborts on interpreters without immortal objects.
BROKEN_PYSIDE = (6, 12)
FIRST_SOUND_PYTHON = (3, 12)
# By this a desktop knows that a window may come to the front.
COME_FORWARD = "XDG_ACTIVATION_TOKEN"
# Another one may be starting, or showing what it cancels.
LISTENS_WITHIN_S = 15.0
SCREEN_LOST = 1
EXAMPLES = (
    "examples:",
    "  alarmclock                                 open the window",
    "  alarmclock add weekdays 7:15 gym           add an alarm",
    "  alarmclock add in 20 min tea               start a timer",
    "  alarmclock next every 2nd fri 16:00 -n 3   reckon; nothing is changed",
    "  alarmclock stop                            stop everything that rings",
    "  alarmclock list --json | jq '.[].due'      for other programs",
    "",
    "“alarmclock COMMAND --help” teaches a command. Exit status: 0 done, 1 nothing matched,",
    "2 wrong use or input, 3 the running program does not answer.",
)

BAD_PAIR = (
    "Alarm Clock can't run with PySide6 {pyside} on Python {python}: that pair ends the program "
    'after some minutes. Install another one: pip install "PySide6-Essentials>=6.11.3,<6.12"'
)
NO_PYSIDE = (
    "Alarm Clock needs PySide6, and it can't be loaded here: {error}. "
    "Install PySide6-Essentials, and on Debian the libraries that the README names."
)


def open_window(words: Sequence[str]) -> int:
    """Understand the options of the window, open it, and give the exit status when it is closed."""
    options = _parser().parse_args(words)
    if options.entry is not None:
        return _change_entry(options.entry)
    if options.data_dir is None:
        # Whoever opened it from a menu reads in the window what is wrong with the folder.
        folder = default_data_folder()
    else:
        folder = options.data_dir
        problem = folder_problem(folder)
        if problem is not None:
            return _refuse(problem)
    status = raised(folder)
    return _opened(folder) if status is None else status


def raised(folder: str) -> int | None:
    """Bring the open window to the front and give the exit status, None where there is none.

    One that hangs may be ended here, if a person wants that; then there is none either.
    """
    token = {COME_FORWARD: os.environ.get(COME_FORWARD, "")}
    try:
        reply = ask(folder, "raise", token, LISTENS_WITHIN_S)
    except NobodyThere:
        return None
    except NoAnswer:
        status = no_answer(folder)
        return None if _ended(folder) else status
    except Garbled as error:
        return no_answer(folder, str(error))
    return int(reply.get("status", NO_ANSWER))


def _ended(folder: str) -> bool:
    """Offer to end a program that hangs, where somebody can see that; True when it is gone."""
    process = holder_of(folder)
    if process is None or not is_seen() or qt_problem():
        return False
    from alarmclock.cli.ending import end_by_force
    from alarmclock.hanging import wants_to_end

    return wants_to_end(process) and end_by_force(folder) == DONE


def _opened(folder: str) -> int:
    problem = qt_problem() or display_problem()
    if problem is not None:
        return _refuse(problem)
    unhook_imports()
    from pathlib import Path

    from alarmclock.app import AlarmClock
    from alarmclock.desktop.instance.claim import AlreadyOpen
    from alarmclock.desktop.loop.loop_by_hand import CutOff

    while True:
        try:
            return AlarmClock(data_dir=Path(folder)).run()
        except CutOff as error:
            _refuse(str(error))
            return SCREEN_LOST
        except AlreadyOpen:
            # It starts or ends at this very moment, and will listen soon or be gone.
            status = raised(folder)
            if status is not None:
                return status


def qt_problem() -> str | None:
    """Say in a sentence why Qt can't be used, None when it can."""
    try:
        import PySide6
        from PySide6 import QtWidgets  # noqa: F401 - it loads or not
    except ImportError as error:
        return NO_PYSIDE.format(error=error)
    return bad_pair(PySide6.__version__, sys.version_info[:3])


def bad_pair(pyside: str, python: tuple[int, int, int]) -> str | None:
    """Refuse a PySide6 that drops references to None and True on this Python; None if sound."""
    version = tuple(int(number) for number in pyside.split(".")[:2])
    if python[:2] >= FIRST_SOUND_PYTHON or version < BROKEN_PYSIDE:
        return None
    return BAD_PAIR.format(pyside=pyside, python=".".join(map(str, python)))


def _parser() -> argparse.ArgumentParser:
    parser = PrintingParser(
        prog="alarmclock",
        usage="%(prog)s [--data-dir FOLDER] [COMMAND …]",
        description="Open the alarm clock, or bring it to the front. Alarms ring while its window "
        "is open.\nWith a command, talk to the open alarm clock, or work on its alarms while it is "
        "closed.",
        epilog=_commands_told(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"Alarm Clock {__version__}")
    parser.add_argument(
        "--data-dir",
        metavar="FOLDER",
        help="keep alarms and settings in this folder instead of your own",
    )
    parser.add_argument(
        "--install-desktop-entry",
        action="store_const",
        const="install",
        dest="entry",
        help="put Alarm Clock into the menu of your desktop",
    )
    parser.add_argument(
        "--remove-desktop-entry",
        action="store_const",
        const="remove",
        dest="entry",
        help="take Alarm Clock out of the menu again",
    )
    return parser


def _commands_told() -> str:
    """List the commands, and show a few of them at work."""
    width = max(map(len, COMMANDS))
    commands = (f"  {name:{width}}  {told}" for name, told in COMMANDS.items())
    return "\n".join(["commands:", *commands, "", *EXAMPLES])


def _change_entry(change: str) -> int:
    from alarmclock.desktop.entry import install_entry, remove_entry, user_data_home

    home = user_data_home()
    try:
        files = install_entry(home) if change == "install" else remove_entry(home)
    except OSError as error:
        return _refuse(f"The menu of the desktop could not be changed: {error}")
    done = "put into" if change == "install" else "taken out of"
    say(f"Alarm Clock was {done} the menu ({len(files)} files in {home}).")
    return 0


def _refuse(sentence: str) -> int:
    complain(sentence)
    return WRONG_USE
