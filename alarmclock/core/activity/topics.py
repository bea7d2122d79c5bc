"""Which kinds of events belong to a topic of the activity."""

from alarmclock.core.activity import events
from alarmclock.core.activity.events import Event
from alarmclock.core.activity.topic import Topic

TOPICS: dict[Topic, tuple[type[Event], ...]] = {
    Topic.RINGS: (
        events.Rang,
        events.RangByGuard,
        events.Heard,
        events.Arranged,
        events.Snoozed,
        events.Unanswered,
        events.Dismissed,
        events.AskedAwake,
        events.AnsweredAwake,
    ),
    Topic.MISSED: (events.Missed,),
    Topic.PROBLEMS: (
        events.Failed,
        events.Missed,
        events.Doubtful,
        events.RangByGuard,
        events.ClockDoubted,
        events.EndedUnexpectedly,
    ),
    Topic.CHANGES: (
        events.Edited,
        events.TurnedOff,
        events.Deleted,
        events.Skipped,
        events.Unskipped,
        events.Paused,
        events.Resumed,
        events.ManyChanged,
    ),
    Topic.DAEMONS: (events.Armed, events.ArmedAgain, events.Cancelled, events.EndedUnexpectedly),
    Topic.CLOCK: (
        events.ClockChanged,
        events.ClockDoubted,
        events.ClocksWillChange,
        events.Moved,
        events.MovedMany,
    ),
}
