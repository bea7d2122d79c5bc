"""What will not ring once the program is closed, told to whoever closes it by a command."""

from alarmclock.core.book.book import AlarmBook
from alarmclock.core.change import Item
from alarmclock.core.service.item_fields import Fields, instant_text
from alarmclock.core.service.reply import Reply
from alarmclock.core.words.wording import at_words, counted, item_name, rough_length

CLOSES = "Alarm Clock closes."
NOTHING_RINGS_THEN = "Nothing rings until it is opened again."


def leave(book: AlarmBook) -> Reply:
    """Say that the program closes, and what was to ring."""
    moment = book.moment()
    ringing = [item for item, _ in book.ringing()]
    known = {item.id for item in ringing}
    armed = sorted(
        (
            (due, item_name(item), item)
            for item in book
            if item.id not in known and (due := book.due(item.id, moment)) is not None
        ),
        key=lambda found: found[:2],
    )
    coming = [item for _, _, item in armed]
    answer: Fields = {
        "ended": True,
        "armed": len(coming),
        "next": _next_fields(book, coming[0]) if coming else None,
    }
    said = [CLOSES]
    if ringing:
        names = ", ".join(f"“{item_name(item)}”" for item in ringing)
        said.append(f"What rings falls silent, and rings on when it is opened: {names}.")
    if coming:
        said += [_armed_words(book, coming), NOTHING_RINGS_THEN]
    return Reply(answer, " ".join(said))


def _next_fields(book: AlarmBook, item: Item) -> Fields:
    return {"id": item.id, "label": item.label, "due": instant_text(book.due(item.id))}


def _armed_words(book: AlarmBook, coming: list[Item]) -> str:
    now, zone = book.moment()
    due = book.due(coming[0].id)
    assert due is not None
    when = f"{at_words(due, now, zone)} (in {rough_length(due - now)})"
    name = f"“{item_name(coming[0])}”"
    if len(coming) == 1:
        return f"{name} is armed: it was to ring {when}."
    count = counted(len(coming), "alarm is", "alarms are")
    return f"{count} armed; the next, {name}, was to ring {when}."
