"""Lists every alarm and timer, some at a time, since there may be thousands."""

from collections.abc import Iterator

from alarmclock.core.change import Item
from alarmclock.core.service.arguments import Arguments
from alarmclock.core.service.item_fields import Fields, item_fields
from alarmclock.core.service.lines import handles, item_row, table
from alarmclock.core.service.parts import Parts
from alarmclock.core.service.reply import Reply
from alarmclock.core.words.wording import item_name

# To describe so many takes some milliseconds.
A_STEP = 50
NOTHING_TO_LIST = "There are no alarms or timers. “alarmclock add 7:15 gym” makes one."


def list_all(parts: Parts, arguments: Arguments) -> Iterator[Reply | None]:
    """List everything as it stands at this moment, what rings next first."""
    del arguments
    # What changes between two steps must not be listed half before and half after that.
    book, is_open = parts.book.copy(), parts.readiness is not None
    dues = {}
    for number, item in enumerate(book):
        dues[item.id] = book.due(item.id)
        if number % A_STEP == 0:
            yield None

    def order(item: Item) -> tuple[bool, float, str]:
        due = dues[item.id]
        return due is None, due.timestamp() if due else 0.0, item_name(item)

    names = handles(book)
    yield None
    rows: list[list[str]] = []
    answer: list[Fields] = []
    for number, item in enumerate(sorted(book, key=order)):
        rows.append(item_row(book, item, names[item.id], is_open=is_open))
        answer.append(item_fields(book, item))
        if number % A_STEP == 0:
            yield None
    yield Reply(answer, table(rows) if rows else "", "" if rows else NOTHING_TO_LIST)
