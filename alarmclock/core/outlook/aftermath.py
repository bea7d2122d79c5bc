"""What was due after a run had ended unexpectedly, and what became of it."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from alarmclock.core.activity.events import EndedUnexpectedly
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.change import Item
from alarmclock.core.ringing import Ending, Ring
from alarmclock.core.words.wording import counted, instant_words, item_name, rough_length, short_day

MOST_TOLD = 5
NOTHING_DUE = "Nothing was due in between."
NOTHING_MORE = "Nothing was due in between; what was missed before that is on the page of alarms."


def touched(book: AlarmBook, opened_at: datetime) -> list[tuple[Item, Ring]]:
    """List what rings since the opening or was missed by then, the earliest due first."""
    found = [
        (item, ring)
        for item in book
        for ring in book.rings(item.id)
        if ring.is_ringing or _was_missed(ring, opened_at)
    ]
    return sorted(found, key=lambda pair: pair[1].due)


def ended_sentence(event: EndedUnexpectedly, zone: tzinfo) -> str:
    """Say that the run before this one was not closed, and where more is to be read."""
    local = event.alive_at.astimezone(zone)
    year = f" {local.year}" if local.year != event.at.astimezone(zone).year else ""
    sentence = f"Alarm Clock ended unexpectedly on {short_day(local)}{year} at about {local:%H:%M}."
    if not event.report:
        return sentence
    return f"{sentence} What is known of it is in the file “{event.report}” of your data folder."


def aftermath_lines(
    rings: Sequence[tuple[Item, Ring]], opened_at: datetime, zone: tzinfo, *, missed: int = 0
) -> list[str]:
    """Say of each ring what became of it; of many only of the first.

    `missed` is how many missed rings wait, whenever that was.
    """
    if not rings:
        return [NOTHING_MORE if missed else NOTHING_DUE]
    told = [_line(item, ring, opened_at, zone) for item, ring in rings[:MOST_TOLD]]
    more = len(rings) - MOST_TOLD
    if more > 0:
        told.append(f"{counted(more, 'more is', 'more are')} in the activity.")
    return told


def _line(item: Item, ring: Ring, opened_at: datetime, zone: tzinfo) -> str:
    due = instant_words(ring.due, opened_at, zone)
    return f"{item_name(item)}, {due}: {_fate(ring, opened_at)}."


def _fate(ring: Ring, opened_at: datetime) -> str:
    if not ring.is_ringing:
        return "missed"
    if ring.rang_at < opened_at:
        return "it was ringing, and rings on"
    if ring.started_at is not None and ring.started_at < opened_at:
        return "rings again"
    return f"rings now, {rough_length(ring.rang_at - ring.due)} late"


def _was_missed(ring: Ring, opened_at: datetime) -> bool:
    was_ended = ring.ended_at is not None and ring.ended_at >= opened_at
    return was_ended and ring.ending is Ending.MISSED
