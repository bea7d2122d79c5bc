"""What each command takes; the parser of a command is built only when it is called."""

import argparse
from collections.abc import Callable, Sequence

from alarmclock.cli.table import COMMANDS

OWN_OPTIONS = ("data_dir", "json", "force")
Fields = dict[str, object]


def parsed(name: str, words: Sequence[str]) -> tuple[argparse.Namespace, Fields]:
    """Understand the words of a command: its own options, and the arguments of its request."""
    options = parser_of(name).parse_args(words)
    given = vars(options).items()
    arguments = {key: value for key, value in given if key not in OWN_OPTIONS and value is not None}
    return options, arguments


def parser_of(name: str) -> argparse.ArgumentParser:
    """Build the parser of one command."""
    parser = argparse.ArgumentParser(
        prog=f"alarmclock {name}",
        description=f"{COMMANDS[name][0].upper()}{COMMANDS[name][1:]}.",
        allow_abbrev=False,
    )
    _FILL[name](parser)
    parser.add_argument(
        "--json", action="store_true", help="answer in JSON, in a form that stays the same"
    )
    parser.add_argument("--data-dir", metavar="FOLDER", help="work on the alarms of this folder")
    return parser


def _stop(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", nargs="?", help="without it, everything that rings")


def _end(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--force", action="store_true", help="also one that does not answer")


_FILL: dict[str, Callable[[argparse.ArgumentParser], None]] = {"stop": _stop, "end": _end}
