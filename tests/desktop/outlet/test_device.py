"""What a device means for people."""

import pytest

from alarmclock.core.surroundings.outlet import NO_OUTPUT, Output
from alarmclock.desktop.outlet.device import Device, Devices, Stand

HALF = Stand((0.5, 0.25), is_muted=False)
SPEAKERS = Device(3, "alsa.pci", "Speakers", HALF)


def test_people_read_its_label_and_its_loudest_channel():
    """The left channel is the louder one here."""
    assert SPEAKERS.output == Output("Speakers", is_muted=False, volume=50)


def test_one_without_a_label_has_its_name():
    """It is better than nothing."""
    assert Device(3, "alsa.pci", "", HALF).output.name == "alsa.pci"


def test_the_dummy_of_the_server_is_no_device():
    """Nobody hears what is played there."""
    dummy = Device(1, "auto_null", "Dummy Output", HALF)
    assert dummy.output == NO_OUTPUT
    assert Devices((dummy,), dummy).output == NO_OUTPUT
    assert Devices((SPEAKERS,), None).output == NO_OUTPUT


@pytest.mark.parametrize(
    ("stand", "percent", "expected"),
    [
        pytest.param(HALF, 80, Stand((0.8, 0.4), is_muted=False), id="keeps the balance"),
        pytest.param(HALF, 40, HALF, id="is never turned down"),
        pytest.param(Stand((0.5,), is_muted=True), 40, Stand((0.5,), is_muted=False), id="unmutes"),
        pytest.param(
            Stand((0.0, 0.0), is_muted=True), 60, Stand((0.6, 0.6), is_muted=False), id="0"
        ),
    ],
)
def test_it_is_raised(stand, percent, expected):
    """All that matters is that it is heard."""
    assert stand.raised(percent).is_like(expected)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(Stand((0.51, 0.25), is_muted=False), id="a step louder"),
        pytest.param(Stand((0.5, 0.25), is_muted=True), id="muted"),
        pytest.param(Stand((0.5,), is_muted=False), id="another count of channels"),
    ],
)
def test_what_a_person_changes_is_seen(other):
    """The smallest step is 1 %; less is rounding."""
    assert not HALF.is_like(other)
    assert HALF.is_like(Stand((0.5002, 0.2499), is_muted=False))


def test_behind_a_mute_nothing_is_heard():
    """The monitor of a sound card may come before it."""
    muted = Stand((0.5,), is_muted=True)
    assert Device(1, "a", "A", muted, is_tapped_early=True).heard(0.8) == 0.0
    assert Device(1, "a", "A", muted).heard(0.8) == 0.0


def test_a_peak_in_front_of_the_volume_is_turned_down_like_the_sound():
    """Half of the percents is an eighth of the height."""
    assert Device(1, "a", "A", HALF, is_tapped_early=True).heard(0.8) == pytest.approx(0.1)
    assert Device(1, "a", "A", HALF).heard(0.8) == 0.8
