"""A change: what a command did to alarms, timers and rings, so that it can be saved and undone."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from alarmclock.core.alarm import Alarm
from alarmclock.core.ringing import Ring
from alarmclock.core.timer import Timer
from alarmclock.values import dataclass, fields, replace

Item = Alarm | Timer


@dataclass(frozen=True, slots=True)
class ItemChange:
    """One alarm or timer before and after; None where it did not exist."""

    before: Item | None
    after: Item | None

    @property
    def item_id(self) -> str:
        """Whom it is about."""
        item = self.after or self.before
        assert item is not None
        return item.id


@dataclass(frozen=True, slots=True)
class RingChange:
    """One ring before and after; `before` is None for the claim of a new one."""

    before: Ring | None
    after: Ring


@dataclass(frozen=True, slots=True)
class Change:
    """All that one command did; `title` says it in words, for undo.

    ``ends_rings`` tells that what rings of these items ends by it, so that it does when it is done
    again.
    """

    items: tuple[ItemChange, ...] = ()
    rings: tuple[RingChange, ...] = ()
    title: str = ""
    ends_rings: bool = True

    @property
    def item_ids(self) -> frozenset[str]:
        """Everybody whom the change touches."""
        return frozenset(
            [change.item_id for change in self.items]
            + [change.after.item_id for change in self.rings]
        )

    def reversed(self) -> "Change":
        """Give the change that takes this one back; claims stay, since they did happen."""
        return replace(
            self,
            items=tuple(ItemChange(c.after, c.before) for c in reversed(self.items)),
            rings=tuple(RingChange(c.after, c.before) for c in reversed(self.rings) if c.before),
        )


def merged(changes: Sequence[Change]) -> Change:
    """Give one change that does what several do, one after the other."""
    if len(changes) == 1:
        return changes[0]
    return Change(
        items=tuple(item for change in changes for item in change.items),
        rings=tuple(ring for change in changes for ring in change.rings),
    )


def rebased(change: ItemChange, current: Item | None) -> ItemChange:
    """Apply a change to what an item is by now.

    What the change touched takes its value; what happened to the item since then stays, as a
    once-alarm that rang in between stays off.
    """
    before, after = change.before, change.after
    if before is None or after is None or current is None or type(current) is not type(after):
        return ItemChange(current, after)
    touched: dict[str, Any] = {
        field.name: getattr(after, field.name)
        for field in fields(after)
        if getattr(before, field.name) != getattr(after, field.name)
    }
    for name in touched.keys() & {"armed_at", "ends_at"}:
        values = (getattr(item, name) for item in (before, after, current))
        touched[name] = _since_then(*values, moves=name == "ends_at")
    return ItemChange(current, replace(current, **touched))


def _since_then(
    before: datetime | None, after: datetime | None, current: datetime | None, *, moves: bool
) -> datetime | None:
    """Change an instant: what rang since then has none, and the clock may have moved an end."""
    if before is None or after is None:
        return after
    if current is None:
        return None
    return current + (after - before) if moves else after
