from itertools import pairwise

import pytest

from alarmclock.desktop.sound.loudness import gain, rise_gain


@pytest.mark.parametrize(
    ("volume", "expected"),
    [
        pytest.param(0, 0.0, id="nothing"),
        pytest.param(50, 0.25, id="half"),
        pytest.param(100, 1.0, id="all"),
        pytest.param(250, 1.0, id="never more than all"),
        pytest.param(-5, 0.0, id="never less than nothing"),
    ],
)
def test_gain_is_the_square_of_the_volume(volume, expected):
    """Half the volume is a quarter of the amplitude."""
    assert gain(volume) == pytest.approx(expected)


def test_a_rise_goes_up_by_the_same_decibels_each_step():
    """Every tenth of a rise multiplies by the same factor."""
    steps = [rise_gain(step / 10) for step in range(11)]
    factors = [after / before for before, after in pairwise(steps)]
    assert factors == pytest.approx([factors[0]] * 10)


def test_a_rise_begins_low_and_ends_at_the_volume():
    """It begins 40 dB below and ends at the full volume, and stays there."""
    assert rise_gain(0) == pytest.approx(0.01)
    assert rise_gain(1) == 1.0
    assert rise_gain(7) == 1.0
