import itertools
import math
from array import array

import miniaudio
import pytest

from alarmclock import resources
from tests.tools.loudness import decibels, loudness_lufs, true_peak

RATE = 44100
FULL_SCALE = 32768


@pytest.fixture(scope="module", params=[sound.id for sound in resources.sounds()])
def samples(request) -> array:
    """One bundled sound as the program will hear it, between -1 and 1."""
    encoded = resources.sound(request.param).path.read_bytes()
    format_ = miniaudio.SampleFormat.SIGNED16
    decoded = miniaudio.decode(encoded, output_format=format_, nchannels=1, sample_rate=RATE)
    return array("d", (sample / FULL_SCALE for sample in decoded.samples))


def test_sound_is_long_enough_to_loop(samples):
    """A loop lasts some seconds, so that it does not nag by repetition."""
    assert 6 <= len(samples) / RATE <= 12


def test_sound_is_as_loud_as_the_others(samples):
    """Changing the sound does not change how loud the alarm is."""
    assert loudness_lufs(samples, RATE) == pytest.approx(-16, abs=1)


def test_sound_does_not_clip(samples):
    """Even between its samples a sound stays a decibel below full scale."""
    assert decibels(true_peak(samples)) <= -1


def test_sound_loops_without_a_click(samples):
    """The step from the end to the start is no larger than the steps within, nor is its bend."""
    steps = [after - before for before, after in itertools.pairwise(samples)]
    usual_step = sorted(map(abs, steps))[int(len(steps) * 0.99)]
    seam = samples[0] - samples[-1]
    assert abs(seam) <= usual_step
    assert abs(seam - steps[-1]) <= usual_step


def test_sound_never_pauses_for_long(samples):
    """No second of a loop is silent."""
    seconds = [samples[start : start + RATE] for start in range(0, len(samples) - RATE + 1, RATE)]
    quietest = min(math.sqrt(sum(x * x for x in second) / RATE) for second in seconds)
    assert decibels(quietest) > -40


def test_loudness_of_the_reference_tone():
    """A full-scale sine of 997 Hz in one channel measures -3.01 LUFS, as the standard says."""
    tone = [math.sin(2 * math.pi * 997 * n / RATE) for n in range(RATE)]
    assert loudness_lufs(tone, RATE) == pytest.approx(-3.01, abs=0.05)


def test_true_peak_is_found_between_samples():
    """A sine sampled beside its crests still shows its height."""
    tone = [math.sin(math.pi / 4 + math.pi / 2 * n) for n in range(400)]
    assert decibels(true_peak(tone)) == pytest.approx(0, abs=0.3)
