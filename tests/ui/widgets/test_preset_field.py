"""The line of timer presets."""

import pytest

from alarmclock.core.errors import Invalid
from alarmclock.ui.widgets.preset_field import PresetField, presets_text, read_presets


@pytest.mark.parametrize(
    ("text", "presets"),
    [
        ("1, 3, 5", (1, 3, 5)),
        ("1 3 5", (1, 3, 5)),
        (" 5;5 ,, 3 ", (5, 3)),
        ("", ()),
        ("5940", (5940,)),
    ],
    ids=["commas", "spaces", "repeated and untidy", "none", "the longest"],
)
def test_minutes_are_read(text, presets):
    """Minutes may be written tidily or not."""
    assert read_presets(text) == presets


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("5, tea", "“tea” is no number of minutes. Write for example 5, 10, 25."),
        ("-5", "“-5” is no number of minutes. Write for example 5, 10, 25."),
        ("٥", "“٥” is no number of minutes. Write for example 5, 10, 25."),
        ("0", "A preset is a number of minutes from 1 to 5940."),
        ("5941", "A preset is a number of minutes from 1 to 5940."),
        ("9" * 20_000, "A preset is a number of minutes from 1 to 5940."),
        ("x" * 50, "“xxxxxxxxxxxx…” is no number of minutes. Write for example 5, 10, 25."),
        ("1 2 3 4 5 6 7 8 9 10 11 12 13", "There is room for 12 presets."),
    ],
    ids=["word", "minus", "other digits", "zero", "too long", "huge", "long word", "too many"],
)
def test_what_cannot_be_a_preset_is_told(text, sentence):
    """Each mistake has its own sentence."""
    with pytest.raises(Invalid) as caught:
        read_presets(text)
    assert str(caught.value) == sentence


def test_what_was_written_is_read_back():
    """Writing and reading are each other's reverse."""
    assert read_presets(presets_text((45, 1, 10))) == (45, 1, 10)


def test_the_field_shows_its_mistake(qtbot):
    """While the line can't be read the field is marked, afterwards no more."""
    field = PresetField()
    qtbot.addWidget(field)
    field.setText("tea")
    with pytest.raises(Invalid):
        field.read()
    marked = field.property("invalid")
    field.setText("5")
    field.read()
    assert (marked, field.property("invalid")) == (True, False)
