import pytest
from PySide6.QtWidgets import QLabel, QListView

from alarmclock.ui.activity.activity_list import NOTHING_YET
from alarmclock.ui.activity.page import ActivityPage
from alarmclock.ui.activity.roles import Role
from tests.ui.activity.builders import happened


@pytest.fixture
def page(on_screen, model, theme):
    """The page as it is opened from the rail."""
    return on_screen(ActivityPage(model, theme), 640, 480)


def texts(page):
    """Give the texts of the labels that can be seen."""
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_its_list_has_a_name_of_its_own(page):
    """The panel's list stays the only activityList of the window."""
    assert page.findChild(QListView, "activityPageList").accessibleName() == "Activity"
    assert page.findChild(QListView, "activityList") is None


def test_an_empty_page_says_what_will_be_here(page, model):
    """Title and sentence explain a page without lines."""
    assert {"Activity", NOTHING_YET} <= set(texts(page))
    model.show_event(happened())
    assert NOTHING_YET not in texts(page)


def test_it_says_how_many_daemons_run(page):
    """The number of daemons stands in the header."""
    page.show_daemon_count(1)
    assert "1 daemon" in texts(page)


def test_midnight_makes_today_yesterday(page, model, clock):
    """The page passes the time on to its lines."""
    model.show_event(happened())
    clock.advance(clock.now().replace(day=23, hour=0, minute=0) - clock.now())
    page.show_time(clock.now())
    assert model.index(0).data(Role.EXACT_TIME) == "Yesterday 22:02:48"
