"""A month as a Qt model: six weeks of days with what they hold."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta, tzinfo
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from alarmclock.core.outlook.entry import Entry
from alarmclock.core.words.wording import DAY_NAMES
from alarmclock.ui.calendar.entry_text import day_sentence, entry_day, entry_minute

WEEKS, DAYS = 6, 7
AnyIndex = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class Role(IntEnum):
    """What a cell tells, by name; LINES are pairs of a time and an entry."""

    DAY = Qt.ItemDataRole.UserRole + 1
    LINES = Qt.ItemDataRole.UserRole + 2
    IN_MONTH = Qt.ItemDataRole.UserRole + 3
    IS_TODAY = Qt.ItemDataRole.UserRole + 4


def first_shown(month: date) -> date:
    """Give the Monday of the week in which a month begins; in January of year 1 the 1st itself."""
    first = month.replace(day=1)
    return first - timedelta(days=min(first.weekday(), first.toordinal() - 1))


class MonthModel(QAbstractTableModel):
    """The days of a month, and those of its neighbours that fill the weeks; Monday first."""

    def __init__(self) -> None:
        super().__init__()
        self._month = self._first = self._today = date.min
        self._zone: tzinfo | None = None
        self._by_day: Mapping[date, Sequence[Entry]] = {}

    def show_month(self, month: date, entries: Sequence[Entry], today: date, zone: tzinfo) -> None:
        """Show the month of a date; entries come by due, and days are those of a zone."""
        self.beginResetModel()
        self._month, self._today, self._zone = month, today, zone
        self._first = first_shown(month)
        by_day: dict[date, list[Entry]] = defaultdict(list)
        for entry in entries:
            by_day[entry_day(entry, zone)].append(entry)
        self._by_day = by_day
        self.endResetModel()

    def day_at(self, index: AnyIndex) -> date:
        """Give the day of a cell."""
        return self._first + timedelta(days=index.row() * DAYS + index.column())

    def index_of(self, day: date) -> QModelIndex:
        """Give the cell of a day, an invalid one when it is not shown."""
        place = (day - self._first).days
        if not 0 <= place < WEEKS * DAYS:
            return QModelIndex()
        return self.index(place // DAYS, place % DAYS)

    def entries_of(self, day: date) -> Sequence[Entry]:
        """Give what a day holds."""
        return self._by_day.get(day, ())

    # Qt

    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Count the weeks."""
        return 0 if parent.isValid() else WEEKS

    def columnCount(self, parent: AnyIndex = NO_PARENT) -> int:
        """Count the days of a week."""
        return 0 if parent.isValid() else DAYS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name the days of the week."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return DAY_NAMES[section][:3]
        return super().headerData(section, orientation, role)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Tell one thing of a day, see Role."""
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid) or self._zone is None:
            return None
        return self._told(self.day_at(index), role, self._zone)

    def _told(self, day: date, role: int, zone: tzinfo) -> object:
        match role:
            case Role.DAY:
                return day
            case Role.IN_MONTH:
                return (day.year, day.month) == (self._month.year, self._month.month)
            case Role.IS_TODAY:
                return day == self._today
            case Role.LINES:
                return [(entry_minute(one, zone), one) for one in self.entries_of(day)]
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return day_sentence(day, self.entries_of(day), zone)
        return None
