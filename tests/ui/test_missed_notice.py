"""The notice of what was missed says what, when and why."""

from datetime import timedelta

import pytest

from alarmclock.core.ringing import Cause, Ending, Ring
from alarmclock.ui.missed_notice import MissedNotice, missed_sentence
from tests.core.builders import BERLIN, SUNDAY_EVENING, make_alarm


def missed(label, hours_ago, cause=Cause.UNANSWERED):
    """Give an alarm with a ring that was missed."""
    due = SUNDAY_EVENING - timedelta(hours=hours_ago)
    alarm = make_alarm(label=label)
    ring = Ring(alarm.id, due.date(), alarm.time, due, rang_at=due)
    return alarm, ring.ended(due, Ending.MISSED, cause)


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (1, "Missed: a0, "),
        (2, "2 alarms were missed: a0, "),
        (5, "; and 2 more."),
    ],
)
def test_it_names_what_was_missed(count, sentence):
    """A few by name, the rest by number."""
    said = missed_sentence([missed(f"a{n}", 5 - n) for n in range(count)], SUNDAY_EVENING, BERLIN)
    assert sentence in said
    assert "nobody answered" in said


def test_a_long_label_is_shortened():
    """The notice stays a notice."""
    said = missed_sentence([missed("x" * 200, 1)], SUNDAY_EVENING, BERLIN)
    assert len(said) < 130


def test_it_goes_when_nothing_is_missed(qtbot):
    """And comes without being asked."""
    notice = MissedNotice()
    qtbot.addWidget(notice)
    notice.show_missed([missed("Gym", 1)], SUNDAY_EVENING, BERLIN)
    assert not notice.isHidden()
    assert notice.accessibleName() == notice.text()
    notice.show_missed([], SUNDAY_EVENING, BERLIN)
    assert notice.isHidden()


def test_taking_note_is_asked_for(qtbot):
    """The button asks; the program does it."""
    notice = MissedNotice()
    qtbot.addWidget(notice)
    with qtbot.waitSignal(notice.acknowledge_requested):
        notice.findChild(object, "acknowledge").click()
