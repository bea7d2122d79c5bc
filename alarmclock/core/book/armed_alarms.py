"""How many alarms are armed, and which of them were paused together."""

from datetime import datetime, tzinfo

from alarmclock.core.alarm import Alarm
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.change import Change
from alarmclock.core.schedule import is_paused


class ArmedAlarms:
    """Follows the book change by change, since to ask every alarm anew would take too long."""

    def __init__(self, book: AlarmBook) -> None:
        self._book = book
        self._armed: set[str] = set()
        self._together: dict[str, Alarm] = {}

    def __len__(self) -> int:
        return len(self._armed)

    def start(self) -> None:
        """Read the book, and follow it."""
        for alarm in self._book.alarms():
            self._take(alarm.id)
        self._book.listen(self._follow)

    def paused_together(self, now: datetime, zone: tzinfo) -> list[Alarm]:
        """List those that do not ring today because all were paused at once."""
        return [alarm for alarm in self._together.values() if is_paused(alarm, now, zone)]

    def _follow(self, change: Change) -> None:
        for item_id in change.item_ids:
            self._take(item_id)

    def _take(self, item_id: str) -> None:
        item = self._book.find(item_id)
        if not isinstance(item, Alarm) or item.armed_at is None:
            self._armed.discard(item_id)
            self._together.pop(item_id, None)
            return
        self._armed.add(item_id)
        if item.pause and item.pause.together:
            self._together[item_id] = item
        else:
            self._together.pop(item_id, None)
