"""A list of dates: a calendar that adds some, and a chip for each that a press takes away."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from alarmclock.core.rules.weekday import ONE_DAY
from alarmclock.core.words.wording import short_day
from alarmclock.ui.editor.date_text import date_words
from alarmclock.ui.theme import Theme
from alarmclock.ui.widgets.calendar_popup import CalendarPopup
from alarmclock.ui.widgets.emptying import take_widgets
from alarmclock.ui.widgets.flow_layout import FlowLayout
from alarmclock.ui.widgets.icon import icon

GAP = 6
ICON_SIZE = 12
# A list may have hundreds of dates; the next ones are enough until somebody wants to see more.
SHOWN_AT_FIRST = 12
SHOWN_MORE = 60


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
        self._most_shown = SHOWN_AT_FIRST
        self._chips: list[DateChip] = []
        self._calendar: CalendarPopup | None = None
        self._rest = self._button(f"{name}Rest", "more")
        self._rest.setToolTip("Show more dates of the list.")
        self.add = self._button(name, "add")
        self.add.setText("Add a date")
        self.add.setToolTip("Choose dates from a calendar.")
        self._flow = FlowLayout(self, spacing=GAP)
        self._rest.clicked.connect(self._show_more)
        self.add.clicked.connect(self._open_calendar)
        self._show_days()

    def show_days(self, days: frozenset[date]) -> None:
        """Show these dates, without telling of a change."""
        self._days, self._most_shown = days, SHOWN_AT_FIRST
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
        self._rest.setText(f"{rest} more")
        self._rest.setAccessibleName(f"{rest} more")
        self._rest.setVisible(rest > 0)
        # The button stays in its place, in the lines and for the keyboard.
        self._set_in_order([self.add, *self._chips, self._rest])

    def _set_in_order(self, parts: Sequence[QWidget]) -> None:
        """Put the parts into the lines, and in the same order for the keyboard."""
        # A widget that is shown within a layout has everything laid out anew: it is shown before.
        for chip in self._chips:
            chip.show()
        take_widgets(self._flow)
        for part in parts:
            self._flow.addWidget(part)
        for before, after in pairwise(parts):
            QWidget.setTabOrder(before, after)
        self.updateGeometry()

    def _shown(self) -> list[date]:
        """Give what there is room for, dates that are over last."""
        by_interest = sorted(self._days, key=lambda day: (day < self._today, day))
        return sorted(by_interest[: self._most_shown])

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

    def _show_more(self) -> None:
        known = len(self._chips)
        self._most_shown += SHOWN_MORE
        self._show_days()
        self._chips[known].setFocus(Qt.FocusReason.TabFocusReason)

    def _open_calendar(self) -> None:
        calendar = self._calendar = CalendarPopup(self._theme, self, for_many=True)
        calendar.picked.connect(self._toggle)
        calendar.closed.connect(self._forget_calendar)
        latest = max(self._days, default=self._today)
        calendar.show_day(max(latest, self._today + ONE_DAY), self._today)
        calendar.mark(self._days)
        calendar.open_under(self.add)

    def _forget_calendar(self) -> None:
        self._calendar = None

    def _button(self, name: str, look: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setProperty("look", look)
        button.setAutoDefault(False)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button
