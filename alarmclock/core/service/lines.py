"""Alarms and timers as lines of a table that people read in a terminal."""

from collections.abc import Iterable, Sequence
from datetime import datetime, tzinfo

from alarmclock.core.alarm import Alarm
from alarmclock.core.book.book import AlarmBook, State
from alarmclock.core.change import Item
from alarmclock.core.service.overdue import RINGS_ON, overdue, overdue_words
from alarmclock.core.timer import Timer
from alarmclock.core.words.rule_words import alarm_rule_words
from alarmclock.core.words.wording import (
    clock_length,
    countdown,
    next_line,
    short_day,
    wall_time,
)

SHORTEST_HANDLE = 6
GAP = "  "


def handles(book: AlarmBook) -> dict[str, str]:
    """Give each item the shortest beginning of its id, of some letters, that no other has."""
    ids = sorted(item.id for item in book)
    found = {}
    for place, item_id in enumerate(ids):
        neighbours = [ids[near] for near in (place - 1, place + 1) if 0 <= near < len(ids)]
        shared = max((_shared(item_id, other) for other in neighbours), default=0)
        found[item_id] = item_id[: max(SHORTEST_HANDLE, shared + 1)]
    return found


def table(rows: Iterable[Sequence[str]]) -> str:
    """Set rows below each other in columns."""
    listed = [list(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*listed, strict=True)]
    lines = (
        GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in listed
    )
    return "\n".join(line.rstrip() for line in lines)


def item_row(book: AlarmBook, item: Item, handle: str, *, is_open: bool) -> list[str]:
    """Give the cells of an alarm or a timer: id, time, label, rule, how it stands."""
    if isinstance(item, Timer):
        # In digits it would look like a time of day.
        when, rule = countdown(item.length), "timer"
    else:
        when, rule = wall_time(item.time), alarm_rule_words(item)
        if item.zone:
            rule = f"{rule} in {item.zone}"
    return [handle, when, item.label or "-", rule, standing(book, item, is_open=is_open)]


def standing(book: AlarmBook, item: Item, *, is_open: bool) -> str:
    """Say how an item stands, and when it rings next."""
    now, zone, due = book.clock.now(), book.clock.zone(), book.due(item.id)
    if late := overdue(book, item):
        words, due = overdue_words(book, late, is_open=is_open), _following(book, item)
        return f"{words}; next {next_line(due, now, zone)}" if due else words
    state = book.state(item.id)
    if state is State.RINGING and not is_open:
        return RINGS_ON
    words = _state_words(book, item, state, now, zone)
    if due is None or state in (State.RINGING, State.SNOOZED):
        return words
    coming = next_line(due, now, zone)
    return f"{words}; next {coming}" if words else coming


def _following(book: AlarmBook, item: Item) -> datetime | None:
    """Give the ring of an alarm that comes after one that is overdue."""
    if not isinstance(item, Alarm):
        return None
    from alarmclock.core.outlook.explain import coming

    now, zone = book.moment()
    planned = next(iter(coming(item, book.rings(item.id), now, zone)), None)
    return planned.occurrence.due if planned else None


def _state_words(book: AlarmBook, item: Item, state: State, now: datetime, zone: tzinfo) -> str:
    ring = book.open_ring(item.id)
    match state:
        case State.SNOOZED if ring and ring.snoozed_until:
            from alarmclock.core.activity.ring_words import waiting_words

            return waiting_words(ring, ring.snoozed_until, now, zone)
        case State.PAUSED if isinstance(item, Alarm) and item.pause and item.pause.until:
            return f"paused until {short_day(item.pause.until)} {item.pause.until.year}"
        case State.PAUSED if isinstance(item, Timer):
            return f"paused, {clock_length(item.time_left(now))} left"
        case State.ARMED | State.RUNNING:
            return "" if book.due(item.id) else "no more rings"
    return str(state.value)


def _shared(one: str, other: str) -> int:
    for place, (mine, theirs) in enumerate(zip(one, other, strict=False)):
        if mine != theirs:
            return place
    return min(len(one), len(other))
