"""The month of the calendar: a press or the arrows choose a day."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from alarmclock.ui.calendar.month_delegate import MonthDelegate
from alarmclock.ui.calendar.month_model import MonthModel
from alarmclock.ui.theme import Theme
from alarmclock.ui.widgets.month_days import month_later

DAY, WEEK = timedelta(days=1), timedelta(days=7)
SMALLEST = QSize(280, 220)
MOVES: dict[Qt.Key, Callable[[date], date]] = {
    Qt.Key.Key_Left: lambda day: day - DAY,
    Qt.Key.Key_Right: lambda day: day + DAY,
    Qt.Key.Key_Up: lambda day: day - WEEK,
    Qt.Key.Key_Down: lambda day: day + WEEK,
    Qt.Key.Key_PageUp: lambda day: month_later(day, -1),
    Qt.Key.Key_PageDown: lambda day: month_later(day, 1),
    Qt.Key.Key_Home: lambda day: day.replace(day=1),
    Qt.Key.Key_End: lambda day: month_later(day.replace(day=1), 1) - DAY,
}


class MonthView(QTableView):
    """Shows a month; `day_wanted` tells the day that a person goes to, in any month."""

    day_wanted = Signal(object)

    def __init__(self, model: MonthModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calendarMonth")
        self.setAccessibleName("Month")
        self._days = model
        self.setModel(model)
        self.setItemDelegate(MonthDelegate(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMinimumSize(SMALLEST)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fill(self.horizontalHeader(), smallest=24)
        self._fill(self.verticalHeader(), smallest=24)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.clicked.connect(self._tell)
        theme.changed.connect(self.viewport().update)

    def choose(self, day: date) -> None:
        """Mark a day that is shown."""
        self.setCurrentIndex(self._days.index_of(day))

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by days and weeks with the arrows, by months with Page Up and Page Down."""
        move = MOVES.get(Qt.Key(event.key()))
        index = self.currentIndex()
        if move is None or not index.isValid():
            super().keyPressEvent(event)
            return
        with suppress(OverflowError, ValueError):  # before the first and after the last of all days
            self.day_wanted.emit(move(self._days.day_at(index)))

    def _tell(self, index: QModelIndex) -> None:
        self.day_wanted.emit(self._days.day_at(index))

    @staticmethod
    def _fill(header: QHeaderView, *, smallest: int) -> None:
        """Divide the room of a header into equal parts."""
        header.setMinimumSectionSize(smallest)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionsClickable(False)
