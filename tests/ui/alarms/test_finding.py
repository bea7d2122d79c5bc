"""Finding on the page of alarms, among very many and in little room."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from alarmclock.core.book.book import AlarmBook
from alarmclock.core.book.editing import Editing
from alarmclock.core.book.skipping import Skipping
from alarmclock.core.change import Change, ItemChange
from alarmclock.core.rules.rule import EVERY_DAY, Weekdays
from alarmclock.core.settings import Theme as Choice
from alarmclock.daemons.fake_clock import FakeClock
from alarmclock.ui.alarms.finding import READ_AT_ONCE
from alarmclock.ui.alarms.page import EASY_TO_SEE, AlarmsPage
from alarmclock.ui.theme import Theme
from tests.core.builders import BERLIN, SUNDAY_EVENING, MemoryJournal, make_alarm
from tests.ui.literal import HOSTILE
from tests.ui.stage import Stage

MANY = 3 * READ_AT_ONCE
DAILY = Weekdays(EVERY_DAY)


@pytest.fixture
def theme(qapp):
    """A theme in the light colours."""
    made = Theme()
    made.start()
    made.choose(Choice.LIGHT)
    yield made
    made.stop()
    qapp.setStyleSheet("")


@pytest.fixture
def book():
    """Give an empty book."""
    return AlarmBook(FakeClock(SUNDAY_EVENING, BERLIN), MemoryJournal())


@pytest.fixture
def make_page(qtbot, theme, book):
    """Show the page of the book."""
    stage = Stage(qtbot)

    def make(width=700, height=700):
        page = AlarmsPage(book, theme, lambda _words: "")
        page.start()
        page.model.reload()
        stage.show(page, width, height)
        page.show_standing()
        return page

    return make


def fill(book, count):
    """Put so many alarms in the book."""
    book.load(
        [make_alarm(n % 24, n % 60, label=f"a{n:05}", item_id=str(n)) for n in range(count)], ()
    )


def line_of(page):
    """Give the line that was opened."""
    return page.findChild(QLineEdit, "findWords")


def count_of(page):
    """Read how many were found."""
    return page.findChild(QLabel, "findCount").text()


def test_among_very_many_the_words_are_found_once_all_texts_are_read(book, make_page, qtbot):
    """Piece by piece, so that the window does not stand still; what is typed meanwhile counts."""
    fill(book, MANY)
    page = make_page()
    page.open_find()
    line_of(page).setText("A00012")
    assert page.model.rowCount() == MANY
    qtbot.waitUntil(lambda: page.model.rowCount() == 1, timeout=5000)
    assert count_of(page) == f"1 of {MANY:,}"
    qtbot.keyClick(line_of(page), Qt.Key.Key_Backspace)
    assert page.model.rowCount() == 10


def test_closed_before_all_is_read_it_reads_no_more(book, make_page, qtbot, qapp):
    """And shows all."""
    fill(book, MANY)
    page = make_page()
    page.open_find()
    line_of(page).setText("a1")
    qtbot.keyClick(line_of(page), Qt.Key.Key_Escape)
    for _ in range(20):
        qapp.processEvents()
    assert page.model.rowCount() == MANY
    assert not page.model.prepare_to_find(1)


def test_the_list_stays_where_it_was_scrolled_to_until_something_is_typed(book, make_page, qtbot):
    """The first key brings what is found into view."""
    fill(book, 100)
    page = make_page()
    bar = page.list.verticalScrollBar()
    bar.setValue(2000)
    page.open_find()
    qtbot.keyClick(line_of(page), Qt.Key.Key_Escape)
    page.open_find()
    assert bar.value() == 2000
    qtbot.keyClicks(line_of(page), "a")
    assert bar.value() == 0


def test_what_was_chosen_comes_into_view_again(book, make_page, qtbot):
    """Among all, far below."""
    fill(book, 100)
    page = make_page()
    page.open_find()
    qtbot.keyClicks(line_of(page), "a00077")
    qtbot.keyClick(line_of(page), Qt.Key.Key_Return)
    qtbot.keyClick(page.list, Qt.Key.Key_Escape)
    assert page.model.rowCount() == 100
    assert page.model.row_number("77") in page.list.seen_rows


def test_many_that_are_added_at_once_are_shown(book, make_page, qtbot):
    """As by an import: the first of them is chosen."""
    fill(book, 3)
    page = make_page()
    page.open_find()
    qtbot.keyClicks(line_of(page), "a00001")
    page.list.setFocus()
    new = [make_alarm(label=f"new {n}", item_id=f"n{n}") for n in range(30)]
    book.commit(Change(tuple(ItemChange(None, one) for one in new)))
    assert page.model.rowCount() == 33
    assert page.list.currentIndex().data().split(", ")[1] == "new 0"


def test_a_timer_changes_nothing_that_is_looked_for(book, make_page, qtbot):
    """It is not in the list."""
    from alarmclock.core.timer import Timer

    fill(book, 3)
    page = make_page()
    page.open_find()
    qtbot.keyClicks(line_of(page), "a00001")
    page.list.setFocus()
    Editing(book).start(Timer(timedelta(minutes=5), "tea"))
    assert (line_of(page).text(), count_of(page)) == ("a00001", "1 of 3")


def test_what_has_passed_is_found_no_more_on_the_next_day(book, make_page, qtbot):
    """As a skip of last night."""
    Editing(book).add(make_alarm(23, rule=DAILY))
    Skipping(book).skip("alarm")
    page = make_page()
    page.show_time(book.clock.now())
    page.open_find()
    qtbot.keyClicks(line_of(page), "skips")
    assert page.model.rowCount() == 1
    book.clock.advance(timedelta(hours=5))
    page.show_time(book.clock.now())
    assert page.model.rowCount() == 0


@pytest.mark.parametrize("typed", [HOSTILE, "x" * 200])
def test_what_nothing_has_is_said_letter_for_letter_within_the_page(book, make_page, typed):
    """However long or strange it is."""
    fill(book, 1)
    page = make_page(400, 560)
    page.open_find()
    line_of(page).setText(typed)
    said = page.findChild(QLabel, "nothingFound")
    assert said.text() == f"No alarm has “{typed}”."
    assert said.textFormat() is Qt.TextFormat.PlainText
    assert page.rect().contains(said.rect().translated(said.mapTo(page, said.rect().topLeft())))


@pytest.mark.parametrize("width", [320, 400, 700])
def test_everything_has_room(book, make_page, width):
    """The line is wide enough for some words beside the largest count."""
    fill(book, 10_000)
    page = make_page(width)
    page.open_find()
    bar = page.findChild(QWidget, "findBar")
    inside = [line_of(page), *bar.findChildren(QLabel), bar.findChild(QWidget, "closeFind")]
    assert all(one.geometry().right() <= bar.width() for one in inside)
    assert line_of(page).width() >= 110


def test_the_button_is_there_for_many_and_where_there_is_room(book, make_page):
    """A few can be looked over."""
    fill(book, EASY_TO_SEE)
    page = make_page()
    button = page.findChild(QPushButton, "findAlarms")
    assert not button.isVisible()
    Editing(book).add(make_alarm(label="one more", item_id="new"))
    assert button.isVisible()
    assert (button.accessibleName(), button.toolTip()) == ("Find alarms", "Find alarms (Ctrl+F)")
    page.resize(400, 560)
    assert not button.isVisible()
