import threading

import pytest

from alarmclock.core.errors import Invalid
from alarmclock.core.ring_settings import DEFAULT_SOUND
from alarmclock.desktop.sound import shelf as shelf_module
from alarmclock.desktop.sound.decode import load
from alarmclock.desktop.sound.shelf import Shelf


@pytest.fixture
def shelf():
    """An empty shelf."""
    return Shelf()


def test_a_sound_is_decoded_once(shelf, write_wav):
    """The second time the same clip is given."""
    path = str(write_wav())
    assert shelf.take(path) is shelf.take(path)


def test_a_file_that_changed_is_decoded_anew(shelf, write_wav):
    """Another content under the same name is another clip."""
    before = shelf.take(str(write_wav(frames=10_000)))
    after = shelf.take(str(write_wav(frames=20_000)))
    assert (before.frames, after.frames) == (10_000, 20_000)


def test_a_file_that_went_away_is_refused_although_it_was_decoded(shelf, write_wav):
    """What can't be played after the next start is not said to be good now."""
    path = write_wav()
    shelf.take(str(path))
    path.unlink()
    with pytest.raises(Invalid):
        shelf.take(str(path))


def test_wanted_by_several_at_once_it_is_decoded_once(shelf, write_wav, monkeypatch, eventually):
    """A long file that is saved, made ready and rung at the same time costs its time once."""
    decoded, taken, go = [], [], threading.Event()

    def load_slowly(sound):
        decoded.append(sound)
        go.wait(5)
        return load(sound)

    monkeypatch.setattr(shelf_module, "load", load_slowly)
    path = str(write_wav())
    threads = [threading.Thread(target=lambda: taken.append(shelf.take(path))) for _ in range(4)]
    for thread in threads:
        thread.start()
    eventually(lambda: decoded, "nobody decodes it")
    go.set()
    for thread in threads:
        thread.join()
    assert decoded == [path]
    assert len({id(clip) for clip in taken}) == 1


def test_each_who_waits_for_a_bad_file_is_refused(shelf, tmp_path):
    """One refusal does not keep the next one from being told."""
    (tmp_path / "notes.mp3").write_bytes(b"Dear diary. " * 200)
    for _ in range(2):
        with pytest.raises(Invalid):
            shelf.take(str(tmp_path / "notes.mp3"))


def test_the_sound_unused_longest_goes_first(shelf, write_wav, monkeypatch):
    """With room for two clips, the one that was used last but two is decoded anew."""
    monkeypatch.setattr(shelf_module, "MOST_CLIPS", 2)
    paths = [str(write_wav(f"{name}.wav")) for name in "abc"]
    first, second = shelf.take(paths[0]), shelf.take(paths[1])
    shelf.take(paths[0])
    shelf.take(paths[2])
    assert shelf.take(paths[0]) is first
    assert shelf.take(paths[1]) is not second


def test_large_clips_make_room(shelf, write_wav, monkeypatch):
    """The memory of all clips together is limited, but the latest is always kept."""
    monkeypatch.setattr(shelf_module, "MOST_BYTES", 1000)
    one, two = str(write_wav("one.wav")), str(write_wav("two.wav"))
    first, second = shelf.take(one), shelf.take(two)
    assert shelf.take(two) is second
    assert shelf.take(one) is not first


def test_a_good_sound_comes_without_a_note(shelf, write_wav):
    """Nothing is said about a sound that can be played."""
    assert shelf.take_or_replace(str(write_wav()))[1] == ""


def test_a_bad_sound_is_replaced_by_the_default_one(shelf, tmp_path):
    """A missing file rings with the default sound, and the note says both."""
    clip, note = shelf.take_or_replace(str(tmp_path / "gone.wav"))
    assert clip is shelf.take(DEFAULT_SOUND)
    assert note.endswith("gone.wav does not exist. It rings with the default sound instead.")


def test_without_the_default_sound_it_beeps(shelf, monkeypatch):
    """When not even the default sound can be read, a beep is left."""
    monkeypatch.setattr(shelf_module, "DEFAULT_SOUND", "not-installed")
    clip, note = shelf.take_or_replace("foghorn")
    assert max(clip.samples) > 15_000
    assert note.endswith("It rings with a beep instead.")
