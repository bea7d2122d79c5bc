from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from alarmclock.core.certainty.readiness import Readiness
from alarmclock.core.certainty.verdict import Mend
from alarmclock.core.ring_settings import RingSettings
from alarmclock.ui.editor import AlarmEditor
from tests.core.builders import MINUTE
from tests.core.signs import GOOD_SIGNS, MUTED, SECOND, SLEEPY, USUAL_SETTINGS
from tests.ui.editor.builders import make_alarm

GOOD = ["Yes, while this window is open."]


@pytest.fixture
def readiness():
    """Judge on a good computer."""
    return Readiness(USUAL_SETTINGS, GOOD_SIGNS)


@pytest.fixture
def judging(theme, clock, on_screen, readiness):
    """An editor that judges what is entered."""
    made = AlarmEditor(theme, clock, judge=readiness.verdict)
    readiness.listen(made.show_verdict)
    made.resize(420, 780)
    return on_screen(made)


def said(editor):
    """Read what stands in the row “Will it ring?”."""
    field = editor.findChild(QWidget, "verdict")
    return [label.text() for label in field.findChildren(QLabel, "reason") if label.isVisible()]


def press(editor, name):
    """Press what mends something."""
    editor.findChild(QPushButton, name).click()


def saved(qtbot, editor):
    """Save, and give how the alarm rings then."""
    with qtbot.waitSignal(editor.save_requested) as asked:
        editor.save()
    return asked.args[0].ring


def test_the_row_follows_what_is_entered(judging):
    """At once, as the slider moves."""
    judging.edit(make_alarm())
    assert said(judging) == GOOD
    judging.findChild(QWidget, "volume").setValue(5)
    assert said(judging) == ["An alarm set to 5 % is hardly heard."]


def test_the_row_follows_the_computer(judging, readiness):
    """While nothing is entered."""
    judging.edit(make_alarm())
    readiness.update(output=MUTED)
    assert said(judging) == ["The computer is muted, so nothing would be heard."]


def test_each_alarm_is_judged_anew(judging):
    """Nothing of the one before stays."""
    judging.edit(make_alarm(ring=RingSettings(volume=5)))
    assert said(judging) != GOOD
    judging.edit(make_alarm())
    assert said(judging) == GOOD
    judging.create(RingSettings(volume=7))
    assert said(judging) == ["An alarm set to 7 % is hardly heard."]


def test_what_is_half_typed_is_judged_when_it_can_be_read(judging):
    """The last verdict stays meanwhile."""
    judging.edit(make_alarm(ring=RingSettings(late_limit=MINUTE)))
    before = said(judging)
    box = judging.findChild(QWidget, "lateLimit")
    box.setEditText("3 hou")
    box.setEditText("3 x")
    assert said(judging) == before
    box.setEditText("3 h")
    assert said(judging) == GOOD


@pytest.mark.parametrize(
    ("ring", "name", "field"),
    [
        pytest.param(RingSettings(volume=5), "mendTurnAlarmUp", "volume", id="volume"),
        pytest.param(
            RingSettings(rise=MINUTE, ring_length=MINUTE), "mendShortenRise", "rise", id="rise"
        ),
        pytest.param(
            RingSettings(rise=timedelta(0), ring_length=20 * SECOND),
            "mendRingLonger",
            "ring_length",
            id="ring length",
        ),
        pytest.param(
            RingSettings(late_limit=MINUTE), "mendAllowLater", "late_limit", id="late limit"
        ),
    ],
)
def test_what_mends_the_alarm_changes_its_field_only(qtbot, judging, readiness, ring, name, field):
    """It is saved with the rest, or dropped."""
    judging.edit(make_alarm(ring=ring))
    assert not judging.is_changed
    asked = []
    judging.mend_requested.connect(asked.append)
    press(judging, name)
    assert (said(judging), judging.is_changed, asked) == (GOOD, True, [])
    after = saved(qtbot, judging)
    assert getattr(after, field) != getattr(ring, field)
    assert replace(after, **{field: getattr(ring, field)}) == ring


def test_a_mend_leaves_what_is_half_typed_elsewhere(judging):
    """Only its own field is another."""
    judging.edit(make_alarm(ring=RingSettings(volume=5)))
    judging.findChild(QWidget, "lateLimit").setEditText("3 x")
    press(judging, "mendTurnAlarmUp")
    assert judging.findChild(QWidget, "volume").value() == RingSettings().volume
    assert judging.findChild(QWidget, "lateLimit").currentText() == "3 x"


def test_what_only_the_program_can_mend_is_asked_for(judging, readiness):
    """The alarm stays as it is."""
    readiness.update(habits=SLEEPY, output=MUTED)
    judging.edit(make_alarm())
    asked = []
    judging.mend_requested.connect(asked.append)
    for name in ("mendUnmute", "mendStayAwake"):
        press(judging, name)
    assert (asked, judging.is_changed) == ([Mend.UNMUTE, Mend.STAY_AWAKE], False)


def test_to_choose_a_sound_leads_to_its_field(qtbot, judging, readiness):
    """By the keyboard: Enter presses the button and saves nothing."""
    readiness.update(sound_problems={RingSettings().sound: "The sound is gone."})
    judging.edit(make_alarm())
    asked = []
    judging.save_requested.connect(asked.append)
    button = judging.findChild(QPushButton, "mendChooseSound")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert QApplication.focusWidget().objectName() == "sound"
    assert (asked, judging.is_changed) == ([], False)


def test_where_nobody_judges_there_is_no_row(editor):
    """As before anything is known."""
    editor.edit(make_alarm())
    assert not editor.findChild(QWidget, "verdict").isVisible()


@pytest.mark.parametrize("width", [320, 369, 420])
def test_nothing_is_cut_off(judging, readiness, width):
    """In a narrow window the button stands below the sentence."""
    readiness.update(output=MUTED, habits=SLEEPY, server=None)
    judging.resize(width, 900)
    judging.edit(make_alarm(ring=RingSettings(volume=5)))
    QApplication.processEvents()
    field = judging.findChild(QWidget, "verdict")
    for label in field.findChildren(QLabel, "reason"):
        assert label.height() >= label.heightForWidth(label.width())
        assert label.mapTo(field, label.rect().bottomRight()).x() < field.width()
    for button in field.findChildren(QPushButton):
        assert button.width() >= button.sizeHint().width()
        assert button.mapTo(field, button.rect().bottomRight()).x() < field.width()
