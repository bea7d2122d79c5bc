"""What will ring by the plan of the alarms, and by the timers that run."""

from collections.abc import Iterator
from datetime import datetime, tzinfo
from heapq import merge

from alarmclock.core.activity.ring_words import waiting_words
from alarmclock.core.alarm import Alarm
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.change import Item
from alarmclock.core.outlook.earliest import apart_at_least
from alarmclock.core.outlook.entry import Entry, Fate, by_due
from alarmclock.core.outlook.explain import SILENT, Note, Planned, explained, note_words
from alarmclock.core.outlook.floors import Floors
from alarmclock.core.outlook.lazy_merge import Series, lazily_merged
from alarmclock.core.words.wording import item_name


def ahead(
    book: AlarmBook,
    after: datetime,
    until: datetime,
    item_id: str | None = None,
    floors: Floors | None = None,
) -> Iterator[Entry]:
    """List what is planned after an instant and up to another, by due, lazily; timers too."""
    zone = book.clock.zone()
    known = (floors or Floors(book)).of(alarms_of(book, item_id), after)
    near = ((floor, alarm) for floor, alarm in known if floor <= until)

    def begin(alarm: Alarm) -> Series[Entry]:
        apart = apart_at_least(book.rings(alarm.id))
        return apart, _ahead_of(book, alarm, after, until, zone)

    alarms = lazily_merged(near, begin, by_due)
    return merge(alarms, _of_timers(book, after, until, item_id), key=by_due)


def alarms_of(book: AlarmBook, item_id: str | None) -> list[Alarm]:
    """List the alarms, or only the one of an id."""
    return [alarm for alarm in book.alarms() if item_id in (None, alarm.id)]


def _ahead_of(
    book: AlarmBook, alarm: Alarm, after: datetime, until: datetime, zone: tzinfo
) -> Iterator[Entry]:
    yield from _of_wait(book, alarm, after, until, zone)
    for planned in explained(alarm, book.rings(alarm.id), after, until, zone):
        yield _of_planned(planned)


def _of_timers(
    book: AlarmBook, after: datetime, until: datetime, item_id: str | None
) -> list[Entry]:
    zone = book.clock.zone()
    found: list[Entry] = []
    for timer in book.timers():
        if item_id not in (None, timer.id):
            continue
        found += _of_wait(book, timer, after, until, zone)
        due = timer.ends_at
        if due and after < due <= until:
            day = due.astimezone(zone).date()
            found.append(Entry(due, timer.id, item_name(timer), "", Fate.RINGS, day))
    return sorted(found, key=by_due)


def _of_wait(
    book: AlarmBook, item: Item, after: datetime, until: datetime, zone: tzinfo
) -> Iterator[Entry]:
    """Give when a ring that is snoozed comes again, if it is one."""
    ring = book.open_ring(item.id)
    if ring and ring.snoozed_until and after < ring.snoozed_until <= until:
        words = waiting_words(ring, ring.snoozed_until, book.clock.now(), zone)
        yield Entry(ring.snoozed_until, item.id, item_name(item), words, Fate.SPECIAL, ring.day)


def _of_planned(planned: Planned) -> Entry:
    occurrence, notes = planned.occurrence, planned.notes
    fate = Fate.RINGS if not notes else Fate.SPECIAL if planned.rings else Fate.SILENT
    return Entry(
        occurrence.due,
        occurrence.item_id,
        item_name(planned.alarm),
        ", ".join(note_words(planned)),
        fate,
        occurrence.day,
        can_skip=planned.alarm.rule.repeats and SILENT.isdisjoint(notes),
        can_take_back=Note.SKIPPED in notes,
    )
