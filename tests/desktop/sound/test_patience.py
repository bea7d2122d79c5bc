import threading

import pytest

from alarmclock.desktop.sound.hardware import NoAnswer, NoDevice, Spot
from alarmclock.desktop.sound.patience import PatientHardware

LITTLE_S = 0.02


class HangingHardware:
    """Hardware whose calls return when the test lets them."""

    def __init__(self, hardware):
        self.hardware = hardware
        self.hanging = set()
        self.go = threading.Event()

    def backends(self):
        """Name the back ends at once."""
        return self.hardware.backends()

    def devices(self, backend):
        """Name the devices, perhaps late."""
        self._hang(backend)
        return self.hardware.devices(backend)

    def default(self, backend):
        """Name the default, perhaps late."""
        self._hang(backend)
        return self.hardware.default(backend)

    def open(self, spot, fill):
        """Open, perhaps late."""
        self._hang(spot.backend)
        return self.hardware.open(spot, fill)

    def _hang(self, backend):
        if backend in self.hanging:
            self.go.wait(10)


@pytest.fixture
def hanging(hardware):
    """Hardware of two back ends, each with a default and one more device."""
    hardware.present = {"first": [None, "speakers"], "second": [None]}
    hanging = HangingHardware(hardware)
    yield hanging
    hanging.go.set()


@pytest.fixture
def patient(hanging):
    """Hardware that is not waited for long."""
    return PatientHardware(hanging, LITTLE_S, LITTLE_S)


def test_what_answers_is_passed_on(patient, hardware):
    """Names and devices come as they are."""
    assert patient.backends() == ["first", "second"]
    assert patient.devices("first") == ["speakers"]
    device = patient.open(Spot("first"), bytes)
    assert len(hardware.opened) == 1
    device.close()
    assert hardware.opened == []


def test_no_device_is_passed_on(patient):
    """A device that is not there is told as such."""
    with pytest.raises(NoDevice):
        patient.open(Spot("first", "headset"), bytes)


def test_a_driver_that_fails_is_no_device(patient, hanging, monkeypatch, caplog):
    """Whatever a driver raises, it is logged and passed over."""

    def fail(spot, fill):
        raise ZeroDivisionError(spot, fill)

    monkeypatch.setattr(hanging, "open", fail)
    with pytest.raises(NoDevice):
        patient.open(Spot("first"), bytes)
    assert "The sound system failed." in caplog.text


@pytest.fixture
def answers(patient):
    """Tell whether a back end is asked and answers."""

    def does(backend):
        try:
            return patient.devices(backend) is not None
        except NoAnswer:
            return False

    return does


def test_a_back_end_that_hangs_is_left_alone_until_it_answers(
    patient, hanging, answers, eventually
):
    """While one call hangs, its back end is not asked anything more; the other plays."""
    hanging.hanging.add("first")
    with pytest.raises(NoAnswer):
        patient.open(Spot("first"), bytes)
    hanging.hanging.clear()
    with pytest.raises(NoAnswer):
        patient.devices("first")
    patient.open(Spot("second"), bytes)
    hanging.go.set()
    eventually(lambda: answers("first"), "it hangs for ever")


def test_a_device_that_comes_too_late_is_closed(patient, hanging, hardware, answers, eventually):
    """Nobody waits for it any more, so it must not play beside the one that is used."""
    hanging.hanging.add("first")
    with pytest.raises(NoAnswer):
        patient.open(Spot("first"), bytes)
    hanging.go.set()
    eventually(lambda: answers("first"), "it hangs for ever")
    assert hardware.tried == [("first", None)]
    assert hardware.opened == []


def test_a_device_that_hangs_while_it_is_closed_is_given_up(
    patient, hanging, hardware, answers, monkeypatch, caplog
):
    """Closing takes no longer than the patience, and the back end is left alone."""
    device = patient.open(Spot("first"), bytes)
    monkeypatch.setattr(hardware.opened[0], "close", lambda: hanging.go.wait(10))
    device.close()
    assert not answers("first")
    assert "could not be closed" in caplog.text


def test_a_device_is_closed_although_its_back_end_hangs(patient, hanging, hardware, eventually):
    """Whatever else hangs there, the device does not stay open for ever."""
    device = patient.open(Spot("first"), bytes)
    hanging.hanging.add("first")
    with pytest.raises(NoAnswer):
        patient.default("first")
    device.close()
    assert hardware.opened == []


def test_no_thread_is_left(patient, sound_threads):
    """Each question's thread ends with its answer."""
    patient.open(Spot("first"), bytes).close()
    assert sound_threads() == []
