from alarmclock.desktop.sound.clip import RATE, beep


def test_the_beep_can_be_heard_and_has_a_pause():
    """The beep of last resort is loud in its first half and silent in its second."""
    clip = beep()
    assert max(clip.samples[: len(clip.samples) // 2]) > 15_000
    assert not any(clip.samples[len(clip.samples) // 2 :])


def test_frames_and_size_count_both_channels():
    """Half a second is 22,050 frames of four bytes."""
    clip = beep()
    assert clip.frames == RATE // 2
    assert clip.size == clip.frames * 4
