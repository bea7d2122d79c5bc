"""Brings what was imported into the book: planned first, then done in one step."""

from collections.abc import Mapping
from datetime import datetime, tzinfo

from alarmclock.core.alarm import Alarm
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.book.preferences import Preferences
from alarmclock.core.book.undoing import cancelled_rings
from alarmclock.core.change import Change, Item
from alarmclock.core.exchange.imported import Imported
from alarmclock.core.exchange.plan import Plan, plan
from alarmclock.core.fitting_skips import with_fitting_skips
from alarmclock.core.goal import pending
from alarmclock.core.ringing import Ring
from alarmclock.core.settings import Settings
from alarmclock.core.timer import Timer
from alarmclock.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person wants of a file besides its alarms and timers."""

    settings: bool = False


ALARMS_ONLY = Choices()


class Importing:
    """The commands of an import."""

    def __init__(self, book: AlarmBook, preferences: Preferences) -> None:
        self._book = book
        self._preferences = preferences

    def plan(self, imported: Imported) -> Plan:
        """Say what an import would do; nothing is changed."""
        return self.standing(imported).plan(imported)

    def standing(self, imported: Imported) -> "Standing":
        """Give what an import is compared with, as it is at this moment."""
        book, clock = self._book, self._book.clock
        rings = {item.id: tuple(book.rings(item.id)) for item in imported.items}
        settings = self._preferences.settings
        return Standing(tuple(book), rings, settings, clock.now(), clock.zone())

    def carry_out(self, imported: Imported, source: str, choices: Choices = ALARMS_ONLY) -> Plan:
        """Do it in one transaction, as one step to undo, and give what was done.

        It is planned anew, since time has passed and alarms may have rung. To undo does not bring
        settings back. Raises NotSaved; then none of it was changed, or the settings alone were not.
        """
        now_planned = self.plan(imported)
        if not now_planned.is_empty:
            changes = now_planned.item_changes
            rings = cancelled_rings({change.item_id for change in changes}, self._book)
            self._book.commit_undoable(Change(changes, rings, now_planned.title(source)))
        if choices.settings and now_planned.settings is not None:
            self._preferences.change(now_planned.settings)
        return now_planned


@dataclass(frozen=True, slots=True)
class Standing:
    """The alarms, timers and settings of one moment; any thread may plan with it."""

    items: tuple[Item, ...]
    rings: Mapping[str, tuple[Ring, ...]]
    settings: Settings
    now: datetime
    zone: tzinfo

    def plan(self, imported: Imported) -> Plan:
        """Say what an import would do."""
        today = self.now.astimezone(self.zone).date()
        return plan(self.items, imported, self.settled, self.settings, today)

    def settled(self, before: Item | None, item: Item) -> Item:
        """Give what arrives as it goes on from now: nothing of it rings late, or was missed."""
        if item == before:
            return item
        if isinstance(item, Timer):
            has_ended = item.ends_at is not None and item.ends_at <= self.now
            return item.ended() if has_ended else item
        return self._settled_alarm(item)

    def _settled_alarm(self, arrived: Alarm) -> Alarm:
        alarm = with_fitting_skips(arrived, self.now, self.zone)
        if alarm.armed_at is None:
            return alarm
        now, zone, rings = self.now, self.zone, self.rings.get(alarm.id, ())
        # What is skipped or paused can ring later: it stays on.
        plain = replace(alarm, skipped=frozenset(), pause=None)
        due = pending(plain, rings, now, zone)
        if due is not None and due.due > now and alarm.armed_at <= now:
            return alarm
        can_ring = pending(replace(plain, armed_at=now), rings, now, zone) is not None
        return replace(alarm, armed_at=now if can_ring else None)
