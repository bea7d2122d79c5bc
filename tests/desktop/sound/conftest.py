"""Fake devices and a fake time for the sound, and a real PulseAudio whose speakers are recorded."""

import math
import os
import shutil
import subprocess
import threading
import time
import wave
from array import array

import pytest

from alarmclock.desktop.sound.hardware import NoDevice

RATE = 44_100


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
        self.opened = []
        self.tried = []

    def backends(self):
        """Name what was put in ``present``."""
        return list(self.present)

    def devices(self, backend):
        """Name the devices of a back end that are no default."""
        return [name for name in self.present[backend] if name is not None]

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


class Pulse:
    """A PulseAudio server of our own, whose speakers are recorded and not heard."""

    def __init__(self, folder):
        self.folder = folder
        self.server = None
        self.recorder = None

    def start(self):
        """Start the server and wait until it answers."""
        arguments = ["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
        # Without rewinds the sink plays short blocks from the start, not one of two seconds.
        sink = "module-null-sink sink_name=out norewinds=1"
        modules = ["module-native-protocol-unix auth-anonymous=1", sink]
        loads = [word for module in modules for word in ("-L", module)]
        self.server = subprocess.Popen(
            ["pulseaudio", *arguments, *loads], stderr=subprocess.DEVNULL, env=os.environ
        )
        eventually(self._answers, "PulseAudio does not start")
        return self

    def record(self):
        """Record the speakers from now on."""
        file = self.folder / f"recording-{time.monotonic_ns()}.raw"
        with file.open("wb") as stream:
            form = ["--raw", "--format=s16le", f"--rate={RATE}", "--channels=1"]
            self.recorder = subprocess.Popen(
                ["parec", "-d", "out.monitor", "--latency-msec=10", *form],
                stdout=stream,
                stderr=subprocess.DEVNULL,
            )
        recording = Recording(file)
        recording.wait_until_it_flows()
        return recording

    def kill(self):
        """End the server and the recorder without warning."""
        for process in (self.recorder, self.server):
            if process is not None:
                process.kill()
                process.wait()
        self.recorder = self.server = None

    def _answers(self):
        return subprocess.run(["pactl", "info"], capture_output=True, check=False).returncode == 0


class Recording:
    """What came out of the speakers, one sample a frame."""

    BLOCK = RATE // 200
    LOUD = 300

    def __init__(self, file):
        self.file = file
        self.server = None

    def length(self):
        """Count the samples recorded so far."""
        return self.file.stat().st_size // 2

    def samples(self, start=0, end=None):
        """Give what was recorded between two places."""
        end = self.length() if end is None else end
        with self.file.open("rb") as stream:
            stream.seek(start * 2)
            content = stream.read((end - start) * 2)
        return array("h", content[: len(content) // 2 * 2])

    def loud_blocks(self, start=0):
        """List where the blocks of 5 ms begin that can be heard."""
        samples = self.samples(start)
        return [
            start + place
            for place in range(0, len(samples) - self.BLOCK + 1, self.BLOCK)
            if rms(samples[place : place + self.BLOCK]) > self.LOUD
        ]

    def is_loud_now(self):
        """Tell whether the last 50 ms can be heard."""
        return rms(self.samples(max(self.length() - RATE // 20, 0))) > self.LOUD

    def wait_for(self, seconds):
        """Wait until so much more is recorded."""
        wanted = self.length() + round(seconds * RATE)
        eventually(lambda: self.length() >= wanted, "nothing is recorded", seconds + 3)

    def wait_until_it_flows(self):
        """The sink and the recorder need a moment until they run evenly."""
        eventually(lambda: self.length() > 0, "nothing is recorded")
        for _ in range(3):
            self.wait_for(0.03)


def rms(samples):
    """Give the loudness of samples."""
    if not samples:
        return 0.0
    return math.sqrt(sum(sample * sample for sample in samples) / len(samples))


def eventually(condition, otherwise, within_s=5.0):
    """Wait for a condition that something real fulfils."""
    end_s = time.monotonic() + within_s
    while not condition():
        assert time.monotonic() < end_s, otherwise
        time.sleep(0.005)


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


@pytest.fixture(scope="module")
def pulse_folder(tmp_path_factory):
    """A place of our own for a PulseAudio server, which is where our player looks for one."""
    missing = [name for name in ("pulseaudio", "parec", "pactl") if shutil.which(name) is None]
    if missing and os.environ.get("CI") == "true":
        pytest.fail(f"{missing} must be installed")
    if missing:
        pytest.skip(f"{missing} is not installed")
    folder = tmp_path_factory.mktemp("pulse")
    folder.chmod(0o700)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", str(folder))
        patch.setenv("HOME", str(folder))
        patch.delenv("PULSE_SERVER", raising=False)
        yield folder


@pytest.fixture(scope="module")
def recording(pulse_folder):
    """A server that runs all the time, and what its speakers play."""
    pulse = Pulse(pulse_folder).start()
    recording = pulse.record()
    recording.server = pulse.server
    yield recording
    pulse.kill()


@pytest.fixture
def pulse(tmp_path, pulse_folder, monkeypatch):
    """A server that the test starts and kills."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    tmp_path.chmod(0o700)
    pulse = Pulse(tmp_path)
    yield pulse
    pulse.kill()
