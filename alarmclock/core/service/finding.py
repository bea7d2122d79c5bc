"""Which alarm or timer somebody means who names it in a few letters."""

from alarmclock.core.book.book import AlarmBook
from alarmclock.core.change import Item
from alarmclock.core.service.reply import NothingMatched, WrongUse
from alarmclock.core.words.wording import item_name

# Fewer letters may be a label, or the phrase of a time: “7”.
SHORTEST_BEGINNING = 4
MOST_NAMED = 5


def find(book: AlarmBook, named: str) -> Item:
    """Give the item of an id, the only one whose id begins so, or the only one of that label.

    Raises NothingMatched, and WrongUse where it could be several.
    """
    found = matching(book, named)
    if not found:
        raise NothingMatched(
            f"There is no alarm or timer “{named}”. “alarmclock list” shows them with their ids."
        )
    if len(found) > 1:
        several = ", ".join(f"{item.id[:8]} ({item_name(item)})" for item in found[:MOST_NAMED])
        more = ", …" if len(found) > MOST_NAMED else ""
        raise WrongUse(f"“{named}” can mean several: {several}{more}. Give more of the id.")
    return found[0]


def matching(book: AlarmBook, named: str) -> list[Item]:
    """List the items that a name can mean; an exact id means one."""
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
        if (is_beginning and item.id.startswith(beginning)) or item.label.casefold() == label
    ]
