"""What came out of JSON is taken as it is, or refused."""

import pytest

from alarmclock.core.json_values import fraction_from, none_or, number_from, text_from


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (number_from, 7),
        (fraction_from, 7),
        (fraction_from, 0.41),
        (text_from, "Gym"),
    ],
)
def test_a_value_of_the_right_type_is_taken(read, value):
    """Also where nothing may stand in its place."""
    assert read(value) == none_or(read, value) == value
    assert none_or(read, None) is None


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (number_from, True),
        (number_from, 7.0),
        (number_from, "7"),
        (fraction_from, True),
        (fraction_from, "0.41"),
        (text_from, 7),
        (text_from, None),
    ],
)
def test_another_type_is_refused(read, value):
    """Nothing is made to fit."""
    with pytest.raises(TypeError):
        read(value)
