"""Which part of the activity somebody wants to read."""

from datetime import datetime
from typing import TYPE_CHECKING

from alarmclock.core.activity.topic import Topic
from alarmclock.values import dataclass

if TYPE_CHECKING:
    from alarmclock.core.activity.events import Event


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
    def kinds(self) -> "tuple[type[Event], ...]":
        """The kinds of events to read, empty for all."""
        if self.topic is None:
            return ()
        from alarmclock.core.activity.topics import TOPICS

        return TOPICS[self.topic]

    def matches(self, event: "Event") -> bool:
        """Tell whether an event that just happened belongs to it."""
        return (
            self.item_id in (None, event.item_id)
            and (not self.kinds or isinstance(event, self.kinds))
            and (self.since is None or event.at >= self.since)
            and (self.until is None or event.at < self.until)
            and self._has_text(event)
        )

    def _has_text(self, event: "Event") -> bool:
        reason = getattr(event, "reason", "")
        return self.text.casefold() in f"{event.label}\n{reason}".casefold()


EVERYTHING = ActivityQuery()
