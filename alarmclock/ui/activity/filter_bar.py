"""What narrows the activity: words, an alarm, a topic and days."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from alarmclock.core.activity.activity_query import ActivityQuery
from alarmclock.core.activity.topic import Topic
from alarmclock.core.schedule import instant_of
from alarmclock.core.words.wording import short_day
from alarmclock.ui.theme import Theme
from alarmclock.ui.widgets.calendar_popup import CalendarPopup
from alarmclock.ui.widgets.choice_box import ChoiceBox
from alarmclock.ui.widgets.flow_layout import FlowLayout
from alarmclock.ui.widgets.icon import Icons

ONE_DAY = timedelta(days=1)
MIDNIGHT = time()
EARLIEST = date(2000, 1, 1)
BOX_WIDTH, SEARCH_WIDTH = 168, 200
NARROW_WIDTH = 148


class Span(Enum):
    """The days that are wanted; the value is what people read."""

    ALWAYS = "All days"
    TODAY = "Today"
    WEEK = "The last 7 days"
    MONTH = "The last 30 days"
    ONE = "One day…"


LENGTHS = {Span.TODAY: 1, Span.WEEK: 7, Span.MONTH: 30}


class FilterBar(QWidget):
    """Asks what to read; `changed` tells that it is something else now."""

    changed = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._labels: dict[str, str] = {}
        self._day: date | None = None
        self._today = EARLIEST
        self._search = QLineEdit()
        self._search.setObjectName("activitySearch")
        self._search.setAccessibleName("Search the activity")
        self._search.setPlaceholderText("Search")
        self._search.setToolTip("Search labels and reasons (Ctrl+F)")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self.changed)
        self._alarm = ChoiceBox(icons, [None], self._alarm_words)
        self._topic = ChoiceBox(icons, [None, *Topic], _topic_words)
        self._days = ChoiceBox(icons, list(Span), self._day_words)
        self._clear = QPushButton("Clear")
        self._lay_out()

    def show_alarms(self, subjects: Sequence[tuple[str, str]]) -> None:
        """Offer these alarms, by id and label, in the order of their labels."""
        self._labels = {item_id: label or "Without a label" for item_id, label in subjects}
        ordered = sorted(self._labels, key=lambda item_id: self._labels[item_id].casefold())
        chosen = self._alarm.value()
        self._alarm.offer([None, *ordered])
        self._alarm.choose(chosen if chosen in self._labels else None)

    def show_today(self, today: date) -> None:
        """Know the day that “today” means."""
        self._today = today

    def be_about(self, item_id: str) -> None:
        """Choose one alarm."""
        self._alarm.choose(item_id)
        self._tell()

    def take_topic(self, *, offered: bool) -> None:
        """Offer the topics, or not where there is only one."""
        self._topic.setVisible(offered)

    def search(self) -> None:
        """Put the focus where words are typed."""
        self._search.setFocus()
        self._search.selectAll()

    def query(self, zone: tzinfo) -> ActivityQuery:
        """Give what is chosen; days begin and end at midnight in a zone."""
        since, until = self._bounds(zone)
        topic = self._topic.value()
        item_id = self._alarm.value()
        assert isinstance(topic, Topic | None)
        assert isinstance(item_id, str | None)
        return ActivityQuery(item_id, topic, since, until, self._search.text().strip())

    def clear(self) -> None:
        """Leave nothing out."""
        self._day = None
        for box, value in ((self._alarm, None), (self._topic, None), (self._days, Span.ALWAYS)):
            box.choose(value)
        self._search.clear()
        self._tell()

    def add_button(self, button: QPushButton) -> None:
        """Put a button at the end of the row."""
        self._row.addWidget(button)

    def be_narrow(self, *, narrow: bool) -> None:
        """Have room for two controls side by side in a narrow window."""
        self._search.setFixedWidth(NARROW_WIDTH if narrow else SEARCH_WIDTH)
        for box in (self._alarm, self._topic, self._days):
            box.setFixedWidth(NARROW_WIDTH if narrow else BOX_WIDTH)

    def _lay_out(self) -> None:
        self._clear.setObjectName("clearFilters")
        self._clear.setAccessibleName("Clear the filters")
        self._clear.setProperty("look", "quiet")
        self._clear.clicked.connect(self.clear)
        row = self._row = FlowLayout(self)
        row.addWidget(self._search)
        for box, name, says in (
            (self._alarm, "activityAlarm", "Alarm"),
            (self._topic, "activityKind", "Kind"),
            (self._days, "activityDays", "Days"),
        ):
            box.setObjectName(name)
            box.setAccessibleName(says)
            row.addWidget(box)
        self._alarm.chosen.connect(self._tell)
        self._topic.chosen.connect(self._tell)
        self._days.chosen.connect(self._choose_days)
        self.be_narrow(narrow=False)
        row.addWidget(self._clear)
        self._tell()

    def _choose_days(self, span: object) -> None:
        if span is Span.ONE:
            self._ask_for_day()
        else:
            self._day = None
            self._tell()

    def _ask_for_day(self) -> None:
        calendar = CalendarPopup(self._theme, self)
        calendar.show_day(self._day or self._today, EARLIEST)
        calendar.picked.connect(self._pick_day)
        calendar.open_under(self._days)

    def _pick_day(self, day: date) -> None:
        self._day = day
        self._days.offer(list(Span))
        self._days.choose(Span.ONE)
        self._tell()

    def _bounds(self, zone: tzinfo) -> tuple[datetime | None, datetime | None]:
        span = self._days.value()
        if span is Span.ONE and self._day is not None:
            first, last = self._day, self._day
        elif isinstance(span, Span) and span in LENGTHS:
            first, last = self._today - (LENGTHS[span] - 1) * ONE_DAY, self._today
        else:
            return None, None
        return instant_of(first, MIDNIGHT, zone), instant_of(last + ONE_DAY, MIDNIGHT, zone)

    def _tell(self) -> None:
        self._clear.setVisible(self._is_narrowed())
        self.changed.emit()

    def _is_narrowed(self) -> bool:
        boxes = (self._alarm.value(), self._topic.value())
        return any(boxes) or self._days.value() is not Span.ALWAYS or bool(self._search.text())

    def _alarm_words(self, item_id: object) -> str:
        return "All alarms" if item_id is None else self._labels.get(str(item_id), "Another alarm")

    def _day_words(self, span: object) -> str:
        assert isinstance(span, Span)
        if span is Span.ONE and self._day is not None:
            return f"{short_day(self._day)} {self._day.year}"
        return span.value


def _topic_words(topic: object) -> str:
    return topic.value if isinstance(topic, Topic) else "Everything"
