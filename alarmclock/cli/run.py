"""Carries out one command: by the running program, or without it on what is stored."""

from collections.abc import Callable, Mapping, Sequence

from alarmclock.cli.output import complain, no_answer, show
from alarmclock.cli.own_locale import own_locale
from alarmclock.cli.plain_words import plain
from alarmclock.core.service.statuses import NOTHING_MATCHED, NOTHING_RINGS, WRONG_USE
from alarmclock.desktop.footing.data_folder import default_data_folder, folder_problem
from alarmclock.desktop.instance.client import (
    ANSWERS_WITHIN_S,
    LISTENS_WITHIN_S,
    Line,
    NoAnswer,
    NobodyThere,
)
from alarmclock.desktop.instance.wire import Fields, Garbled

# As mypy reads it; to import it from typing would take long.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace

# These read dates in figures, in the order that whoever asks is used to.
READ_DATES = frozenset({"add", "edit", "next", "pause"})
NOT_OPEN = "Alarm Clock is not open."

# These do more than to ask once, and have a module of their own.
OWN_WAYS = {
    "check": "checking",
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
    return _in_folder(
        options.data_dir, lambda folder: _asked(folder, name, arguments, as_json=options.json)
    )


def _run_parsed(name: str, words: Sequence[str]) -> int:
    from importlib import import_module

    from alarmclock.cli.arguments import parsed

    options, arguments = parsed(name, words)
    named: str | None = options.data_dir
    if name not in OWN_WAYS:
        return _in_folder(
            named, lambda folder: _asked(folder, name, arguments, as_json=options.json)
        )
    own: Callable[[str, str, Namespace, Fields], int]
    own = import_module(f"alarmclock.cli.{OWN_WAYS[name]}").run
    return _in_folder(named, lambda folder: own(name, folder, options, arguments))


def _in_folder(named: str | None, do: Callable[[str], int]) -> int:
    """Do something in the data folder that is named, or in the person's own."""
    folder = default_data_folder() if named is None else named
    problem = folder_problem(folder)
    if problem is not None:
        complain(problem)
        return WRONG_USE
    return _told(folder, lambda: do(folder))


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


def answered(
    folder: str,
    name: str,
    arguments: Mapping[str, object],
    answers_within_s: float = ANSWERS_WITHIN_S,
) -> Fields:
    """Have a command carried out, and give the fields of its reply.

    Raises NoAnswer and Garbled.
    """
    try:
        return ask(folder, name, arguments, answers_within_s=answers_within_s)
    except NobodyThere:
        from alarmclock.cli.stored import on_store

        reply = on_store(folder, name, arguments)
        # What is refused, or only reckoned, has nothing to do with rings; of an alarm that a person
        # asks for by its name, the answer has this as its note.
        is_reckoned = name == "next" and "what" in arguments
        if not is_reckoned and reply.get("status") != WRONG_USE:
            complain(NOTHING_RINGS)
        return reply


def _with_locale(name: str, arguments: Mapping[str, object]) -> Mapping[str, object]:
    locale = own_locale() if name in READ_DATES else ""
    return {"locale": locale, **arguments} if locale else arguments


def ask(
    folder: str,
    name: str,
    arguments: Mapping[str, object],
    listens_within_s: float = LISTENS_WITHIN_S,
    answers_within_s: float = ANSWERS_WITHIN_S,
) -> Fields:
    """Ask the running program. Raises NobodyThere, NoAnswer and Garbled."""
    line = Line(folder, listens_within_s, answers_within_s)
    try:
        return line.ask(name, _with_locale(name, arguments))
    finally:
        line.close()
