"""The small calendar that a date is picked from."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QWidget

from alarmclock.core.words.wording import DAY_NAMES, MONTH_NAMES, long_day
from alarmclock.ui.theme import Theme
from alarmclock.ui.widgets.look import wear
from alarmclock.ui.widgets.month_days import DAYS_SHOWN, month_later, shown_days
from alarmclock.ui.widgets.square_button import SquareButton

CELL = 34
GAP = 4
WEEK = timedelta(days=7)
DAY = timedelta(days=1)
MOVES: dict[Qt.Key, Callable[[date], date]] = {
    Qt.Key.Key_Left: lambda day: day - DAY,
    Qt.Key.Key_Right: lambda day: day + DAY,
    Qt.Key.Key_Up: lambda day: day - WEEK,
    Qt.Key.Key_Down: lambda day: day + WEEK,
    Qt.Key.Key_PageUp: lambda day: month_later(day, -1),
    Qt.Key.Key_PageDown: lambda day: month_later(day, 1),
}
PICKS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class CalendarPopup(QFrame):
    """A month of buttons; a press on a day, or Enter, picks it and closes the calendar.

    One for many days marks them all; picking marks or unmarks a day, and Esc closes. Closed, it is
    gone: fifty buttons with a style of their own and a window's picture take most of a megabyte.
    """

    picked = Signal(object)
    closed = Signal()

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, for_many: bool = False
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._for_many = for_many
        self._marked: frozenset[date] = frozenset()
        self.setObjectName("calendar")
        self.setAccessibleName("Calendar")
        self._day = self._today = date.min
        self._title = QLabel(self)
        self._title.setProperty("look", "heading")
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._back = self._turner(theme, "monthBack", "chevron-left", "Month before", -1)
        self._on = self._turner(theme, "monthOn", "chevron-right", "Month after", 1)
        self._cells = [self._cell() for _ in range(DAYS_SHOWN)]
        self._lay_out()

    def show_day(self, day: date, today: date) -> None:
        """Show the month of a day; earlier days than today can't be picked."""
        self._day, self._today = max(day, today), today
        self._show_month()

    def mark(self, days: frozenset[date]) -> None:
        """Show these days as chosen."""
        self._marked = days
        self._show_month()

    def open_under(self, widget: QWidget) -> None:
        """Open below a widget."""
        self.adjustSize()
        self._open_at(widget.mapToGlobal(QPoint(0, widget.height() + GAP)))

    def open_under_end(self, widget: QWidget) -> None:
        """Open below a widget, with the right edges in line."""
        self.adjustSize()
        below = QPoint(widget.width() - self.width(), widget.height() + GAP)
        self._open_at(widget.mapToGlobal(below))

    def open_in(self, widget: QWidget) -> None:
        """Open in the middle of a widget."""
        self.adjustSize()
        corner = widget.rect().center() - QPoint(self.width(), self.height()) / 2
        self._open_at(widget.mapToGlobal(corner))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it is closed, whoever has closed it."""
        super().closeEvent(event)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the days with the arrows, through the months with Page Up and Down."""
        key = Qt.Key(event.key())
        if key in MOVES:
            self._day = max(MOVES[key](self._day), self._today)
            self._show_month()
        elif key in PICKS:
            self._pick(self._day)
        else:
            super().keyPressEvent(event)

    def _open_at(self, corner: QPoint) -> None:
        self.move(corner)
        self.show()

    def _turner(
        self, theme: Theme, name: str, icon_name: str, says: str, months: int
    ) -> SquareButton:
        button = SquareButton(theme, name, icon_name, self)
        button.show_icon(icon_name, says)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self._turn(months))
        return button

    def _cell(self) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("look", "day")
        button.setFixedSize(CELL, CELL)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self._pick(button.property("day")))
        return button

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 12, 12, 12)
        grid.setSpacing(2)
        grid.addWidget(self._back, 0, 0)
        grid.addWidget(self._title, 0, 1, 1, 5)
        grid.addWidget(self._on, 0, 6)
        for column, name in enumerate(DAY_NAMES):
            head = QLabel(name[:2], self)
            head.setProperty("look", "muted")
            head.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(head, 1, column)
        for place, cell in enumerate(self._cells):
            grid.addWidget(cell, 2 + place // 7, place % 7)

    def _turn(self, months: int) -> None:
        self._day = max(month_later(self._day, months), self._today)
        self._show_month()

    def _show_month(self) -> None:
        self._title.setText(f"{MONTH_NAMES[self._day.month - 1]} {self._day.year}")
        for cell, day in zip(self._cells, shown_days(self._day), strict=True):
            cell.setText(str(day.day) if day else "")
            cell.setProperty("day", day)
            cell.setEnabled(day is not None and day >= self._today)
            cell.setAccessibleName(f"{long_day(day)} {day.year}" if day else "")
            is_here = day is not None and day == self._day
            wear(cell, day in self._marked if self._for_many else is_here, "chosen")
            wear(cell, is_here and self._for_many, "here")

    def _pick(self, day: date) -> None:
        self._day = day
        if not self._for_many:
            self.close()
        self.picked.emit(day)
