"""Events for the tests of the activity, and a store of them."""

from datetime import UTC, datetime, timedelta

from alarmclock.core.activity.events import Cancelled, Ticked

NOW = datetime(2026, 11, 22, 22, 2, 48, tzinfo=UTC)
SECOND = timedelta(seconds=1)
PAGE = 100


class EventStore:
    """Gives events page by page, as the store does."""

    def __init__(self, events=()):
        self.events = list(events)
        self.asked = []

    def keep(self, event):
        """Write an event down; numbers begin at 1."""
        self.events.append(event)

    def load_older(self, before):
        """Give a page of events before a number, newest first."""
        self.asked.append(before)
        last = len(self.events) if before is None else before - 1
        numbered = list(enumerate(self.events, start=1))
        return numbered[max(last - PAGE, 0) : last][::-1]


def tick(item_id="tea", left=3, at=NOW, label=None, **facts):
    """Make a tick of an alarm, or with count and total of a timer."""
    label = item_id.title() if label is None else label
    return Ticked(at=at, item_id=item_id, label=label, left=left * SECOND, **facts)


def timer_tick(item_id="tea", count=2, total=5, at=NOW):
    """Make a tick of a timer."""
    return tick(item_id, total - count, at=at, count=count, total=total)


def happened(item_id="nap", ago=0, kind=Cancelled, **facts):
    """Make an event that is no tick."""
    if kind is Cancelled:
        facts = {"due": NOW + 4 * SECOND, "left": 4 * SECOND} | facts
    return kind(at=NOW - ago * SECOND, item_id=item_id, label=item_id.title(), **facts)
