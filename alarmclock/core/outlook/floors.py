"""Before when each alarm has nothing planned: worked out once, and kept for as long as it holds."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, tzinfo

from alarmclock.core.alarm import Alarm
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.outlook.earliest import Earliest
from alarmclock.core.ringing import Ring

_Known = tuple[Alarm, Sequence[Ring], datetime]


class Floors:
    """The floors of a book's alarms.

    A floor that holds after an instant holds after a later one, too, until the alarm or its rings
    change; it is lifted once it has passed. In another zone, or after an earlier instant, all of
    them are worked out anew.
    """

    def __init__(self, book: AlarmBook) -> None:
        self._book = book
        self._known: dict[str, _Known] = {}
        self._zone: tzinfo | None = None
        self._after: datetime | None = None

    def of(self, alarms: Iterable[Alarm], after: datetime) -> Iterator[tuple[datetime, Alarm]]:
        """Give each alarm with an instant before which its plan has nothing that is after one."""
        zone = self._book.clock.zone()
        is_later = self._after is not None and after >= self._after
        if zone is not self._zone or not is_later or len(self._known) > 2 * len(self._book):
            self._known.clear()  # also where most of them are gone
        self._zone, self._after = zone, after
        earliest = Earliest(zone)
        for alarm in alarms:
            rings = self._book.rings(alarm.id)
            known = self._known.get(alarm.id)
            if known and known[0] is alarm and known[1] is rings and known[2] > after:
                yield known[2], alarm
                continue
            floor = earliest.of_plan(alarm, rings, after)
            self._known[alarm.id] = alarm, rings, floor
            yield floor, alarm
