"""One reason with its mark, its sentence and its mend."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from alarmclock.core.certainty.verdict import Check, Grade, Mend, Reason
from alarmclock.ui.verdict.reason_row import ReasonRow, button_name
from alarmclock.ui.widgets.icon import Icons

MUTED = Reason(Check.VOLUME, Grade.BAD, "The computer is <b>muted</b>. " * 3, Mend.UNMUTE)


@pytest.fixture
def row(stage, theme):
    """A row that says that the computer is muted."""
    made = ReasonRow(Icons(theme))
    made.show_reason(MUTED)
    return stage.show(made, 400, 80)


def test_a_screen_reader_hears_how_bad_it_is(row):
    """Before the sentence."""
    label = row.findChild(QLabel, "reason")
    assert label.accessibleName() == f"Bad: {MUTED.sentence}"
    assert label.text() == MUTED.sentence


def test_the_button_has_the_name_of_its_mend(row):
    """Automation finds it; two mends have two names."""
    assert row.findChild(QPushButton, "mendUnmute").isVisible()
    assert button_name(Mend.TURN_ALARM_UP) == "mendTurnAlarmUp"
    assert len({button_name(mend) for mend in Mend}) == len(Mend)


@pytest.mark.parametrize(("stacked", "width"), [(True, 220), (False, 400)])
def test_nothing_is_cut_off(stage, row, stacked, width):
    """The sentence has the height that it needs, the button the width of its words."""
    row.stack(stacked=stacked)
    stage.resize(row, width, row.layout().totalHeightForWidth(width))
    label, button = row.findChild(QLabel, "reason"), row.findChild(QPushButton)
    assert label.height() >= label.heightForWidth(label.width())
    assert button.width() >= button.sizeHint().width()
    assert not label.geometry().intersects(button.geometry())
    assert (button.y() > label.y() + label.height()) is stacked
