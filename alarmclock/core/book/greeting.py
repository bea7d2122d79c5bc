"""What is told when the program is opened."""

from datetime import datetime

from alarmclock.core.activity.events import ArmedAgain, Rang
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.ringing import Cause
from alarmclock.core.words.wording import activity_name, counted


def armed_again(book: AlarmBook, opened_at: datetime, count: int) -> ArmedAgain | None:
    """Tell how many were armed again and how many were missed; None when there is nothing."""
    missed = sum(
        ring.cause is Cause.PROGRAM_CLOSED and (ring.ended_at or opened_at) >= opened_at
        for _, ring in book.missed()
    )
    if not count and not missed:
        return None
    now = book.clock.now()
    return ArmedAgain(at=now, item_id="", label="", count=count, missed=missed)


def missed_before(book: AlarmBook, greeting: ArmedAgain | None) -> str:
    """Say how many missed rings wait where more do than the greeting tells of; else nothing."""
    count = len(book.missed())
    if count <= (greeting.missed if greeting is not None else 0):
        return ""
    return f"{counted(count, 'missed ring waits', 'missed rings wait')} on the page of alarms."


def sounding_again(book: AlarmBook) -> list[Rang]:
    """Tell of the rings that the end of an earlier run cut off, and that sound again now."""
    now = book.clock.now()
    return [
        Rang(at=now, item_id=item.id, label=activity_name(item), due=ring.due, late=now - ring.due)
        for item, ring in book.ringing()
        if now < ring.rang_at + item.ring.ring_length
    ]
