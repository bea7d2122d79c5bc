"""Which part of the activity somebody wants to read."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from alarmclock.core import events
from alarmclock.core.events import Event


class Topic(Enum):
    """Kinds of events as people tell them apart; the value is what they read."""

    RINGS = "Rings"
    MISSED = "Missed"
    PROBLEMS = "Problems"
    CHANGES = "What I changed"
    DAEMONS = "Armed and cancelled"
    CLOCK = "Clock"


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
    Topic.DAEMONS: (events.Armed, events.ArmedAgain, events.Cancelled),
    Topic.CLOCK: (
        events.ClockChanged,
        events.ClockDoubted,
        events.ClocksWillChange,
        events.Moved,
        events.MovedMany,
    ),
}


@dataclass(frozen=True, slots=True)
class ActivityQuery:
    """What to read; None and empty leave nothing out. ``until`` itself is left out.

    ``text`` is looked for in labels and in reasons, whatever the case of its letters.
    """

    item_id: str | None = None
    topic: Topic | None = None
    since: datetime | None = None
    until: datetime | None = None
    text: str = ""

    @property
    def kinds(self) -> tuple[type[Event], ...]:
        """The kinds of events to read, empty for all."""
        return TOPICS[self.topic] if self.topic else ()

    def matches(self, event: Event) -> bool:
        """Tell whether an event that just happened belongs to it."""
        return (
            self.item_id in (None, event.item_id)
            and (not self.kinds or isinstance(event, self.kinds))
            and (self.since is None or event.at >= self.since)
            and (self.until is None or event.at < self.until)
            and self._has_text(event)
        )

    def _has_text(self, event: Event) -> bool:
        reason = getattr(event, "reason", "")
        return self.text.casefold() in f"{event.label}\n{reason}".casefold()


EVERYTHING = ActivityQuery()
