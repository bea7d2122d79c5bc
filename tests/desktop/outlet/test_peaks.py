"""What a device has played in the last second."""

from dataclasses import replace

from alarmclock.desktop.outlet.device import Device, Stand
from alarmclock.desktop.outlet.peaks import Peaks

SPEAKERS = Device(1, "speakers", "Speakers", Stand((1.0,), is_muted=False))


def test_it_is_the_highest_of_the_last_second():
    """Silence between two beeps is no silence."""
    peaks = Peaks()
    told = [peaks.highest(SPEAKERS, peak, now_s) for now_s, peak in [(0, 0.4), (0.9, 0), (1.1, 0)]]
    assert told == [0.4, 0.4, 0]


def test_it_is_unknown_while_nothing_is_told():
    """A stream that has not begun or has died proves nothing."""
    peaks = Peaks()
    assert peaks.highest(SPEAKERS, None, 0) is None
    assert peaks.highest(SPEAKERS, 0.5, 0.5) == 0.5
    assert peaks.highest(SPEAKERS, None, 1.4) == 0.5
    assert peaks.highest(SPEAKERS, None, 1.6) is None


def test_a_device_that_is_suspended_is_silent():
    """Its monitor tells nothing."""
    assert Peaks().highest(replace(SPEAKERS, is_suspended=True), None, 0) == 0.0


def test_what_another_device_played_is_forgotten():
    """It is not heard there."""
    peaks = Peaks()
    peaks.highest(SPEAKERS, 0.5, 0)
    assert peaks.highest(replace(SPEAKERS, name="headphones"), 0.1, 0.1) == 0.1


def test_a_dummy_proves_nothing():
    """Whatever is played there."""
    assert Peaks().highest(replace(SPEAKERS, name="auto_null"), 0.5, 0) is None
