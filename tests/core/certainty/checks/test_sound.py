"""The sound of an alarm: playable, or what is heard instead."""

from alarmclock.core.certainty.checks.sound import check_sound
from alarmclock.core.certainty.verdict import Grade, Mend
from alarmclock.core.ring_settings import DEFAULT_SOUND

GONE = {"/music/song.mp3": "The sound file /music/song.mp3 does not exist."}


def test_a_sound_that_cannot_be_used_is_told_with_what_is_heard_instead():
    """Another one can be chosen."""
    (reason,) = check_sound("/music/song.mp3", GONE, is_checked=True)
    assert (reason.grade, reason.mend) == (Grade.WARNING, Mend.CHOOSE_SOUND)
    assert reason.sentence == (
        "The sound file /music/song.mp3 does not exist. It would ring with the default sound."
    )


def test_instead_of_the_default_sound_a_beep_is_heard():
    """There is nothing else then."""
    (reason,) = check_sound(DEFAULT_SOUND, {DEFAULT_SOUND: "It is gone."}, is_checked=True)
    assert reason.sentence == "It is gone. It would ring with a beep."


def test_a_sound_is_good_only_when_it_was_looked_at():
    """Nobody claims what was not checked."""
    (reason,) = check_sound("bells", GONE, is_checked=True)
    assert (reason.grade, reason.sentence) == (Grade.GOOD, "The chosen sound can be played.")
    assert list(check_sound("bells", GONE, is_checked=False)) == []


def test_a_file_that_was_not_looked_at_is_not_known_to_be_good():
    """Our own sounds are; a file of one's own may be anything."""
    (reason,) = check_sound("/music/other.mp3", GONE, is_checked=False)
    assert (reason.grade, reason.is_known, reason.mend) == (Grade.GOOD, False, None)
    assert "was not looked at yet" in reason.sentence
