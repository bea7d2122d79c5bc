import errno
import os
import shutil
import threading
from pathlib import Path

import pytest

from alarmclock.core.errors import Invalid
from alarmclock.desktop.sound.own_files import UNFINISHED, OwnFiles

LARGE = 50 * 1024 * 1024


@pytest.fixture
def folder(tmp_path):
    """Where the copies go; it does not exist yet."""
    return tmp_path / "kept" / "sounds"


@pytest.fixture
def own(folder):
    """The copies of a new person."""
    return OwnFiles(folder)


def names(folder):
    """Name what is in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_copied_under_its_name(own, folder, write_wav):
    """The copy is what the alarm plays, and has the same content."""
    source = write_wav("Morning Song.wav")
    copy = Path(own.adopt(str(source)))
    assert copy == folder / "Morning Song.wav"
    assert copy.read_bytes() == source.read_bytes()


def test_a_moved_file_silences_nothing(own, write_wav):
    """Once it was adopted, the file of the person may go away."""
    source = write_wav()
    copy = own.adopt(str(source))
    source.unlink()
    assert Path(copy).is_file()


def test_only_the_owner_may_read_the_copy(own, folder, write_wav):
    """What a person listens to is nobody else's business."""
    copy = Path(own.adopt(str(write_wav())))
    assert copy.stat().st_mode & 0o077 == 0
    assert folder.stat().st_mode & 0o077 == 0


def test_a_bundled_sound_stays_as_it_is(own, folder):
    """The name of a sound that comes with the program is given back."""
    assert own.adopt("bells") == "bells"
    assert not folder.exists()


def test_a_copy_is_not_copied_again(own, folder, write_wav):
    """An alarm that is saved again keeps its file."""
    copy = own.adopt(str(write_wav()))
    assert own.adopt(copy) == copy
    assert len(names(folder)) == 1


def test_the_same_content_is_kept_once(own, folder, write_wav):
    """Also under another name."""
    first = own.adopt(str(write_wav("one.wav")))
    assert own.adopt(str(write_wav("two.wav"))) == first
    assert names(folder) == ["one.wav"]


def test_another_content_under_the_same_name_is_kept_beside_it(own, folder, write_wav):
    """Neither alarm gets the sound of the other."""
    own.adopt(str(write_wav(hertz=440)))
    own.adopt(str(write_wav(hertz=660)))
    assert names(folder) == ["tone (2).wav", "tone.wav"]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        pytest.param('Früh: "auf"?.wav', "Früh auf.wav", id="signs that some systems forbid"),
        pytest.param("...wav.wav", "wav.wav", id="hidden"),
        pytest.param("朝" * 80 + ".wav", "朝" * 26 + ".wav", id="long"),
        pytest.param(":.wav", "sound.wav", id="nothing left"),
    ],
)
def test_its_name_is_one_for_every_system(own, folder, write_wav, name, kept):
    """People know it again, and it survives a move to another disk."""
    own.adopt(str(write_wav(name)))
    assert names(folder) == [kept]


def test_what_is_no_sound_is_refused_and_not_copied(own, folder, tmp_path):
    """The reason is told, and nothing is left behind."""
    (tmp_path / "notes.mp3").write_bytes(b"Dear diary. " * 200)
    with pytest.raises(Invalid, match="is not a sound file of a known kind"):
        own.adopt(str(tmp_path / "notes.mp3"))
    assert not folder.exists()


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        pytest.param(errno.ENOSPC, "There is no room left to keep a copy of tone.wav.", id="full"),
        pytest.param(errno.EROFS, "tone.wav could not be copied to", id="write-protected"),
    ],
)
def test_a_disk_that_takes_nothing_is_told(own, folder, write_wav, monkeypatch, number, sentence):
    """It says what to do, and leaves no half of a file."""

    def fail(*_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(shutil, "copyfileobj", fail)
    with pytest.raises(Invalid, match=sentence) as caught:
        own.adopt(str(write_wav()))
    assert caught.value.field == "sound"
    assert names(folder) == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path, write_wav):
    """A file stands where the folder should be."""
    (tmp_path / "sounds").touch()
    with pytest.raises(Invalid, match="See that you may write there"):
        OwnFiles(tmp_path / "sounds").adopt(str(write_wav()))


def test_a_large_file_is_copied_whole(own, write_wav):
    """It is played up to a limit, and kept as it is."""
    source = write_wav()
    with source.open("ab") as file:
        file.truncate(LARGE)
    assert Path(own.adopt(str(source))).stat().st_size == LARGE


def test_adopted_by_several_at_once_it_is_kept_once(own, folder, write_wav):
    """Two windows that save the same file get the same copy."""
    source, copies = str(write_wav()), []
    threads = [threading.Thread(target=lambda: copies.append(own.adopt(source))) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(copies)) == 1
    assert names(folder) == ["tone.wav"]


@pytest.mark.parametrize("before", ["/home/ada/old/sounds/tone.wav", "C:\\Old\\sounds\\tone.wav"])
def test_after_the_data_folder_was_moved_the_copy_is_found(own, write_wav, before):
    """A stored path that leads nowhere any more leads to the copy of that name."""
    copy = own.adopt(str(write_wav()))
    assert own.resolve(before) == copy
    assert own.adopt(before) == copy


def test_what_is_there_is_not_looked_for(own, write_wav):
    """A path that leads to a file is kept, whatever the copies are called."""
    source = write_wav()
    own.adopt(str(source))
    assert own.resolve(str(source)) == str(source)


@pytest.mark.parametrize("sound", ["bells", "/gone/away.mp3", "", f"/{'x' * 300}.wav"])
def test_what_is_nowhere_stays_as_it_is(own, sound):
    """Whoever plays it says what is wrong."""
    assert own.resolve(sound) == sound


def test_tidied_only_what_is_used_is_left(own, folder, write_wav):
    """Copies that no alarm has any more go; those that are used by an older path stay."""
    for number, name in enumerate(["here.wav", "moved.wav", "unused.wav"]):
        own.adopt(str(write_wav(name, hertz=400 + number * 100)))
    (folder / f"{UNFINISHED}xyz").touch()
    own.tidy([str(folder / "here.wav"), "/before/sounds/moved.wav", "bells"])
    assert names(folder) == ["here.wav", "moved.wav"]


def test_tidying_nothing_is_harmless(own):
    """Before the first own sound there is no folder."""
    own.tidy([])


def test_a_file_is_known_by_its_copy(own, folder, write_wav):
    """Once there is one of the same content; nothing is copied for the question."""
    source = str(write_wav("bell.wav"))
    assert own.known(source) == source
    assert not folder.exists()
    copy = own.adopt(source)
    assert own.known(source) == copy
    assert own.known(copy) == copy
    assert own.known("bells") == "bells"


def test_a_copy_is_known_in_a_folder_that_moved(own, folder, write_wav):
    """By its name, where the old place is gone."""
    copy = own.adopt(str(write_wav("bell.wav")))
    assert own.known("/elsewhere/sounds/bell.wav") == copy
    assert own.known("/elsewhere/sounds/horn.wav") == "/elsewhere/sounds/horn.wav"
