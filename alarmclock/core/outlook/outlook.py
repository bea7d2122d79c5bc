"""What will ring and what became of what rang, day by day, each with its reason."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache, partial
from itertools import islice

from alarmclock.core.book.book import AlarmBook
from alarmclock.core.outlook.entry import MOST_ENTRIES, Entry
from alarmclock.core.outlook.floors import Floors
from alarmclock.core.outlook.passed import back
from alarmclock.core.outlook.to_come import ahead
from alarmclock.core.ports import Record
from alarmclock.values import dataclass


@dataclass(frozen=True, slots=True)
class Outlook:
    """The entries of a span of time by due; `is_cut` when there are more than were listed."""

    entries: Sequence[Entry]
    is_cut: bool = False


def outlook(
    book: AlarmBook,
    record: Record,
    since: datetime,
    until: datetime,
    item_id: str | None = None,
    most: int = MOST_ENTRIES,
    floors: Floors | None = None,
) -> Outlook:
    """List what was due and will be due from an instant up to another: the `most` next to now.

    Who asks again and again keeps the `floors`, so that they are not worked out each time.
    """
    now = book.clock.now()
    past: list[Entry] = []
    if since < now:
        rings = record.rings_between(since, min(until, now), item_id, most + 1)
        told = cache(partial(record.told_of, since=since))
        past = back(book, since, until, rings, told, item_id, most, record.begun())
    to_come = list(islice(ahead(book, max(now, since), until, item_id, floors), most + 1))
    return Outlook([*past[-most:], *to_come[:most]], max(len(past), len(to_come)) > most)
