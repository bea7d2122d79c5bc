"""The cancelled alarms and timers, each as its daemon reports it."""

from bisect import bisect_right
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from alarmclock.core.wording import counted
from alarmclock.values import dataclass

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class CancelledRow:
    """One that will not ring: its time or what was left of it, its name, and its next ring."""

    digits: str
    name: str
    detail: str
    is_timer: bool
    due: datetime

    @property
    def whole(self) -> str:
        """Everything in one line."""
        return f"{self.digits} {self.name}, {self.detail}: Alarm cancelled"


class CancelledModel(QAbstractListModel):
    """Grows while the loop cancels, in an order of its own; what would ring first stands first."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[CancelledRow] = []
        self._timers = 0

    def append(self, row: CancelledRow) -> None:
        """Show one more."""
        place = bisect_right(self._rows, row.due, key=lambda other: other.due)
        self.beginInsertRows(QModelIndex(), place, place)
        self._rows.insert(place, row)
        self._timers += row.is_timer
        self.endInsertRows()

    def words(self) -> str:
        """Say how many there are: “4 alarms and 1 timer”."""
        alarms = len(self._rows) - self._timers
        parts = [counted(alarms, "alarm", "alarms")] if alarms or not self._timers else []
        if self._timers:
            parts.append(counted(self._timers, "timer", "timers"))
        return " and ".join(parts)

    def rowCount(self, parent: Index | None = None) -> int:
        """Give the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the row to the delegate, a sentence to everybody else."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        return row.whole if role == Qt.ItemDataRole.DisplayRole else None
