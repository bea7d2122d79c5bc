"""Answering rings from outside the window."""

from datetime import timedelta

from alarmclock.core.change import Item
from alarmclock.core.errors import Invalid
from alarmclock.core.service.arguments import Arguments, count_of, text_of
from alarmclock.core.service.finding import find
from alarmclock.core.service.item_fields import item_fields
from alarmclock.core.service.parts import Parts
from alarmclock.core.service.reply import NothingMatched, Reply
from alarmclock.core.words.wording import instant_words, item_name
from alarmclock.values import replace

LONGEST_SNOOZE_IN_MINUTES = 720


def stop(parts: Parts, arguments: Arguments) -> Reply:
    """Stop one ring, or end its snooze; without a name stop all that sounds or asks."""
    book, named = parts.book, text_of(arguments, "id")
    if named is not None:
        item = find(book, named)
        if book.open_ring(item.id) is None:
            raise NothingMatched(f"“{item_name(item)}” does not ring.")
        parts.commands.answering.dismiss(item.id)
        return _answered(parts, [item], f"Stopped “{item_name(item)}”.")
    items = [item for item, _ in (*book.ringing(), *book.asking())]
    if not items:
        raise NothingMatched("Nothing rings.", [])
    parts.commands.answering.stop_all()
    if len(items) > 1:
        parts.tell(f"{len(items):,} alarms were stopped.", undoable=False)
    names = ", ".join(f"“{item_name(item)}”" for item in items)
    return _answered(parts, items, f"Stopped {names}.")


def snooze(parts: Parts, arguments: Arguments) -> Reply:
    """Let one ring, or all that sound, come again after a while."""
    book, named = parts.book, text_of(arguments, "id")
    minutes = count_of(arguments, "minutes", 1, LONGEST_SNOOZE_IN_MINUTES)
    length = timedelta(minutes=minutes) if "minutes" in arguments else None
    items = [find(book, named)] if named is not None else [item for item, _ in book.ringing()]
    ringing = {item.id for item, _ in book.ringing()}
    if not ringing.intersection(item.id for item in items):
        what = f"“{item_name(items[0])}” does not ring." if named else "Nothing rings."
        raise NothingMatched(what, None if named else [])
    snoozed, refused = _snooze_each(parts, items, length)
    answer = _answered(parts, snoozed, " ".join(_snoozed(parts, item) for item in snoozed))
    return replace(answer, note=" ".join(refused))


def _snooze_each(
    parts: Parts, items: list[Item], length: timedelta | None
) -> tuple[list[Item], list[str]]:
    """Snooze what may be, and say of the others why not. Raises Invalid where none may be."""
    snoozed: list[Item] = []
    refused: list[str] = []
    for item in items:
        try:
            parts.commands.answering.snooze(item.id, length)
        except Invalid as error:
            if item is items[-1] and not snoozed:
                raise
            refused.append(f"“{item_name(item)}” rings on. {error}")
        else:
            snoozed.append(item)
    return snoozed, refused


def _answered(parts: Parts, items: list[Item], sentence: str) -> Reply:
    return Reply([item_fields(parts.book, item) for item in items], sentence)


def _snoozed(parts: Parts, item: Item) -> str:
    ring, clock = parts.book.open_ring(item.id), parts.book.clock
    assert ring is not None
    assert ring.snoozed_until is not None
    until = instant_words(ring.snoozed_until, clock.now(), clock.zone())
    return f"“{item_name(item)}” rings again {until}."
