from array import array

import pytest

from alarmclock.desktop.sound.clip import CHANNELS, FRAME_BYTES, Clip
from alarmclock.desktop.sound.mixer import Mixer
from alarmclock.desktop.sound.voice import FADE_FRAMES, Voice


def flat_voice(height):
    """Make a voice of one sample for ever."""
    return Voice(Clip(array("h", [height] * CHANNELS * 100)), 1.0)


def heights(mixer, frames=10):
    """Give the different samples of the next frames."""
    return set(array("h", mixer.render(frames)))


@pytest.fixture
def mixer():
    """A mixer without voices."""
    return Mixer()


@pytest.mark.parametrize("frames", [0, 1, 441])
def test_without_voices_it_is_silent(mixer, frames):
    """It always gives as many frames as are asked for."""
    assert mixer.render(frames) == bytes(frames * FRAME_BYTES)


@pytest.mark.parametrize("count", [1, 2])
def test_no_frames_are_no_bytes(mixer, count):
    """Asked for nothing it gives nothing, and does not fail."""
    for name in "ab"[:count]:
        mixer.add(name, flat_voice(100))
    assert mixer.render(0) == b""


def test_two_voices_are_heard_together(mixer):
    """The samples of two voices are added."""
    mixer.add("tea", flat_voice(1000))
    mixer.add("gym", flat_voice(200))
    assert heights(mixer) == {1200}


def test_one_stopped_leaves_the_other(mixer):
    """After the fade of the one, only the other is heard."""
    mixer.add("tea", flat_voice(1000))
    mixer.add("gym", flat_voice(200))
    mixer.stop("tea")
    mixer.render(FADE_FRAMES)
    assert heights(mixer) == {200}
    assert mixer.voice_ids == {"gym"}


def test_stopped_before_its_first_frame_it_is_never_heard(mixer):
    """There is nothing to fade out of."""
    mixer.add("tea", flat_voice(1000))
    mixer.stop("tea")
    assert heights(mixer) == {0}


def test_stopped_it_is_silent_after_the_fade(mixer):
    """Nothing is heard once the fade is over."""
    mixer.add("tea", flat_voice(1000))
    mixer.render(1)
    mixer.stop("tea")
    mixer.render(FADE_FRAMES)
    assert heights(mixer) == {0}


def test_stopping_what_does_not_sound_is_harmless(mixer):
    """An unknown voice is no error."""
    mixer.stop("nobody")
    assert heights(mixer) == {0}


def test_a_voice_replaces_its_namesake(mixer):
    """The same name sounds once, with the sound given last."""
    mixer.add("tea", flat_voice(1000))
    mixer.add("tea", flat_voice(300))
    mixer.render(FADE_FRAMES)
    assert heights(mixer) == {300}


def test_a_voice_at_its_end_is_forgotten(mixer):
    """A preview that is over no longer counts as sounding."""
    mixer.add("preview", Voice(Clip(array("h", [500] * 200)), 1.0, length_frames=100))
    mixer.render(100 + FADE_FRAMES)
    assert mixer.voice_ids == frozenset()


def test_clear_is_silent_at_once(mixer):
    """Nothing is left, not even a fade."""
    mixer.add("tea", flat_voice(1000))
    mixer.stop("tea")
    mixer.add("gym", flat_voice(1000))
    mixer.clear()
    assert heights(mixer) == {0}


@pytest.mark.parametrize("height", [32_767, -32_768], ids=["above", "below"])
def test_loud_voices_are_turned_down_rather_than_cut_off(mixer, height):
    """Three voices at full height stay within sixteen bits and keep their shape."""
    for name in "abc":
        mixer.add(name, Voice(Clip(array("h", [height, height // 2] * 100)), 1.0))
    low, high = sorted(heights(mixer), key=abs)
    assert 32_000 < abs(high) <= 32_767
    assert high / low == pytest.approx(2, rel=0.01)


def test_the_guard_lets_go_slowly(mixer):
    """After loud voices the rest comes back to its own height, without a jump."""
    for name in "ab":
        mixer.add(name, flat_voice(30_000))
    mixer.render(441)
    mixer.stop("a")
    mixer.stop("b")
    mixer.add("soft", flat_voice(5_000))
    mixer.add("softer", flat_voice(0))
    mixer.render(FADE_FRAMES)
    after = [max(heights(mixer, 4410)) for _ in range(10)]
    assert after == sorted(after)
    assert after[0] < 5_000
    assert after[-1] == 5_000
