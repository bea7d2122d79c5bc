"""The head of the calendar: which days, whose rings, and how they are shown."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from alarmclock.ui.theme import Theme
from alarmclock.ui.widgets.choice_box import ChoiceBox
from alarmclock.ui.widgets.flow_layout import FlowLayout
from alarmclock.ui.widgets.icon import Icons
from alarmclock.ui.widgets.look import wear
from alarmclock.ui.widgets.square_button import SquareButton

BOX_WIDTH, NARROW_BOX_WIDTH = 200, 130


class CalendarHeader(QWidget):
    """Tells where a person wants to go; it goes nowhere by itself.

    `views` are the names of the views with the object names of their buttons.
    """

    turned = Signal(int)
    today_wanted = Signal()
    alarm_chosen = Signal()
    view_chosen = Signal(str)

    def __init__(
        self, theme: Theme, views: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._names: dict[str, str] = {}
        self._title = QLabel("Calendar", self)
        self._title.setProperty("look", "title")
        self._span = QLabel(self)
        self._span.setObjectName("calendarSpan")
        self._span.setTextFormat(Qt.TextFormat.PlainText)
        self._span.setProperty("look", "muted")
        self._views = [self._view_button(view, name) for view, name in views.items()]
        self._views[0].setChecked(True)
        self._back = self._turner(theme, "calendarBack", "chevron-left", "Earlier days", -1)
        self._today = QPushButton("Today", self)
        self._today.setObjectName("calendarToday")
        self._today.setAccessibleName("Go to today")
        self._today.clicked.connect(self.today_wanted)
        self._on = self._turner(theme, "calendarOn", "chevron-right", "Later days", 1)
        self._alarm = ChoiceBox(Icons(theme), [None], self._alarm_words)
        self._alarm.setObjectName("calendarAlarm")
        self._alarm.setAccessibleName("Alarm")
        self._alarm.chosen.connect(self.alarm_chosen)
        self._lay_out()

    @property
    def item_id(self) -> str | None:
        """The alarm that is asked about, None for all."""
        value = self._alarm.value()
        assert isinstance(value, str | None)
        return value

    def show_span(self, words: str) -> None:
        """Say which days are shown."""
        self._span.setText(words)

    def show_view(self, name: str) -> None:
        """Mark the view that is shown."""
        for button in self._views:
            button.setChecked(button.text() == name)

    def show_alarms(self, subjects: Sequence[tuple[str, str]]) -> None:
        """Offer these alarms, by id and name, in the order of their names."""
        names = dict(subjects)
        if names == self._names:
            return
        self._names = names
        chosen = self.item_id
        self._alarm.offer([None, *sorted(names, key=lambda one: names[one].casefold())])
        self._alarm.choose(chosen if chosen in names else None)

    def be_about(self, item_id: str | None) -> None:
        """Choose one alarm, or all of them."""
        self._alarm.choose(item_id)

    def be_narrow(self, *, narrow: bool) -> None:
        """Have room for the controls in a narrow window."""
        self._alarm.setFixedWidth(NARROW_BOX_WIDTH if narrow else BOX_WIDTH)
        self._title.setVisible(not narrow)
        wear(self._span, "heading" if narrow else "muted")
        wear(self._today, "small" if narrow else "plain")

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self._title)
        first.addWidget(self._span, 1, Qt.AlignmentFlag.AlignBottom)
        for button in self._views:
            first.addWidget(button)
        controls = QWidget(self)
        second = FlowLayout(controls)
        for control in (self._back, self._today, self._on, self._alarm):
            second.addWidget(control)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(first)
        column.addWidget(controls)
        self.be_narrow(narrow=False)

    def _view_button(self, view: str, name: str) -> QPushButton:
        button = QPushButton(view, self)
        button.setObjectName(name)
        button.setAccessibleName(f"Show as a {view.lower()}")
        button.setCheckable(True)
        button.setProperty("look", "small")
        button.clicked.connect(lambda: self._choose_view(view))
        return button

    def _choose_view(self, view: str) -> None:
        self.show_view(view)
        self.view_chosen.emit(view)

    def _turner(self, theme: Theme, name: str, icon: str, says: str, turns: int) -> SquareButton:
        button = SquareButton(theme, name, icon, self)
        button.show_icon(icon, says)
        button.clicked.connect(lambda: self.turned.emit(turns))
        return button

    def _alarm_words(self, item_id: object) -> str:
        return "All alarms" if item_id is None else self._names.get(str(item_id), "Another alarm")
