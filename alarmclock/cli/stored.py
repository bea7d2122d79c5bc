"""Carries out a command on what is stored, while no program runs. Nothing rings meanwhile."""

from collections.abc import Mapping
from contextlib import ExitStack, closing, suppress
from pathlib import Path

from alarmclock.cli.clock import CommandClock
from alarmclock.cli.stored_parts import StoredParts
from alarmclock.core.errors import AlarmClockError
from alarmclock.core.service.outcome import outcome
from alarmclock.core.service.reply import Reply
from alarmclock.core.service.service import Service

# These change nothing, so that a folder without alarms is left as it is.
READING = frozenset({"list", "show", "next", "status", "check", "log", "export", "backups"})
OF_FILES = frozenset({"export", "import", "backups", "restore"})


def on_store(folder: str, name: str, arguments: Mapping[str, object]) -> dict[str, object]:
    """Carry out a command on the store of a folder, and give the fields of its reply."""
    with ExitStack() as open_meanwhile:
        parts = StoredParts(Path(folder), open_meanwhile, makes=name not in READING)
        reply = outcome(lambda: _done(parts, name, arguments))
        return {**reply, "restored": parts.restored} if parts.restored else reply


def _done(parts: StoredParts, name: str, arguments: Mapping[str, object]) -> Reply:
    if name == "restore":
        parts.hold()
    if name not in OF_FILES:
        return Service(parts).do(name, arguments)
    from alarmclock.cli.stored_files import file_commands

    reply = file_commands(parts, parts.folder).deeds()[name](arguments)
    if name == "restore":
        _note_restored(parts.folder, reply.text)
    return reply


def _note_restored(folder: Path, sentence: str) -> None:
    """Tell in the activity that a backup was restored just now."""
    from alarmclock.core.activity.events import ManyChanged
    from alarmclock.store.store import Store

    clock = CommandClock()
    store = Store(folder, clock)
    with closing(store), suppress(AlarmClockError):
        store.open()
        store.keep(ManyChanged(at=clock.now(), item_id="", label="", what=sentence))
