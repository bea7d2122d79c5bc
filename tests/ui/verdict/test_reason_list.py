"""All reasons, one below the other."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from alarmclock.core.certainty.verdict import Check, Grade, Mend, Reason
from alarmclock.ui.verdict.reason_list import STACKED_BELOW, ReasonList

MUTED = Reason(Check.VOLUME, Grade.BAD, "The computer is muted.", Mend.UNMUTE)
QUIET = Reason(Check.VOLUME, Grade.WARNING, "The alarm is quiet.", Mend.TURN_ALARM_UP)
OPEN = Reason(Check.OPEN, Grade.GOOD, "It rings while the window is open.")


@pytest.fixture
def reasons(stage, theme):
    """A list of three reasons."""
    made = ReasonList(theme)
    made.show_reasons([MUTED, QUIET, OPEN])
    return stage.show(made, 600, 200)


def said(reasons):
    """Read the sentences that are seen."""
    return [label.text() for label in reasons.findChildren(QLabel, "reason") if label.isVisible()]


def test_every_reason_is_said_in_the_order_given(reasons):
    """The worst first, as the verdict has them."""
    assert said(reasons) == [MUTED.sentence, QUIET.sentence, OPEN.sentence]


def test_what_was_mended_goes(reasons):
    """And comes back."""
    reasons.show_reasons([OPEN])
    assert said(reasons) == [OPEN.sentence]
    reasons.show_reasons([MUTED, OPEN])
    assert said(reasons) == [MUTED.sentence, OPEN.sentence]


def test_a_press_asks_for_the_mend_of_its_row(qtbot, reasons):
    """As it stands now."""
    with qtbot.waitSignal(reasons.mend_requested) as asked:
        reasons.findChild(QPushButton, "mendTurnAlarmUp").click()
    assert asked.args == [Mend.TURN_ALARM_UP]


def test_the_keyboard_stays_in_its_row(reasons):
    """When something else is found out meanwhile."""
    reasons.findChild(QPushButton, "mendUnmute").setFocus()
    reasons.show_reasons([MUTED, OPEN])
    assert QApplication.focusWidget().objectName() == "mendUnmute"


def test_after_a_press_the_keyboard_goes_to_the_next_mend(qtbot, reasons):
    """What was pressed has done its work and is gone."""
    reasons.mend_requested.connect(lambda _mend: reasons.show_reasons([QUIET, OPEN]))
    button = reasons.findChild(QPushButton, "mendUnmute")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert QApplication.focusWidget().objectName() == "mendTurnAlarmUp"


@pytest.mark.parametrize("width", [220, STACKED_BELOW - 1, STACKED_BELOW, 700])
def test_nothing_is_cut_off(stage, reasons, width):
    """In the editor as on a page of its own."""
    stage.resize(reasons, width, 400)
    QApplication.processEvents()
    for label in reasons.findChildren(QLabel, "reason"):
        assert label.height() >= label.heightForWidth(label.width())
        corner = label.mapTo(reasons, label.rect().bottomRight())
        assert corner.x() < width
    for button in reasons.findChildren(QPushButton):
        assert button.width() >= button.sizeHint().width() or not button.isVisible()
