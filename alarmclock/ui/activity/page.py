"""The activity on a page of its own: every event or every ring, narrowed and exported."""

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from alarmclock.core.activity.activity_query import EVERYTHING, ActivityQuery
from alarmclock.core.activity.events import Event
from alarmclock.core.ports import Clock
from alarmclock.ui.activity.activity_list import NOTHING_YET, ActivityList
from alarmclock.ui.activity.filter_bar import FilterBar
from alarmclock.ui.activity.filtered_model import FilteredModel
from alarmclock.ui.activity.panel import daemons_line
from alarmclock.ui.activity.rings_model import RingsModel
from alarmclock.ui.theme import Theme
from alarmclock.ui.widgets.icon import Icons

PAGE_MARGINS = (24, 24, 24, 24)
CARD_MARGINS = (11, 11, 1, 11)
SPACING = 16
NARROW, NARROW_MARGIN = 520, 12
NOTHING_MATCHES = "Nothing matches. Clear the filters to see everything."
NO_RINGS = "Nothing has rung yet."
CSV_FILES = "Tables (*.csv)"

Subjects = Callable[[], Sequence[tuple[str, str]]]


class View(Enum):
    """What a line stands for; the value is what people read."""

    EVENTS = "Events"
    RINGS = "Rings"


BUTTONS = {View.EVENTS: "showEvents", View.RINGS: "showRings"}


class ActivityPage(QWidget):
    """Shows all that happened, back to the first line in the store.

    `export_requested` carries the view, the query and the path of a file.
    """

    export_requested = Signal(object, object, str)

    def __init__(
        self,
        events: FilteredModel,
        rings: RingsModel,
        subjects: Subjects,
        theme: Theme,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("activityPage")
        self._events, self._rings, self._subjects = events, rings, subjects
        self._clock = clock
        self._count = QLabel(daemons_line(0), self)
        self._count.setObjectName("activityPageDaemonCount")
        self._count.setProperty("look", "muted")
        self._filter = FilterBar(theme, Icons(theme), self)
        self._filter.changed.connect(self._read)
        self._lists = QStackedWidget(self)
        for model, name in ((events, "activityPageList"), (rings, "ringsList")):
            shown = ActivityList(model, theme, self, roomy=True)
            shown.setObjectName(name)
            self._lists.addWidget(shown)
        self._views = [self._view_button(view) for view in View]
        self._lay_out()
        self._dialog: QFileDialog | None = None
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self._filter.search)

    @property
    def view(self) -> View:
        """What is shown."""
        return list(View)[self._lists.currentIndex()]

    def show_daemon_count(self, count: int) -> None:
        """Say how many daemons run."""
        self._count.setText(daemons_line(count))

    def show_events(self, events: Sequence[Event]) -> None:
        """Show events that are wanted, and the rings anew that they may have changed."""
        self._events.show_events(events)
        if self.view is View.RINGS and self.isVisible():
            self._rings.restart()

    def show_time(self, now: datetime) -> None:
        """Turn today's times into yesterday's at midnight."""
        self._events.show_time(now)
        self._filter.show_today(now.astimezone(self._clock.zone()).date())

    def show_view(self, view: View) -> None:
        """Show events or rings."""
        for button, own in zip(self._views, View, strict=True):
            button.setChecked(own is view)
        self._lists.setCurrentIndex(list(View).index(view))
        self._filter.take_topic(offered=view is View.EVENTS)
        self._read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the little room of a narrow window for the list."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        self._column.setContentsMargins(*((NARROW_MARGIN,) * 4 if narrow else PAGE_MARGINS))
        self._column.setSpacing(NARROW_MARGIN if narrow else SPACING)
        self._count.setVisible(not narrow)
        self._filter.be_narrow(narrow=narrow)

    def showEvent(self, event: QShowEvent) -> None:
        """Offer the alarms of this moment, and read anew what may have changed."""
        super().showEvent(event)
        self.show_time(self._clock.now())
        self._filter.show_alarms(self._subjects())
        self._read()

    def _view_button(self, view: View) -> QPushButton:
        button = QPushButton(view.value)
        button.setObjectName(BUTTONS[view])
        button.setAccessibleName(f"Show {view.value.lower()}")
        button.setCheckable(True)
        button.setChecked(view is View.EVENTS)
        button.setProperty("look", "small")
        button.clicked.connect(lambda: self.show_view(view))
        return button

    def _lay_out(self) -> None:
        title = QLabel("Activity", self)
        title.setProperty("look", "title")
        export = QPushButton("Export…")
        export.setObjectName("exportCsv")
        export.setAccessibleName("Export as a table")
        export.setToolTip("Save what is shown as a table (CSV)")
        export.clicked.connect(self._ask_for_file)
        header = QHBoxLayout()
        header.setSpacing(6)
        header.addWidget(title)
        header.addWidget(self._count, 1, Qt.AlignmentFlag.AlignBottom)
        for button in self._views:
            header.addWidget(button)
        self._filter.add_button(export)
        card = QFrame(self)
        card.setProperty("look", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(*CARD_MARGINS)
        inside.addWidget(self._lists)
        layout = self._column = QVBoxLayout(self)
        layout.setSpacing(SPACING)
        layout.addLayout(header)
        layout.addWidget(self._filter)
        layout.addWidget(card, 1)

    def _query(self) -> ActivityQuery:
        return self._filter.query(self._clock.zone())

    def _read(self) -> None:
        query = self._query()
        model = self._events if self.view is View.EVENTS else self._rings
        model.show_query(query)
        shown = self._lists.currentWidget()
        assert isinstance(shown, ActivityList)
        nothing = NOTHING_YET if self.view is View.EVENTS else NO_RINGS
        shown.say_when_empty(nothing if query == EVERYTHING else NOTHING_MATCHES)

    def _ask_for_file(self) -> None:
        dialog = self._dialog = QFileDialog(self, "Export as a table", "", CSV_FILES)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(f"{self.view.value.lower()}.csv")
        view, query = self.view, self._query()
        dialog.fileSelected.connect(lambda path: self.export_requested.emit(view, query, path))
        dialog.open()
