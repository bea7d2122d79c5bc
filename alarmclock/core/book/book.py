"""The book of alarms and timers: what there is, how it stands, and every change to it.

Commands come down to it, changes go out from it: first to the journal, which makes them
durable, then to the listeners (the keeper of the daemons, the lists of the window, the ringer).
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, tzinfo
from enum import Enum

from alarmclock.core.alarm import Alarm
from alarmclock.core.book.history import History
from alarmclock.core.book.known_goals import KnownGoals
from alarmclock.core.book.pending_rings import Pair, PendingRings, Standing
from alarmclock.core.change import Change, Item, ItemChange, RingChange, merged
from alarmclock.core.errors import NoSuchItem
from alarmclock.core.goal import Aim, Goal, goal_of, pending
from alarmclock.core.plausible import Plausibility, without_late
from alarmclock.core.ports import Clock, Journal
from alarmclock.core.ringing import Ring
from alarmclock.core.schedule import Occurrence, is_paused
from alarmclock.core.timer import Timer

logger = logging.getLogger(__name__)

# Ended rings are kept here only to know what was rung; the store has them all.
ENDED_RINGS_KEPT = 4

Listener = Callable[[Change], None]
Moment = tuple[datetime, tzinfo]


class State(Enum):
    """How an alarm or timer stands.

    What has rung and waits, to ring again or to ask, is snoozed, and so is what asks.
    """

    OFF = "off"
    ARMED = "armed"
    RINGING = "ringing"
    SNOOZED = "snoozed"
    MISSED = "missed"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


class AlarmBook:
    """Holds every alarm, timer and ring; the only place where they change."""

    def __init__(
        self, clock: Clock, journal: Journal, plausibility: Plausibility | None = None
    ) -> None:
        self.clock = clock
        self.plausibility = plausibility or Plausibility(clock)
        self.history = History()
        self._journal = journal
        self._items: dict[str, Item] = {}
        # Few among many alarms, and asked for at every change.
        self._timers: dict[str, Timer] = {}
        self._rings: dict[str, list[Ring]] = {}
        self._pending = PendingRings()
        self._known_goals = KnownGoals()
        self._listeners: list[Listener] = []
        self._untold: list[Change] | None = None
        self._zone_meanwhile: tzinfo | None = None

    def load(self, items: Iterable[Item], rings: Iterable[Ring]) -> None:
        """Take in what the store has, before anybody listens. Rings come oldest first."""
        self._items = {item.id: item for item in items}
        self._timers = {item.id: item for item in self if isinstance(item, Timer)}
        self._known_goals.clear()
        self._pending.items_changed()
        for ring in rings:
            self._put_ring(ring)

    def copy(self) -> "AlarmBook":
        """Give a book that stays as this one stands now; nobody listens to it."""
        twin = AlarmBook(self.clock, self._journal, self.plausibility)
        twin._items, twin._timers = dict(self._items), dict(self._timers)
        twin._rings = {item_id: list(rings) for item_id, rings in self._rings.items()}
        twin._pending = self._pending.copy()
        return twin

    def listen(self, listener: Listener) -> None:
        """Call `listener` after each change, in the order of listening."""
        self._listeners.append(listener)

    def listen_first(self, listener: Listener) -> None:
        """Call `listener` before all others: what is heard comes before what is seen."""
        self._listeners.insert(0, listener)

    # What there is

    def __iter__(self) -> Iterator[Item]:
        return iter(self._items.values())

    def __contains__(self, item_id: str) -> bool:
        return item_id in self._items

    def __len__(self) -> int:
        return len(self._items)

    def find(self, item_id: str) -> Item | None:
        """Give an alarm or timer, None when it is gone."""
        return self._items.get(item_id)

    def item(self, item_id: str) -> Item:
        """Give an alarm or timer. Raises NoSuchItem."""
        try:
            return self._items[item_id]
        except KeyError:
            raise NoSuchItem("This alarm was deleted in the meantime.") from None

    def alarms(self) -> list[Alarm]:
        """List the alarms in the order of their making."""
        return [item for item in self if isinstance(item, Alarm)]

    def timers(self) -> list[Timer]:
        """List the timers in the order of their making."""
        return list(self._timers.values())

    # How it stands

    def rings(self, item_id: str) -> Sequence[Ring]:
        """List the newest rings of an item, oldest first."""
        return self._rings.get(item_id, ())

    def open_ring(self, item_id: str) -> Ring | None:
        """Give the ring of an item that sounds, waits or asks."""
        for ring in self._rings.get(item_id, ()):
            if ring.is_open:
                return ring
        return None

    def ringing(self) -> list[Pair]:
        """List what sounds now, the earliest due first."""
        return self._pending.listed(Standing.RINGING, self._items)

    def asking(self) -> list[Pair]:
        """List what asks now whether somebody is awake, the earliest due first."""
        return self._pending.listed(Standing.ASKING, self._items)

    def missed(self) -> list[Pair]:
        """List what was missed and nobody has acknowledged, the earliest due first."""
        return self._pending.listed(Standing.MISSED, self._items)

    def waiting(self) -> list[Pair]:
        """List what is silent now and comes back: snoozed, unanswered or to ask."""
        return self._pending.listed(Standing.WAITING, self._items)

    def moment(self) -> Moment:
        """Give the present instant and the system's zone, for who asks of many items at once."""
        return self.clock.now(), self._zone

    def goal(self, item_id: str, moment: Moment | None = None) -> Goal | None:
        """Give what an item waits for now, None when it waits for nothing."""
        now, zone = moment or self.moment()
        if self.plausibility.doubt is not None:
            self._known_goals.clear()
            item = self._counted(item_id, now)
            return goal_of(item, self.rings(item_id), now, zone) if item is not None else None
        known = self._known_goals.find(item_id, now, zone)
        item = self._items.get(item_id)
        if known is not None or item is None:
            return known
        goal = goal_of(item, self.rings(item_id), now, zone)
        if goal is not None:
            self._known_goals.keep(goal)
        return goal

    def still_waits_for(self, goal: Goal) -> bool:
        """Tell whether a goal is what its item waits for, now that somebody is to reach it."""
        now, zone = self.moment()
        if self.plausibility.doubt is None and self._known_goals.is_reached(goal, now, zone):
            return True
        return self.goal(goal.item_id, (now, zone)) == goal

    def due(self, item_id: str, moment: Moment | None = None) -> datetime | None:
        """Give the instant of an item's next ring, a snoozed one included; a question is none."""
        goal = self.goal(item_id, moment)
        if goal is None:
            return None
        match goal.aim:
            case Aim.TIME_OUT:
                ring = self.open_ring(item_id)
                return ring.due if ring else None
            case Aim.ASK:
                following = self.following(item_id)
                return following.due if following else None
        return goal.at

    def following(self, item_id: str) -> Occurrence | None:
        """Give the occurrence of an alarm that comes after its open ring, None for a timer."""
        now, zone = self.moment()
        item = self._counted(item_id, now)
        return pending(item, self.rings(item_id), now, zone) if isinstance(item, Alarm) else None

    def _counted(self, item_id: str, now: datetime) -> Item | None:
        """Give an item as it counts by a clock that may be in doubt, None when it is gone."""
        item, doubt = self._items.get(item_id), self.plausibility.doubt
        return without_late(item, doubt, now) if item and doubt else item

    def is_on(self, item_id: str) -> bool:
        """Tell whether an item's switch is on: it is armed, or its ring is not over."""
        item = self.item(item_id)
        if self.open_ring(item_id) is not None:
            return True
        return item.ends_at is not None if isinstance(item, Timer) else item.armed_at is not None

    def state(self, item_id: str, moment: Moment | None = None) -> State:
        """Tell how an item stands."""
        item = self.item(item_id)
        rings = self.rings(item_id)
        if ring := self.open_ring(item_id):
            return State.RINGING if ring.is_ringing else State.SNOOZED
        if any(ring.is_unacknowledged for ring in rings):
            return State.MISSED
        if isinstance(item, Alarm):
            return self._state_of_alarm(item, moment)
        if item.ends_at:
            return State.RUNNING
        return State.PAUSED if item.left is not None else State.ENDED

    def _state_of_alarm(self, alarm: Alarm, moment: Moment | None) -> State:
        if alarm.armed_at is None:
            return State.OFF
        if alarm.pause is None:
            return State.ARMED
        return State.PAUSED if is_paused(alarm, *(moment or self.moment())) else State.ARMED

    # Changes

    def commit(self, change: Change) -> None:
        """Save a change, then apply it and tell the listeners.

        Raises NotSaved or AlreadyClaimed; then nothing has changed.
        """
        self._journal.save(change)
        self.apply(change)

    def commit_undoable(self, change: Change) -> None:
        """Commit what a person did, so that it can be undone. Raises NotSaved."""
        self.commit(change)
        self.history.push(change)

    def apply(self, change: Change) -> None:
        """Take on a change in memory only, and tell the listeners."""
        for item_change in change.items:
            self._put_item(item_change)
        for ring_change in change.rings:
            self._put_ring(ring_change.after)
        if self._untold is None:
            self._tell(change)
        else:
            self._untold.append(change)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Let much happen at one instant: in one zone, and told at its end as one."""
        with self._in_one_zone(), self.told_together():
            yield

    @contextmanager
    def told_together(self) -> Iterator[None]:
        """Tell the listeners of all changes within at its end, as of one."""
        if self._untold is not None:
            yield
            return
        untold: list[Change] = []
        self._untold = untold
        try:
            yield
        finally:
            self._untold = None
            if untold:
                self._tell(merged(untold))

    @contextmanager
    def _in_one_zone(self) -> Iterator[None]:
        """Ask for the system's zone once, however much happens within."""
        if self._zone_meanwhile is not None:
            yield
            return
        self._zone_meanwhile = self.clock.zone()
        try:
            yield
        finally:
            self._zone_meanwhile = None

    @property
    def _zone(self) -> tzinfo:
        """The system's zone of this moment."""
        return self._zone_meanwhile or self.clock.zone()

    def _tell(self, change: Change) -> None:
        with self._in_one_zone():
            for listener in self._listeners:
                try:
                    listener(change)
                except Exception:  # a broken view must not keep a change from the others
                    logger.exception("A listener of the book failed")

    def save_again(self, item_ids: Iterable[str]) -> None:
        """Save how some items and their rings stand, which is known here and not on disk.

        Raises NotSaved.
        """
        items = [item for item in map(self.find, item_ids) if item is not None]
        rings = [ring for item in items for ring in self.rings(item.id)]
        self._journal.save(
            Change(
                tuple(ItemChange(item, item) for item in items),
                tuple(RingChange(ring, ring) for ring in rings),
            )
        )

    def forget_past(self, older_than: datetime) -> None:
        """Forget the rings of deleted alarms and timers that ended before an instant.

        The store forgets them as well; one that is brought back by then begins anew.
        """
        for item_id in self._rings.keys() - self._items.keys():
            rings = self._rings[item_id]
            kept = [ring for ring in rings if ring.ended_at is None or ring.ended_at >= older_than]
            for ring in rings:
                if ring not in kept:
                    self._pending.drop(ring)
            if kept:
                self._rings[item_id] = kept
            else:
                del self._rings[item_id]

    def _put_item(self, change: ItemChange) -> None:
        self._known_goals.forget(change.item_id)
        self._pending.items_changed()
        if isinstance(change.after, Timer):
            self._timers[change.item_id] = change.after
        else:
            self._timers.pop(change.item_id, None)
        if change.after is None:
            self._items.pop(change.item_id, None)
        else:
            self._items[change.item_id] = change.after

    def _put_ring(self, ring: Ring) -> None:
        self._known_goals.forget(ring.item_id)
        self._pending.put(ring)
        kept = [other for other in self._rings.get(ring.item_id, ()) if other.key != ring.key]
        kept.append(ring)
        ended = [r for r in kept if not r.is_open and not r.is_unacknowledged]
        surplus = ended[:-ENDED_RINGS_KEPT]
        self._rings[ring.item_id] = [r for r in kept if r not in surplus]

    def ended_ring(self, item_id: str, ended: Callable[[Ring], Ring]) -> tuple[RingChange, ...]:
        """Give the change that ends the open ring of an item, if it has one."""
        ring = self.open_ring(item_id)
        return (RingChange(ring, ended(ring)),) if ring else ()
