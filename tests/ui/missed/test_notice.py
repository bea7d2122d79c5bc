"""The notice of what was missed says what, when and why, and offers what can be done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from alarmclock.core.ringing import Cause
from alarmclock.ui.missed.notice import MissedNotice
from tests.core.builders import BERLIN, SUNDAY_EVENING
from tests.ui.missed.test_groups import missed
from tests.ui.stage import Stage


@pytest.fixture
def stage(qtbot):
    """Give a place to show it in."""
    return Stage(qtbot)


@pytest.fixture
def notice(stage):
    """Give a notice in a window."""
    return stage.show(MissedNotice(), 700, 500)


def show(notice, *several):
    """Show what was missed."""
    notice.show_missed(several, SUNDAY_EVENING, BERLIN)


def names(notice):
    """Give what the rows say."""
    labels = notice.findChildren(QLabel, "missedName")
    return [label.text() for label in labels if label.isVisible()]


def buttons(notice, name):
    """Give the buttons of this name that can be seen."""
    return [one for one in notice.findChildren(QPushButton, name) if one.isVisible()]


def test_it_goes_when_nothing_is_missed(notice):
    """And comes without being asked."""
    show(notice, missed("Gym", 1))
    assert notice.isVisible()
    assert notice.accessibleName() == notice.text() == "Missed: Gym, 19:30 (nobody answered)."
    show(notice)
    assert not notice.isVisible()


def test_one_is_no_more_than_a_line(notice):
    """Its buttons stand beside the sentence."""
    show(notice, missed("Gym", 1))
    assert names(notice) == []
    assert notice.sizeHint().height() < 60


def test_several_stand_below_their_causes(notice):
    """The newest few at once, the rest when asked for."""
    show(notice, *(missed(f"a{n}", 9 - n) for n in range(5)), missed("b", 1, Cause.ASLEEP))
    assert names(notice) == ["19:30 · b", "15:30 · a4", "14:30 · a3"]
    more = buttons(notice, "missedMore")[0]
    assert more.text() == "and 3 more"
    more.click()
    assert len(names(notice)) == 6
    assert more.text() == "Show fewer"


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("missedRing", "ring_requested"),
        ("missedSnooze", "snooze_requested"),
        ("missedDone", "acknowledge_requested"),
    ],
)
def test_each_has_its_own_buttons(notice, qtbot, name, signal):
    """They say whom they are about, and ask for that one."""
    gym, pills = missed("Gym", 2), missed("Pills", 1)
    show(notice, gym, pills)
    second = buttons(notice, name)[1]
    assert "Gym" in second.accessibleName()
    with qtbot.waitSignal(getattr(notice, signal)) as asked:
        second.click()
    assert asked.args == [gym[1].key]


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("missedRingAll", "ring_requested"),
        ("missedSnoozeAll", "snooze_requested"),
        ("acknowledge", "acknowledge_requested"),
    ],
)
def test_all_are_answered_at_once(notice, qtbot, name, signal):
    """By the buttons beside the sentence."""
    show(notice, missed("Gym", 2), missed("Pills", 1))
    with qtbot.waitSignal(getattr(notice, signal)) as asked:
        buttons(notice, name)[0].click()
    assert asked.args == [None]


def test_the_focus_stays_where_the_person_works(notice, qtbot):
    """Done with one by keyboard, the next is at hand."""
    several = [missed("Gym", 3), missed("Pills", 2), missed("Tea", 1)]
    show(notice, *several)
    done = buttons(notice, "missedDone")[0]
    done.setFocus()
    notice.acknowledge_requested.connect(lambda _key: show(notice, *several[:2]))
    qtbot.keyClick(done, Qt.Key.Key_Space)
    assert notice.focusWidget() is buttons(notice, "missedDone")[0]
    assert "Pills" in notice.focusWidget().accessibleName()


def test_what_is_shown_again_keeps_its_rows(notice):
    """A second is no reason to build it anew."""
    several = [missed("Gym", 2), missed("Pills", 1)]
    show(notice, *several)
    first = buttons(notice, "missedDone")[0]
    show(notice, *several)
    assert buttons(notice, "missedDone")[0] is first


def test_a_thousand_do_not_fill_the_window(notice):
    """The notice scrolls in a height of its own."""
    show(notice, *(missed(f"a{n}", n + 1) for n in reversed(range(1000))))
    buttons(notice, "missedMore")[0].click()
    assert notice.sizeHint().height() < 360
    assert len(names(notice)) <= 100


def test_markup_in_a_label_is_text(notice):
    """Whatever a label holds is shown as it was typed."""
    show(notice, missed("<b>bold</b>", 1))
    assert "<b>bold</b>" in notice.text()
    assert notice.findChild(QLabel, "missedText").textFormat() == Qt.TextFormat.PlainText
