"""An alarm on its way through the editor: how it starts out, when it would ring, how it is kept."""

from datetime import date, datetime, time, timedelta, tzinfo

from alarmclock.core.alarm import Alarm
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.rules.rule import ONE_DAY
from alarmclock.core.schedule import next_occurrence
from alarmclock.core.words.no_ring import refuse_without_ring
from alarmclock.core.words.wording import rings_sentence, wall_time
from alarmclock.values import replace

MORNING = time(7, 0)
EVENING = time(20, 0)
SILENT_WHILE_PAUSED = "paused until it is resumed"
SILENT_WHILE_SKIPPED = "every ring that is left is skipped"


def new_alarm(settings: RingSettings, now: datetime, zone: tzinfo) -> Alarm:
    """Give a new alarm: for the next full hour, in the evening and at night for 07:00."""
    local = now.astimezone(zone)
    by_day = MORNING <= local.time() < EVENING
    wall = time((local + timedelta(hours=1)).hour) if by_day else MORNING
    return Alarm(time=wall, ring=settings)


def next_rings(alarm: Alarm, now: datetime, zone: tzinfo, *, was_off: bool) -> str:
    """Say when an alarm would ring if it were saved now. Raises Invalid when it never would."""
    alarm = replace(alarm, armed_at=now)
    refuse_without_ring(alarm, (), now, zone)
    found = next_occurrence(alarm, now, zone)
    if found is None:
        return SILENT_WHILE_PAUSED if alarm.pause else SILENT_WHILE_SKIPPED
    sentence = rings_sentence(found.due, now, zone)
    if alarm.zone is not None:
        sentence = f"{sentence} ({wall_time(found.due.astimezone(zone).time())} here)"
    return f"{sentence}; Save turns it on" if was_off else sentence


def first_day(wall: time | None, now: datetime, zone: tzinfo) -> date:
    """Give the first date on which a time of day is still to come."""
    local = now.astimezone(zone)
    is_over = wall is not None and wall <= local.time()
    return local.date() + ONE_DAY if is_over else local.date()


def armed(before: Alarm, after: Alarm, now: datetime) -> Alarm:
    """Give an edited alarm turned on: one whose times did not change counts on from before."""
    if before.armed_at is not None and before.same_schedule(after):
        return replace(after, armed_at=before.armed_at)
    return replace(after, armed_at=now)
