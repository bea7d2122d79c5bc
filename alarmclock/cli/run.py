"""Carries out one command: by the running program, or without it on what is stored."""

from collections.abc import Mapping, Sequence

from alarmclock.cli.arguments import parsed
from alarmclock.cli.output import complain, no_answer, show
from alarmclock.desktop.data_folder import default_data_folder
from alarmclock.desktop.instance.client import ANSWERS_WITHIN_S, Line, NoAnswer, NobodyThere
from alarmclock.desktop.instance.wire import NOTHING_MATCHED, Fields, Garbled

NOT_OPEN = "Alarm Clock is not open."


def run(name: str, words: Sequence[str]) -> int:
    """Carry out a command and give the exit status."""
    options, arguments = parsed(name, words)
    folder = options.data_dir or default_data_folder()
    try:
        reply = ask(folder, name, arguments)
    except NobodyThere:
        complain(NOT_OPEN)
        return NOTHING_MATCHED
    except NoAnswer:
        if name == "end" and options.force:
            from alarmclock.cli.ending import end_by_force

            return end_by_force(folder)
        return no_answer(folder)
    except Garbled as error:
        return no_answer(folder, str(error))
    return show(reply, as_json=options.json)


def ask(
    folder: str,
    name: str,
    arguments: Mapping[str, object],
    patience_s: float = ANSWERS_WITHIN_S,
) -> Fields:
    """Ask the running program. Raises NobodyThere, NoAnswer and Garbled."""
    line = Line(folder, patience_s)
    try:
        return line.ask(name, arguments)
    finally:
        line.close()
