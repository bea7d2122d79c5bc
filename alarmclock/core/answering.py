"""What happens to a ring: a daemon brings it, a person answers it."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from alarmclock.core.alarm import NO_DATES, Alarm
from alarmclock.core.book import AlarmBook
from alarmclock.core.change import Change, Item, ItemChange, RingChange
from alarmclock.core.errors import AlreadyClaimed, Invalid, NotSaved
from alarmclock.core.events import Dismissed, Event, Failed, Missed, Rang, Snoozed
from alarmclock.core.goal import Aim, Goal, newest_due, pending
from alarmclock.core.ringing import (
    By,
    Cause,
    Ending,
    Ring,
    claim,
    claim_missed,
    may_ring,
    snoozes_left,
)
from alarmclock.core.rule import ONE_DAY
from alarmclock.core.schedule import Occurrence, next_occurrence
from alarmclock.core.timer import Timer
from alarmclock.core.vigil import Vigil

logger = logging.getLogger(__name__)

BEFORE_NEXT_RING = timedelta(minutes=1)


class Answering:
    """The commands of the daemons and of the ring window."""

    def __init__(
        self, book: AlarmBook, record: Callable[[Event], None], vigil: Vigil | None = None
    ) -> None:
        self._book = book
        self._clock = book.clock
        self._record = record
        self._vigil = vigil or Vigil(book.clock)
        self._unsaved: set[str] = set()
        self._heard: dict[tuple[object, ...], bool] = {}

    def note_heard(self, item_id: str, *, heard: bool) -> None:
        """Take note of whether a ring can be heard; one that never was is missed for that."""
        ring = self._book.open_ring(item_id)
        if ring is not None and ring.is_ringing:
            self._heard[ring.key] = heard or self._heard.get(ring.key, False)

    # Daemons

    def reach(self, goal: Goal) -> None:
        """Do what a daemon waited for: ring, ring again after a snooze, or give up."""
        match goal.aim:
            case Aim.RING:
                assert goal.occurrence is not None
                self._ring(self._book.item(goal.item_id), goal.occurrence)
            case Aim.RING_AGAIN:
                self._ring_again(self._book.item(goal.item_id))
            case Aim.TIME_OUT:
                self._time_out(self._book.item(goal.item_id))

    def _ring(self, item: Item, occurrence: Occurrence) -> None:
        now = self._clock.now()
        if isinstance(item, Alarm):
            occurrence = newest_due(item, occurrence, now, self._clock.zone())
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
        after = ItemChange(item, self._after_ring(item, occurrence))
        if not self._claim(Change((after,), (RingChange(None, ring), *replaced, *noted))):
            return
        for old in replaced:
            if old.after.cause is not None:
                self._report_missed(item, old.after, now)
        if rings:
            self._record(Rang(at=now, item_id=item.id, label=item.label, due=ring.due, late=late))
        else:
            self._report_missed(item, ring, now)

    def _claim(self, change: Change) -> bool:
        """Claim an occurrence before any sound, and tell whether it is ours to ring."""
        ring = change.rings[0].after
        try:
            self._book.commit(change)
        except AlreadyClaimed:
            claimed = ring.ended(self._clock.now(), Ending.CANCELLED, by=By.CHANGE)
            self._book.apply(Change(rings=(RingChange(None, claimed),)))
            self._commit_anyway(replace(change, rings=change.rings[1:]), ring.item_id)
            return False
        except NotSaved as error:
            # A ring that can't be written down is rung all the same.
            self._apply_unsaved(change, ring.item_id, error)
        return True

    def _ring_again(self, item: Item) -> None:
        ring = self._book.open_ring(item.id)
        assert ring is not None
        assert ring.snoozed_until is not None
        now = self._clock.now()
        due, late = ring.snoozed_until, now - ring.snoozed_until
        if self._may_ring(item, late) or self._is_doubted:
            self._keep(item, ring, ring.again(now))
            self._record(Rang(at=now, item_id=item.id, label=item.label, due=due, late=late))
        else:
            missed = ring.ended(now, Ending.MISSED, self._vigil.cause(due), by=By.LATE_LIMIT)
            self._keep(item, ring, missed)
            self._report_missed(item, missed, now)

    def _time_out(self, item: Item) -> None:
        ring = self._book.open_ring(item.id)
        assert ring is not None
        now = self._clock.now()
        fell_silent = ring.rang_at + item.ring.ring_length
        if self._heard.pop(ring.key, True):
            closed = fell_silent < self._vigil.opened_at
            cause = Cause.PROGRAM_CLOSED if closed else Cause.UNANSWERED
        else:
            cause = Cause.NOT_HEARD
        missed = ring.ended(now, Ending.MISSED, cause, by=By.TIME)
        self._keep(item, ring, missed)
        self._report_missed(item, missed, now)

    # People

    def snooze(self, item_id: str, length: timedelta | None = None) -> None:
        """Ring again after `length`, counted from now; the alarm's own length by default.

        A snooze that would pass the alarm's next occurrence ends a minute before it.
        Raises Invalid when it was snoozed as often as its limit allows, or has no time left.
        """
        item, ring = self._book.item(item_id), self._book.open_ring(item_id)
        if ring is None or not ring.is_ringing:
            return
        if snoozes_left(ring, item.ring.snooze_limit) == 0:
            raise Invalid("snooze", "No snooze is left for this alarm. Stop it, or let it ring.")
        now = self._clock.now()
        until = self.snooze_end(item, now + (length or item.ring.snooze_length))
        self._keep(item, ring, ring.snoozed(until))
        self._record(Snoozed(at=now, item_id=item.id, label=item.label, until=until))

    def snooze_end(self, item: Item, until: datetime) -> datetime:
        """Give the end of a snooze: no later than a minute before the alarm's next occurrence.

        Raises Invalid when that is over.
        """
        if isinstance(item, Timer):
            return until
        now = self._clock.now()
        following = pending(item, self._book.rings(item.id), now, self._clock.zone())
        if following is None or until < following.due:
            return until
        earlier = following.due - BEFORE_NEXT_RING
        if earlier <= now:
            raise Invalid("snooze", "It rings again within a minute by itself. Stop this ring.")
        return earlier

    def dismiss(self, item_id: str) -> None:
        """Stop a ring, or end its snooze, for good."""
        item, ring = self._book.item(item_id), self._book.open_ring(item_id)
        if ring is None:
            return
        now = self._clock.now()
        self._heard.pop(ring.key, None)
        self._keep(item, ring, ring.ended(now, Ending.DISMISSED))
        after = now - ring.rang_at
        self._record(Dismissed(at=now, item_id=item.id, label=item.label, after=after))

    # Shared

    def _keep(self, item: Item, before: Ring, after: Ring) -> None:
        """Save a ring's new state, and what a full disk refused at its claim."""
        items = (ItemChange(item, item),) if item.id in self._unsaved else ()
        self._commit_anyway(Change(items, (RingChange(before, after),)), item.id)

    def _commit_anyway(self, change: Change, item_id: str) -> None:
        """Commit a change that counts even when it can't be written down."""
        try:
            self._book.commit(change)
        except NotSaved as error:
            self._apply_unsaved(change, item_id, error)
        else:
            self._unsaved -= change.item_ids

    def _apply_unsaved(self, change: Change, item_id: str, error: NotSaved) -> None:
        self._unsaved |= change.item_ids
        self._book.apply(change)
        self._report_failed(item_id, str(error))

    def _noted(self, item: Item) -> list[RingChange]:
        """Take note of what was missed before: of an alarm only the newest occurrence counts."""
        missed = [ring for ring in self._book.rings(item.id) if ring.is_unacknowledged]
        return [RingChange(ring, ring.noted()) for ring in missed]

    def _after_ring(self, item: Item, rung: Occurrence) -> Item:
        if isinstance(item, Timer):
            return item.ended()
        # What is skipped or paused may be taken back: it keeps an alarm armed.
        unhindered = replace(item, skipped=NO_DATES, pause=None)
        repeats = item.rule.repeats and next_occurrence(
            unhindered, rung.due, self._clock.zone(), not_before=rung.day + ONE_DAY
        )
        return item if repeats else replace(item, armed_at=None)

    def _may_ring(self, item: Item, late: timedelta) -> bool:
        """Tell whether it still rings; a timer always does while the clock is doubted."""
        always = self._is_doubted and isinstance(item, Timer)
        return always or may_ring(late, item.ring.late_limit)

    @property
    def _is_doubted(self) -> bool:
        return self._book.plausibility.doubt is not None

    def _report_missed(self, item: Item, ring: Ring, now: datetime) -> None:
        assert ring.cause is not None
        self._record(
            Missed(at=now, item_id=item.id, label=item.label, due=ring.due, cause=ring.cause)
        )

    def _report_failed(self, item_id: str, reason: str) -> None:
        item = self._book.find(item_id)
        label = item.label if item else ""
        self._record(Failed(at=self._clock.now(), item_id=item_id, label=label, reason=reason))
