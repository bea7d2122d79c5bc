"""The real engine on a real sound server, judged by what its speakers play."""

import contextlib
import os
import signal
import time
from array import array
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from alarmclock.core.player import NO_RISE, Condition, sounding_on
from alarmclock.desktop.sound.devices import MiniaudioHardware
from alarmclock.desktop.sound.engine import SoundEngine
from alarmclock.desktop.sound.hardware import NoDevice, Spot, spots
from alarmclock.desktop.sound.patience import PatientHardware
from tests.sound_servers import SPEAKERS

RATE = 44_100
STOP_S = 0.1
LITTLE_PATIENCE_S = 0.3


@pytest.fixture
def engine():
    """The engine as the program has it."""
    engine = SoundEngine()
    yield engine
    engine.close()


@pytest.fixture
def tone(write_wav):
    """Half a second of a tone that fits into it without a step."""
    return str(write_wav(hertz=440))


def hear(recording, eventually, within_s=3.0):
    """Wait until something is heard."""
    eventually(recording.is_loud_now, "nothing is heard", within_s)


def test_sound_starts_soon_and_loops_without_a_gap(engine, recording, tone):
    """It is heard within 150 ms of the ring, and then without a gap of 5 ms."""
    engine.prepare(tone)
    start = recording.length()
    engine.play("gym", tone, 80, NO_RISE)
    recording.wait_for(1.5)
    loud = recording.loud_blocks(start)
    assert (loud[0] - start) / RATE < 0.15
    gaps = [after - before for before, after in pairwise(loud)]
    assert set(gaps) == {recording.BLOCK}
    assert engine.status == sounding_on(SPEAKERS)


def test_stop_is_silent_within_a_tenth_of_a_second(engine, recording, tone, eventually):
    """After Stop nothing is heard any more."""
    engine.play("gym", tone, 80, NO_RISE)
    hear(recording, eventually)
    stopped = recording.length()
    engine.stop("gym")
    recording.wait_for(0.4)
    last = max(recording.loud_blocks(stopped), default=stopped) + recording.BLOCK
    assert (last - stopped) / RATE < STOP_S


def test_of_two_voices_one_stopped_leaves_the_other(engine, recording, write_wav, rms, eventually):
    """The loud alarm is stopped, the soft one goes on at its own loudness."""
    engine.play("loud", str(write_wav("loud.wav", level=0.8)), 100, NO_RISE)
    engine.play("soft", str(write_wav("soft.wav", level=0.2)), 100, NO_RISE)
    hear(recording, eventually)
    recording.wait_for(0.3)
    both = rms(recording.samples(recording.length() - RATE // 10))
    engine.stop("loud")
    recording.wait_for(0.3)
    one = rms(recording.samples(recording.length() - RATE // 10))
    assert one == pytest.approx(0.2 * 32_767 / 2**0.5, rel=0.1)
    assert both > 3 * one


def test_a_rise_becomes_louder(engine, recording, tone, rms, eventually):
    """Each quarter of a second of the rise is louder than the one before."""
    engine.play("gym", tone, 100, timedelta(seconds=1.5))
    hear(recording, eventually)
    recording.wait_for(1.2)
    end = recording.length()
    quarters = [end - RATE // 4 * quarter for quarter in range(4, -1, -1)]
    levels = [rms(recording.samples(start, stop)) for start, stop in pairwise(quarters)]
    assert levels == sorted(levels)
    assert levels[-1] > 4 * levels[0]


def test_a_server_that_comes_after_the_ring_is_heard(engine, pulse, tone, eventually):
    """With no server at first the status says so; started later, it plays the ring."""
    engine.play("gym", tone, 80, NO_RISE)
    eventually(lambda: engine.status.is_silent, "it does not say that it is silent")
    recording = pulse.start().record()
    hear(recording, eventually)


def test_a_server_that_is_killed_and_started_is_heard_again(engine, pulse, tone, eventually):
    """The ring is heard again within three seconds of the restart."""
    pulse.start()
    engine.play("gym", tone, 80, NO_RISE)
    hear(pulse.record(), eventually)
    pulse.kill()
    pulse.start()
    started_at_s = time.monotonic()
    hear(pulse.record(), eventually)
    assert time.monotonic() - started_at_s < 3


def test_a_server_that_hangs_is_heard_once_it_answers(recording, tone, eventually):
    """While it hangs the status says that nothing is heard, and nobody waits; then it rings on."""
    engine = SoundEngine(lambda: PatientHardware(MiniaudioHardware(), LITTLE_PATIENCE_S))
    engine.play("gym", tone, 80, NO_RISE)
    hear(recording, eventually)
    os.kill(recording.server.pid, signal.SIGSTOP)
    try:
        eventually(lambda: engine.status.is_silent, "it does not say that it is silent")
    finally:
        os.kill(recording.server.pid, signal.SIGCONT)
    eventually(lambda: engine.status.condition is Condition.SOUNDING, "it does not ring on")
    hear(recording, eventually)
    engine.close()


def test_opening_again_and_again_leaves_no_file_open(recording):
    """Each device that is closed gives all of its files back."""
    hardware = MiniaudioHardware()
    counts = []
    for _ in range(5):
        hardware.open(Spot("PULSEAUDIO"), lambda frames: bytes(frames * 4)).close()
        counts.append(len(list(Path("/proc/self/fd").iterdir())))
    assert counts[0] == counts[-1]


def test_a_device_is_opened_by_its_name(recording, eventually):
    """A device other than the default plays what it is given."""
    hardware = MiniaudioHardware()
    (name,) = hardware.devices("PULSEAUDIO")
    loud = array("h", [12_000, 12_000] * 20 + [-12_000, -12_000] * 20).tobytes()
    device = hardware.open(Spot("PULSEAUDIO", name), lambda frames: (loud * frames)[: frames * 4])
    hear(recording, eventually)
    device.close()


def test_a_device_that_is_not_there_is_told_as_such(recording):
    """A name that no device has is no device."""
    with pytest.raises(NoDevice):
        MiniaudioHardware().open(Spot("PULSEAUDIO", "Gramophone"), bytes)


def test_the_program_prints_nothing_where_there_is_no_device(tmp_path, monkeypatch, capfd):
    """Trying every place without a sound server leaves stderr clean."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nobody")
    hardware = MiniaudioHardware()
    for spot in spots(hardware):
        with contextlib.suppress(NoDevice):
            hardware.open(spot, lambda frames: bytes(frames * 4)).close()
    assert capfd.readouterr() == ("", "")
