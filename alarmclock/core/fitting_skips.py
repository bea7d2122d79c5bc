"""Which skipped dates an alarm keeps when its schedule changes."""

from datetime import date, datetime, tzinfo

from alarmclock.core.alarm import NO_DATES, Alarm
from alarmclock.core.schedule import instant_of, planned_dates, zone_of
from alarmclock.values import replace


def with_fitting_skips(alarm: Alarm, now: datetime, system_zone: tzinfo) -> Alarm:
    """Drop what is skipped where nothing would ring: else it came back with another schedule.

    An alarm that does not repeat is turned off, not skipped. What is over is kept: it explains why
    it did not ring.
    """
    if not alarm.skipped:
        return alarm
    if not alarm.rule.repeats:
        return replace(alarm, skipped=NO_DATES)
    zone = zone_of(alarm, system_zone)
    kept = frozenset(
        day
        for day in alarm.skipped
        if instant_of(day, alarm.time, zone) <= now or _is_planned(alarm, day)
    )
    return alarm if kept == alarm.skipped else replace(alarm, skipped=kept)


def _is_planned(alarm: Alarm, day: date) -> bool:
    is_excepted = day in alarm.limits.excepted
    return not is_excepted and next(planned_dates(alarm, day), None) == day
