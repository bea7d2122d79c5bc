"""How a person keeps an alarm from ringing for a while, without turning it off.

To skip leaves out single occurrences, to pause all of them until a date or until further notice.
An alarm stays armed meanwhile, and what passes is not missed.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice

from alarmclock.core.alarm import Alarm, Pause
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.book.undoing import cancelled_rings
from alarmclock.core.change import Change, ItemChange
from alarmclock.core.errors import Invalid
from alarmclock.core.goal import unrung
from alarmclock.core.schedule import Occurrence, instant_of, is_paused, zone_of
from alarmclock.core.words.wording import counted, item_name
from alarmclock.values import replace

MOST_SKIPPED = 99
# Skipped dates that are over are kept as long as the activity, to explain why it did not ring.
SKIPPED_KEPT = timedelta(days=366)


class Skipping:
    """The commands; each raises NotSaved, NoSuchItem and Invalid, and can be undone."""

    def __init__(self, book: AlarmBook) -> None:
        self._book = book
        self._clock = book.clock

    def skip(self, item_id: str, count: int = 1) -> list[date]:
        """Leave out the next `count` occurrences, and give their dates; a ring goes on."""
        alarm = self._armed(item_id)
        if not alarm.rule.repeats:
            raise Invalid("skip", "This alarm rings only once. Turn it off instead.")
        if not 1 <= count <= MOST_SKIPPED:
            raise Invalid("skip", f"Choose from 1 to {MOST_SKIPPED} rings to skip.")
        days = self._next_days(alarm, count)
        if not days:
            raise Invalid("skip", "This alarm has no ring to skip.")
        self._leave_out(alarm, days)
        return days

    def skip_day(self, item_id: str, day: date) -> None:
        """Leave out the occurrence of one local date that is still to come."""
        alarm = self._armed(item_id)
        planned = next((one for one in self._unrung(alarm) if one.day >= day), None)
        if not alarm.rule.repeats or planned is None or planned.day != day:
            raise Invalid("skip", "There is no ring to skip on that day any more.")
        self._leave_out(alarm, [day])

    def take_back(self, item_id: str, day: date | None = None) -> None:
        """Let it ring again on a date that was skipped, or on all that are still to come."""
        alarm = self._alarm(item_id)
        to_come = self.skipped_to_come(alarm)
        days = to_come if day is None else to_come & {day}
        if days:
            after = replace(alarm, skipped=alarm.skipped - days)
            self._commit(f"“{item_name(alarm)}” rings as planned again", [(alarm, after)])

    def skipped_to_come(self, alarm: Alarm) -> frozenset[date]:
        """Give the skipped dates whose due is not over."""
        now, zone = self._clock.now(), zone_of(alarm, self._clock.zone())
        return frozenset(day for day in alarm.skipped if instant_of(day, alarm.time, zone) > now)

    def pause(self, item_id: str, until: date | None = None) -> None:
        """Let an alarm not ring before the date `until`, or until it is resumed."""
        alarm = self._armed(item_id)
        self._check_until(alarm, until)
        self._pause([alarm], Pause(until), f"Paused “{item_name(alarm)}”")

    def pause_all(self, until: date | None = None) -> int:
        """Pause every alarm that is on and not paused yet, and give their number."""
        alarms = self.to_pause()
        for alarm in alarms:
            self._check_until(alarm, until)
        if alarms:
            title = f"Paused {counted(len(alarms), 'alarm', 'alarms')}"
            self._pause(alarms, Pause(until, together=True), title)
        return len(alarms)

    def resume(self, item_id: str) -> None:
        """Let a paused alarm ring again; what passed meanwhile is not missed."""
        alarm = self._alarm(item_id)
        if alarm.pause is not None:
            after = self._resumed(alarm)
            self._commit(f"Resumed “{item_name(alarm)}”", [(alarm, after)])

    def resume_all(self) -> int:
        """Resume the alarms that were paused together, and give their number."""
        alarms = self.paused_together()
        if alarms:
            title = f"Resumed {counted(len(alarms), 'alarm', 'alarms')}"
            self._commit(title, [(alarm, self._resumed(alarm)) for alarm in alarms])
        return len(alarms)

    def to_pause(self) -> list[Alarm]:
        """List the alarms that are on and not paused yet."""
        now, zone = self._clock.now(), self._clock.zone()
        return [
            alarm
            for alarm in self._book.alarms()
            if alarm.armed_at is not None and not is_paused(alarm, now, zone)
        ]

    def paused_together(self) -> list[Alarm]:
        """List the alarms that are on and were paused all at once."""
        now, zone = self._clock.now(), self._clock.zone()
        return [
            alarm
            for alarm in self._book.alarms()
            if alarm.pause and alarm.pause.together and alarm.armed_at
            if is_paused(alarm, now, zone)
        ]

    # Shared

    def _pause(self, alarms: Iterable[Alarm], pause: Pause, title: str) -> None:
        pairs = [(alarm, replace(alarm, pause=pause)) for alarm in alarms]
        self._commit(title, pairs, ends_rings=True)

    def _leave_out(self, alarm: Alarm, days: list[date]) -> None:
        after = replace(alarm, skipped=self._remembered(alarm) | frozenset(days))
        title = f"Skipped {counted(len(days), 'ring', 'rings')} of “{item_name(alarm)}”"
        self._commit(title, [(alarm, after)])

    def _resumed(self, alarm: Alarm) -> Alarm:
        return replace(alarm, pause=None, armed_at=alarm.armed_at and self._clock.now())

    def _commit(
        self, title: str, pairs: list[tuple[Alarm, Alarm]], *, ends_rings: bool = False
    ) -> None:
        items = tuple(ItemChange(before, after) for before, after in pairs)
        ids = {before.id for before, _ in pairs} if ends_rings else set()
        rings = cancelled_rings(ids, self._book)
        self._book.commit_undoable(Change(items, rings, title, ends_rings=ends_rings))

    def _next_days(self, alarm: Alarm, count: int) -> list[date]:
        return [occurrence.day for occurrence in islice(self._unrung(alarm), count)]

    def _unrung(self, alarm: Alarm) -> Iterator[Occurrence]:
        rings = self._book.rings(alarm.id)
        return unrung(alarm, rings, self._clock.now(), self._clock.zone())

    def _remembered(self, alarm: Alarm) -> frozenset[date]:
        oldest = (self._clock.now() - SKIPPED_KEPT).date()
        rings = self._book.rings(alarm.id)
        # What was skipped after the last ring, however long ago, would be missed without its note.
        last_rung = max((ring.day for ring in rings if ring.time == alarm.time), default=date.min)
        return frozenset(day for day in alarm.skipped if day >= oldest or day > last_rung)

    def _check_until(self, alarm: Alarm, until: date | None) -> None:
        today = self._clock.now().astimezone(zone_of(alarm, self._clock.zone())).date()
        if until is not None and until <= today:
            raise Invalid("until", "Choose a date after today.")

    def _armed(self, item_id: str) -> Alarm:
        alarm = self._alarm(item_id)
        if alarm.armed_at is None:
            raise Invalid("skip", "This alarm is off. Turn it on first.")
        return alarm

    def _alarm(self, item_id: str) -> Alarm:
        alarm = self._book.item(item_id)
        assert isinstance(alarm, Alarm)
        return alarm
