"""What undo and redo do to the present: steps are taken back exactly, but time has passed.

What happened by itself since then stays, and what became due meanwhile is neither rung late nor
counted as missed.
"""

from alarmclock.core.alarm import NO_DATES, Alarm
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.change import Change, Item, ItemChange, RingChange, rebased
from alarmclock.core.goal import goal_of, pending
from alarmclock.core.ringing import By, Ending
from alarmclock.core.timer import Timer
from alarmclock.values import replace


def backward(step: Change, book: AlarmBook) -> Change:
    """Give the change that takes a step back; a ring that it ended sounds again."""
    back = step.reversed()
    items = _onto_present(back, book)
    kept = {item.item_id: item.after for item in items if item.after is not None}
    rings = [
        ring
        for ring in back.rings
        if (item := kept.get(ring.after.item_id)) and _may_come_back(ring, item, book)
    ]
    gone = {item.item_id for item in items} - kept.keys()
    return replace(back, items=items, rings=(*rings, *cancelled_rings(gone, book)))


def forward(step: Change, book: AlarmBook) -> Change:
    """Give the change that does a step again; as the first time, it ends the ring or does not."""
    rings = cancelled_rings(step.item_ids, book) if step.ends_rings else ()
    return replace(step, items=_onto_present(step, book), rings=rings)


def cancelled_rings(item_ids: set[str] | frozenset[str], book: AlarmBook) -> tuple[RingChange, ...]:
    """Give the changes that silence these alarms and timers."""
    now = book.clock.now()
    open_rings = [ring for item_id in sorted(item_ids) if (ring := book.open_ring(item_id))]
    return tuple(
        RingChange(ring, ring.ended(now, Ending.CANCELLED, by=By.CHANGE)) for ring in open_rings
    )


def _onto_present(change: Change, book: AlarmBook) -> tuple[ItemChange, ...]:
    items = (rebased(item, book.find(item.item_id)) for item in change.items)
    return tuple(ItemChange(item.before, _settled(item, book)) for item in items)


def _may_come_back(ring: RingChange, item: Item, book: AlarmBook) -> bool:
    """Tell whether a ring still has time to sound, and no other one took its place."""
    now, zone = book.clock.now(), book.clock.zone()
    others = [other for other in book.rings(item.id) if other.key != ring.after.key]
    goal = goal_of(item, [*others, ring.after], now, zone)
    has_time = goal is not None and goal.at > now
    return has_time and book.open_ring(item.id) is None


def _settled(change: ItemChange, book: AlarmBook) -> Item | None:
    """Give an item as it goes on from now, whatever passed while it was away."""
    match change.before, change.after:
        case Alarm() | None as before, Alarm() as alarm:
            return _settled_alarm(before, alarm, book)
        case Timer() | None as before, Timer() as timer:
            return _settled_timer(before, timer, book)
        case _:
            return change.after


def _settled_alarm(before: Alarm | None, alarm: Alarm, book: AlarmBook) -> Alarm:
    if before and before.same_dues(alarm):
        return alarm
    now, zone, rings = book.clock.now(), book.clock.zone(), book.rings(alarm.id)
    due = pending(alarm, rings, now, zone)
    if due is not None and due.due > now:
        return alarm
    # What is skipped or paused can ring later: it stays on, and what passes then is not missed.
    settled = alarm if due is None else replace(alarm, armed_at=alarm.armed_at and now)
    unhindered = replace(alarm, armed_at=alarm.armed_at and now, skipped=NO_DATES, pause=None)
    can_ring = pending(unhindered, rings, now, zone) is not None
    return settled if can_ring else replace(alarm, armed_at=None)


def _settled_timer(before: Timer | None, timer: Timer, book: AlarmBook) -> Timer:
    now = book.clock.now()
    has_ended = timer.ends_at is not None and timer.ends_at <= now
    if not has_ended or (before and before.ends_at == timer.ends_at):
        return timer
    if before and before.left:
        return replace(timer, ends_at=now + before.left)
    return timer.ended()
