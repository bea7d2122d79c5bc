"""What the daemons do to rings: bring them, bring them again, ask, and give them up."""

from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo

from alarmclock.core.activity.events import AskedAwake, Event, Missed, Rang, Unanswered
from alarmclock.core.alarm import NO_DATES, Alarm
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.book.ring_keeping import RingKeeping
from alarmclock.core.book.vigil import Vigil
from alarmclock.core.change import Change, Item, ItemChange, RingChange
from alarmclock.core.goal import Aim, Goal, end_of_wait, newest_due
from alarmclock.core.ringing import By, Cause, Ending, Ring, claim, claim_missed, may_ring
from alarmclock.core.rules.rule import ONE_DAY
from alarmclock.core.schedule import Occurrence, next_occurrence
from alarmclock.core.timer import Timer
from alarmclock.core.words.wording import activity_name
from alarmclock.values import replace

# So long the question “still awake?” waits for an answer before it rings.
ANSWER_WITHIN = timedelta(minutes=1)


class Bringing:
    """Reaches the goals of alarms and timers when their time has come."""

    def __init__(
        self, book: AlarmBook, keeping: RingKeeping, record: Callable[[Event], None], vigil: Vigil
    ) -> None:
        self._book = book
        self._clock = book.clock
        self._keeping = keeping
        self._record = record
        self._vigil = vigil
        self._heard: dict[tuple[object, ...], bool] = {}

    def note_heard(self, item_id: str, *, heard: bool) -> None:
        """Take note of whether a ring can be heard; one that never was is missed for that."""
        ring = self._book.open_ring(item_id)
        if ring is not None and ring.is_ringing:
            self._heard[ring.key] = heard or self._heard.get(ring.key, False)

    def forget_heard(self, ring: Ring) -> None:
        """Forget whether a ring could be heard: somebody answered it."""
        self._heard.pop(ring.key, None)

    def reach(self, goal: Goal) -> None:
        """Do what a daemon waited for: ring, ring again, ask, or give up."""
        item = self._book.item(goal.item_id)
        match goal.aim:
            case Aim.RING:
                assert goal.occurrence is not None
                self._ring(item, goal.occurrence)
            case Aim.RING_AGAIN:
                self._ring_again(item, self._open_ring(item))
            case Aim.ASK:
                self._ask(item, self._open_ring(item))
            case Aim.TIME_OUT:
                self._time_out(item, self._open_ring(item))

    def _ring(self, item: Item, occurrence: Occurrence) -> None:
        now, zone = self._book.moment()
        following = None
        if isinstance(item, Alarm):
            occurrence, following = newest_due(item, occurrence, now, zone)
        late = now - occurrence.due
        rings = self._may_ring(item, late)
        if not rings and self._is_doubted:
            return  # by a clock that looks wrong nothing is missed; it waits for the right time
        if rings:
            ring = claim(occurrence, now)
        else:
            ring = claim_missed(occurrence, now, self._vigil.cause(occurrence.due))
        replaced = self._book.ended_ring(item.id, lambda old: old.replaced(now))
        noted = self._noted(item)
        after = _after_ring(item, occurrence, zone) if following is None else item
        items = (ItemChange(item, after),) if after != item else ()
        if not self._keeping.claim(Change(items, (RingChange(None, ring), *replaced, *noted))):
            return
        for old in replaced:
            if old.after.cause is not None:
                self._report_missed(item, old.after, now)
        if rings:
            self._record(
                Rang(at=now, item_id=item.id, label=activity_name(item), due=ring.due, late=late)
            )
        else:
            self._report_missed(item, ring, now)

    def _ring_again(self, item: Item, ring: Ring) -> None:
        assert ring.snoozed_until is not None
        now = self._clock.now()
        due, late = ring.snoozed_until, now - ring.snoozed_until
        if self._may_ring_again(item, late):
            self._keeping.keep(item, ring, ring.again(now))
            self._record(
                Rang(at=now, item_id=item.id, label=activity_name(item), due=due, late=late)
            )
        else:
            missed = ring.ended(now, Ending.MISSED, self._vigil.cause(due), by=By.LATE_LIMIT)
            self._keeping.keep(item, ring, missed)
            self._report_missed(item, missed, now)

    def _ask(self, item: Item, ring: Ring) -> None:
        """Ask whether somebody is awake; when it is too late for that, they were."""
        assert ring.snoozed_until is not None
        now = self._clock.now()
        if not self._may_ring_again(item, now - ring.snoozed_until):
            self._keeping.keep(item, ring, ring.ended(ring.snoozed_until, Ending.DISMISSED))
            return
        until = now + ANSWER_WITHIN
        self._keeping.keep(item, ring, ring.asking(until))
        self._record(AskedAwake(at=now, item_id=item.id, label=activity_name(item), until=until))

    def _time_out(self, item: Item, ring: Ring) -> None:
        """Let a ring that nobody answered come again, or be missed after the last time."""
        now = self._clock.now()
        fell_silent = ring.rang_at + item.ring.ring_length
        until = self._comes_again_at(item, ring, fell_silent)
        if until is not None:
            self._keeping.keep(item, ring, ring.left_alone(until))
            self._record(
                Unanswered(at=now, item_id=item.id, label=activity_name(item), until=until)
            )
            return
        if self._heard.pop(ring.key, True):
            closed = fell_silent < self._vigil.opened_at
            cause = Cause.PROGRAM_CLOSED if closed else Cause.UNANSWERED
        else:
            cause = Cause.NOT_HEARD
        missed = ring.ended(now, Ending.MISSED, cause, by=By.TIME)
        self._keeping.keep(item, ring, missed)
        self._report_missed(item, missed, now)

    def _comes_again_at(self, item: Item, ring: Ring, fell_silent: datetime) -> datetime | None:
        """Give when a ring that nobody answered sounds again, None when it does not."""
        if ring.unanswered >= item.ring.again:
            return None
        now, wanted = self._clock.now(), fell_silent + item.ring.again_every
        until = end_of_wait(wanted, self._book.following(item.id), now)
        return until if until and self._may_ring_again(item, now - until) else None

    # Shared

    def _open_ring(self, item: Item) -> Ring:
        ring = self._book.open_ring(item.id)
        assert ring is not None
        return ring

    def _noted(self, item: Item) -> list[RingChange]:
        """Take note of what was missed before: of an alarm only the newest occurrence counts."""
        missed = [ring for ring in self._book.rings(item.id) if ring.is_unacknowledged]
        return [RingChange(ring, ring.noted()) for ring in missed]

    def _may_ring(self, item: Item, late: timedelta) -> bool:
        """Tell whether it still rings; a timer always does while the clock is doubted."""
        always = self._is_doubted and isinstance(item, Timer)
        return always or may_ring(late, item.ring.late_limit)

    def _may_ring_again(self, item: Item, late: timedelta) -> bool:
        """Tell whether what has rung before still rings; by a clock that is doubted it does."""
        return self._is_doubted or self._may_ring(item, late)

    @property
    def _is_doubted(self) -> bool:
        return self._book.plausibility.doubt is not None

    def _report_missed(self, item: Item, ring: Ring, now: datetime) -> None:
        assert ring.cause is not None
        self._record(
            Missed(
                at=now, item_id=item.id, label=activity_name(item), due=ring.due, cause=ring.cause
            )
        )


def _after_ring(item: Item, rung: Occurrence, zone: tzinfo) -> Item:
    """Give an item after a ring: one that never rings again is off."""
    if isinstance(item, Timer):
        return item.ended()
    # What is skipped or paused may be taken back: it keeps an alarm armed.
    unhindered = replace(item, skipped=NO_DATES, pause=None)
    repeats = item.rule.repeats and next_occurrence(
        unhindered, rung.due, zone, not_before=rung.day + ONE_DAY
    )
    return item if repeats else replace(item, armed_at=None)
