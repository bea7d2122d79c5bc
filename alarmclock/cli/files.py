"""Exports, imports and backups: paths are made whole here.

What comes on stdin or goes to stdout is a file for a moment.
"""

import os
import sys
import tempfile
from argparse import Namespace

from alarmclock.cli.output import complain, say_as_it_is, show, tell_restored
from alarmclock.cli.run import answered
from alarmclock.core.service.outcome import outcome
from alarmclock.core.service.reply import Reply
from alarmclock.core.service.statuses import DONE, NOTHING_MATCHED, WRONG_USE
from alarmclock.desktop.instance.wire import Fields

STANDARD = "-"
# What an import from stdin is called in what can be undone.
STDIN_NAME = "stdin"
# What says yes to a question.
AGREES = ("y", "yes")
QUESTION = "Restore the newest backup? It takes the place of all alarms and settings. [y/N] "
NAME_IT = (
    "To restore a backup replaces all alarms. Name one of “alarmclock backup list”, or take the "
    "newest with --yes."
)
NOT_RESTORED = "Nothing was restored."
# A long calendar may take the program some time.
ANSWERS_WITHIN_S = 60.0


def run(name: str, folder: str, options: Namespace, _arguments: Fields) -> int:
    """Carry out one of these commands."""
    if name == "export":
        return _export(folder, options)
    if name == "import":
        return _import(folder, options)
    command = "backups" if options.what == "list" else "restore"
    if command == "restore" and not (options.name or options.yes):
        status = _refused_newest()
        if status is not None:
            return status
    arguments = {"name": options.name} if options.name else {}
    return show(answered(folder, command, arguments), as_json=options.json)


def _refused_newest() -> int | None:
    """Ask whether the newest backup is meant, and give the exit status if it is not."""
    if not sys.stdin.isatty():
        complain(NAME_IT)
        return WRONG_USE
    sys.stderr.write(QUESTION)
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() in AGREES:
        return None
    complain(NOT_RESTORED)
    return NOTHING_MATCHED


def _export(folder: str, options: Namespace) -> int:
    if options.file != STANDARD:
        arguments = {"path": os.path.abspath(options.file), "history": options.history}
        reply = answered(folder, "export", arguments, ANSWERS_WITHIN_S)
        return show(reply, as_json=options.json)
    with tempfile.TemporaryDirectory() as private:
        path = os.path.join(private, f"alarms.{options.format or 'json'}")
        arguments = {"path": path, "history": options.history}
        reply = answered(folder, "export", arguments, ANSWERS_WITHIN_S)
        if reply.get("status") != DONE:
            return show(reply, as_json=False)
        with open(path, "rb") as file:
            tell_restored(reply, aloud=False)
            say_as_it_is(file.read())
    return DONE


def _import(folder: str, options: Namespace) -> int:
    if options.file != STANDARD:
        return _bring_in(folder, options, os.path.abspath(options.file))
    with tempfile.TemporaryDirectory() as private:
        from alarmclock.store.exchange.text_file import MOST_BYTES

        path = os.path.join(private, STDIN_NAME)
        with open(path, "wb") as file:
            # One byte more than is allowed is refused as any other file of that size.
            file.write(sys.stdin.buffer.read(MOST_BYTES + 1))
        return _bring_in(folder, options, path)


def _bring_in(folder: str, options: Namespace, path: str) -> int:
    refused = outcome(lambda: _read(path, options.format))
    if refused["status"] != DONE:
        # A hostile file is refused here, and never troubles the program.
        return show(refused, as_json=options.json)
    wanted = {name: getattr(options, name) for name in ("dry_run", "settings", "history")}
    reply = answered(folder, "import", {"path": path, **wanted}, ANSWERS_WITHIN_S)
    return show(reply, as_json=options.json)


def _read(path: str, form: str | None) -> Reply:
    from pathlib import Path

    from alarmclock import resources
    from alarmclock.cli.clock import CommandClock
    from alarmclock.core.ring_settings import RingSettings
    from alarmclock.store.exchange.reading import ImportReader

    reader = ImportReader(CommandClock(), RingSettings, resources.sound_ids())
    reader.read(Path(path), form)
    return Reply(None)
