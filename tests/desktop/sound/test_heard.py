"""The real engine on real sound servers, judged by what their speakers play."""

import math
import threading
import time
from array import array
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from alarmclock.core.player import NO_RISE, sounding_on
from alarmclock.desktop.sound.devices import MiniaudioHardware
from alarmclock.desktop.sound.engine import SoundEngine
from alarmclock.desktop.sound.hardware import NoDevice, Spot
from alarmclock.desktop.sound.loudness import RISE_DECIBELS
from tests.sound_servers import SPEAKERS

RATE = 44_100
FILES = Path(__file__).parent / "files"
START_S = 0.15
STOP_S = 0.1
# What is asked of a ring while the window does not answer.
BLOCKED_S = 4.0
RING_AT_S = 1.0
HEARD_BY_S = 1.5


@pytest.fixture
def engine(recording, eventually):
    """The engine as the program has it, on speakers that play nothing else."""
    eventually(lambda: not recording.is_loud_now(), "the test before is still heard")
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


def decibels(samples, rms):
    """Give the loudness of samples as the ear counts."""
    return 20 * math.log10(max(rms(samples), 1))


@pytest.mark.parametrize("is_ready", [False, True], ids=["cold", "ready"])
def test_sound_starts_within_150_ms(engine, recording, tone, eventually, is_ready):
    """Also when nothing was made ready: only the sound was decoded when the alarm was saved."""
    engine.prepare(tone)
    if is_ready:
        engine.get_ready(tone)
        eventually(engine.probe, "the device is not ready")
    start = recording.length()
    engine.play("gym", tone, 80, NO_RISE)
    hear(recording, eventually)
    assert (recording.loud_blocks(start)[0] - start) / RATE < START_S


@pytest.mark.parametrize("name", ["tone.wav", "tone.flac", "tone.mp3", "tone.ogg", "untagged.mp3"])
def test_it_loops_without_a_gap(engine, recording, tone, eventually, name):
    """For three rounds no 5 ms are silent, whatever kind the file is of."""
    engine.play("gym", tone if name == "tone.wav" else str(FILES / name), 80, NO_RISE)
    hear(recording, eventually)
    recording.wait_for(1.3)
    loud = recording.loud_blocks(recording.length() - round(1.3 * RATE))
    assert {after - before for before, after in pairwise(loud)} == {recording.BLOCK}
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


def test_a_rise_sounds_even(engine, recording, write_wav, rms, eventually):
    """Each quarter of a second is louder by the same number of decibels, up to the volume."""
    start = recording.length()
    engine.play("gym", str(write_wav(level=0.9)), 100, timedelta(seconds=2))
    hear(recording, eventually)
    begin = recording.loud_blocks(start)[0]
    recording.wait_for(2.5)
    places = range(begin, begin + round(2.5 * RATE), RATE // 4)
    levels = [decibels(recording.samples(start, stop), rms) for start, stop in pairwise(places)]
    steps = [after - before for before, after in pairwise(levels)]
    assert steps[:6] == pytest.approx([RISE_DECIBELS / 8] * 6, abs=0.5)
    assert levels[-1] == pytest.approx(20 * math.log10(0.9 * 32_767 / 2**0.5), abs=0.2)


def test_it_rings_while_the_window_does_not_answer(engine, recording, tone):
    """The main thread is stuck for four seconds, and another thread rings meanwhile."""
    heard_after_s = []

    def ring():
        time.sleep(RING_AT_S)
        engine.play("gym", tone, 80, NO_RISE)

    start = recording.length()
    guard = threading.Thread(target=ring)
    guard.start()
    time.sleep(BLOCKED_S)
    guard.join()
    heard_after_s = [(block - start) / RATE for block in recording.loud_blocks(start)]
    assert RING_AT_S - 0.2 < heard_after_s[0] < HEARD_BY_S
    assert heard_after_s[-1] > BLOCKED_S - 0.3


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


def test_the_default_is_named(recording):
    """People are told on which device it plays."""
    assert MiniaudioHardware().default("PULSEAUDIO") == SPEAKERS
