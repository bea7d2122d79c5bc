"""Before when a time of day does not come, told without working out when it does."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta, tzinfo

from alarmclock.core.alarm import Alarm
from alarmclock.core.ringing import Ring

A_DAY_S = 86_400
# Within so long any time of day comes once, and clocks are hardly ever set by more than the slack.
A_DAY_AND_MORE, SLACK = timedelta(hours=27), timedelta(hours=3)


class Earliest:
    """Reckons with the times of day of a zone; instants that many alarms share are read once."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone
        self._known: dict[datetime, tuple[int, datetime]] = {}

    def after(self, instant: datetime, wall: time) -> datetime:
        """Give an instant before which a time of day does not come again after another instant."""
        of_day_s, floor = self._known.get(instant) or self._look(instant)
        wanted_s = wall.hour * 3600 + wall.minute * 60 + wall.second
        return floor + timedelta(seconds=(wanted_s - of_day_s) % A_DAY_S)

    def of_plan(self, alarm: Alarm, rings: Sequence[Ring], instant: datetime) -> datetime:
        """Give an instant before which the plan of an alarm has nothing that is after another."""
        is_plain = alarm.zone is None and not any(ring.is_open for ring in rings)
        return self.after(instant, alarm.time) if is_plain else instant

    def _look(self, instant: datetime) -> tuple[int, datetime]:
        """Give the time of day of an instant, and from when on others are counted from there."""
        local = instant.astimezone(self._zone)
        later = (instant + A_DAY_AND_MORE).astimezone(self._zone)
        is_steady = local.utcoffset() == later.utcoffset()
        of_day_s = local.hour * 3600 + local.minute * 60 + local.second
        floor = instant.replace(microsecond=0)
        found = self._known[instant] = of_day_s, floor if is_steady else floor - SLACK
        return found
