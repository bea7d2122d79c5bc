"""What happened, page by page, as it was kept."""

from alarmclock.core.activity.activity_query import ActivityQuery
from alarmclock.core.activity.activity_words import Teller
from alarmclock.core.service.arguments import Arguments, count_of, instant_of, text_of
from alarmclock.core.service.event_fields import event_fields
from alarmclock.core.service.finding import find, matching
from alarmclock.core.service.parts import Parts
from alarmclock.core.service.reply import Reply

MOST_A_PAGE = 500
LATEST = 2**63 - 1


def log(parts: Parts, arguments: Arguments) -> Reply:
    """Give a page of the activity, newest first.

    ``before`` in the answer is the number to go on from, null where that was all.
    """
    clock = parts.book.clock
    since = instant_of(arguments, "since", clock.zone())
    query = ActivityQuery(_subject(parts, text_of(arguments, "alarm")), since=since)
    before = count_of(arguments, "before", LATEST, LATEST)
    found = parts.events(MOST_A_PAGE, before, query)
    if query.item_id and not found and query.item_id not in parts.book:
        find(parts.book, query.item_id)  # which says that there is no such alarm
    now, zone = clock.now(), clock.zone()
    teller = Teller(now, zone)
    answer = {
        "activity": [event_fields(event, now, zone) for _, event in found],
        "lines": [teller.sentence(event) for _, event in found],
        "before": found[-1][0] if len(found) == MOST_A_PAGE else None,
    }
    return Reply(answer)


def _subject(parts: Parts, named: str | None) -> str | None:
    """Give the id that a name means; that of what was deleted has to be given whole."""
    if named is None:
        return None
    return find(parts.book, named).id if matching(parts.book, named) else named
