"""Answering rings from outside the window."""

from collections.abc import Callable

from alarmclock.core.book import AlarmBook
from alarmclock.core.change import Item
from alarmclock.core.commands import Commands
from alarmclock.core.service.finding import find
from alarmclock.core.service.reply import NothingMatched, Reply
from alarmclock.core.wording import item_name

Tell = Callable[[str], None]


def stop(book: AlarmBook, commands: Commands, named: str | None) -> Reply:
    """Stop one ring, or end its snooze; without a name stop all that sounds or asks."""
    if named is None:
        return _stop_all(book, commands)
    item = find(book, named)
    if book.open_ring(item.id) is None:
        raise NothingMatched(f"“{item_name(item)}” does not ring.")
    commands.answering.dismiss(item.id)
    return _stopped([item])


def _stop_all(book: AlarmBook, commands: Commands) -> Reply:
    items = [item for item, _ in (*book.ringing(), *book.asking())]
    if not items:
        raise NothingMatched("Nothing rings.", {"stopped": []})
    commands.answering.stop_all()
    return _stopped(items)


def _stopped(items: list[Item]) -> Reply:
    names = ", ".join(f"“{item_name(item)}”" for item in items)
    return Reply({"stopped": [item.id for item in items]}, f"Stopped {names}.")
