"""Which alarm or timer somebody means who names it in a few letters."""

from alarmclock.core.book.book import AlarmBook
from alarmclock.core.change import Item
from alarmclock.core.service.reply import NothingMatched, WrongUse
from alarmclock.core.timer import Timer
from alarmclock.core.words.rule_words import alarm_rule_words
from alarmclock.core.words.wording import countdown, item_name, wall_time

# Fewer letters may be a label, or the phrase of a time: “7”.
SHORTEST_BEGINNING = 4
MOST_NAMED = 5


def find(book: AlarmBook, named: str) -> Item:
    """Give the item of an id, the only one whose id begins so, or the only one of that name.

    Raises NothingMatched, and WrongUse where it could be several.
    """
    found = matching(book, named)
    if not found:
        raise NothingMatched(_none(book, named))
    if len(found) > 1:
        several = ", ".join(f"{item.id[:8]} ({_told(item)})" for item in found[:MOST_NAMED])
        more = ", …" if len(found) > MOST_NAMED else ""
        raise WrongUse(f"“{named}” can mean several: {several}{more}. Give more of the id.")
    return found[0]


def _none(book: AlarmBook, named: str) -> str:
    beginning = named.strip().lower()
    if beginning and any(item.id.startswith(beginning) for item in book):
        return f"“{named}” is too short for an id: give {SHORTEST_BEGINNING} or more letters of it."
    return f"There is no alarm or timer “{named}”. “alarmclock list” shows them with their ids."


def _told(item: Item) -> str:
    """Say enough of an item to tell it from another one of its label."""
    if isinstance(item, Timer):
        return f"{item_name(item)}, {countdown(item.length)}"
    return f"{item_name(item)}, {wall_time(item.time)} {alarm_rule_words(item)}"


def matching(book: AlarmBook, named: str) -> list[Item]:
    """List the items that a name can mean; an exact id means one.

    What has no label is called as the window does: “5 min timer”, “Alarm 07:15”.
    """
    exact = book.find(named)
    if exact is not None:
        return [exact]
    beginning, label = named.strip().lower(), named.strip().casefold()
    if not label:
        return []
    is_beginning = len(beginning) >= SHORTEST_BEGINNING
    return [
        item
        for item in book
        if (is_beginning and item.id.startswith(beginning)) or item_name(item).casefold() == label
    ]
