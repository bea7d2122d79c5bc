import os
from pathlib import Path

import pytest

from alarmclock import resources
from alarmclock.core.errors import Invalid
from alarmclock.desktop.sound import decode
from alarmclock.desktop.sound.clip import RATE

FILES = Path(__file__).parent / "files"


def refusal(sound):
    """Give the sentence with which a sound is refused."""
    with pytest.raises(Invalid) as caught:
        decode.load(str(sound))
    assert caught.value.field == "sound"
    return str(caught.value)


@pytest.mark.parametrize("sound", [sound.id for sound in resources.sounds()])
def test_every_bundled_sound_is_decoded(sound):
    """Each sound that comes with the program can be played."""
    assert decode.load(sound).frames > RATE


@pytest.mark.parametrize("name", ["tone.flac", "tone.mp3", "tone.ogg", "untagged.mp3"])
def test_compressed_files_are_decoded_to_their_own_length(name):
    """They become 0.4 s of stereo at 44.1 kHz, without the silence that a codec adds."""
    assert decode.load(str(FILES / name)).frames == pytest.approx(0.4 * RATE, abs=100)


def test_a_pause_in_an_mp3_is_kept(monkeypatch):
    """No more is cut off than an encoder adds."""
    monkeypatch.setattr(decode, "PADDING_FRAMES", 100)
    whole = decode.load(str(FILES / "untagged.mp3")).frames
    monkeypatch.setattr(decode, "PADDING_FRAMES", 0)
    assert decode.load(str(FILES / "untagged.mp3")).frames == whole + 200


def test_a_pause_in_a_wav_is_kept(write_wav):
    """What a person made silent is meant."""
    samples = [0] * 1000 + [9_000, -9_000] * 5000 + [0] * 1000
    assert decode.load(str(write_wav(samples=samples))).frames == 12_000


def test_a_mono_wav_is_decoded_to_both_sides(write_wav):
    """A mono WAV sounds on both sides alike, at its own level."""
    samples = decode.load(str(write_wav(level=0.5))).samples
    assert samples[0::2] == samples[1::2]
    assert max(samples) == pytest.approx(16_384, abs=20)


def test_the_content_counts_and_not_the_name(write_wav):
    """A WAV that is called MP3 is played all the same."""
    assert decode.load(str(write_wav("wrong.mp3"))).frames == RATE // 2


def test_a_long_file_is_cut(write_wav, monkeypatch):
    """A file that is longer than a ring needs is decoded up to the limit only."""
    monkeypatch.setattr(decode, "LONGEST_FRAMES", RATE // 4)
    assert decode.load(str(write_wav())).frames == RATE // 4


def test_a_sound_that_begins_silently_is_no_silence(write_wav):
    """A long pause before the first tone is no reason to refuse a file."""
    samples = [0] * RATE * 3 + [9_000, -9_000] * 500
    assert decode.load(str(write_wav(samples=samples))).frames == RATE * 3 + 1000


def test_an_unknown_name_is_refused():
    """A bundled sound that there is not is named in the refusal."""
    assert "foghorn" in refusal("foghorn")


def test_a_missing_file_is_refused(tmp_path):
    """A file that was moved away is said not to exist."""
    assert refusal(tmp_path / "gone.mp3").endswith("gone.mp3 does not exist.")


def test_a_folder_is_refused(tmp_path):
    """A folder is refused as one."""
    assert "is a folder" in refusal(tmp_path)


def test_an_empty_file_is_refused(tmp_path):
    """A file of no bytes is said to be empty."""
    (tmp_path / "nothing.wav").touch()
    assert refusal(tmp_path / "nothing.wav") == "The sound file nothing.wav is empty."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_at_once(tmp_path):
    """A named pipe, on which reading would wait for ever, is no sound file."""
    os.mkfifo(tmp_path / "pipe.wav")
    assert refusal(tmp_path / "pipe.wav").endswith("pipe.wav is not a sound file.")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"Dear diary, today I overslept again.\n" * 200, id="text"),
        pytest.param(bytes(range(256)) * 200, id="bytes"),
        pytest.param(bytes(50_000), id="zeros"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, id="picture"),
        pytest.param(b"RIFF\x10\x00\x00\x00WAVE", id="header only"),
    ],
)
def test_a_file_that_is_no_sound_is_refused(tmp_path, content):
    """Anything else in a file called .mp3 is refused, and the known kinds are named."""
    (tmp_path / "notes.mp3").write_bytes(content)
    assert refusal(tmp_path / "notes.mp3") == (
        "notes.mp3 is not a sound file of a known kind. Choose WAV, FLAC, MP3 or Ogg Vorbis."
    )


def test_silence_is_refused(write_wav):
    """A file in which nothing can be heard would wake nobody."""
    assert "is silent" in refusal(write_wav(level=0.005))


def test_a_click_is_refused(write_wav):
    """A file of some milliseconds is too short to be heard."""
    assert "too short" in refusal(write_wav(frames=200))


@pytest.mark.parametrize(
    "name", [pytest.param("loop", id="link to itself"), pytest.param("a\0b", id="impossible name")]
)
def test_an_unreadable_file_is_refused(tmp_path, name):
    """What the system can't open is said to be unreadable."""
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert refusal(f"{tmp_path}/{name}").endswith("can't be read.")


def test_a_name_that_is_no_text_is_refused_in_one_that_is(tmp_path):
    """The sentence can be shown and kept, although the name of the file can not."""
    name = os.fsdecode(b"\xe4lter.wav")
    (tmp_path / name).write_bytes(b"RIFF")
    assert refusal(tmp_path / name).endswith("?lter.wav can't be read.")
