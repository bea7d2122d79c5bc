"""What a person did to alarms, as events: why one did not ring is often told by them.

They are read off the changes of the book, so that to undo and to do again tell as well. To add
an alarm and to turn one on is told by its daemon, which reports that it is armed.
"""

from collections.abc import Iterator
from datetime import datetime, tzinfo

from alarmclock.core.activity.events import (
    Deleted,
    Edited,
    Event,
    ManyChanged,
    Paused,
    Resumed,
    Skipped,
    TurnedOff,
    Unskipped,
)
from alarmclock.core.alarm import Alarm
from alarmclock.core.change import Change, ItemChange
from alarmclock.core.fitting_skips import with_fitting_skips
from alarmclock.core.schedule import instant_of, zone_of
from alarmclock.core.timer import Timer
from alarmclock.core.words.rule_words import alarm_rule_words
from alarmclock.core.words.wording import activity_name, countdown, wall_time
from alarmclock.values import replace

MOST_TOLD_ONE_BY_ONE = 3


def facts_of(change: Change, now: datetime, system_zone: tzinfo) -> list[Event]:
    """Give what a change tells; nothing when it was a ring that changed the alarm."""
    if any(ring.before is None for ring in change.rings):
        return []
    told = [list(_of_item(item, now, system_zone)) for item in change.items]
    if sum(map(bool, told)) > MOST_TOLD_ONE_BY_ONE:
        return [ManyChanged(at=now, item_id="", label="", what=change.title)]
    return [event for events in told for event in events]


def facts_without_daemons(change: Change, now: datetime) -> list[Event]:
    """Give what daemons would tell of a change, where none runs: what was added or turned on."""
    told = [(item.after, what) for item in change.items if (what := _news(item))]
    if len(told) > MOST_TOLD_ONE_BY_ONE:
        return [ManyChanged(at=now, item_id="", label="", what=change.title)]
    return [
        Edited(at=now, item_id=item.id, label=activity_name(item), what=what)
        for item, what in told
        if item is not None
    ]


def _news(change: ItemChange) -> str:
    match change.before, change.after:
        case None, Alarm() as alarm:
            return f"added, {wall_time(alarm.time)} {alarm_rule_words(alarm)}"
        case None, Timer() as timer:
            return f"added, {countdown(timer.length)} timer"
        case Alarm(armed_at=None), Alarm(armed_at=datetime()):
            return "turned on"
    return ""


def _of_item(change: ItemChange, now: datetime, system_zone: tzinfo) -> Iterator[Event]:
    before, after = change.before, change.after
    if not isinstance(before, Alarm):
        return
    if after is None:
        yield Deleted(at=now, item_id=before.id, label=before.label)
    elif isinstance(after, Alarm):
        yield from _of_alarm(before, after, now, system_zone)


def _of_alarm(before: Alarm, after: Alarm, now: datetime, system_zone: tzinfo) -> Iterator[Event]:
    if what := _difference(before, after):
        yield Edited(at=now, item_id=after.id, label=after.label, what=what)
    if before.armed_at and not after.armed_at:
        yield TurnedOff(at=now, item_id=after.id, label=after.label)
    zone = zone_of(after, system_zone)
    # A date on which the new schedule does not ring is no news.
    again = with_fitting_skips(replace(after, skipped=before.skipped - after.skipped), now, zone)
    for kind, days in (
        (Skipped, after.skipped - before.skipped),
        (Unskipped, again.skipped),
    ):
        dues = sorted(instant_of(day, after.time, zone) for day in days)
        yield from (
            kind(at=now, item_id=after.id, label=after.label, due=due) for due in dues if due > now
        )
    if after.pause and after.pause != before.pause:
        yield Paused(at=now, item_id=after.id, label=after.label, until=after.pause.until)
    elif before.pause and not after.pause:
        yield Resumed(at=now, item_id=after.id, label=after.label)


def _difference(before: Alarm, after: Alarm) -> str:
    """Say what is new of when it rings and what it is called."""
    pairs = (
        (wall_time(before.time), wall_time(after.time)),
        (alarm_rule_words(before), alarm_rule_words(after)),
        (before.zone or "no zone of its own", after.zone or "no zone of its own"),
        (before.label or "no label", after.label or "no label"),
    )
    return ", ".join(f"{old} → {new}" for old, new in pairs if old != new)
