"""What core needs from outside, as protocols; the real things and the fakes implement them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Protocol

from alarmclock.core.change import Change
from alarmclock.core.ringing import Ring

if TYPE_CHECKING:
    from alarmclock.core.activity.events import Event


class Clock(Protocol):
    """The time, three ways."""

    def now(self) -> datetime:
        """Give the wall clock's instant, in UTC; it may be set forward and back."""

    def elapsed(self) -> timedelta:
        """Give real time since some fixed moment; it counts suspend and is never set."""

    def zone(self) -> tzinfo:
        """Give the system's zone of this moment."""


class Journal(Protocol):
    """Where changes are made durable before anyone is told of them."""

    def save(self, change: Change) -> None:
        """Write a change in one transaction.

        Raises NotSaved when it could not be written, and AlreadyClaimed when a ring in it was
        claimed before; in both cases nothing of the change is on disk.
        """


class Diary(Protocol):
    """Where the activity is kept."""

    def keep(self, event: "Event") -> None:
        """Write one event. Raises NotSaved."""

    def keep_all(self, events: "Iterable[Event]") -> None:
        """Write several events in one transaction. Raises NotSaved."""


class Record(Protocol):
    """The past as it was kept, for those who look back."""

    def rings_between(
        self, since: datetime, until: datetime, item_id: str | None, most: int
    ) -> Sequence[tuple[str, Ring]]:
        """Give the newest rings that were due in a span of time, each with its alarm's label."""

    def begun(self) -> Mapping[str, datetime]:
        """Give since when each alarm is told of: before that it was not set yet."""

    def told_of(self, item_id: str, since: datetime) -> "Sequence[Event]":
        """Give what happened to an alarm since an instant, and the newest changes before it.

        The oldest come first.
        """
