import pytest
from PySide6.QtWidgets import QLabel, QListView, QPushButton

from alarmclock.core.certainty.verdict import Mend
from alarmclock.ui.activity.panel import ActivityPanel
from alarmclock.ui.activity.ready_card import ReadyCard
from alarmclock.ui.activity.roles import Role
from tests.ui.activity.builders import happened, timer_tick


@pytest.fixture
def panel(on_screen, model, theme):
    """A panel as it stands beside the alarms."""
    return on_screen(ActivityPanel(model, theme), 300, 712)


def test_the_list_is_found_by_its_names(panel, model):
    """Automation and screen readers find the list and its lines."""
    model.show_event(timer_tick())
    found = panel.findChild(QListView, "activityList")
    assert found.accessibleName() == "Activity"
    assert found.model().index(0, 0).data() == "22:02:48 tick, Tea · tick 2 of 5"


@pytest.mark.parametrize(("count", "text"), [(0, "no daemons"), (1, "1 daemon"), (5, "5 daemons")])
def test_it_says_how_many_daemons_run(panel, count, text):
    """The number of daemons stands in the header."""
    panel.show_daemon_count(count)
    assert panel.findChild(QLabel, "daemonCount").text() == text


def test_a_footer_stands_below_the_list(panel, qapp):
    """The footer is inside the card, under the lines."""
    footer = QPushButton("Below")
    panel.set_footer(footer)
    qapp.processEvents()
    assert footer.isVisible()
    assert footer.y() >= panel.findChild(QListView, "activityList").geometry().bottom()


def test_a_new_footer_takes_the_place_of_the_old(panel, qapp, qtbot):
    """There is one footer at a time."""
    old, new = QPushButton("Old"), QPushButton("New")
    panel.set_footer(old)
    with qtbot.waitSignal(old.destroyed):
        panel.set_footer(new)
    assert [button.text() for button in panel.findChildren(QPushButton)] == ["New"]


def test_midnight_makes_today_yesterday(panel, model, clock):
    """The panel passes the time on to its lines."""
    model.show_event(happened())
    clock.advance(clock.now().replace(day=23, hour=0, minute=0) - clock.now())
    panel.show_time(clock.now())
    assert model.index(0).data(Role.TIME) == "Yesterday"


def test_the_card_below_the_list_grows_with_its_words(panel, theme, qtbot):
    """Nothing of a warning is cut off, and a shorter one gives the room back."""
    card = ReadyCard(theme)
    panel.set_footer(card)
    heights = []
    for detail in ("Speakers on", "The computer is muted, so nothing would be heard. " * 3, "On"):
        card.show_verdict("warn", "May not be heard", detail, Mend.UNMUTE)
        qtbot.waitUntil(lambda: card.height() == card.heightForWidth(card.width()))
        heights.append(card.height())
    assert heights[0] == heights[2] < heights[1]
