"""What a change of the system's zone does to alarms that follow the traveller."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from alarmclock.core.alarm import Alarm
from alarmclock.core.ringing import Ring
from alarmclock.core.schedule import instant_of, zone_of
from alarmclock.values import replace


def taken_along(
    alarm: Alarm, rings: Sequence[Ring], now: datetime, zone_before: tzinfo, zone: tzinfo
) -> Alarm:
    """Give an alarm that counts from the same time on the wall in the new zone as in the old.

    Set at nine for eight, it means tomorrow: to the west, where eight is still to come after the
    instant of the setting, too. Set at ten for eleven, it is missed where eleven is over at the
    arrival in the east. Once it has rung, it counts from its ring.
    """
    armed_at, old_zone = alarm.armed_at, zone_of(alarm, zone_before)
    new_zone = zone_of(alarm, zone)
    if armed_at is None or old_zone == new_zone:
        return alarm
    if any(ring.time == alarm.time and armed_at <= ring.due <= now for ring in rings):
        return alarm
    on_the_wall = armed_at.astimezone(old_zone)
    instant = instant_of(on_the_wall.date(), on_the_wall.time(), new_zone)
    return replace(alarm, armed_at=min(instant, now))
