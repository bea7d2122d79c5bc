"""The cancelled alarms and timers, each as its daemon reports it."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from alarmclock.core.words.wording import counted_kinds
from alarmclock.values import dataclass

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class CancelledRow:
    """One that will not ring: its time or what was left of it, its name, and its next ring."""

    digits: str
    name: str
    detail: str

    @property
    def whole(self) -> str:
        """Everything in one line."""
        return f"{self.digits} {self.name}, {self.detail}: Alarm cancelled"


@dataclass(frozen=True, slots=True)
class Cancellation:
    """What was cancelled; `describe` makes its row, which is wanted only where it is seen."""

    due: datetime
    is_timer: bool
    describe: Callable[[], CancelledRow]


class CancelledModel(QAbstractListModel):
    """Grows while the loop cancels, in an order of its own; what would ring first stands first."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Cancellation] = []
        self._timers = 0

    def add(self, cancelled: Sequence[Cancellation]) -> None:
        """Show some more."""
        if len(cancelled) == 1:
            self._insert(cancelled[0])
        else:
            self.beginResetModel()
            self._rows = sorted([*self._rows, *cancelled], key=_due_of)
            self.endResetModel()
        self._timers += sum(one.is_timer for one in cancelled)

    def _insert(self, one: Cancellation) -> None:
        place = bisect_right(self._rows, one.due, key=_due_of)
        self.beginInsertRows(QModelIndex(), place, place)
        self._rows.insert(place, one)
        self.endInsertRows()

    def words(self) -> str:
        """Say how many there are: “4 alarms and 1 timer”."""
        alarms = len(self._rows) - self._timers
        return counted_kinds(alarms, self._timers) or "0 alarms"

    def rowCount(self, parent: Index | None = None) -> int:
        """Give the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the row to the delegate, a sentence to everybody else."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row.describe()
        return row.describe().whole if role == Qt.ItemDataRole.DisplayRole else None


def _due_of(cancelled: Cancellation) -> datetime:
    return cancelled.due
