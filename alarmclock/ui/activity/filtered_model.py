"""The lines of the activity that somebody asked for."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from alarmclock.core.activity.activity_query import EVERYTHING, ActivityQuery
from alarmclock.core.activity.events import Event, Ticked
from alarmclock.core.ports import Clock
from alarmclock.ui.activity.model import ActivityModel

LoadMatching = Callable[[int | None, ActivityQuery], list[tuple[int, Event]]]


class FilteredModel(ActivityModel):
    """Reads what matches a query, page by page; daemons that tick belong to no narrower one."""

    def __init__(self, clock: Clock, load: LoadMatching, parent: QObject | None = None) -> None:
        super().__init__(clock, lambda before: load(before, self._query), parent)
        self._query = EVERYTHING

    def show_query(self, query: ActivityQuery) -> None:
        """Read something else from now on."""
        if query != self._query:
            self._query = query
            self.restart()

    def show_events(self, events: Sequence[Event]) -> None:
        """Take in what belongs here; of all else only that a daemon ticks no more."""
        wanted = [event for event in events if self._is_wanted(event)]
        if len(wanted) < len(events):
            self.end_live(event.item_id for event in events)
        super().show_events(wanted)

    def _is_wanted(self, event: Event) -> bool:
        ticks = isinstance(event, Ticked)
        return self._query == EVERYTHING if ticks else self._query.matches(event)
