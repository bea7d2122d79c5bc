"""Fake devices and a fake time for the sound, and real servers whose speakers are recorded."""

import math
import os
import threading
import wave
from array import array

import pytest

from alarmclock.desktop.sound.hardware import NoDevice
from tests.e2e.process.screen import require
from tests.sound_servers import RATE, PipeWireServer, PulseServer, eventually, rms


class FakeDevice:
    """Asks its feed for frames when told to."""

    def __init__(self, hardware, spot, fill):
        self.hardware = hardware
        self.spot = spot
        self.fill = fill
        self.is_open = True

    def ask(self, frames=441):
        """Ask for frames, as the thread of a device does."""
        return self.fill(frames)

    def close(self):
        """Be given back."""
        self.is_open = False
        self.hardware.opened.remove(self)


class FakeHardware:
    """Devices by back end and name, None for the default; a stalled one opens and plays nothing."""

    def __init__(self):
        self.present = {"first": [None]}
        self.stalled = set()
        self.default_names = {}
        self.stand_ins = set()
        self.opened = []
        self.tried = []

    def backends(self):
        """Name what was put in ``present``."""
        return list(self.present)

    def devices(self, backend):
        """Name the devices of a back end that are no default."""
        return [name for name in self.present[backend] if name is not None]

    def default(self, backend):
        """Name what was put in ``default_names``, unless it plays to nobody."""
        if backend in self.stand_ins:
            raise NoDevice
        return self.default_names.get(backend, "")

    def open(self, spot, fill):
        """Open what is present, and note every try."""
        self.tried.append((spot.backend, spot.device))
        if spot.device not in self.present.get(spot.backend, ()):
            raise NoDevice
        device = FakeDevice(self, spot, fill)
        self.opened.append(device)
        return device

    def pulse(self):
        """Let every open device that is not stalled ask once."""
        for device in self.opened:
            if (device.spot.backend, device.spot.device) not in self.stalled:
                device.ask()


class Stage:
    """A time that passes only while something waits, with what happens at its moments."""

    STEP_S = 0.05

    def __init__(self, hardware):
        self.hardware = hardware
        self.now_s = 0.0
        self.acts = []

    def elapsed_s(self):
        """Give the time of the stage."""
        return self.now_s

    def at(self, moment_s, act):
        """Let something happen at a moment."""
        self.acts.append((moment_s, act))

    def wait(self, seconds):
        """Let time pass, and the devices ask."""
        assert self.now_s < 1000, "nothing ends this"
        end_s = self.now_s + seconds
        while self.now_s < end_s:
            self.now_s += self.STEP_S
            for act in [act for moment_s, act in self.acts if moment_s <= self.now_s]:
                act()
            self.acts = [(moment_s, act) for moment_s, act in self.acts if moment_s > self.now_s]
            self.hardware.pulse()


@pytest.fixture(name="eventually")
def give_eventually():
    """Wait for a condition that something real fulfils."""
    return eventually


@pytest.fixture(name="rms")
def give_rms():
    """Give the loudness of samples."""
    return rms


@pytest.fixture
def hardware():
    """Fake devices."""
    return FakeHardware()


@pytest.fixture
def stage(hardware):
    """A fake time in which the fake devices play."""
    return Stage(hardware)


@pytest.fixture
def sound_threads():
    """List the threads that the sound has running."""
    return lambda: [one.name for one in threading.enumerate() if one.name.startswith("sound")]


@pytest.fixture
def write_wav(tmp_path):
    """Write a sound file of a sine, or of the samples given, and give its path."""

    def write(name="tone.wav", *, frames=RATE // 2, samples=None, level=0.5, hertz=440):
        if samples is None:
            steps = (math.sin(math.tau * hertz * step / RATE) for step in range(frames))
            samples = [round(step * level * 32_767) for step in steps]
        path = tmp_path / name
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(array("h", samples).tobytes())
        return path

    return write


SERVERS = {"PulseAudio": PulseServer, "PipeWire": PipeWireServer}
on_each_server = {"params": list(SERVERS.values()), "ids": list(SERVERS)}


@pytest.fixture(scope="module", **on_each_server)
def server(request, tmp_path_factory):
    """A sound server that runs all the time."""
    with pytest.MonkeyPatch.context() as patch:
        server = request.param(tmp_path_factory.mktemp("server"))
        live_with(server, patch)
        yield server.start()
        server.thaw()
        server.kill()


@pytest.fixture(scope="module")
def recording(server):
    """What the speakers of the server play."""
    return server.record()


@pytest.fixture(**on_each_server)
def troubled(request, tmp_path, monkeypatch):
    """A sound server that the test starts, and does to it what it likes."""
    server = request.param(tmp_path)
    live_with(server, monkeypatch)
    yield server
    server.thaw()
    server.kill()


def live_with(server, patch):
    """Let this process find this server and no other."""
    require(*server.TOOLS)
    for name in set(os.environ) - set(server.environment):
        patch.delenv(name)
    for name, value in server.environment.items():
        patch.setenv(name, value)
