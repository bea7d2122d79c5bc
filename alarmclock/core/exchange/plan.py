"""What an import will add, change and leave, found out before anything is done."""

from collections.abc import Callable, Iterable
from datetime import date

from alarmclock.core.activity.events import Event
from alarmclock.core.alarm import Alarm
from alarmclock.core.change import Item, ItemChange
from alarmclock.core.exchange.imported import Arrival, Imported, Remark
from alarmclock.core.exchange.rules_in import limits_needed
from alarmclock.core.ringing import Ring
from alarmclock.core.settings import Settings
from alarmclock.core.timer import Timer
from alarmclock.core.words.wording import counted_kinds
from alarmclock.values import dataclass, replace

# Gives an item as it goes on from now: what is over neither rings late nor counts as missed.
Settle = Callable[[Item | None, Item], Item]


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import comes to. `settings` is None where they are the same or the file has none."""

    add: tuple[Item, ...] = ()
    change: tuple[ItemChange, ...] = ()
    leave: tuple[Item, ...] = ()
    refused: tuple[Remark, ...] = ()
    notes: tuple[Remark, ...] = ()
    settings: Settings | None = None
    rings: tuple[Ring, ...] = ()
    events: tuple[Event, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True where there is nothing to add or change."""
        return not self.add and not self.change

    @property
    def item_changes(self) -> tuple[ItemChange, ...]:
        """All that is done to alarms and timers."""
        return (*(ItemChange(None, item) for item in self.add), *self.change)

    def title(self, source: str) -> str:
        """Say what is done, for undo: “Imported 3 alarms from “home.ics””."""
        done = [change.after for change in self.item_changes]
        alarms = sum(isinstance(item, Alarm) for item in done)
        counts = counted_kinds(alarms, len(done) - alarms)
        return f"Imported {counts or 'nothing'} from “{source}”"


def plan(
    existing: Iterable[Item], imported: Imported, settle: Settle, settings: Settings, today: date
) -> Plan:
    """Compare what arrives with what is there, by identity and else by content.

    What another program has is left out where one rings at the same times under the same label;
    our own files bring back two alike, as a person had them.
    """
    there = {item.id: item for item in existing}
    contents = {_content(item, today) for item in there.values()}
    add: list[Item] = []
    change: list[ItemChange] = []
    leave: list[Item] = []
    for arrival in imported.arrivals:
        before = there.get(arrival.item.id)
        after = settle(before, _laid_over(before, arrival, today))
        if before is not None:
            if _as_it_counts(before, today) == _as_it_counts(after, today):
                leave.append(before)
            else:
                change.append(ItemChange(before, after))
        elif arrival.is_whole or _content(after, today) not in contents:
            add.append(after)
            contents.add(_content(after, today))
        else:
            leave.append(after)
    new_settings = imported.settings if imported.settings != settings else None
    return Plan(
        tuple(add),
        tuple(change),
        tuple(leave),
        imported.refused,
        imported.notes,
        new_settings,
        imported.rings,
        imported.events,
    )


def _laid_over(before: Item | None, arrival: Arrival, today: date) -> Item:
    """Give what arrives, with all that its file does not speak of as it is."""
    item = arrival.item
    if arrival.is_whole or not isinstance(before, Alarm) or not isinstance(item, Alarm):
        return item
    is_same = _schedule(before, today) == _schedule(item, today)
    armed_at = before.armed_at if is_same else item.armed_at
    return replace(
        before,
        time=item.time,
        rule=item.rule,
        limits=item.limits,
        zone=item.zone,
        label=item.label,
        armed_at=armed_at,
    )


def _as_it_counts(item: Item, today: date) -> object:
    """Give an item so that two that behave alike are equal."""
    if isinstance(item, Timer):
        return item
    limits = limits_needed(item.rule, item.limits, today)
    return replace(item, armed_at=None, limits=limits), item.armed_at is None


def _content(item: Item, today: date) -> object:
    """Give what makes two items the same to a person: when, and what they are called."""
    if isinstance(item, Timer):
        return item.length, item.label, item.ends_at, item.left
    return _schedule(item, today), item.label


def _schedule(alarm: Alarm, today: date) -> object:
    limits = limits_needed(alarm.rule, alarm.limits, today)
    return alarm.time, alarm.rule, alarm.zone, limits
