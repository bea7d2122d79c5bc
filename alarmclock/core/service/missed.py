"""Answering what was missed from outside the window: be done with it, or have it now."""

from alarmclock.core.service.arguments import Arguments, needed_text, text_of
from alarmclock.core.service.finding import find
from alarmclock.core.service.item_fields import item_fields
from alarmclock.core.service.parts import Parts
from alarmclock.core.service.reply import NothingMatched, Reply
from alarmclock.core.words.wording import item_name

CLOSED = "What was missed can ring only in the open program."


def done(parts: Parts, arguments: Arguments) -> Reply:
    """Take note of what was missed: of one alarm, or of all."""
    named, missed = text_of(arguments, "id"), parts.book.missed()
    if named is None and not missed:
        raise NothingMatched("Nothing was missed.", [])
    if named is not None:
        item = find(parts.book, named)
        missed = [(other, ring) for other, ring in missed if other.id == item.id]
        if not missed:
            raise NothingMatched(f"“{item_name(item)}” was not missed.")
    if named is None:
        parts.commands.catching_up.acknowledge()
    for _, ring in missed if named is not None else ():
        parts.commands.catching_up.acknowledge(ring.key)
    items = list({item.id: item for item, _ in missed}.values())
    names = ", ".join(f"“{item_name(item)}”" for item in items)
    answer = [item_fields(parts.book, parts.book.item(item.id)) for item in items]
    return Reply(answer, f"Done with {names}.")


def ring(parts: Parts, arguments: Arguments) -> Reply:
    """Let what was missed ring now."""
    named = needed_text(arguments, "id")
    if parts.readiness is None:
        raise NothingMatched(CLOSED)
    item = find(parts.book, named)
    missed = [ring for other, ring in parts.book.missed() if other.id == item.id]
    if not missed:
        raise NothingMatched(f"“{item_name(item)}” was not missed.")
    parts.commands.catching_up.ring_now(missed[-1].key)
    open_ring = parts.book.open_ring(item.id)
    rings = open_ring is not None and open_ring.is_ringing
    verb = "rings" if rings else "was answered meanwhile"
    return Reply(item_fields(parts.book, item), f"“{item_name(item)}” {verb}.")
