from array import array
from itertools import pairwise

import pytest

from alarmclock.desktop.sound.clip import CHANNELS, Clip
from alarmclock.desktop.sound.voice import FADE_FRAMES, GRAIN_FRAMES, Voice


def make_clip(frames=1000, height=None):
    """Make a clip of one height, or one in which every frame differs."""
    heights = [height if height is not None else frame % 997 for frame in range(frames)]
    return Clip(array("h", [one for one in heights for _ in range(CHANNELS)]))


def left(samples):
    """Give the left side."""
    return list(samples[::CHANNELS])


@pytest.mark.parametrize("block", [1, 7, 256, 999, 1000, 1001, 3333])
def test_it_loops_without_a_gap(block):
    """Whatever the size of the blocks, the clip follows upon itself sample by sample."""
    clip = make_clip()
    voice = Voice(clip, 1.0)
    samples = array("h")
    while len(samples) < 5 * len(clip.samples):
        samples.extend(voice.render(block))
    expected = clip.samples * (len(samples) // len(clip.samples) + 1)
    assert samples == expected[: len(samples)]


def test_the_gain_scales_every_sample():
    """A quarter of the gain is a quarter of the height, on both sides of zero."""
    assert left(Voice(make_clip(height=20_000), 0.25).render(3)) == [5000] * 3
    assert left(Voice(make_clip(height=-20_000), 0.25).render(3)) == [-5000] * 3


def test_a_rise_never_falls_and_reaches_the_volume():
    """Each sample of a rise is at least as loud as the one before, up to the gain asked for."""
    rise = GRAIN_FRAMES * 50
    heights = left(Voice(make_clip(height=30_000), 0.5, rise).render(rise + 100))
    assert heights == sorted(heights)
    assert heights[0] < 300
    assert heights[rise:] == [15_000] * 100


def test_a_rise_steps_softly():
    """A rise of a second has no step that could be heard as a click."""
    heights = left(Voice(make_clip(height=30_000), 1.0, 44_100).render(44_100))
    steps = [after / before for before, after in pairwise(heights)]
    assert max(steps) < 1.03


def test_leaving_fades_and_is_over():
    """It becomes silent softly, within the length of the fade, and then is over."""
    voice = Voice(make_clip(height=30_000), 1.0)
    voice.render(10)
    voice.leave()
    heights = left(voice.render(FADE_FRAMES + 10))
    assert heights == sorted(heights, reverse=True)
    assert heights[0] == 30_000
    assert heights[-10:] == [0] * 10
    assert voice.is_over


def test_a_fade_goes_on_over_blocks():
    """Small blocks fade as one large block does."""
    whole, pieces = (Voice(make_clip(height=30_000), 1.0) for _ in range(2))
    whole.leave()
    pieces.leave()
    parts = [height for _ in range(10) for height in left(pieces.render(100))]
    assert parts == left(whole.render(1000))


def test_a_voice_that_was_not_told_to_leave_goes_on():
    """A ring has no length of its own."""
    voice = Voice(make_clip(), 1.0)
    voice.render(100_000)
    assert not voice.is_over


def test_a_length_ends_it():
    """A preview is over after its length and a fade."""
    voice = Voice(make_clip(), 1.0, length_frames=1000)
    voice.render(500)
    assert not voice.is_over
    voice.render(500 + FADE_FRAMES)
    assert voice.is_over
