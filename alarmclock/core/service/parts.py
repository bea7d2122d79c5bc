"""What the commands of the service work with."""

from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Protocol

from alarmclock.core.book.book import AlarmBook
from alarmclock.core.ring_settings import RingSettings

if TYPE_CHECKING:
    from alarmclock.core.activity.activity_query import ActivityQuery
    from alarmclock.core.activity.events import Event
    from alarmclock.core.book.commands import Commands
    from alarmclock.core.certainty.readiness import Readiness
    from alarmclock.core.deeds import Deeds
    from alarmclock.core.phrase import Reading


class Parts(Protocol):
    """The book and all around it: of the running program, or of one command on what is stored.

    Each part is made when it is first wanted, since most commands want few of them.
    """

    @property
    def book(self) -> AlarmBook:
        """The alarms, timers and rings."""

    @property
    def commands(self) -> "Commands":
        """All that can be done to them."""

    @property
    def deeds(self) -> "Deeds":
        """The same with sentences."""

    @property
    def readiness(self) -> "Readiness | None":
        """What is known of the computer; None where nothing rings, since the window is closed."""

    @property
    def new_alarm(self) -> RingSettings:
        """How a new alarm rings of which nothing else is said."""

    @property
    def daemons(self) -> int:
        """How many daemons wait."""

    def read(
        self,
        words: str,
        now: datetime,
        zone: tzinfo,
        base: RingSettings | None,
        locale: str | None = None,
    ) -> "Reading":
        """Understand a phrase, with dates as in a locale, or else the own. Raises PhraseError."""

    def events(
        self, most: int, before: int | None, query: "ActivityQuery"
    ) -> list[tuple[int, "Event"]]:
        """Give the newest events with their numbers, newest first, before a number."""

    def tell(self, sentence: str, *, undoable: bool = True) -> None:
        """Say in the window what was done, with a way to undo it if there is one."""
