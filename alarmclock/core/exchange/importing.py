"""Brings what was imported into the book: planned first, then done in one step."""

from dataclasses import replace
from functools import partial

from alarmclock.core.alarm import Alarm
from alarmclock.core.book import AlarmBook
from alarmclock.core.change import Change, Item
from alarmclock.core.exchange.imported import Imported
from alarmclock.core.exchange.plan import Plan, plan
from alarmclock.core.goal import pending
from alarmclock.core.preferences import Preferences
from alarmclock.core.timer import Timer
from alarmclock.core.undoing import cancelled_rings
from alarmclock.values import dataclass


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
        clock = self._book.clock
        today = clock.now().astimezone(clock.zone()).date()
        settle = partial(settled, self._book)
        return plan(self._book, imported, settle, self._preferences.settings, today)

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


def settled(book: AlarmBook, before: Item | None, item: Item) -> Item:
    """Give what arrives as it goes on from now: nothing of it rings late, or was missed."""
    if item == before:
        return item
    if isinstance(item, Timer):
        has_ended = item.ends_at is not None and item.ends_at <= book.clock.now()
        return item.ended() if has_ended else item
    return _settled_alarm(book, item)


def _settled_alarm(book: AlarmBook, alarm: Alarm) -> Alarm:
    if alarm.armed_at is None:
        return alarm
    now, zone, rings = book.clock.now(), book.clock.zone(), book.rings(alarm.id)
    # What is skipped or paused can ring later: it stays on.
    plain = replace(alarm, skipped=frozenset(), pause=None)
    due = pending(plain, rings, now, zone)
    if due is not None and due.due > now and alarm.armed_at <= now:
        return alarm
    can_ring = pending(replace(plain, armed_at=now), rings, now, zone) is not None
    return replace(alarm, armed_at=now if can_ring else None)
