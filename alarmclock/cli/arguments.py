"""What each command takes; the parser of a command is built only when it is called."""

import argparse
from collections.abc import Callable, Sequence

from alarmclock.cli.apart import may_be_label, quotes_hint, tell_apart
from alarmclock.cli.conflicts import conflict
from alarmclock.cli.output import complain
from alarmclock.cli.plain_words import phrase_of
from alarmclock.cli.printing_parser import PrintingParser
from alarmclock.cli.table import COMMANDS
from alarmclock.core.service.statuses import WRONG_USE

# As mypy reads it; to import it from typing would take long.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Never, Protocol

    class Takes(Protocol):
        """A parser, or whoever else wants to know what a command takes."""

        def add_argument(self, *names: str, **told: Any) -> object:
            """Take an argument or an option, as argparse does."""


# What is for the command line itself, and no argument of a request.
OWN_OPTIONS = frozenset({"data_dir", "json", "force", "csv", "dry_run", "yes"})
LONGEST_SNOOZE = 720
MOST_DIGITS = 9
Fields = dict[str, object]

# What shells ask “completion” for, and no person.
HIDDEN = ("ids", "backups")

ID = "an alarm or timer: its id, 4 or more letters it begins with, or its label"
PHRASE = "when, and what it is called, as in the window: weekdays 7:15 gym"


class Shown(tuple[str, ...]):
    """The choices that people are told of; shells may make hidden ones, too."""

    __slots__ = ()

    def __contains__(self, choice: object) -> bool:
        return choice in HIDDEN or super().__contains__(choice)


class Parser(PrintingParser):
    """A parser that says what is wrong in the words of the program."""

    def error(self, message: str) -> "Never":
        """Say what is wrong and where to read more, and exit with the status of wrong use."""
        hint = quotes_hint(message)
        complain(f"{self.prog}: {message}. {hint}“{self.prog} --help” shows how it is used.")
        raise SystemExit(WRONG_USE)


def parsed(name: str, words: Sequence[str]) -> tuple[argparse.Namespace, Fields]:
    """Understand the words of a command: its own options, and the arguments of its request."""
    parser = parser_of(name)
    options, left = parser.parse_known_args(words)
    if left and may_be_label(name, left):
        options.id = " ".join(filter(None, [options.id, *left]))
    elif left:
        # Words after an option, as in “next -n 3 gym”: that takes longer to understand.
        options = parser.parse_intermixed_args(words)
    tell_apart(name, options)
    problem = conflict(name, options)
    if problem is not None:
        parser.error(problem)
    given = vars(options).items()
    arguments = {
        key: phrase_of(value) if isinstance(value, list) else value
        for key, value in given
        if key not in OWN_OPTIONS and value not in (None, [])
    }
    return options, arguments


def parser_of(name: str) -> argparse.ArgumentParser:
    """Build the parser of one command."""
    examples = _COMMANDS[name][1]
    parser = Parser(
        prog=f"alarmclock {name}",
        description=f"{COMMANDS[name][0].upper()}{COMMANDS[name][1:]}.",
        epilog="\n".join(["examples:", *(f"  alarmclock {line}" for line in examples)]),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    describe(name, parser)
    return parser


def describe(name: str, taker: "Takes") -> Sequence[str]:
    """Tell what a command takes, and give examples of it."""
    fill, examples = _COMMANDS[name]
    fill(taker)
    if name not in ("completion", "watch"):
        taker.add_argument(
            "--json", action="store_true", help="answer in JSON, in a form that stays the same"
        )
    taker.add_argument("--data-dir", metavar="FOLDER", help="work on the alarms of this folder")
    return examples


def _number(text: str) -> int:
    """Read a number of the command line."""
    if not text.isdecimal() or not int(text[:MOST_DIGITS]):
        raise argparse.ArgumentTypeError(f"“{text}” is no number from 1 on")
    return int(text[:MOST_DIGITS])


def _nothing(_parser: "Takes") -> None:
    pass


def _one(parser: "Takes") -> None:
    parser.add_argument("id", metavar="ID", help=ID)


def _one_or_all(parser: "Takes") -> None:
    parser.add_argument("id", metavar="ID", nargs="?", help=f"{ID}; all without it")


def _add(parser: "Takes") -> None:
    parser.add_argument("phrase", metavar="PHRASE", nargs="+", help=PHRASE)
    parser.add_argument("--off", action="store_true", help="add it turned off")


def _edit(parser: "Takes") -> None:
    _one(parser)
    help_text = f"{PHRASE}; label and sound stay unless it names others"
    parser.add_argument("phrase", metavar="PHRASE", nargs="+", help=help_text)


def _skip(parser: "Takes") -> None:
    _one(parser)
    parser.add_argument(
        "count", metavar="N", nargs="?", type=_number, help="how many; 1 without it"
    )
    parser.add_argument("--take-back", action="store_true", help="ring as planned after all")


def _pause(parser: "Takes") -> None:
    _one_or_all(parser)
    parser.add_argument(
        "--until",
        metavar="DATE",
        nargs="+",
        help="the first date on which it rings again, as 2026-12-24 or “24 dec”",
    )


def _next(parser: "Takes") -> None:
    parser.add_argument(
        "what", metavar="ID|PHRASE", nargs="*", help="an alarm, or a phrase to reckon with"
    )
    parser.add_argument(
        "-n", dest="count", type=_number, metavar="N", help="how many; 1 without it"
    )
    parser.add_argument("--now", metavar="ISO", help="reckon from then: 2026-12-24T07:00")
    parser.add_argument("--zone", metavar="ZONE", help="reckon in this zone: Europe/Lisbon")


def _snooze(parser: "Takes") -> None:
    parser.add_argument(
        "named",
        metavar="ID MINUTES",
        nargs="*",
        help=f"which ring, and for how long; a number alone, up to {LONGEST_SNOOZE}, is minutes",
    )


def _watch(parser: "Takes") -> None:
    parser.add_argument("--ticks", action="store_true", help="tell every tick, too")
    parser.add_argument("--json", action="store_true", help="as it does without")


def _log(parser: "Takes") -> None:
    parser.add_argument("--since", metavar="ISO", help="from then on: 2026-12-24, or with T07:00")
    parser.add_argument("--alarm", metavar="ID", help=ID)
    parser.add_argument("--csv", action="store_true", help="as a table for spreadsheets")


def _export(parser: "Takes") -> None:
    parser.add_argument(
        "file", metavar="FILE", help="its ending says the form: .json, .ics or .csv; - for stdout"
    )
    parser.add_argument(
        "--format",
        "--form",
        choices=("json", "ics", "csv"),
        help="the form on stdout; json without it",
    )
    parser.add_argument(
        "--history", action="store_true", help="with what rang and happened (.json only)"
    )


def _import(parser: "Takes") -> None:
    parser.add_argument(
        "file", metavar="FILE", help="a calendar (.ics), or an export (.json); - for stdin"
    )
    parser.add_argument(
        "--format",
        choices=("json", "ics"),
        help="take only this form; without it the content tells, whatever the name",
    )
    parser.add_argument("--dry-run", action="store_true", help="only say what it would do")
    parser.add_argument("--settings", action="store_true", help="the settings, too (.json only)")
    parser.add_argument(
        "--history", action="store_true", help="what rang and happened, too (.json only)"
    )


def _backup(parser: "Takes") -> None:
    parser.add_argument(
        "what", choices=("list", "restore"), metavar="list|restore", help="what to do"
    )
    parser.add_argument(
        "name", metavar="NAME", nargs="?", help="the backup to restore; else the newest"
    )
    parser.add_argument(
        "--yes", action="store_true", help="restore the newest one without a question"
    )


def _end(parser: "Takes") -> None:
    parser.add_argument(
        "--force", action="store_true", help="end it even if it does not answer any more"
    )


def _completion(parser: "Takes") -> None:
    parser.add_argument(
        "shell",
        choices=Shown(("bash", "zsh", "fish")),
        metavar="bash|zsh|fish",
        help="the shell whose completions are written",
    )


Fill = Callable[["Takes"], None]

_COMMANDS: dict[str, tuple[Fill, Sequence[str]]] = {
    "add": (
        _add,
        (
            "add weekdays 7:15 gym",
            "add in 20 min tea",
            "add 'tomorrow 7 \"24 roses\"' --off --json",
        ),
    ),
    "list": (_nothing, ("list", "list --json")),
    "show": (_one, ("show gym", "show 3f2a --json")),
    "edit": (_edit, ("edit gym weekdays 6:45", "edit tea 25 min")),
    "remove": (_one, ("remove gym",)),
    "on": (_one, ("on gym",)),
    "off": (_one, ("off gym",)),
    "skip": (_skip, ("skip gym", "skip gym 3", "skip gym --take-back")),
    "pause": (_pause, ("pause gym --until 2026-12-24", 'pause --until "24 dec"', "pause")),
    "resume": (_one_or_all, ("resume gym", "resume")),
    "next": (
        _next,
        (
            "next",
            "next gym -n 5",
            "next every 2nd fri 16:00 -n 3 --json",
            "next 2:30 --now 2027-03-27T12:00 --zone Europe/Berlin",
        ),
    ),
    "stop": (_one_or_all, ("stop", "stop gym")),
    "snooze": (_snooze, ("snooze", "snooze 10", "snooze gym 10")),
    "done": (_one_or_all, ("done", "done gym")),
    "ring": (_one, ("ring gym",)),
    "undo": (_nothing, ("undo",)),
    "redo": (_nothing, ("redo",)),
    "status": (_nothing, ("status", "status --json")),
    "check": (_one_or_all, ("check", "check gym --json")),
    "watch": (_watch, ("watch", "watch --ticks")),
    "log": (_log, ("log --since 2026-11-23", "log --alarm gym --json", "log --csv > log.csv")),
    "export": (_export, ("export alarms.json", "export alarms.ics", "export - --format ics")),
    "import": (
        _import,
        ("import calendar.ics --dry-run", "import - < alarms.json"),
    ),
    "backup": (_backup, ("backup list", "backup restore NAME", "backup restore --yes")),
    "end": (_end, ("end", "end --force")),
    "completion": (
        _completion,
        (
            "completion bash > ~/.local/share/bash-completion/completions/alarmclock",
            "completion zsh > ~/.zfunc/_alarmclock",
            "completion fish > ~/.config/fish/completions/alarmclock.fish",
        ),
    ),
}
