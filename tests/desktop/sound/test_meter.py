from array import array

import pytest

from alarmclock.desktop.sound.meter import WINDOW_S, Meter


@pytest.fixture
def now():
    """A time that the test sets."""
    return [0.0]


@pytest.fixture
def meter(now):
    """A meter that has measured nothing."""
    return Meter(lambda: now[0])


def test_without_sound_there_is_no_peak(meter):
    """Nothing was played, so nothing is high."""
    assert meter.peak == 0


@pytest.mark.parametrize("height", [16_384, -16_384], ids=["above", "below"])
def test_it_gives_the_highest_sample(meter, height):
    """Half of the full height is half, on both sides of zero."""
    meter.note(array("h", [100, height, -100]))
    assert meter.peak == pytest.approx(0.5, abs=0.001)


def test_it_never_exceeds_one(meter):
    """The lowest sample of sixteen bits lies one step beyond the highest."""
    meter.note(array("h", [-32_768]))
    assert meter.peak == 1.0


def test_the_highest_of_the_last_second_counts(meter, now):
    """A loud moment is remembered for a second, and a soft one after it changes nothing."""
    meter.note(array("h", [20_000]))
    now[0] = WINDOW_S - 0.1
    meter.note(array("h", [2_000]))
    assert meter.peak == pytest.approx(0.61, abs=0.01)
    now[0] = WINDOW_S + 0.1
    assert meter.peak == pytest.approx(0.061, abs=0.001)


def test_a_device_that_asks_no_more_has_no_peak(meter, now):
    """After a second in which nothing was given, nothing is heard."""
    meter.note(array("h", [20_000]))
    now[0] = WINDOW_S + 0.1
    assert meter.peak == 0
