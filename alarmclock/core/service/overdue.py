"""What came due and has not rung: while the program is closed, nothing rings it."""

from datetime import datetime

from alarmclock.core.alarm import Alarm
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.change import Item
from alarmclock.core.goal import Aim, Goal, newest_due
from alarmclock.core.ringing import may_ring
from alarmclock.core.words.wording import instant_words
from alarmclock.values import dataclass

RINGS_ON = "was ringing when Alarm Clock ended, rings on when it is opened"


@dataclass(frozen=True, slots=True)
class Overdue:
    """A ring whose time has come; ``rings`` tells that it is not too late for it yet."""

    item: Item
    due: datetime
    rings: bool


def overdue(book: AlarmBook, item: Item) -> Overdue | None:
    """Give the ring of an item that should have come by now, None for none.

    Of a repeating alarm that is the newest one: only that will be rung or missed.
    """
    now, zone = book.moment()
    goal = book.goal(item.id, (now, zone))
    if goal is None or goal.at > now or goal.aim is Aim.ASK:
        return None
    if goal.aim is Aim.TIME_OUT:
        return _unanswered(book, item, goal, now)
    due = goal.at
    if goal.aim is Aim.RING and isinstance(item, Alarm) and goal.occurrence is not None:
        newest, _ = newest_due(item, goal.occurrence, now, zone)
        due = newest.due
    is_doubted = book.plausibility.doubt is not None
    return Overdue(item, due, is_doubted or may_ring(now - due, item.ring.late_limit))


def _unanswered(book: AlarmBook, item: Item, goal: Goal, now: datetime) -> Overdue | None:
    """Give a ring that nobody answered before its time was over: it may be to come again."""
    ring = book.open_ring(item.id)
    if ring is None:
        return None
    again_at = goal.at + item.ring.again_every
    comes_again = ring.unanswered < item.ring.again
    return Overdue(item, ring.due, comes_again and may_ring(now - again_at, item.ring.late_limit))


def overdue_words(book: AlarmBook, found: Overdue, *, is_open: bool) -> str:
    """Say when it was due, and what becomes of it."""
    now, zone = book.moment()
    due = instant_words(found.due, now, zone)
    if is_open:
        return f"due since {due}"
    if found.rings:
        return f"was due {due}, rings late when Alarm Clock is opened"
    return f"missed, was due {due}"
