"""What became of what was due, by the record.

Those are the rings that were claimed, and what happened to an alarm around the dues that have none.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo

from alarmclock.core.activity.events import (
    Armed,
    Edited,
    Event,
    Missed,
    Paused,
    Rang,
    Resumed,
    TurnedOff,
)
from alarmclock.core.activity.ring_words import ring_facts, ring_words
from alarmclock.core.alarm import Alarm
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.outlook.entry import MOST_ENTRIES, Entry, Fate, by_due
from alarmclock.core.outlook.to_come import alarms_of
from alarmclock.core.ringing import Ending, Ring
from alarmclock.core.rules.rule import ONE_DAY, Once
from alarmclock.core.schedule import instant_of, planned_dates, zone_of
from alarmclock.core.words.wording import item_name

DECIDING = (Armed, TurnedOff, Paused, Resumed, Edited)
LATEST = datetime.max.replace(tzinfo=UTC)

Told = Callable[[str], Sequence[Event]]


def back(
    book: AlarmBook,
    since: datetime,
    until: datetime,
    rings: Sequence[tuple[str, Ring]],
    told: Told,
    item_id: str | None = None,
    most: int = MOST_ENTRIES,
    begun: Mapping[str, datetime] | None = None,
) -> list[Entry]:
    """List what was due from an instant up to another, by due, with what became of it.

    Where there are more than `most`, at least so many of the newest are listed.

    `rings` are the labels and rings of that time; `told` gives what happened to an alarm until
    now, the oldest first, and is asked only for one that has a due without a ring; `begun` tells
    since when an alarm is told of at all, so that most need not be asked for.
    """
    now, zone = book.clock.now(), book.clock.zone()
    wanted = [(label, ring) for label, ring in rings if item_id in (None, ring.item_id)]
    entries = [_of_ring(label, ring, now, zone) for label, ring in wanted]
    by_alarm: dict[str, list[Ring]] = defaultdict(list)
    for _, ring in wanted:
        by_alarm[ring.item_id].append(ring)
    told_of = [
        (alarm, first)
        for alarm in alarms_of(book, item_id)
        if (first := _first_told(alarm, since, begun)) < until
    ]
    for begin, end in _backwards(since, min(until, now)):
        if len(entries) > most:
            break
        for alarm, first in told_of:
            if first < end:
                after = max(begin, first)
                entries += _unrung(alarm, after, end, by_alarm.get(alarm.id, ()), told, zone)
    return sorted(entries, key=by_due)


def _first_told(alarm: Alarm, since: datetime, begun: Mapping[str, datetime] | None) -> datetime:
    """Give the instant, from `since` on, after which an alarm may have a due with a reason."""
    if begun is None or alarm.limits.excepted or alarm.skipped:
        return since
    known = begun.get(alarm.id, LATEST)
    return max(since, known - timedelta.resolution)


def _backwards(since: datetime, until: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Cut a span into pieces, the newest first and each twice as long as the one before."""
    length, end = ONE_DAY, until
    while end > since:
        begin = max(since, end - length)
        yield begin, end
        length, end = 2 * length, begin


def _of_ring(label: str, ring: Ring, now: datetime, zone: tzinfo) -> Entry:
    words = ring_words(label, ring, now, zone)
    facts = ring_facts(ring, now, zone)[1:]
    missed = ring.ending is Ending.MISSED
    return Entry(
        ring.due,
        ring.item_id,
        words.name,
        ", ".join([words.headline, *facts]),
        Fate.MISSED if missed else Fate.RANG,
        ring.day,
    )


def _unrung(
    alarm: Alarm,
    since: datetime,
    until: datetime,
    rings: Sequence[Ring],
    told: Told,
    system_zone: tzinfo,
) -> Iterator[Entry]:
    """List the dues of an alarm's rule that have no ring, with the reason as far as known."""
    if isinstance(alarm.rule, Once):
        return
    zone = zone_of(alarm, system_zone)
    events: Sequence[Event] | None = None
    rung = {ring.day for ring in rings if ring.time == alarm.time}
    for day in planned_dates(alarm, since.astimezone(zone).date() - ONE_DAY):
        due = instant_of(day, alarm.time, zone)
        if due > until:
            return
        if due > since and day not in rung:
            events = told(alarm.id) if events is None else events
            reason = _reason(alarm, day, due, events)
            if reason is not None:
                yield Entry(due, alarm.id, item_name(alarm), reason, Fate.SILENT, day)


def _reason(alarm: Alarm, day: date, due: datetime, events: Sequence[Event]) -> str | None:
    """Say why there was no ring at a due; None where the alarm was not set yet."""
    deciding = [event for event in events if isinstance(event, DECIDING)]
    before = [event for event in deciding if event.at <= due]
    silence = _silence(alarm, day, before[-1] if before else None)
    if silence:
        return silence
    if any(isinstance(event, Edited) and event.at > due for event in deciding):
        return "it was another alarm then, and was changed later"
    return _passed_over(due, events) if before else None


def _silence(alarm: Alarm, day: date, last: Event | None) -> str | None:
    """Give the reason why an alarm was meant to be silent on a day."""
    if day in alarm.limits.excepted:
        return "excepted"
    match last:
        case TurnedOff():
            return "it was off"
        case Paused(until=until) if until is None or day < until:
            return "paused"
    return "skipped" if day in alarm.skipped else None


def _passed_over(due: datetime, events: Sequence[Event]) -> str:
    """Tell of the newer ring that was rung late or missed instead of an older one."""
    later = [event for event in events if isinstance(event, Rang | Missed) and event.due > due]
    newer = min(later, key=lambda event: event.due, default=None)
    if newer is None:
        return "no record: the program was closed, or the alarm was off"
    cause = f": {newer.cause.value}" if isinstance(newer, Missed) else ""
    return f"passed over, a newer ring took its place{cause}"
