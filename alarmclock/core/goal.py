"""What comes next for an alarm or a timer: the one thing that its daemon waits for."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import Enum, auto
from itertools import islice

from alarmclock.core.alarm import Alarm
from alarmclock.core.change import Item
from alarmclock.core.ringing import Ring
from alarmclock.core.rules.rule import ONE_DAY
from alarmclock.core.schedule import Occurrence, occurrences
from alarmclock.core.timer import Timer
from alarmclock.values import dataclass

BEFORE_NEXT_RING = timedelta(minutes=1)


class Aim(Enum):
    """What a daemon does when its time has come."""

    RING = auto()
    RING_AGAIN = auto()
    ASK = auto()
    TIME_OUT = auto()


@dataclass(frozen=True, slots=True)
class Goal:
    """An aim and its instant.

    ``in_real_time`` tells that it is a length that runs from now, as of a timer, and must not
    come sooner or later when the wall clock is set.
    """

    item_id: str
    aim: Aim
    at: datetime
    occurrence: Occurrence | None = None
    in_real_time: bool = False


def pending(alarm: Alarm, rings: Sequence[Ring], now: datetime, zone: tzinfo) -> Occurrence | None:
    """Give the first occurrence that has neither rung nor been missed, None when there is none."""
    return next(unrung(alarm, rings, now, zone), None)


def unrung(
    alarm: Alarm, rings: Sequence[Ring], now: datetime, zone: tzinfo
) -> Iterator[Occurrence]:
    """List the occurrences that have neither rung nor been missed.

    The first lies in the past when it could not ring at its due: the program was closed, the
    computer asleep. A clock set back does not bring a day's ring back, since its claim stands.
    """
    if alarm.armed_at is None:
        return iter(())
    claimed = {ring.day: ring.due for ring in rings if ring.time == alarm.time}
    after, not_before = min(alarm.armed_at, now), date.min
    rung = [day for day, due in claimed.items() if due <= now]
    if rung:
        newest = max(rung)
        # Where a zone leaves out a date, two dates fall on one instant: one ring is enough.
        after, not_before = max(after, claimed[newest]), newest + ONE_DAY
    upcoming = occurrences(alarm, after, zone, not_before=not_before)
    found = (occurrence for occurrence in upcoming if occurrence.day not in claimed)
    return found if alarm.rule.repeats else islice(found, 1)


def newest_due(
    alarm: Alarm, first: Occurrence, now: datetime, zone: tzinfo
) -> tuple[Occurrence, Occurrence | None]:
    """Give the newest occurrence that is due by `now`, from the first one on, and the one after it.

    Of a repeating alarm that was due several times meanwhile, only the newest is rung or missed.
    """
    newest = first
    if not alarm.rule.repeats:
        return newest, None
    for later in occurrences(alarm, first.due, zone, not_before=first.day + ONE_DAY):
        if later.due > now:
            return newest, later
        newest = later
    return newest, None


def timer_occurrence(timer: Timer) -> Occurrence | None:
    """Give the end of a running timer under a name that it alone has."""
    if timer.ends_at is None:
        return None
    end = timer.ends_at.astimezone(UTC)
    return Occurrence(timer.id, end.date(), end.time(), timer.ends_at)


def goal_of(item: Item, rings: Sequence[Ring], now: datetime, zone: tzinfo) -> Goal | None:
    """Give what an item waits for, None when it waits for nothing."""
    ring = next((ring for ring in rings if ring.is_open), None)
    goal = _goal_of_ring(item, ring) if ring is not None else None
    if isinstance(item, Timer):
        occurrence = timer_occurrence(item) if ring is None else None
    else:
        occurrence = pending(item, rings, now, zone)
    # The next occurrence takes the place of a ring that is still open then.
    if occurrence is None or (goal is not None and goal.at <= occurrence.due):
        return goal
    return Goal(item.id, Aim.RING, occurrence.due, occurrence, isinstance(item, Timer))


def end_of_wait(until: datetime, following: Occurrence | None, now: datetime) -> datetime | None:
    """Give the end of a wait to ring again: no later than a minute before the next occurrence.

    None when that is over.
    """
    if following is None or until < following.due:
        return until
    earlier = following.due - BEFORE_NEXT_RING
    return earlier if earlier > now else None


def _goal_of_ring(item: Item, ring: Ring) -> Goal:
    if ring.snoozed_until is not None:
        aim = Aim.ASK if ring.waits_to_ask else Aim.RING_AGAIN
        return Goal(item.id, aim, ring.snoozed_until, in_real_time=ring.is_asking)
    end = ring.rang_at + item.ring.ring_length
    return Goal(item.id, Aim.TIME_OUT, end, in_real_time=True)
