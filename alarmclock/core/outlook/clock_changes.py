"""What becomes of alarms, timers and rings when the clock was set or the zone changed."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta, tzinfo

from alarmclock.core.activity.events import (
    ClockChanged,
    ClockDoubted,
    Event,
    Failed,
    Moved,
    MovedMany,
)
from alarmclock.core.alarm import Alarm
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.book.vigil import Vigil
from alarmclock.core.change import Change, ItemChange, RingChange
from alarmclock.core.errors import NotSaved
from alarmclock.core.goal import goal_of
from alarmclock.core.outlook.travelling import taken_along
from alarmclock.core.plausible import Doubt, without_late
from alarmclock.core.ringing import Ring
from alarmclock.core.timer import Timer
from alarmclock.core.words.wording import item_name
from alarmclock.values import dataclass, replace

logger = logging.getLogger(__name__)

NO_STEP = timedelta(0)
# More alarms than this have one line together.
MOST_LINES = 5
MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class ClockChange:
    """The wall clock was set by `step`, or the zone is another one, or both."""

    step: timedelta
    zone_before: tzinfo
    zone: tzinfo

    @property
    def is_of_zone(self) -> bool:
        """True when the zone is another one."""
        return self.zone != self.zone_before


class ClockChanges:
    """Brings the book in line with the clock, and tells what that did to which alarm.

    While the clock is doubted nothing of this is saved, so that all is as it was when the clock
    is right again. `last_zone` is the zone in which the program ran last.
    """

    def __init__(
        self,
        book: AlarmBook,
        vigil: Vigil,
        record: Callable[[Event], None],
        last_zone: tzinfo | None = None,
    ) -> None:
        self._book = book
        self._clock = book.clock
        self._plausibility = book.plausibility
        self._vigil = vigil
        self._record = record
        self._last_zone = last_zone or book.clock.zone()
        # What a doubted clock made of timers and rings, and what they were before.
        self._timers_aside: dict[Timer, Timer] = {}
        self._rings_aside: dict[Ring, Ring] = {}
        self._ahead: dict[str, datetime] = {}
        self._was_wrong_at_start = False

    def begin(self) -> None:
        """Take clock and zone as they are at the start; nobody watched them meanwhile."""
        if self._plausibility.doubt is not None:
            self._was_wrong_at_start = True
            self._begin_doubt(self._plausibility.doubt)
        self._take_along(ClockChange(NO_STEP, self._last_zone, self._clock.zone()))
        self._bring_back()
        self._shorten()

    def follow(self, change: ClockChange) -> None:
        """Move along with a clock that was set or a zone that changed, and tell of it."""
        before = self._dues_before(change)
        doubted = self._plausibility.doubt
        self._take_note(change)
        self._shift(change.step)
        self._take_along(change)
        doubt = self._plausibility.doubt
        if doubted is not None and doubt is None:
            self._end_doubt(doubted.since, change.step)
        self._bring_back()
        self._tell_changed(change)
        if doubted is None and doubt is not None:
            self._begin_doubt(doubt)
        if change.is_of_zone or change.step < NO_STEP or doubted is not None:
            self._tell_moved(before)

    def look(self) -> bool:
        """Take note that time passes, and tell whether a doubt is over by that."""
        self._vigil.mark()
        doubted = self._plausibility.doubt
        self._plausibility.look()
        if doubted is None or self._plausibility.doubt is not None:
            return False
        self._end_doubt(doubted.since, NO_STEP)
        return True

    def accept(self) -> None:
        """Take the clock as it is: a person says that it is right."""
        self._plausibility.accept()
        self._forget_doubt()
        self._bring_back()
        timers = [timer for timer in self._book.timers() if timer.ends_at is not None]
        self._change([ItemChange(timer, timer) for timer in timers], self._rings(lambda ring: ring))

    # What moves along

    def _take_note(self, change: ClockChange) -> None:
        self._vigil.mark()
        if change.is_of_zone:
            self._vigil.change_zone()
        self._plausibility.follow(change.step)

    def _shift(self, step: timedelta) -> None:
        """Let running timers, what sounds and what asks count real time."""
        if not step:
            return
        timers = [timer for timer in self._book.timers() if timer.ends_at is not None]
        shifted = [(timer, timer.shifted(step)) for timer in timers]
        rings = self._rings(lambda ring: ring.shifted(step))
        for timer, after in shifted:
            if timer in self._timers_aside:
                self._timers_aside[after] = self._timers_aside.pop(timer)
        for change in rings:
            if change.before in self._rings_aside:
                self._rings_aside[change.after] = self._rings_aside.pop(change.before)
        self._change([ItemChange(timer, after) for timer, after in shifted], rings)

    def _take_along(self, change: ClockChange) -> None:
        """Let alarms that follow the traveller count from the time on the wall."""
        if not change.is_of_zone:
            return
        now = self._clock.now()
        changes = [
            ItemChange(
                alarm,
                taken_along(
                    alarm, self._book.rings(alarm.id), now, change.zone_before, change.zone
                ),
            )
            for alarm in self._book.alarms()
        ]
        self._change([one for one in changes if one.after != one.before])

    def _bring_back(self) -> None:
        """Let alarms that were armed later than it is now count from now on.

        Otherwise what is due until then would pass unnoticed.
        """
        now = self._clock.now()
        if self._plausibility.doubt is None:
            alarms = [a for a in self._book.alarms() if a.armed_at and a.armed_at > now]
            self._change([ItemChange(alarm, replace(alarm, armed_at=now)) for alarm in alarms])

    def _shorten(self) -> None:
        """Let no timer and no ring of an earlier run last as long as the clock was set back."""
        now = self._clock.now()
        timers = {
            replace(timer, ends_at=now + timer.length): timer
            for timer in self._book.timers()
            if timer.ends_at is not None and timer.ends_at > now + timer.length
        }
        found = self._rings(lambda ring: _not_ahead(ring, now))
        rings = [change for change in found if change.after != change.before]
        self._change([ItemChange(before, after) for after, before in timers.items()], rings)
        if self._plausibility.doubt is not None:
            self._timers_aside = timers
            self._rings_aside = {change.after: change.before for change in rings if change.before}

    # Doubt

    def _begin_doubt(self, doubt: Doubt) -> None:
        armed = [alarm for alarm in self._book.alarms() if alarm.armed_at is not None]
        self._ahead = {a.id: a.armed_at for a in armed if a.armed_at and a.armed_at >= doubt.since}
        now = self._clock.now()
        self._record(ClockDoubted(at=now, item_id="", label="", alive_at=doubt.alive_at))

    def _end_doubt(self, since: datetime, step: timedelta) -> None:
        """Undo what a wrong clock did: what was armed by it, was armed at another instant."""
        if step and self._was_wrong_at_start:
            self._vigil.correct()
        wrong_until = self._clock.now() - step
        armed = [
            ItemChange(alarm, replace(alarm, armed_at=alarm.armed_at + step))
            for alarm in self._book.alarms()
            if alarm.armed_at is not None
            and since <= alarm.armed_at <= wrong_until
            and self._ahead.get(alarm.id) != alarm.armed_at
        ]
        timers = [
            ItemChange(timer, self._timers_aside.get(timer, timer)) for timer in self._book.timers()
        ]
        rings = self._rings(lambda ring: self._rings_aside.get(ring, ring))
        self._forget_doubt()
        self._change([*armed, *timers], rings)

    def _forget_doubt(self) -> None:
        self._timers_aside.clear()
        self._rings_aside.clear()
        self._ahead.clear()
        self._was_wrong_at_start = False

    # What is told

    def _dues_before(self, change: ClockChange) -> dict[str, datetime | None]:
        """Give the dues of the armed alarms as they were until now."""
        doubt, now = self._plausibility.doubt, self._clock.now() - change.step

        def due(alarm: Alarm) -> datetime | None:
            counted = without_late(alarm, doubt, now) if doubt else alarm
            goal = goal_of(counted, self._book.rings(alarm.id), now, change.zone_before)
            return goal.at if goal else None

        return {alarm.id: _found(due, alarm) for alarm in self._armed()}

    def _due_now(self, alarm: Alarm) -> datetime | None:
        return self._book.due(alarm.id)

    def _tell_changed(self, change: ClockChange) -> None:
        self._record(
            ClockChanged(
                at=self._clock.now(),
                item_id="",
                label="",
                step=change.step,
                zone=str(change.zone),
                zone_before=str(change.zone_before) if change.is_of_zone else None,
            )
        )

    def _tell_moved(self, before: dict[str, datetime | None]) -> None:
        """Tell of each alarm that rings at another instant; what is late speaks for itself."""
        now = self._clock.now()
        dues = [(alarm, _found(self._due_now, alarm)) for alarm in self._armed()]
        moved = [
            (alarm, due)
            for alarm, due in dues
            if due != before.get(alarm.id) and (due is None or due > now)
        ]
        if len(moved) <= MOST_LINES:
            for alarm, due in moved:
                self._record(Moved(at=now, item_id=alarm.id, label=alarm.label, due=due))
            return
        names = tuple(item_name(alarm) for alarm, _ in moved[:MOST_NAMED])
        self._record(MovedMany(at=now, item_id="", label="", count=len(moved), names=names))

    # Shared

    def _armed(self) -> list[Alarm]:
        """List the alarms that wait for their next ring."""
        return [
            alarm
            for alarm in self._book.alarms()
            if alarm.armed_at is not None and self._book.open_ring(alarm.id) is None
        ]

    def _rings(self, after: Callable[[Ring], Ring]) -> tuple[RingChange, ...]:
        changes = (self._book.ended_ring(item.id, after) for item in self._book)
        return tuple(change for found in changes for change in found)

    def _change(self, items: Sequence[ItemChange], rings: Sequence[RingChange] = ()) -> None:
        """Change the book whatever the disk says, and the disk unless the clock is doubted."""
        if not items and not rings:
            return
        change = Change(tuple(items), tuple(rings))
        if self._plausibility.doubt is not None:
            self._book.apply(change)
            return
        try:
            self._book.commit(change)
        except NotSaved as error:
            self._book.apply(change)
            self._record(Failed(at=self._clock.now(), item_id="", label="", reason=str(error)))


def _found(due: Callable[[Alarm], datetime | None], alarm: Alarm) -> datetime | None:
    """Give the due of an alarm; the daemon of one that can't tell it says so."""
    try:
        return due(alarm)
    except Exception:  # whatever it is, it must not keep the others from being told
        logger.exception("It can't be told when %s is due", alarm.id)
        return None


def _not_ahead(ring: Ring, now: datetime) -> Ring:
    """Give a ring that began later than it is now as one that begins now."""
    if ring.rang_at <= now:
        return ring
    until = ring.snoozed_until and now + max(ring.snoozed_until - ring.rang_at, NO_STEP)
    return replace(ring, rang_at=now, snoozed_until=until)
