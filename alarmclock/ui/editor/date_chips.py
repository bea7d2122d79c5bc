"""A list of dates: each a chip that a press takes away, and a calendar that adds more."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from alarmclock.core.weekday import ONE_DAY
from alarmclock.core.wording import short_day
from alarmclock.ui.editor.calendar_popup import CalendarPopup
from alarmclock.ui.editor.date_text import date_words
from alarmclock.ui.theme import Theme
from alarmclock.ui.widgets.flow_layout import FlowLayout
from alarmclock.ui.widgets.icon import icon

GAP = 6
ICON_SIZE = 12
# A list may have hundreds of dates; the next ones are enough until somebody wants to see all.
MOST_SHOWN = 12


class DateChip(QPushButton):
    """One date of a list; a press, Del or Backspace takes it away."""

    def __init__(
        self, theme: Theme, name: str, day: date, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(short_day(day) if day.year == today.year else date_words(day), parent)
        self._theme = theme
        self.day = day
        self.setObjectName(f"{name}{day:%Y%m%d}")
        self.setAccessibleName(date_words(day))
        self.setAccessibleDescription("A press takes this date away.")
        self.setToolTip("Take this date away (Del)")
        self.setProperty("look", "chip")
        self.setAutoDefault(False)
        self.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        # The cross stands behind the date.
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._draw()
        theme.changed.connect(self._draw)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the date away with Del and Backspace, too."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.click()
        else:
            super().keyPressEvent(event)

    def _draw(self) -> None:
        self.setIcon(icon("close", self._theme.colour("muted"), ICON_SIZE))


class DateChips(QWidget):
    """Shows and takes a set of dates."""

    changed = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._days: frozenset[date] = frozenset()
        self._today = date.min
        self._shows_all = False
        self._chips: list[DateChip] = []
        self._calendar: CalendarPopup | None = None
        self._all = self._button(f"{name}All", "more")
        self._all.setToolTip("Show all dates of the list.")
        self.add = self._button(name, "add")
        self.add.setText("Add a date")
        self.add.setToolTip("Choose dates from a calendar.")
        self._flow = FlowLayout(self, spacing=GAP)
        self._all.clicked.connect(self._show_all)
        self.add.clicked.connect(self._open_calendar)
        self._show_days()

    def show_days(self, days: frozenset[date]) -> None:
        """Show these dates, without telling of a change."""
        self._days, self._shows_all = days, False
        self._show_days()

    def show_today(self, today: date) -> None:
        """Know from which day on dates can be added."""
        self._today = today

    def days(self) -> frozenset[date]:
        """Give the dates of the list."""
        return self._days

    def _show_days(self) -> None:
        shown = self._shown()
        for chip in [chip for chip in self._chips if chip.day not in shown]:
            self._chips.remove(chip)
            chip.hide()
            chip.deleteLater()
        known = {chip.day: chip for chip in self._chips}
        self._chips = [known.get(day) or self._chip(day) for day in shown]
        rest = len(self._days) - len(shown)
        self._all.setText(f"{rest} more")
        self._all.setAccessibleName(f"{rest} more")
        self._all.setVisible(rest > 0)
        self._set_in_order([*self._chips, self._all, self.add])

    def _set_in_order(self, parts: Sequence[QWidget]) -> None:
        """Put the parts into the lines, and in the same order for the keyboard."""
        while self._flow.takeAt(0):
            pass
        for part in parts:
            self._flow.addWidget(part)
            part.setVisible(part is not self._all or len(self._days) > len(self._chips))
        for before, after in pairwise(parts):
            QWidget.setTabOrder(before, after)
        self.updateGeometry()

    def _shown(self) -> list[date]:
        days = sorted(self._days)
        if self._shows_all or len(days) <= MOST_SHOWN:
            return days
        to_come = [day for day in days if day >= self._today]
        return to_come[:MOST_SHOWN]

    def _chip(self, day: date) -> DateChip:
        chip = DateChip(self._theme, self._name, day, self._today, self)
        chip.clicked.connect(lambda: self._remove(chip))
        return chip

    def _remove(self, chip: DateChip) -> None:
        place = self._chips.index(chip)
        rest = [each for each in self._chips if each is not chip]
        following: QWidget = rest[min(place, len(rest) - 1)] if rest else self.add
        if chip.hasFocus():
            following.setFocus(Qt.FocusReason.TabFocusReason)
        self._change(self._days - {chip.day})

    def _toggle(self, day: date) -> None:
        self._change(self._days ^ {day})

    def _change(self, days: frozenset[date]) -> None:
        self._days = days
        self._show_days()
        if self._calendar is not None:
            self._calendar.mark(days)
        self.changed.emit()

    def _show_all(self) -> None:
        self._shows_all = True
        self._show_days()
        self._chips[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _open_calendar(self) -> None:
        if self._calendar is None:
            self._calendar = CalendarPopup(self._theme, self, for_many=True)
            self._calendar.picked.connect(self._toggle)
        latest = max(self._days, default=self._today)
        self._calendar.show_day(max(latest, self._today + ONE_DAY), self._today)
        self._calendar.mark(self._days)
        self._calendar.adjustSize()
        corner = self.add.mapToGlobal(QPoint(0, self.add.height() + 4))
        self._calendar.move(corner)
        self._calendar.show()

    def _button(self, name: str, look: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setProperty("look", look)
        button.setAutoDefault(False)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button
