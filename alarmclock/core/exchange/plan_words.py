"""A plan of an import in words, as people read it before they say yes."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from alarmclock.core.alarm import Alarm
from alarmclock.core.change import Item, ItemChange
from alarmclock.core.exchange.plan import Plan
from alarmclock.core.words.rule_words import alarm_rule_words
from alarmclock.core.words.wording import counted, item_name, place_of, wall_time
from alarmclock.values import dataclass

Entry = TypeVar("Entry")

MOST_LINES = 100
NOTHING_NEW = "There is nothing to add or change."


@dataclass(frozen=True, slots=True)
class Group:
    """What happens to some, and to which, a line each."""

    title: str
    lines: tuple[str, ...]


def headline(plan: Plan) -> str:
    """Say in short what an import would do."""
    parts = []
    if plan.add:
        parts.append(f"{len(plan.add):,} to add")
    if plan.change:
        parts.append(f"{len(plan.change):,} to change")
    if plan.leave:
        parts.append(f"{len(plan.leave):,} already here")
    refused = len(plan.refused)
    if refused:
        parts.append(f"{refused:,} not taken")
    if plan.is_empty:
        return " ".join([NOTHING_NEW, *([f"({', '.join(parts)})"] if parts else [])])
    return ", ".join(parts)


def groups(plan: Plan) -> list[Group]:
    """List everything by what becomes of it; what is empty is left out."""
    found = (
        _group("Added", plan.add, _words),
        _group("Changed", plan.change, _change_words),
        _group("Not taken", plan.refused, str),
        _group("Please note", plan.notes, str),
        _group("Already here, left as it is", plan.leave, _words),
    )
    return [group for group in found if group.lines]


def done_sentence(plan: Plan) -> str:
    """Say what an import did."""
    added, changed = len(plan.add), len(plan.change)
    parts = []
    if added:
        parts.append(f"{counted(added, 'entry was', 'entries were')} added")
    if changed:
        parts.append(f"{counted(changed, 'entry was', 'entries were')} changed")
    return f"{' and '.join(parts)}." if parts else "Nothing had to be added or changed."


def _words(item: Item) -> str:
    if not isinstance(item, Alarm):
        return item_name(item)
    place = f"{place_of(item.zone)} time" if item.zone else ""
    off = "off" if item.armed_at is None else ""
    parts = (wall_time(item.time), item.label, alarm_rule_words(item), place, off)
    return " · ".join(filter(None, parts))


def _change_words(change: ItemChange) -> str:
    sides = (change.before, change.after)
    return "  →  ".join(_words(item) for item in sides if item is not None)


def _group(title: str, entries: Sequence[Entry], words: Callable[[Entry], str]) -> Group:
    """Say what of the entries has room."""
    shown = tuple(words(entry) for entry in entries[:MOST_LINES])
    more = len(entries) - MOST_LINES
    return Group(title, (*shown, f"and {more:,} more") if more > 0 else shown)
