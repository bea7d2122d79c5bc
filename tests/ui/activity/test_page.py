"""The page of activity: every event or every ring, narrowed, searched and exported."""

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QListView, QPushButton

from alarmclock.core.activity.activity_query import EVERYTHING, ActivityQuery
from alarmclock.core.activity.events import Dismissed, Rang
from alarmclock.core.activity.topic import Topic
from alarmclock.core.ringing import Ending, Ring
from alarmclock.ui.activity.activity_list import NOTHING_YET
from alarmclock.ui.activity.filtered_model import FilteredModel
from alarmclock.ui.activity.page import NO_RINGS, NOTHING_MATCHES, ActivityPage, View
from alarmclock.ui.activity.rings_model import RingsModel
from alarmclock.ui.activity.roles import Role
from alarmclock.ui.widgets.choice_box import ChoiceBox
from tests.ui.activity.builders import NOW, happened, tick

SUBJECTS = [("gym", "Gym"), ("tea", "a very long cup of tea"), ("x", "")]
NO_TIME = timedelta(0)


class Past:
    """A store that knows how to match."""

    def __init__(self):
        self.events, self.rings, self.asked = [], [], []

    def events_before(self, before, query):
        """Give all that match in one page."""
        self.asked.append(query)
        found = [(n, event) for n, event in enumerate(self.events) if query.matches(event)]
        return [] if before is not None else found[::-1]

    def rings_before(self, before, query):
        """Give all in one page."""
        self.asked.append(query)
        return [] if before is not None else [((1, 1), "Gym", ring) for ring in self.rings]


@pytest.fixture
def past():
    """Give an empty past."""
    return Past()


@pytest.fixture
def page(on_screen, past, theme, clock, qtbot):
    """The page as it is opened from the rail."""
    events = FilteredModel(clock, past.events_before)
    rings = RingsModel(clock, past.rings_before)
    page = ActivityPage(events, rings, lambda: SUBJECTS, theme, clock)
    on_screen(page, 900, 480)
    qtbot.waitUntil(page.isVisible)
    return page


def texts(page):
    """Give the texts of the labels that can be seen."""
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def lines(page):
    """Give what the list that can be seen says, without the times."""
    name = "activityPageList" if page.view is View.EVENTS else "ringsList"
    model = page.findChild(QListView, name).model()
    while model.canFetchMore(model.index(-1, -1)):
        model.fetchMore(model.index(-1, -1))
    return [model.index(row).data(Role.DETAIL) for row in range(model.rowCount())]


def choose(page, name, value):
    """Choose a value in a box, as a person does."""
    box = page.findChild(ChoiceBox, name)
    box.choose(value)
    box.chosen.emit(value)


def test_its_list_has_a_name_of_its_own(page):
    """The panel's list stays the only activityList of the window."""
    assert page.findChild(QListView, "activityPageList").accessibleName() == "Activity"
    assert page.findChild(QListView, "activityList") is None


def test_an_empty_page_says_what_will_be_here(page):
    """Title and sentence explain a page without lines."""
    assert {"Activity", NOTHING_YET} <= set(texts(page))
    page.show_events([happened()])
    assert NOTHING_YET not in texts(page)


def test_it_says_how_many_daemons_run(page):
    """The number of daemons stands in the header."""
    page.show_daemon_count(1)
    assert "1 daemon" in texts(page)


def test_midnight_makes_today_yesterday(page, clock):
    """The page passes the time on to its lines."""
    page.show_events([happened()])
    clock.advance(clock.now().replace(day=23, hour=0, minute=0) - clock.now())
    page.show_time(clock.now())
    model = page.findChild(QListView, "activityPageList").model()
    assert model.index(0).data(Role.EXACT_TIME) == "Yesterday 22:02:48"


def test_it_is_narrowed_to_one_alarm(page, past):
    """The box offers every alarm by its label, in their order."""
    past.events = [happened("gym"), happened("tea")]
    box = page.findChild(ChoiceBox, "activityAlarm")
    offered = [box.itemText(n) for n in range(box.count())]
    assert offered == ["All alarms", "a very long cup of tea", "Gym", "Without a label"]
    choose(page, "activityAlarm", "tea")
    assert [line.split(" · ")[0] for line in lines(page)] == ["Tea"]


def test_it_is_narrowed_to_a_topic(page, past):
    """And what happens meanwhile appears only if it belongs there."""
    rang = Rang(at=NOW, item_id="gym", label="Gym", due=NOW, late=NO_TIME)
    past.events = [happened("gym"), rang]
    choose(page, "activityKind", Topic.RINGS)
    assert lines(page) == ["Gym · on time"]
    page.show_events([happened("tea")])
    page.show_events([Dismissed(at=NOW, item_id="gym", label="Gym", after=timedelta(minutes=1))])
    assert lines(page) == ["Gym · after 1 min", "Gym · on time"]


@pytest.mark.parametrize(
    ("span", "days"), [("Today", 1), ("The last 7 days", 7), ("The last 30 days", 30)]
)
def test_it_is_narrowed_to_days(page, past, span, days):
    """They begin at midnight."""
    box = page.findChild(ChoiceBox, "activityDays")
    value = next(one for one in box._own if one.value == span)
    choose(page, "activityDays", value)
    lines(page)
    query = past.asked[-1]
    assert query.until - query.since == timedelta(days=days)
    assert query.until > NOW
    assert query.until - NOW <= timedelta(days=1)


def test_one_day_is_picked_from_a_calendar(page, past, qtbot):
    """Of the past as well."""
    box = page.findChild(ChoiceBox, "activityDays")
    choose(page, "activityDays", box._own[-1])
    calendar = page.findChild(object, "calendar")
    calendar.picked.emit(date(2026, 11, 3))
    lines(page)
    assert past.asked[-1].since.date() == date(2026, 11, 3)
    assert box.currentText() == "Tue 3 Nov 2026"


def test_it_is_searched_while_words_are_typed(page, past, qtbot):
    """With the sentence that says why nothing is there, and the way back."""
    past.events = [happened("gym"), happened("tea")]
    search = page.findChild(QLineEdit, "activitySearch")
    qtbot.keyClicks(search, "gy")
    assert [line.split(" · ")[0] for line in lines(page)] == ["Gym"]
    qtbot.keyClicks(search, "zzz")
    assert lines(page) == []
    assert NOTHING_MATCHES in texts(page)
    page.findChild(QPushButton, "clearFilters").click()
    assert len(lines(page)) == 2
    assert search.text() == ""


def test_ctrl_f_goes_to_the_search(page, qtbot):
    """As everywhere."""
    page.window().activateWindow()
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.findChild(QLineEdit, "activitySearch").hasFocus()


def test_ticks_are_shown_only_among_everything(page, past):
    """A narrowed list stands still."""
    page.show_events([tick("tea", left=3)])
    assert len(lines(page)) == 1
    choose(page, "activityKind", Topic.RINGS)
    page.show_events([tick("tea", left=2)])
    assert lines(page) == []


def test_rings_are_a_view_of_their_own(page, past):
    """One line a ring, with all that became of it; topics have no place there."""
    ring = Ring("gym", date(2026, 11, 22), time(21), NOW - timedelta(hours=1), rang_at=NOW)
    past.rings = [ring.ended(NOW, Ending.DISMISSED)]
    page.findChild(QPushButton, "showRings").click()
    assert lines(page) == ["Gym · due 21:02:48 · never began to sound · a person stopped it"]
    assert not page.findChild(ChoiceBox, "activityKind").isVisible()


def test_no_rings_yet(page):
    """The sentence fits what is looked at."""
    page.findChild(QPushButton, "showRings").click()
    lines(page)
    assert NO_RINGS in texts(page)


def test_what_is_shown_can_be_exported(page, past, qtbot, tmp_path):
    """The view, what narrows it, and the file."""
    choose(page, "activityAlarm", "gym")
    page.findChild(QPushButton, "exportCsv").click()
    dialog = page.findChild(QFileDialog)
    with qtbot.waitSignal(page.export_requested) as asked:
        dialog.fileSelected.emit(str(tmp_path / "a.csv"))
    dialog.close()
    assert asked.args == [View.EVENTS, ActivityQuery("gym"), str(tmp_path / "a.csv")]


def test_nothing_is_left_out_at_first(page, past):
    """Everything is everything."""
    lines(page)
    assert past.asked[-1] == EVERYTHING
