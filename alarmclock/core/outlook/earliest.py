"""Before when a time of day does not come, told without working out when it does."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from alarmclock.core.alarm import Alarm
from alarmclock.core.ringing import Ring
from alarmclock.core.rules.rule import ONE_DAY, Rule

A_DAY_S = 86_400
# Within so long any time of day comes once, and clocks are hardly ever set by more than the slack.
A_DAY_AND_MORE, SLACK = timedelta(hours=27), timedelta(hours=3)
NEXT_DAY = ONE_DAY - SLACK


AT_ONCE = timedelta(0)
MIDNIGHT = time()


class Earliest:
    """Reckons with the times of day of a zone; instants that many alarms share are read once."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone
        self._known: dict[datetime, _Seen] = {}
        self._ahead: dict[tuple[Rule, bool, datetime], timedelta] = {}

    def after(self, instant: datetime, wall: time) -> datetime:
        """Give an instant before which a time of day does not come again after another instant."""
        seen = self._known.get(instant) or self._look(instant)
        if seen.was_set:
            return instant  # what was left out a moment ago may still come
        return seen.floor + timedelta(seconds=(_of_day_s(wall) - seen.of_day_s) % A_DAY_S)

    def of_plan(self, alarm: Alarm, rings: Sequence[Ring], instant: datetime) -> datetime:
        """Give an instant before which the plan of an alarm has nothing that is after another."""
        if alarm.zone is not None or has_open(rings):
            return instant
        found = self.after(instant, alarm.time)
        seen = self._known[instant]
        if seen.was_set or not seen.is_steady or not alarm.rule.repeats:
            return found
        next_day = _of_day_s(alarm.time) < seen.of_day_s
        known = self._ahead.get((alarm.rule, next_day, instant))
        if known is None:
            day = seen.day + ONE_DAY if next_day else seen.day
            known = self._days_until(alarm.rule, day)
            self._ahead[alarm.rule, next_day, instant] = known
        return found + known if known else found

    def _days_until(self, rule: Rule, day: date) -> timedelta:
        """Give how long after a day the first of a rule begins, whatever clocks are set between."""
        found = rule.next_date(day)
        if found is None or found == day:
            return AT_ONCE
        before = self._offset_on(day)
        set_by = max(self._offset_on(found), self._offset_on(found + ONE_DAY)) - before
        return found - day - max(set_by, AT_ONCE)

    def _offset_on(self, day: date) -> timedelta:
        return datetime.combine(day, MIDNIGHT, self._zone).utcoffset() or AT_ONCE

    def _look(self, instant: datetime) -> "_Seen":
        """Give the time of day of an instant, and from when on others are counted from there."""
        local = instant.astimezone(self._zone)
        later = (instant + A_DAY_AND_MORE).astimezone(self._zone)
        is_steady = local.utcoffset() == later.utcoffset()
        floor = instant.replace(microsecond=0)
        found = self._known[instant] = _Seen(
            local.date(),
            _of_day_s(local.time()),
            floor if is_steady else floor - SLACK,
            is_steady,
            (instant - SLACK).astimezone(self._zone).utcoffset() != local.utcoffset(),
        )
        return found


def apart_at_least(rings: Sequence[Ring]) -> timedelta:
    """Give how long after one ring of its plan an alarm has the next, at the earliest.

    One that has rung and waits may ring again at any time.
    """
    return AT_ONCE if has_open(rings) else NEXT_DAY


def has_open(rings: Sequence[Ring]) -> bool:
    """Tell whether one of some rings is not over; most of many alarms have none at all."""
    return bool(rings) and any(ring.is_open for ring in rings)


class _Seen(NamedTuple):
    """An instant: its day and time of day, and whether clocks are set soon or were a moment ago."""

    day: date
    of_day_s: int
    floor: datetime
    is_steady: bool
    was_set: bool


def _of_day_s(wall: time) -> int:
    return wall.hour * 3600 + wall.minute * 60 + wall.second
