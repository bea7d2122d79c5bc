"""The nights in which clocks are set, told the evening before to whom they touch."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, tzinfo

from alarmclock.core.book import AlarmBook
from alarmclock.core.events import ClocksWillChange
from alarmclock.core.explain import Note, Planned, next_rings
from alarmclock.core.rule import ONE_DAY
from alarmclock.core.schedule import instant_of, zone_of
from alarmclock.core.wording import item_name

EVENING = time(20)
# A whole day was left out once, so the ring of tomorrow may lie three days ahead.
AHEAD = timedelta(days=3)
# No zone goes forward and back again in less.
BETWEEN_LOOKS = timedelta(hours=3)
# At eight an alarm may ring once more before the ring of tomorrow.
RINGS_AHEAD = 2
MOST_NAMED = 3
NO_SHIFT = timedelta(0)

# The zone as it is named, the local date, and by how much the clocks go forward.
Night = tuple[str | None, date, timedelta]


def next_evening(now: datetime, zone: tzinfo) -> datetime:
    """Give the next instant at which notices of tomorrow are due."""
    today = now.astimezone(zone).date()
    this_evening = instant_of(today, EVENING, zone)
    return this_evening if this_evening > now else instant_of(today + ONE_DAY, EVENING, zone)


def odd_nights(book: AlarmBook) -> list[ClocksWillChange]:
    """Tell of the changes of clocks that alarms of this night or tomorrow fall into.

    A notice is due from the evening before the ring until the ring.
    """
    now, system_zone = book.clock.now(), book.clock.zone()
    changing: dict[tzinfo, bool] = {}
    nights: dict[Night, list[Planned]] = defaultdict(list)
    for alarm in book.alarms():
        zone = zone_of(alarm, system_zone)
        if zone not in changing:
            changing[zone] = _changes(zone, now)
        if not changing[zone] or alarm.armed_at is None:
            continue
        for planned in next_rings(alarm, book.rings(alarm.id), now, RINGS_AHEAD, system_zone):
            if _is_odd(planned) and _evening_before(planned, system_zone) <= now:
                nights[(alarm.zone, planned.occurrence.day, _shift(planned))].append(planned)
    return [_notice(night, found, now, system_zone) for night, found in nights.items()]


def _changes(zone: tzinfo, now: datetime) -> bool:
    """Tell whether the clocks of a zone are set in the next days."""
    looks = range(AHEAD // BETWEEN_LOOKS + 1)
    offsets = {(now + look * BETWEEN_LOOKS).astimezone(zone).utcoffset() for look in looks}
    return len(offsets) > 1


def _is_odd(planned: Planned) -> bool:
    return Note.SHIFTED in planned.notes or Note.TWICE in planned.notes


def _shift(planned: Planned) -> timedelta:
    """Give by how much a ring is later than its alarm says; nothing where it comes twice."""
    wanted = datetime.combine(planned.occurrence.day, planned.occurrence.time)
    return planned.rings_at.replace(tzinfo=None) - wanted


def _evening_before(planned: Planned, system_zone: tzinfo) -> datetime:
    """Give the evening before a ring, by the clock on the wall here."""
    left_out = planned.rings_at.date() - planned.occurrence.day
    day = planned.occurrence.due.astimezone(system_zone).date() - left_out
    return instant_of(day - ONE_DAY, EVENING, system_zone)


def _notice(
    night: Night, found: Sequence[Planned], now: datetime, system_zone: tzinfo
) -> ClocksWillChange:
    zone, day, shift = night
    times = [planned.occurrence.time for planned in found]
    return ClocksWillChange(
        at=now,
        item_id="",
        label="",
        day=day,
        zone=zone or str(system_zone),
        is_pinned=zone is not None,
        shift=shift,
        first=min(times),
        last=max(times),
        count=len(found),
        names=tuple(item_name(planned.alarm) for planned in found[:MOST_NAMED]),
    )
