"""The entries of the calendar as a Qt model: a line a day, and below it a line an entry."""

from collections.abc import Sequence
from datetime import date, tzinfo
from enum import IntEnum
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from alarmclock.core.outlook.entry import Entry
from alarmclock.ui.calendar.entry_text import day_title, entry_day, entry_sentence, entry_time

AnyIndex = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
# What an entry is known by when all are read anew.
Key = tuple[str, date]


class Role(IntEnum):
    """What a line tells, by name."""

    DAY = Qt.ItemDataRole.UserRole + 1
    ENTRY = Qt.ItemDataRole.UserRole + 2
    TIME = Qt.ItemDataRole.UserRole + 3


class PlanModel(QAbstractListModel):
    """Lines of days and entries; days are headings and can't be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Entry | date] = []
        self._zone: tzinfo | None = None
        self._today = date.min

    def show_entries(self, entries: Sequence[Entry], today: date, zone: tzinfo) -> None:
        """Show other entries, which come by due; days are those of a zone."""
        self.beginResetModel()
        self._zone, self._today = zone, today
        self._lines = []
        for day, of_day in groupby(entries, lambda entry: entry_day(entry, zone)):
            self._lines += [day, *of_day]
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """Give the entry of a line, None for a day."""
        line = self._lines[row]
        return line if isinstance(line, Entry) else None

    def row_of(self, key: Key) -> int | None:
        """Find the line of an entry."""
        for row, line in enumerate(self._lines):
            if isinstance(line, Entry) and key_of(line) == key:
                return row
        return None

    def first_entry_from(self, day: date) -> int | None:
        """Find the first entry of a day or of a later one."""
        reached = False
        for row, line in enumerate(self._lines):
            if not isinstance(line, Entry):
                reached = line >= day
            elif reached:
                return row
        return None

    # Qt

    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Count the lines."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let entries be chosen; the arrows pass over days."""
        if not index.isValid() or self.entry(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Tell one thing of a line, see Role."""
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        line = self._lines[index.row()]
        if isinstance(line, Entry):
            return self._of_entry(line, role)
        title = day_title(line, self._today)
        told: dict[int, object] = {
            Role.DAY: title,
            Qt.ItemDataRole.DisplayRole: ", ".join(filter(None, title)),
        }
        return told.get(role)

    def _of_entry(self, entry: Entry, role: int) -> object:
        assert self._zone is not None
        match role:
            case Role.ENTRY:
                return entry
            case Role.TIME:
                return entry_time(entry, self._zone)
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return entry_sentence(entry, self._zone)
        return None


def key_of(entry: Entry) -> Key:
    """Give what an entry is known by."""
    return entry.item_id, entry.day
