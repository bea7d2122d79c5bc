"""A journal in memory that outlives the program, as the store does."""

from collections.abc import Callable, Iterable

from alarmclock.core.alarm import Alarm
from alarmclock.core.book.book import ENDED_RINGS_KEPT
from alarmclock.core.change import Change
from alarmclock.core.errors import AlreadyClaimed
from alarmclock.core.ringing import Ending, Ring


class LastingJournal:
    """Keeps what a store keeps, refuses a second claim, and gives back what a start reads.

    `see_claim` is called with each claim that was new.
    """

    def __init__(self, items: Iterable[Alarm], see_claim: Callable[[Ring], None]) -> None:
        self.items = {item.id: item for item in items}
        self.refused = 0
        self._see_claim = see_claim
        self._claims: set[tuple[object, ...]] = set()
        self._rings: dict[str, dict[tuple[object, ...], Ring]] = {item: {} for item in self.items}

    def save(self, change: Change) -> None:
        """Take in a change whole, or refuse it. Raises AlreadyClaimed."""
        claims = [ring.after for ring in change.rings if ring.before is None]
        if any(ring.key in self._claims for ring in claims):
            self.refused += 1
            raise AlreadyClaimed("It rang before.")
        for ring in claims:
            self._claims.add(ring.key)
            self._see_claim(ring)
        for item in change.items:
            self.items[item.item_id] = item.after
        for ring in change.rings:
            assert ring.after.cause or ring.after.ending is not Ending.MISSED, ring
            self._rings[ring.after.item_id][ring.after.key] = ring.after

    def rings(self) -> list[Ring]:
        """List what is open or unacknowledged and the newest few others of each alarm."""
        found = [ring for item_id in self._rings for ring in self._read(item_id)]
        return sorted(found, key=lambda ring: ring.due)

    def _read(self, item_id: str) -> Iterable[Ring]:
        rings = self._rings[item_id].values()
        pending = [ring for ring in rings if ring.is_open or ring.is_unacknowledged]
        others = [ring for ring in rings if not (ring.is_open or ring.is_unacknowledged)]
        newest = sorted(others, key=lambda ring: (ring.day, ring.time))[-ENDED_RINGS_KEPT:]
        # What is neither will not be read again.
        self._rings[item_id] = {ring.key: ring for ring in (*pending, *newest)}
        return self._rings[item_id].values()
