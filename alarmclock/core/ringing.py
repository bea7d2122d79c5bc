"""One ring and what becomes of it: it sounds, waits, asks, and ends one way or the other."""

from datetime import date, datetime, time, timedelta
from enum import Enum

from alarmclock.core.schedule import Occurrence
from alarmclock.values import dataclass, replace


class Ending(Enum):
    """How a ring ended."""

    DISMISSED = "dismissed"
    MISSED = "missed"
    CANCELLED = "cancelled"


class By(Enum):
    """What ended a ring."""

    PERSON = "a person stopped it"
    TIME = "nobody answered in time"
    LATE_LIMIT = "it came too late to ring"
    NEXT_RING = "the next ring came"
    CHANGE = "the alarm was changed"


class Cause(Enum):
    """Why a ring was missed."""

    PROGRAM_CLOSED = "the program was closed"
    ASLEEP = "the computer was asleep"
    CLOCK_CHANGED = "the clock was set past it"
    UNANSWERED = "nobody answered"
    NOT_HEARD = "it could not be heard"


class Asks(Enum):
    """Whether the question “still awake?” that may follow a Stop is to come, or is being asked."""

    LATER = "later"
    NOW = "now"


@dataclass(frozen=True, slots=True)
class Ring:
    """An occurrence that was claimed. Its name (item, day, time) is unique in the store.

    ``started_at`` is when it first began to sound, None if it never did, and ``rang_at`` when it
    last did; ``snoozes`` is how often it was snoozed, ``unanswered`` how often in a row it fell
    silent because nobody answered. What is silent and open waits for ``snoozed_until``: then it
    sounds again, or the question of ``asks`` comes.
    """

    item_id: str
    day: date
    time: time
    due: datetime
    rang_at: datetime
    snoozes: int = 0
    snoozed_until: datetime | None = None
    ended_at: datetime | None = None
    ending: Ending | None = None
    cause: Cause | None = None
    acknowledged: bool = False
    started_at: datetime | None = None
    ended_by: By | None = None
    unanswered: int = 0
    asks: Asks | None = None

    @property
    def key(self) -> tuple[object, ...]:
        """Its name: one occurrence is claimed once."""
        return (self.item_id, self.day, self.time)

    @property
    def is_open(self) -> bool:
        """True until it ends: it sounds, waits or asks."""
        return self.ended_at is None

    @property
    def is_ringing(self) -> bool:
        """True while it sounds."""
        return self.is_open and self.snoozed_until is None

    @property
    def is_snoozed(self) -> bool:
        """True while it waits to sound again: after a snooze, or since nobody answered."""
        return self.is_open and self.snoozed_until is not None and self.asks is None

    @property
    def comes_again(self) -> bool:
        """True while it waits to sound again because nobody answered."""
        return self.is_snoozed and self.unanswered > 0

    @property
    def waits_to_ask(self) -> bool:
        """True between a Stop and the question whether somebody is awake."""
        return self.is_open and self.asks is Asks.LATER

    @property
    def is_asking(self) -> bool:
        """True while it asks; unless answered, it sounds again at ``snoozed_until``."""
        return self.is_open and self.asks is Asks.NOW

    @property
    def is_unacknowledged(self) -> bool:
        """True for a missed ring that nobody has taken note of."""
        return self.ending is Ending.MISSED and not self.acknowledged

    def snoozed(self, until: datetime) -> "Ring":
        """Give the ring after a snooze."""
        return replace(self, snoozed_until=until, snoozes=self.snoozes + 1, unanswered=0)

    def left_alone(self, until: datetime) -> "Ring":
        """Give the ring that nobody answered and that comes again."""
        return replace(self, snoozed_until=until, unanswered=self.unanswered + 1)

    def stopped(self, ask_at: datetime) -> "Ring":
        """Give the ring after a Stop that is not its end: the question is to be asked."""
        return replace(self, snoozed_until=ask_at, asks=Asks.LATER, unanswered=0)

    def asking(self, until: datetime) -> "Ring":
        """Give the ring while it asks."""
        return replace(self, snoozed_until=until, asks=Asks.NOW)

    def again(self, now: datetime) -> "Ring":
        """Give the ring sounding anew after it waited or asked."""
        return replace(self, snoozed_until=None, asks=None, rang_at=now)

    def shifted(self, by: timedelta) -> "Ring":
        """Give the ring after the wall clock was set: sound and question count real time."""
        until = self.snoozed_until
        if until is not None and self.is_asking:
            until += by
        return replace(self, rang_at=self.rang_at + by, snoozed_until=until)

    def ended(
        self, now: datetime, ending: Ending, cause: Cause | None = None, *, by: By = By.PERSON
    ) -> "Ring":
        """Give the ring after its end."""
        return replace(
            self,
            ended_at=now,
            ending=ending,
            ended_by=by,
            cause=cause,
            snoozed_until=None,
            asks=None,
        )

    def reopened(self, now: datetime) -> "Ring":
        """Give a missed ring that sounds after all."""
        return replace(
            self,
            rang_at=now,
            started_at=self.started_at or now,
            ended_at=None,
            ending=None,
            ended_by=None,
            cause=None,
            acknowledged=False,
            unanswered=0,
        )

    def noted(self) -> "Ring":
        """Give a missed ring that somebody has taken note of."""
        return replace(self, acknowledged=True)

    def replaced(self, now: datetime) -> "Ring":
        """Give the ring after the next one of its alarm came: nobody need take note of it."""
        was_left = self.is_ringing or self.comes_again
        ending = Ending.MISSED if was_left else Ending.CANCELLED
        cause = Cause.UNANSWERED if was_left else None
        return self.ended(now, ending, cause, by=By.NEXT_RING).noted()


def claim(occurrence: Occurrence, now: datetime) -> Ring:
    """Begin the ring of an occurrence."""
    return Ring(
        occurrence.item_id,
        occurrence.day,
        occurrence.time,
        occurrence.due,
        rang_at=now,
        started_at=now,
    )


def claim_missed(occurrence: Occurrence, now: datetime, cause: Cause) -> Ring:
    """Take note of an occurrence that came too late to ring."""
    never_began = replace(claim(occurrence, now), started_at=None)
    return never_began.ended(now, Ending.MISSED, cause, by=By.LATE_LIMIT)


def snoozes_left(ring: Ring, limit: int | None) -> int | None:
    """Give how often a ring may still be snoozed, None for no limit."""
    return None if limit is None else max(limit - ring.snoozes, 0)


# A ring this little late is on time: the loop, a stopped process or a slow disk took it.
ON_TIME = timedelta(seconds=60)


def may_ring(late: timedelta, late_limit: timedelta | None) -> bool:
    """Tell whether a ring that is this late still rings."""
    return late_limit is None or late <= max(late_limit, ON_TIME)
