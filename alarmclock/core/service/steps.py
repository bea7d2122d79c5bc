"""Taking back what was done last, and doing it again."""

from collections.abc import Callable

from alarmclock.core.service.arguments import Arguments
from alarmclock.core.service.parts import Parts
from alarmclock.core.service.reply import NothingMatched, Reply

ONLY_OPEN = "Only what was done since Alarm Clock was opened can be undone or redone."


def undo(parts: Parts, arguments: Arguments) -> Reply:
    """Take back the newest step, whether it was done in the window or by a command."""
    del arguments
    _refuse_closed(parts)
    return _done(parts, parts.commands.editing.undo, "Undone", "There is nothing to undo.")


def redo(parts: Parts, arguments: Arguments) -> Reply:
    """Do again what was taken back last."""
    del arguments
    _refuse_closed(parts)
    return _done(parts, parts.commands.editing.redo, "Done again", "There is nothing to redo.")


def _refuse_closed(parts: Parts) -> None:
    if parts.readiness is None:
        raise NothingMatched(ONLY_OPEN)


def _done(parts: Parts, step: Callable[[], str | None], verb: str, nothing: str) -> Reply:
    title = step()
    if title is None:
        raise NothingMatched(nothing)
    sentence = f"{verb}: {title}."
    parts.tell(sentence, undoable=False)
    return Reply({"step": title}, sentence)
