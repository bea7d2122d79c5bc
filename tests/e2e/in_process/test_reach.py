"""Everybody can use it: by keyboard alone, by screen reader, on a small window."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from alarmclock.ui.main_window import PageNumber

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSlider, QAbstractItemView)
SMALL, USUAL = QSize(400, 560), QSize(1120, 760)
SPIN_BOX_INSIDE = "qt_spinbox_lineedit"
PLACES = [*PageNumber, "editor", "shortcuts"]


def go(person, place):
    """Show a page, the editor, or the list of shortcuts."""
    if isinstance(place, PageNumber):
        person.window.show_page(place)
    elif place == "editor":
        person.program.shell.editor_desk.add()
    else:
        person.press(Qt.Key.Key_F1, on=person.window)
    person.settle()


def controls(person):
    """Give every control that can be seen and is meant to be used."""
    return [
        child
        for child in person.window.findChildren(QWidget)
        if isinstance(child, CONTROLS)
        and child.isVisible()
        and child.isEnabled()
        and child.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not isinstance(child, QScrollBar)
        and not isinstance(child.parent(), QComboBox)
        and child.objectName() != SPIN_BOX_INSIDE
    ]


@pytest.fixture
def busy(person):
    """Give a person with alarms and timers."""
    for words in ("weekdays 7:15 gym", "9:00 " + "Donaudampfschifffahrt " * 5, "in 20 min tea"):
        person.say(words)
    return person


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_every_control_has_a_name_for_screen_readers(busy, place):
    """What has no name can't be found by who can't see it."""
    go(busy, place)
    nameless = [one for one in controls(busy) if not (one.accessibleName() or _said(one))]
    assert nameless == []


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_tab_reaches_every_control(busy, place):
    """The whole program can be used by keyboard."""
    go(busy, place)
    wanted = {id(one) for one in controls(busy)}
    busy.window.activateWindow()
    reached, steps = set(), 0
    while not wanted <= reached and steps < 200:
        busy.window.focusNextChild()
        steps += 1
        focused = busy.window.focusWidget()
        reached |= {id(focused), id(focused.parent())}
    missing = [one.objectName() or one for one in controls(busy) if id(one) not in reached]
    assert missing == []


@pytest.mark.parametrize("size", [SMALL, QSize(700, 600), USUAL], ids=["small", "medium", "usual"])
@pytest.mark.parametrize("place", PLACES, ids=str)
def test_nothing_is_cut_off_at_the_side(busy, place, size):
    """Every control lies within the window; what is too long ends in “…” or wraps."""
    busy.window.resize(size)
    go(busy, place)
    width = busy.window.width()
    beyond = []
    for one in controls(busy):
        left = one.mapTo(busy.window, one.rect().topLeft()).x()
        if left < 0 or left + one.width() > width:
            beyond.append((one.objectName(), left, one.width()))
    assert beyond == []


@pytest.mark.parametrize("size", [SMALL, USUAL], ids=["small", "usual"])
@pytest.mark.parametrize("place", PLACES, ids=str)
def test_no_button_cuts_its_words(busy, place, size):
    """Its text has room."""
    busy.window.resize(size)
    go(busy, place)
    cut = [
        one.text()
        for one in controls(busy)
        if isinstance(one, QAbstractButton)
        and one.text()
        and one.fontMetrics().horizontalAdvance(one.text()) > one.width()
    ]
    assert cut == []


def test_the_side_folds_away_on_a_narrow_window(busy):
    """And comes back on a wide one."""
    assert busy.sees("activityList")
    busy.window.resize(SMALL)
    busy.settle()
    assert not busy.sees("activityList")
    busy.window.resize(USUAL)
    busy.settle()
    assert busy.sees("activityList")


def test_the_editor_covers_a_narrow_window_and_gives_it_back(busy):
    """There is room for one of them."""
    busy.window.resize(SMALL)
    busy.click("addAlarm")
    assert busy.sees("save")
    assert not busy.sees("alarmList")
    busy.press(Qt.Key.Key_Escape, on=busy.find("time"))
    assert busy.sees("alarmList")


def test_f1_lists_the_shortcuts_and_escape_goes_back(busy):
    """From wherever one was."""
    busy.click("navTimers")
    busy.press(Qt.Key.Key_F1, on=busy.window)
    assert busy.sees("shortcutsView")
    busy.press(Qt.Key.Key_Escape, on=QApplication.focusWidget() or busy.find("shortcutsView"))
    assert busy.sees("timersPage")


def test_pages_are_reached_by_their_keys(busy):
    """Ctrl and a digit."""
    for number, page in enumerate(PageNumber, 1):
        busy.press(
            Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier, on=busy.window
        )
        assert busy.window.page_number is page


def _said(one):
    """Give the words that a control shows itself."""
    return one.text() if isinstance(one, QAbstractButton) else ""
