from datetime import timedelta

import pytest

from alarmclock.core.errors import Invalid
from alarmclock.ui.editor.choice_box import ChoiceBox
from alarmclock.ui.editor.choices import LATE_LIMIT, SNOOZE_LENGTH


@pytest.fixture
def box(theme, on_screen):
    """The field of the snooze length, at 5 minutes."""
    made = on_screen(ChoiceBox(theme, SNOOZE_LENGTH))
    made.show_value(timedelta(minutes=5))
    made.setFocus()
    return made


def entries(box):
    """List what the box offers."""
    return [box.itemText(row) for row in range(box.count())]


def test_an_offered_value_is_chosen(box):
    """A usual value is shown among the others."""
    assert (box.currentText(), len(entries(box))) == ("5 min", 5)


def test_another_value_is_its_own_entry(box):
    """A value that is not offered is offered for this alarm."""
    box.show_value(timedelta(minutes=7))
    assert entries(box) == ["7 min", "1 min", "5 min", "10 min", "15 min", "30 min"]


def test_another_value_is_kept_exactly(box):
    """A value that words can't tell to the last bit is given back as it came."""
    odd = timedelta(minutes=7, milliseconds=200)
    box.show_value(odd)
    assert box.value() == odd


def test_a_value_is_typed(qtbot, box):
    """People who want 12 minutes type 12."""
    box.entry().selectAll()
    qtbot.keyClicks(box, "12")
    assert box.value() == timedelta(minutes=12)


def test_nonsense_is_refused(qtbot, box):
    """What is typed and no length is refused, and stays."""
    box.entry().selectAll()
    qtbot.keyClicks(box, "soon")
    with pytest.raises(Invalid):
        box.value()
    assert box.currentText() == "soon"


def test_showing_is_no_change(qtbot, box):
    """A value that is shown was changed by nobody."""
    with qtbot.assertNotEmitted(box.editTextChanged):
        box.show_value(timedelta(minutes=30))


def test_no_limit_is_a_value(theme, qtbot):
    """None is offered and chosen like any other value."""
    box = ChoiceBox(theme, LATE_LIMIT)
    qtbot.addWidget(box)
    box.show_value(None)
    assert (box.currentText(), box.value()) == ("always", None)


def test_nonsense_is_no_value(box):
    """Who only looks is not stopped by it."""
    box.setEditText("soon")
    assert box.value_or_none() is None
