"""The calendar as a person uses it: by days, by month, of one alarm, and what can be done there."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListView, QPushButton, QTableView

from alarmclock.core.outlook.entry import Fate
from alarmclock.ui.calendar.page import CUT, NOTHING_THAT_DAY, NOTHING_THEN, CalendarPage, View
from alarmclock.ui.widgets.choice_box import ChoiceBox
from tests.ui.calendar.builders import BERLIN, Reader, entry

SUBJECTS = [("gym", "Gym"), ("tea", "a very long cup of tea")]


@pytest.fixture
def reader():
    """What there is to read."""
    skipped = {"reason": "skipped", "fate": Fate.SILENT, "can_take_back": True}
    return Reader(
        entry(-1, reason="it was off", fate=Fate.SILENT),
        entry(1, can_skip=True),
        entry(1, 9, name="Tea", item_id="tea", **skipped),
        entry(12),
        entry(40),
    )


@pytest.fixture
def page(on_screen, reader, theme, clock, qtbot):
    """The page as it is opened from the rail."""
    page = CalendarPage(reader, lambda: SUBJECTS, theme, clock)
    on_screen(page, 900, 640)
    qtbot.waitUntil(page.isVisible)
    return page


def lines(page):
    """Read the list."""
    model = page.findChild(QListView, "calendarList").model()
    return [model.index(row).data() for row in range(model.rowCount())]


def control(page, name, kind=QPushButton):
    """Find a control."""
    return page.findChild(kind, name)


def choose(page, sentence):
    """Choose a line of the list by its words."""
    plan = control(page, "calendarList", QListView)
    plan.setCurrentIndex(plan.model().index(lines(page).index(sentence)))
    return plan


def texts(page):
    """Read the labels that can be seen."""
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


GYM_TOMORROW = "Monday 23 November, 07:00, Gym"
TEA_TOMORROW = "Monday 23 November, 09:00, Tea: skipped"


def test_it_opens_with_the_next_thirty_days(page, reader):
    """From the midnight before."""
    assert lines(page) == [
        "Monday 23 November, tomorrow",
        GYM_TOMORROW,
        TEA_TOMORROW,
        "Friday 4 December",
        "Friday 4 December, 07:00, Gym",
    ]
    since, until, _ = reader.asked[-1]
    assert (since, until.date()) == (datetime(2026, 11, 22, tzinfo=BERLIN), date(2026, 12, 21))
    assert "22 Nov – 21 Dec" in texts(page)


def test_it_goes_back_and_says_why_something_did_not_ring(page, qtbot):
    """And with Today it is here again."""
    qtbot.mouseClick(control(page, "calendarBack"), Qt.MouseButton.LeftButton)
    assert lines(page)[1] == "Saturday 21 November, 07:00, Gym: it was off"
    qtbot.mouseClick(control(page, "calendarToday"), Qt.MouseButton.LeftButton)
    assert lines(page)[1] == GYM_TOMORROW


def test_it_goes_on(page, qtbot):
    """To the thirty days after these."""
    qtbot.mouseClick(control(page, "calendarOn"), Qt.MouseButton.LeftButton)
    assert lines(page) == ["Friday 1 January 2027", "Friday 1 January, 07:00, Gym"]


def test_days_without_a_ring_say_so(page, reader, qtbot):
    """An empty list explains itself."""
    reader.entries.clear()
    qtbot.mouseClick(control(page, "calendarOn"), Qt.MouseButton.LeftButton)
    assert NOTHING_THEN in texts(page)


def test_one_alarm_alone(page):
    """Chosen by its name."""
    box = control(page, "calendarAlarm", ChoiceBox)
    assert [box.itemText(n) for n in range(box.count())] == [
        "All alarms",
        "a very long cup of tea",
        "Gym",
    ]
    box.choose("tea")
    box.chosen.emit("tea")
    assert lines(page) == ["Monday 23 November, tomorrow", TEA_TOMORROW]


def test_asked_about_an_alarm_it_shows_its_rings(page):
    """From wherever it was."""
    control(page, "calendarOn").click()
    page.show_alarm("tea")
    assert lines(page) == ["Monday 23 November, tomorrow", TEA_TOMORROW]


def test_too_much_is_said(page, reader):
    """Nothing is left out in silence."""
    assert CUT not in texts(page)
    reader.is_cut = True
    control(page, "calendarToday").click()
    assert CUT in texts(page)


# What can be done with a ring


def test_what_can_be_done_depends_on_the_ring(page):
    """Skip a ring, ring a skipped one, edit."""
    names = ("calendarSkip", "calendarTakeBack", "calendarEdit")
    choose(page, GYM_TOMORROW)
    assert [control(page, name).isVisible() for name in names] == [True, False, True]
    choose(page, TEA_TOMORROW)
    assert [control(page, name).isVisible() for name in names] == [False, True, True]


def test_nothing_is_offered_while_nothing_is_chosen(page):
    """A button without a meaning is not there."""
    assert not control(page, "calendarEdit").isVisible()


def test_a_ring_is_skipped_by_button_and_by_key(page, qtbot):
    """On its own day, and no other."""
    plan = choose(page, GYM_TOMORROW)
    asked = [("gym", date(2026, 11, 23))] * 2
    got = []
    page.skip_requested.connect(lambda item_id, day: got.append((item_id, day)))
    qtbot.mouseClick(control(page, "calendarSkip"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(plan, Qt.Key.Key_S)
    qtbot.keyClick(plan, Qt.Key.Key_S, Qt.KeyboardModifier.ShiftModifier)
    assert got == asked


def test_a_skip_is_taken_back_by_button_and_by_key(page, qtbot):
    """Only what is skipped."""
    plan = choose(page, TEA_TOMORROW)
    got = []
    page.take_back_requested.connect(lambda item_id, day: got.append((item_id, day)))
    qtbot.mouseClick(control(page, "calendarTakeBack"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(plan, Qt.Key.Key_S, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(plan, Qt.Key.Key_S)
    assert got == [("tea", date(2026, 11, 23))] * 2


def test_enter_edits_the_alarm(page, qtbot):
    """Once, whatever Qt makes of the key."""
    got = []
    page.edit_requested.connect(got.append)
    qtbot.keyClick(choose(page, GYM_TOMORROW), Qt.Key.Key_Return)
    assert got == ["gym"]


def test_tab_goes_through_the_page_as_the_eye_does(page, qtbot):
    """And the list marks what its buttons are about."""
    control(page, "showList").setFocus()
    passed = []
    for _ in range(8):
        passed.append(page.window().focusWidget().objectName())
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
    head = ["showList", "showMonth", "calendarBack", "calendarToday", "calendarOn"]
    assert passed == [*head, "calendarAlarm", "calendarList", "calendarSkip"]
    chosen = control(page, "calendarList", QListView).selectedIndexes()
    assert [index.data() for index in chosen] == [GYM_TOMORROW]


def test_the_arrows_pass_over_the_headings(page, qtbot):
    """From the last ring of a day to the first of the next."""
    plan = choose(page, TEA_TOMORROW)
    qtbot.keyClick(plan, Qt.Key.Key_Down)
    assert plan.currentIndex().data() == "Friday 4 December, 07:00, Gym"


# While it is shown


def test_a_change_is_shown_and_the_choice_is_kept(page, reader, qtbot):
    """A skipped ring stays chosen, so that the skip can be taken back."""
    choose(page, GYM_TOMORROW)
    reader.entries[1] = entry(1, reason="skipped", fate=Fate.SILENT, can_take_back=True)
    page.show_change()
    qtbot.waitUntil(lambda: f"{GYM_TOMORROW}: skipped" in lines(page))
    assert control(page, "calendarTakeBack").isVisible()


def test_what_has_rung_is_read_anew(page, reader, clock, qtbot):
    """At its due, without any press."""
    reader.entries[1] = entry(1, reason="stopped, on time", fate=Fate.RANG)
    clock.advance(timedelta(hours=8, minutes=57, seconds=13))
    page.show_time(clock.now())
    qtbot.wait(0)
    assert f"{GYM_TOMORROW}: stopped, on time" not in lines(page)
    clock.advance(timedelta(seconds=1))
    page.show_time(clock.now())
    qtbot.waitUntil(lambda: f"{GYM_TOMORROW}: stopped, on time" in lines(page))


def test_midnight_makes_tomorrow_today(page, clock, qtbot):
    """The thirty days begin one later."""
    clock.advance(timedelta(hours=2))
    page.show_time(clock.now())
    qtbot.waitUntil(lambda: lines(page)[0] == "Monday 23 November, today")


# The month


@pytest.fixture
def month(page):
    """The month, with today chosen."""
    page.show_view(View.MONTH)
    return control(page, "calendarMonth", QTableView)


def test_a_month_shows_the_chosen_day_beside_it(page, month, qtbot):
    """Today, and after a press on another day that one."""
    assert "November 2026" in texts(page)
    assert NOTHING_THAT_DAY in texts(page)
    index = month.model().index_of(date(2026, 11, 23))
    place = month.visualRect(index).center()
    qtbot.mouseClick(month.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert lines(page)[1:] == [GYM_TOMORROW, TEA_TOMORROW]


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Right, date(2026, 11, 23)),
        (Qt.Key.Key_Up, date(2026, 11, 15)),
        (Qt.Key.Key_Down, date(2026, 11, 29)),
        (Qt.Key.Key_PageDown, date(2026, 12, 22)),
        (Qt.Key.Key_PageUp, date(2026, 10, 22)),
        (Qt.Key.Key_Home, date(2026, 11, 1)),
        (Qt.Key.Key_End, date(2026, 11, 30)),
    ],
    ids=lambda value: value.name if isinstance(value, Qt.Key) else str(value),
)
def test_the_keys_walk_through_the_days(month, qtbot, key, day):
    """Through months, too."""
    qtbot.keyClick(month, key)
    assert month.currentIndex().data().startswith(f"{day:%A} {day.day} {day:%B %Y}")


def test_the_arrow_leaves_the_month(page, month, qtbot):
    """Two weeks down from the 22nd is December."""
    for _ in range(2):
        qtbot.keyClick(month, Qt.Key.Key_Down)
    assert "December 2026" in texts(page)


def test_all_of_the_shown_weeks_are_read(month, reader):
    """The days of the neighbours, too."""
    since, until, _ = reader.asked[-1]
    assert (since.date(), until.date()) == (date(2026, 10, 26), date(2026, 12, 6))


def test_tab_comes_to_the_month_before_its_day(page, month, qtbot):
    """As the eye does."""
    control(page, "calendarAlarm", ChoiceBox).setFocus()
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
    assert page.window().focusWidget() is month


def test_the_buttons_turn_the_month(page, month, qtbot):
    """And Today comes back."""
    qtbot.mouseClick(control(page, "calendarBack"), Qt.MouseButton.LeftButton)
    assert "October 2026" in texts(page)
    qtbot.mouseClick(control(page, "calendarToday"), Qt.MouseButton.LeftButton)
    assert "November 2026" in texts(page)


def test_a_narrow_window_has_the_day_below_the_month(page, month, on_screen, stage, qtbot):
    """Nothing overlaps."""
    stage.resize(page, 332, 560)
    plan = control(page, "calendarList", QListView)
    qtbot.waitUntil(lambda: plan.mapTo(page, plan.rect().topLeft()).y() > month.geometry().bottom())
    assert month.geometry().right() < page.width()


def test_every_control_has_a_name(page):
    """For screen readers and for automation."""
    page.show_view(View.MONTH)
    for kind in (QPushButton, QListView, QTableView, ChoiceBox):
        for one in page.findChildren(kind):
            if one.isVisible() and one.objectName() != "qt_scrollarea_viewport":
                assert (bool(one.objectName()), bool(one.accessibleName())) == (True, True), one
