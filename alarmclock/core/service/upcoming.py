"""What rings next: of everything, of one alarm, or of a phrase, which is only reckoned."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo
from heapq import merge
from itertools import islice

from alarmclock.core.alarm import Alarm
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.change import Item
from alarmclock.core.outlook.earliest import AT_ONCE, Earliest, apart_at_least
from alarmclock.core.outlook.explain import coming, note_words
from alarmclock.core.outlook.lazy_merge import Series, lazily_merged
from alarmclock.core.ringing import Ring
from alarmclock.core.schedule import zone_of as zone_of_alarm
from alarmclock.core.service.arguments import (
    Arguments,
    count_of,
    instant_of,
    needed_words,
    zone_of,
)
from alarmclock.core.service.finding import find, matching
from alarmclock.core.service.item_fields import Fields, instant_text
from alarmclock.core.service.lines import table
from alarmclock.core.service.parts import Parts
from alarmclock.core.service.phrases import read_phrase
from alarmclock.core.service.reply import NothingMatched, Reply
from alarmclock.core.service.statuses import NOTHING_RINGS
from alarmclock.core.words.wording import (
    countdown,
    item_name,
    place_of,
    rough_length,
    short_day,
    wall_time,
)
from alarmclock.values import dataclass, replace

MOST_RINGS = 1000
# Four letters or more that can begin an id, and are no number: those of one that is gone.
ID = re.compile(r"(?=.*[a-f])[0-9a-f]{4,}")
# What is nearer than this is told to the second: “in 1 min 30 s”.
TO_THE_SECOND = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Coming:
    """One ring to come; ``zone`` is the one that its local time is told in."""

    item: Item
    due: datetime
    zone: tzinfo
    note: str = ""


def upcoming(parts: Parts, arguments: Arguments) -> Reply:
    """Give the next rings of everything, of the alarm that is named, or of a phrase."""
    zone = zone_of(arguments, "zone", parts.book.clock.zone())
    now = instant_of(arguments, "now", zone) or parts.book.clock.now()
    most = count_of(arguments, "count", 1, MOST_RINGS)
    if arguments.get("what") is None:
        found = list(islice(all_to_come(parts.book, now, zone), most))
        return _reply(found, now, named=True, shows_name=True)
    item, rings = _meant(parts, arguments, now, zone)
    is_kept = item.id in parts.book
    # What a phrase was read as shows in its label, too: it may hold what was meant as a day.
    shows_label = bool(item.label) and not is_kept
    found = list(islice(_of(item, rings, now, zone), most))
    reply = _reply(found, now, named=False, shows_name=shows_label)
    return replace(reply, note=NOTHING_RINGS) if is_kept and parts.readiness is None else reply


def _meant(
    parts: Parts, arguments: Arguments, now: datetime, zone: tzinfo
) -> tuple[Item, list[Ring]]:
    """Give the alarm of an id or a label, or else the one that a phrase would make."""
    what = " ".join(needed_words(arguments, "what"))
    if matching(parts.book, what):
        item = find(parts.book, what)
        return item, list(parts.book.rings(item.id))
    item = _said(parts, arguments, what, now, zone)
    return (item if isinstance(item, Alarm) else item.started(now)), []


def _said(parts: Parts, arguments: Arguments, what: str, now: datetime, zone: tzinfo) -> Item:
    """Give what a phrase sets. Raises PhraseError, or NothingMatched for what is rather a name."""
    from alarmclock.core.phrase.error import NoSuchRule, PhraseError

    try:
        return read_phrase(parts, arguments, "what", now, zone, None).item
    except NoSuchRule:
        raise
    except PhraseError as error:
        if any(character.isdigit() for character in what) and not ID.fullmatch(what.casefold()):
            raise
        sentence = f"No alarm or timer is called “{what}”. “alarmclock list” shows them."
        if error.position:
            sentence += f" As a phrase it is not whole: {error} {error.hint}"
        raise NothingMatched(sentence) from error


def all_to_come(book: AlarmBook, now: datetime, zone: tzinfo) -> Iterator[Coming]:
    """Give the rings of everything that come after `now`, the next first."""
    earliest = Earliest(zone)

    def floor(item: Item) -> datetime:
        return earliest.of_plan(item, book.rings(item.id), now) if isinstance(item, Alarm) else now

    def begin(item: Item) -> Series[Coming]:
        rings = list(book.rings(item.id))
        apart = apart_at_least(rings) if isinstance(item, Alarm) else AT_ONCE
        return apart, _of(item, rings, now, zone)

    return lazily_merged(((floor(item), item) for item in book), begin, lambda ring: ring.due)


def _of(item: Item, rings: list[Ring], now: datetime, zone: tzinfo) -> Iterator[Coming]:
    waiting = next((ring for ring in rings if ring.is_snoozed), None)
    snoozed: Iterator[Coming] = iter(())
    if waiting is not None and waiting.snoozed_until and waiting.snoozed_until > now:
        snoozed = iter([Coming(item, waiting.snoozed_until, zone, "snoozed")])
    return merge(snoozed, _planned(item, rings, now, zone), key=lambda ring: ring.due)


def _planned(item: Item, rings: list[Ring], now: datetime, zone: tzinfo) -> Iterator[Coming]:
    if isinstance(item, Alarm):
        own_zone = zone_of_alarm(item, zone)
        for planned in coming(item, rings, now, zone):
            yield Coming(item, planned.occurrence.due, own_zone, ", ".join(note_words(planned)))
    elif item.ends_at is not None and item.ends_at > now:
        yield Coming(item, item.ends_at, zone)


def _reply(found: list[Coming], now: datetime, *, named: bool, shows_name: bool) -> Reply:
    answer = [_fields(ring, named=named) for ring in found]
    if not found:
        raise NothingMatched("Nothing rings then.", answer)
    return Reply(answer, table(_row(ring, now, shows_name=shows_name) for ring in found))


def _fields(ring: Coming, *, named: bool) -> Fields:
    fields: Fields = {
        "due": instant_text(ring.due),
        "local": ring.due.astimezone(ring.zone).isoformat(),
        "note": ring.note or None,
    }
    return {**fields, "id": ring.item.id, "label": ring.item.label} if named else fields


def _row(ring: Coming, now: datetime, *, shows_name: bool) -> list[str]:
    local = ring.due.astimezone(ring.zone)
    when = f"{short_day(local)} {local.year} {wall_time(local.time().replace(microsecond=0))}"
    if isinstance(ring.item, Alarm) and ring.item.zone is not None:
        when = f"{when} {place_of(ring.item.zone)}"
    left = ring.due - now
    cells = [when, f"in {rough_length(left) if left >= TO_THE_SECOND else countdown(left)}"]
    return [*cells, *([item_name(ring.item)] if shows_name else []), ring.note]
