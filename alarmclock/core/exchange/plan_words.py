"""A plan of an import in words, as people read it before they say yes."""

from collections.abc import Iterable, Sequence

from alarmclock.core.alarm import Alarm
from alarmclock.core.change import Item
from alarmclock.core.exchange.plan import Plan
from alarmclock.core.rule_words import alarm_rule_words
from alarmclock.core.wording import counted, item_name, place_of, wall_time
from alarmclock.values import dataclass

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
    changes = [
        f"{_words(change.before)}  →  {_words(change.after)}"
        for change in plan.change
        if change.before is not None and change.after is not None
    ]
    all_groups = (
        ("Added", [_words(item) for item in plan.add]),
        ("Changed", changes),
        ("Not taken", [str(remark) for remark in plan.refused]),
        ("Please note", [str(remark) for remark in plan.notes]),
        ("Already here, left as it is", [_words(item) for item in plan.leave]),
    )
    return [Group(title, _limited(lines)) for title, lines in all_groups if lines]


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


def _limited(lines: Sequence[str]) -> tuple[str, ...]:
    shown: Iterable[str] = lines[:MOST_LINES]
    more = len(lines) - MOST_LINES
    return (*shown, f"and {more:,} more") if more > 0 else tuple(shown)
