import pytest
from PySide6.QtCore import QObject, Qt

from alarmclock.core.settings import Theme as Choice
from alarmclock.ui.activity.activity_list import ActivityList
from alarmclock.ui.activity.delegate import ROW_HEIGHT
from tests.ui.activity.builders import NOW, SECOND, happened, tick, timer_tick
from tests.ui.paint_watch import PaintWatch

# A layout asks for a layout of its children, which asks for paint.
SETTLING_ROUNDS = 5


def settle(qapp):
    """Let everything that is pending be laid out and painted."""
    for _ in range(SETTLING_ROUNDS):
        qapp.processEvents()


@pytest.fixture
def activity_list(qtbot, qapp, model, theme):
    """A list of ten rows' height on the screen."""
    shown = ActivityList(model, theme)
    qtbot.addWidget(shown)
    shown.resize(280, 10 * ROW_HEIGHT)
    shown.show()
    qtbot.waitExposed(shown)
    qapp.processEvents()
    return shown


def test_a_tick_repaints_its_row_only(activity_list, model, qapp):
    """With a tick a second and line, painting all lines would never be quiet."""
    for event in (tick("nap", 10), timer_tick("tea", 1, 20), happened("old")):
        model.show_event(event)
    settle(qapp)
    watch, behind = PaintWatch(activity_list.viewport()), PaintWatch(activity_list)
    model.show_event(timer_tick("tea", 2, 20, at=NOW + SECOND))
    qapp.processEvents()
    assert behind.painted.isEmpty()
    assert watch.painted.boundingRect() == activity_list.visualRect(model.index(1))


def test_the_first_page_is_read_when_the_list_is_seen(qtbot, qapp, store, model, theme):
    """What happened before is there without a movement of the wheel."""
    store.keep(happened("old"))
    shown = ActivityList(model, theme)
    qtbot.addWidget(shown)
    shown.show()
    qapp.processEvents()
    assert model.rowCount() == 1


def test_an_empty_list_says_so(activity_list, model, qtbot):
    """A sentence stands where lines will be, and goes with the first."""
    sentence = activity_list.findChild(QObject, "activityEmpty")
    assert sentence.isVisible()
    assert sentence.text().startswith("Nothing has happened yet.")
    model.show_event(happened("nap"))
    assert not sentence.isVisible()


def test_an_empty_list_is_no_stop_of_the_tab_key(activity_list, model):
    """Focus would not be seen where there is no line."""
    assert activity_list.focusPolicy() == Qt.FocusPolicy.NoFocus
    model.show_event(happened("nap"))
    assert activity_list.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_the_keyboard_reads_line_by_line(activity_list, model, qtbot):
    """The arrow keys move through the lines."""
    for name in ("first", "second", "third"):
        model.show_event(happened(name))
    activity_list.setCurrentIndex(model.index(0))
    qtbot.keyClick(activity_list, Qt.Key.Key_Down)
    assert "Second" in activity_list.currentIndex().data()


def test_new_lines_do_not_move_what_is_being_read(activity_list, model, store, qapp):
    """A reader further down keeps the line under the eyes when lines come and go above."""
    for number in range(60):
        model.show_event(happened(f"nap {number}"))
    qapp.processEvents()
    activity_list.verticalScrollBar().setValue(20 * ROW_HEIGHT + 7)
    eyes = activity_list.viewport().rect().center()
    read = activity_list.indexAt(eyes).data()
    model.show_event(timer_tick())
    model.show_event(happened("gym"))
    assert activity_list.indexAt(eyes).data() == read
    model.end_live(["tea"])
    assert activity_list.indexAt(eyes).data() == read
    assert activity_list.verticalScrollBar().value() == 21 * ROW_HEIGHT + 7


def test_on_top_the_newest_line_is_seen(activity_list, model, qapp):
    """Who has not scrolled sees what is new."""
    for number in range(60):
        model.show_event(happened(f"nap {number}"))
    qapp.processEvents()
    assert "Nap 59" in activity_list.indexAt(activity_list.viewport().rect().topLeft()).data()


def test_back_on_top_memory_is_given_back(qtbot, qapp, make_model, theme, store):
    """What was read far down is forgotten when nobody looks at it any more."""
    for number in range(60):
        store.keep(happened(f"nap {number}"))
    model = make_model(most_lines_kept=20)
    shown = ActivityList(model, theme)
    qtbot.addWidget(shown)
    shown.show()
    qapp.processEvents()
    shown.scrollToBottom()
    assert model.rowCount() == 60
    shown.scrollToTop()
    assert model.rowCount() == 20


@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK])
def test_it_is_painted_in_the_colours_of_the_theme(activity_list, model, theme, qapp, choice):
    """The dot and the progress of a tick have the accent of the scheme in use."""
    model.show_event(timer_tick())
    theme.choose(choice)
    qapp.processEvents()
    image = activity_list.grab().toImage()
    colours = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(ROW_HEIGHT)
    }
    assert theme.colour("accent").name() in colours
