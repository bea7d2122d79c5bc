import pytest

from alarmclock.desktop.sound.hardware import NoDevice, Nowhere, Spot, spots


def test_the_default_comes_first_then_every_other_then_the_next_back_end(hardware):
    """All devices of the best back end are tried before another one is."""
    hardware.present = {"first": [None, "speakers", "headset"], "second": [None]}
    assert list(spots(hardware)) == [
        Spot("first"),
        Spot("first", "speakers"),
        Spot("first", "headset"),
        Spot("second"),
    ]


def test_a_back_end_that_cannot_list_its_devices_is_passed_over(hardware, monkeypatch):
    """Its default is tried, and then the next back end."""

    def fail(backend):
        raise NoDevice(backend)

    hardware.present = {"first": [None], "second": [None]}
    monkeypatch.setattr(hardware, "devices", fail)
    assert list(spots(hardware)) == [Spot("first"), Spot("second")]


def test_nowhere_has_no_place_to_play_at():
    """A computer without a sound library offers nothing."""
    assert list(spots(Nowhere())) == []
    with pytest.raises(NoDevice):
        Nowhere().devices("any")
    with pytest.raises(NoDevice):
        Nowhere().open(Spot("any"), bytes)
