from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alarmclock.core.errors import Invalid
from alarmclock.ui.editor.choices import (
    AGAIN,
    AGAIN_EVERY,
    AWAKE_AFTER,
    LATE_LIMIT,
    RAMP,
    RING_LENGTH,
    SNOOZE_LENGTH,
    SNOOZE_LIMIT,
)
from tests.ui.editor.builders import refused_field

ALL = [RAMP, SNOOZE_LENGTH, SNOOZE_LIMIT, RING_LENGTH, LATE_LIMIT, AWAKE_AFTER, AGAIN, AGAIN_EVERY]
BY_FIELD = [pytest.param(choices, id=choices.field) for choices in ALL]


def seconds(count):
    """Make a length."""
    return timedelta(seconds=count)


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        (RAMP, ["at once", "5 s", "15 s", "30 s", "1 min", "2 min"]),
        (SNOOZE_LENGTH, ["1 min", "5 min", "10 min", "15 min", "30 min"]),
        (SNOOZE_LIMIT, ["none", "1 time", "2 times", "3 times", "5 times", "10 times", "no limit"]),
        (RING_LENGTH, ["1 min", "5 min", "10 min", "15 min", "30 min", "1 h"]),
        (LATE_LIMIT, ["never", "5 min", "30 min", "2 h", "always"]),
        (AWAKE_AFTER, ["Not asked", "1 min", "3 min", "5 min", "10 min", "15 min", "30 min"]),
        (AGAIN, ["Not again", "1 time", "2 times", "3 times", "5 times", "10 times"]),
        (AGAIN_EVERY, ["1 min", "3 min", "5 min", "10 min", "15 min", "30 min"]),
    ],
    ids=[choices.field for choices in ALL],
)
def test_what_is_offered_is_said_in_words(choices, words):
    """Each offer reads as people would say it."""
    assert [choices.words(value) for value in choices.offered] == words


@pytest.mark.parametrize("choices", BY_FIELD)
def test_what_is_offered_can_be_typed(choices):
    """Typing the words of an offer gives its value."""
    typed = [choices.parse(choices.words(value)) for value in choices.offered]
    assert typed == list(choices.offered)


@pytest.mark.parametrize(
    ("choices", "text", "expected"),
    [
        (SNOOZE_LENGTH, "7", seconds(420)),
        (SNOOZE_LENGTH, "7min", seconds(420)),
        (SNOOZE_LENGTH, "7 Minutes", seconds(420)),
        (SNOOZE_LENGTH, "1 h 30 min", seconds(5400)),
        (RING_LENGTH, "90 s", seconds(90)),
        (RAMP, "7", seconds(7)),
        (RAMP, "1 min 5 s", seconds(65)),
        (SNOOZE_LIMIT, "7", 7),
        (SNOOZE_LIMIT, "7 times", 7),
        (SNOOZE_LIMIT, "0", 0),
        (LATE_LIMIT, "120 min", seconds(7200)),
        (LATE_LIMIT, "Always", None),
        (AWAKE_AFTER, "7", seconds(420)),
        (AWAKE_AFTER, "not asked", None),
        (AWAKE_AFTER, "never", None),
        (AGAIN, "4", 4),
        (AGAIN, "4x", 4),
        (AGAIN, "Never", 0),
        (AGAIN_EVERY, "90 s", seconds(90)),
    ],
)
def test_other_values_are_typed(choices, text, expected):
    """A bare number has the field's own unit; units can be given."""
    assert choices.parse(text) == expected


@pytest.mark.parametrize("choices", BY_FIELD)
@pytest.mark.parametrize("text", ["", "soon", "-5", "5 apples", "1 30 min"])
def test_nonsense_is_refused_for_its_field(choices, text):
    """What is no value is refused, and the error names the field."""
    with pytest.raises(Invalid) as refused:
        choices.parse(text)
    assert refused.value.field == choices.field


@pytest.mark.parametrize("choices", BY_FIELD)
@given(text=st.text())
def test_any_text_is_a_value_or_refused(choices, text):
    """Nothing but Invalid is ever raised."""
    assert refused_field(lambda: choices.parse(text)) in (None, choices.field)
