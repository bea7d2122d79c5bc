"""Carries out one command: by the running program, or without it on what is stored."""

from collections.abc import Callable, Mapping, Sequence

from alarmclock.cli.output import complain, no_answer, show
from alarmclock.cli.plain_words import plain
from alarmclock.core.service.statuses import NOTHING_MATCHED
from alarmclock.desktop.data_folder import default_data_folder
from alarmclock.desktop.instance.client import LISTENS_WITHIN_S, Line, NoAnswer, NobodyThere
from alarmclock.desktop.instance.wire import Fields, Garbled

# As mypy reads it; to import it from typing would take long.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace

NOT_OPEN = "Alarm Clock is not open."
NOTHING_RINGS = "Alarm Clock is not open: nothing rings until you open it."

# These do more than to ask once, and have a module of their own.
OWN_WAYS = {
    "end": "ending",
    "watch": "watching",
    "log": "log",
    "export": "files",
    "import": "files",
    "backup": "files",
    "completion": "completion",
}


def run(name: str, words: Sequence[str]) -> int:
    """Carry out a command and give the exit status."""
    understood = plain(name, words)
    if understood is None:
        return _run_parsed(name, words)
    options, arguments = understood
    folder = options.data_dir or default_data_folder()
    return _told(folder, lambda: _asked(folder, name, arguments, as_json=options.json))


def _run_parsed(name: str, words: Sequence[str]) -> int:
    from importlib import import_module

    from alarmclock.cli.arguments import parsed

    options, arguments = parsed(name, words)
    folder: str = options.data_dir or default_data_folder()
    if name not in OWN_WAYS:
        return _told(folder, lambda: _asked(folder, name, arguments, as_json=options.json))
    own: Callable[[str, str, Namespace, Fields], int]
    own = import_module(f"alarmclock.cli.{OWN_WAYS[name]}").run
    return _told(folder, lambda: own(name, folder, options, arguments))


def _asked(folder: str, name: str, arguments: Fields, *, as_json: bool) -> int:
    return show(answered(folder, name, arguments), as_json=as_json)


def _told(folder: str, do: Callable[[], int]) -> int:
    """Do something with the running program, and say so if it is not there or does not answer."""
    try:
        return do()
    except NobodyThere:
        complain(NOT_OPEN)
        return NOTHING_MATCHED
    except NoAnswer:
        return no_answer(folder)
    except Garbled as error:
        return no_answer(folder, str(error))


def answered(folder: str, name: str, arguments: Mapping[str, object]) -> Fields:
    """Have a command carried out, and give the fields of its reply.

    Raises NoAnswer and Garbled.
    """
    try:
        return ask(folder, name, arguments)
    except NobodyThere:
        from alarmclock.cli.stored import on_store

        reply = on_store(folder, name, arguments)
        # What is only reckoned has nothing to do with rings.
        if not (name == "next" and "what" in arguments):
            complain(NOTHING_RINGS)
        return reply


def ask(
    folder: str,
    name: str,
    arguments: Mapping[str, object],
    listens_within_s: float = LISTENS_WITHIN_S,
) -> Fields:
    """Ask the running program. Raises NobodyThere, NoAnswer and Garbled."""
    line = Line(folder, listens_within_s)
    try:
        return line.ask(name, arguments)
    finally:
        line.close()
