"""Arms everything at the start, what rings next first, some at each turn of the loop."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from alarmclock.core.alarm import Alarm
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.change import Item
from alarmclock.core.outlook.soonest import soonest
from alarmclock.daemons.keeper import Keeper

# The window gets its turn after so many: arming one takes less than a tenth of a millisecond.
MOST_AT_ONCE = 50

Show = Callable[[Sequence[str]], None]


class Arming:
    """Goes once through the book; `show` is told of each part when it is armed."""

    def __init__(self, book: AlarmBook, keeper: Keeper, show: Show) -> None:
        self._book = book
        self._keeper = keeper
        self._show = show
        self._left: Iterator[str] = iter(())

    def begin(self) -> None:
        """Arm what rings next before anything else is done, and follow the book."""
        self._left = self._in_order()
        self._keeper.begin()
        self._step()

    async def run(self) -> frozenset[str]:
        """Arm the rest, and give all that were armed."""
        while self._step():  # noqa: ASYNC110 - nobody could tell that the loop had its turn
            await asyncio.sleep(0)
        return self._keeper.ids

    def _step(self) -> bool:
        part = list(islice(self._left, MOST_AT_ONCE))
        self._keeper.arm(part)
        self._show(part)
        return bool(part)

    def _in_order(self) -> Iterator[str]:
        """List everything once: first what rings, by its due, then what has other goals or none."""
        came: set[str] = set()
        for _, item_id in soonest(self._book, self._book.moment()):
            came.add(item_id)
            yield item_id
        rest = (item for item in self._book if item.id not in came)
        yield from (item.id for item in sorted(rest, key=_place))


def _place(item: Item) -> tuple[str, str, str]:
    """Order what does not ring as the list of alarms shows it."""
    at = item.time.isoformat() if isinstance(item, Alarm) else ""
    return at, item.label, item.id
