from datetime import date

import pytest

from alarmclock.core.errors import Invalid
from alarmclock.core.rules.rule import OnDate
from alarmclock.ui.editor.alarm_fields import AlarmFields
from tests.ui.editor.builders import NOW, PARIS, make_alarm


@pytest.fixture
def fields(theme, on_screen):
    """The fields below the time in a low editor."""
    made = AlarmFields(theme)
    made.resize(380, 200)
    return on_screen(made)


def test_an_alarm_is_kept(fields):
    """What goes in comes out."""
    alarm = make_alarm(label="Gym", rule=OnDate(date(2026, 11, 28)), zone="Asia/Tokyo")
    fields.show_alarm(alarm, NOW, PARIS)
    assert fields.alarm(alarm) == alarm


def test_an_alarm_begins_at_its_label(fields):
    """However far the last one was scrolled, the next is seen from its top."""
    fields.show_alarm(make_alarm(), NOW, PARIS)
    fields.verticalScrollBar().setValue(fields.verticalScrollBar().maximum())
    fields.show_alarm(make_alarm(), NOW, PARIS)
    assert fields.verticalScrollBar().value() == 0


def test_the_fields_keep_their_width_beside_the_scroll_bar(qtbot, fields):
    """When the bar comes, nothing jumps."""
    widths = []
    for height, has_bar in ((200, True), (900, False)):
        fields.resize(380, height)
        qtbot.waitUntil(lambda seen=has_bar: fields.verticalScrollBar().isVisible() is seen)
        qtbot.waitUntil(lambda: fields.label.width() > 200)
        widths.append(fields.label.width())
    assert widths[0] == widths[1]


@pytest.mark.parametrize("label", ["x" * 201, "bell\u0007"], ids=["long", "control character"])
def test_a_label_that_no_row_can_show_is_refused(fields, label):
    """The field keeps it, for people to mend."""
    fields.show_alarm(make_alarm(), NOW, PARIS)
    fields.label.setText(label)
    with pytest.raises(Invalid):
        fields.alarm(make_alarm())
    assert fields.label.text() == label


def test_a_label_is_stripped(fields):
    """Spaces around a label are no part of it."""
    fields.show_alarm(make_alarm(), NOW, PARIS)
    fields.label.setText("  Gym ")
    assert fields.alarm(make_alarm()).label == "Gym"
