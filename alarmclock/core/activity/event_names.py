"""The names of events, as they are stored and told to other programs.

A class may be renamed, its name here never.
"""

from alarmclock.core.activity import events
from alarmclock.core.activity.events import Event

# Ticks are not kept, and have no name here.
KINDS: dict[str, type[Event]] = {
    "armed": events.Armed,
    "rang": events.Rang,
    "snoozed": events.Snoozed,
    "dismissed": events.Dismissed,
    "skipped": events.Skipped,
    "missed": events.Missed,
    "cancelled": events.Cancelled,
    "failed": events.Failed,
    "armed again": events.ArmedAgain,
    "ended unexpectedly": events.EndedUnexpectedly,
    "clock changed": events.ClockChanged,
    "clock doubted": events.ClockDoubted,
    "moved": events.Moved,
    "moved many": events.MovedMany,
    "clocks will change": events.ClocksWillChange,
    "edited": events.Edited,
    "turned off": events.TurnedOff,
    "deleted": events.Deleted,
    "unskipped": events.Unskipped,
    "paused": events.Paused,
    "resumed": events.Resumed,
    "many changed": events.ManyChanged,
    "heard": events.Heard,
    "unanswered": events.Unanswered,
    "asked awake": events.AskedAwake,
    "answered awake": events.AnsweredAwake,
    "rang by guard": events.RangByGuard,
    "doubtful": events.Doubtful,
    "arranged": events.Arranged,
}
KIND_NAMES = {kind: name for name, kind in KINDS.items()}
TICKED = "ticked"
