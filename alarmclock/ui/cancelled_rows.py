"""Makes the rows of the closing view from what the daemons report."""

from datetime import datetime, timedelta, tzinfo
from functools import partial

from alarmclock.core.activity.events import Cancelled
from alarmclock.core.alarm import Alarm
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.timer import Timer
from alarmclock.core.words.wording import clock_length, countdown, item_name, next_line, wall_time
from alarmclock.ui.closing.model import Cancellation, CancelledRow

NOTHING = timedelta(0)


def cancellation(event: Cancelled, book: AlarmBook) -> Cancellation:
    """Take in that the daemon of an item was cancelled."""
    is_timer = isinstance(book.find(event.item_id), Timer)
    return Cancellation(event.due, is_timer, partial(cancelled_row, event, book))


def cancelled_row(event: Cancelled, book: AlarmBook) -> CancelledRow:
    """Describe an item whose daemon was cancelled."""
    item = book.find(event.item_id)
    if isinstance(item, Timer):
        detail = f"timer, {countdown(event.left)} left" if event.left > NOTHING else "was ringing"
        return CancelledRow(clock_length(event.left), item_name(item), detail)
    zone = book.clock.zone()
    return CancelledRow(
        _digits(item, event.due, zone), event.label or "Alarm", _detail(event, event.at, zone)
    )


def _digits(alarm: Alarm | None, due: datetime, zone: tzinfo) -> str:
    if alarm is not None and alarm.zone is None:
        return wall_time(alarm.time)
    return wall_time(due.astimezone(zone).time().replace(microsecond=0))


def _detail(event: Cancelled, now: datetime, zone: tzinfo) -> str:
    return next_line(event.due, now, zone) if event.left > NOTHING else "was ringing"
