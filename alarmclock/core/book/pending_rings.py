"""The rings that are not done with, by how they stand: asked for all the time, changed seldom."""

from collections.abc import Callable, Mapping
from enum import Enum

from alarmclock.core.change import Item
from alarmclock.core.ringing import Ring

Pair = tuple[Item, Ring]


class Standing(Enum):
    """How a ring that is not done with stands, and how that is told of it."""

    RINGING = "sounds now"
    ASKING = "asks now whether somebody is awake"
    MISSED = "was missed, and nobody has acknowledged it"
    WAITING = "is silent now and comes back: snoozed, unanswered or to ask"


IS_SO: Mapping[Standing, Callable[[Ring], bool]] = {
    Standing.RINGING: lambda ring: ring.is_ringing,
    Standing.ASKING: lambda ring: ring.is_asking,
    Standing.MISSED: lambda ring: ring.is_unacknowledged,
    Standing.WAITING: lambda ring: ring.snoozed_until is not None,
}


class PendingRings:
    """Few, however many have ended; a list of them is kept until something changes."""

    def __init__(self) -> None:
        self._rings: dict[tuple[object, ...], Ring] = {}
        self._listed: dict[Standing, list[Pair]] = {}

    def copy(self) -> "PendingRings":
        """Give the same rings, apart from these."""
        twin = PendingRings()
        twin._rings = dict(self._rings)
        return twin

    def put(self, ring: Ring) -> None:
        """Take on how a ring stands now."""
        if ring.is_open or ring.is_unacknowledged:
            self._listed.clear()
            self._rings[ring.key] = ring
        else:
            self.drop(ring)

    def drop(self, ring: Ring) -> None:
        """Forget a ring."""
        self._listed.clear()
        self._rings.pop(ring.key, None)

    def items_changed(self) -> None:
        """Take note that another item belongs to a ring, or none."""
        self._listed.clear()

    def listed(self, standing: Standing, items: Mapping[str, Item]) -> list[Pair]:
        """List those that stand so with their items, the earliest due first."""
        known = self._listed.get(standing)
        if known is None:
            is_so = IS_SO[standing]
            found = [
                (item, ring)
                for ring in self._rings.values()
                if is_so(ring) and (item := items.get(ring.item_id))
            ]
            known = self._listed[standing] = sorted(found, key=lambda pair: pair[1].due)
        return list(known)
