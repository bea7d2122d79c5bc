"""The nights in which clocks are set, told the evening before to whom they touch."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, tzinfo

from alarmclock.core.activity.events import ClocksWillChange
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.outlook.explain import Note, Planned, next_rings
from alarmclock.core.rules.rule import ONE_DAY
from alarmclock.core.schedule import instant_of, zone_of
from alarmclock.core.words.wording import item_name

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
    odd_times = OddTimes(now)
    nights: dict[Night, list[Planned]] = defaultdict(list)
    for alarm in book.alarms():
        zone = zone_of(alarm, system_zone)
        if alarm.armed_at is None or not odd_times.has(zone, alarm.time):
            continue
        for planned in next_rings(alarm, book.rings(alarm.id), now, RINGS_AHEAD, system_zone):
            if _is_odd(planned) and _evening_before(planned, system_zone) <= now:
                nights[(alarm.zone, planned.occurrence.day, _shift(planned))].append(planned)
    return [_notice(night, found, now, system_zone) for night, found in nights.items()]


class OddTimes:
    """Knows quickly which times of day are left out or come twice in the next days.

    Of many thousand alarms hardly any is worth a closer look.
    """

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._changing: dict[tzinfo, bool] = {}
        self._odd: dict[tuple[tzinfo, time], bool] = {}

    def has(self, zone: tzinfo, wall: time) -> bool:
        """Tell whether a time is odd on one of the next days."""
        if zone not in self._changing:
            self._changing[zone] = self._changes(zone)
        if not self._changing[zone]:
            return False
        if (zone, wall) not in self._odd:
            self._odd[zone, wall] = any(self._is_odd(day, wall, zone) for day in self._days(zone))
        return self._odd[zone, wall]

    def _changes(self, zone: tzinfo) -> bool:
        looks = range(AHEAD // BETWEEN_LOOKS + 1)
        instants = (self._now + look * BETWEEN_LOOKS for look in looks)
        return len({instant.astimezone(zone).utcoffset() for instant in instants}) > 1

    def _days(self, zone: tzinfo) -> list[date]:
        today = self._now.astimezone(zone).date()
        return [today + number * ONE_DAY for number in range(AHEAD // ONE_DAY + 1)]

    def _is_odd(self, day: date, wall: time, zone: tzinfo) -> bool:
        local = datetime.combine(day, wall, zone)
        return local.utcoffset() != local.replace(fold=1).utcoffset()


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
