"""The lines of the activity as a Qt model: daemons that tick above, what happened below."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, tzinfo
from typing import Any

from PySide6.QtCore import (
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from alarmclock.core.activity.activity_words import Teller
from alarmclock.core.activity.events import Event, Ticked
from alarmclock.core.ports import Clock
from alarmclock.ui.activity.history_lines import HistoryLines, LoadOlder
from alarmclock.ui.activity.lines_model import LinesModel
from alarmclock.ui.activity.live_lines import LiveLines
from alarmclock.ui.activity.roles import TOLD, Role

MOST_LIVE_ALARMS = 4
# Older ones are read from the store when somebody scrolls down to them.
MOST_LINES_KEPT = 500

AnyIndex = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class ActivityModel(LinesModel):
    """Shows each event as a line; a tick changes the one line of its daemon and no other."""

    def __init__(
        self,
        clock: Clock,
        load_older: LoadOlder,
        parent: QObject | None = None,
        *,
        most_live_alarms: int | None = MOST_LIVE_ALARMS,
        most_lines_kept: int = MOST_LINES_KEPT,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._live = LiveLines(most_live_alarms)
        self._shown: list[Ticked] = []
        self._history = HistoryLines(load_older, most_lines_kept)
        self._day = self._day_of(clock.now())

    def show_event(self, event: Event) -> None:
        """Put an event at the top of the history, a tick into the line of its daemon."""
        self.show_events((event,))

    def show_events(self, events: Sequence[Event]) -> None:
        """Put events that come at once into the list at once, the last of them on top."""
        happened = [event for event in events if not isinstance(event, Ticked)]
        if happened:
            self.end_live(event.item_id for event in happened)
            self._show_happened(happened)
        for event in events:
            if isinstance(event, Ticked):
                self._show_tick(event)

    def end_live(self, item_ids: Iterable[str]) -> None:
        """Take away the lines of daemons that tick no more."""
        gone = [item_id for item_id in item_ids if self._live.drop(item_id)]
        if gone:
            self._arrange()

    def keep_live(self, item_ids: set[str]) -> None:
        """Take away the lines of all daemons but these."""
        gone = self._live.item_ids() - item_ids
        for item_id in gone:
            self._live.drop(item_id)
        if gone:
            self._arrange()

    def show_time(self, now: datetime) -> None:
        """Say the times of all lines anew when another day or zone has begun."""
        day = self._day_of(now)
        if day != self._day:
            self._day = day
            if self.rowCount():
                self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def restart(self) -> None:
        """Forget all lines; the list reads what it shows anew."""
        self.beginResetModel()
        for item_id in self._live.item_ids():
            self._live.drop(item_id)
        self._shown = []
        self._history.restart()
        self.endResetModel()

    def forget_oldest(self) -> None:
        """Give back the memory of lines that were read far down."""
        self._drop_oldest(self._history.surplus)

    # Qt

    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Count the lines in memory."""
        return 0 if parent.isValid() else len(self._shown) + len(self._history)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Tell one thing of a line, see Role."""
        tell = TOLD.get(role)
        if tell is None or not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        return tell(Teller(self._clock.now(), self._clock.zone()), self._event(index.row()))

    def roleNames(self) -> dict[int, QByteArray]:
        """Give the names of what a line tells."""
        own = {int(role): QByteArray(role.name.lower().encode()) for role in Role}
        return super().roleNames() | own

    def canFetchMore(self, parent: AnyIndex) -> bool:
        """Tell whether there may be older lines in the store."""
        return not parent.isValid() and not self._history.at_end

    def fetchMore(self, parent: AnyIndex) -> None:
        """Read a page of older lines."""
        if not self.canFetchMore(parent):
            return
        if older := self._history.read_older():
            first = self.rowCount()
            self.beginInsertRows(NO_PARENT, first, first + len(older) - 1)
            self._history.append(older)
            self.endInsertRows()

    # Private

    def _event(self, row: int) -> Event:
        live = len(self._shown)
        return self._shown[row] if row < live else self._history.event(row - live)

    def _day_of(self, now: datetime) -> tuple[date, tzinfo]:
        zone = self._clock.zone()
        return now.astimezone(zone).date(), zone

    def _show_tick(self, tick: Ticked) -> None:
        if self._live.put(tick):
            self._arrange()
        row = self._row_of(tick.item_id)
        if row is not None and self._shown[row] is not tick:
            self._shown[row] = tick
            self.dataChanged.emit(self.index(row), self.index(row))

    def _show_happened(self, events: Sequence[Event]) -> None:
        top = len(self._shown)
        self.beginInsertRows(NO_PARENT, top, top + len(events) - 1)
        for event in events:
            self._history.put(event)
        self.endInsertRows()
        # One comes, one goes: lines that somebody has scrolled down to read stay in place.
        self._drop_oldest(min(self._history.surplus, len(events)))

    def _drop_oldest(self, count: int) -> None:
        if count:
            last = self.rowCount() - 1
            self.beginRemoveRows(NO_PARENT, last - count + 1, last)
            self._history.drop_oldest(count)
            self.endRemoveRows()

    def _arrange(self) -> None:
        """Bring the lines of the daemons into the order of their dues, one step at a time."""
        wanted = self._live.shown()
        self._remove_all_but({tick.item_id for tick in wanted})
        for row, tick in enumerate(wanted):
            at = self._row_of(tick.item_id)
            if at is None:
                self._insert(row, tick)
            elif at != row:
                self._move(at, row)

    def _remove_all_but(self, item_ids: set[str]) -> None:
        for row in reversed(range(len(self._shown))):
            if self._shown[row].item_id not in item_ids:
                self.beginRemoveRows(NO_PARENT, row, row)
                del self._shown[row]
                self.endRemoveRows()

    def _insert(self, row: int, tick: Ticked) -> None:
        self.beginInsertRows(NO_PARENT, row, row)
        self._shown.insert(row, tick)
        self.endInsertRows()

    def _move(self, row: int, up_to: int) -> None:
        self.beginMoveRows(NO_PARENT, row, row, NO_PARENT, up_to)
        self._shown.insert(up_to, self._shown.pop(row))
        self.endMoveRows()

    def _row_of(self, item_id: str) -> int | None:
        rows = (row for row, tick in enumerate(self._shown) if tick.item_id == item_id)
        return next(rows, None)
