"""Sounds of what is imported: looked for, copied when it is done, and told where they are not."""

import pytest

from alarmclock.core.errors import Invalid
from alarmclock.core.exchange.imported import Arrival, Imported
from alarmclock.core.ring_settings import RingSettings
from alarmclock.store.exchange.sounds import with_adopted_sounds, with_usable_sounds
from tests.core.builders import make_alarm

BUNDLED = {"daybreak", "bells"}


class Copies:
    """Copies on paper, below a folder of their own."""

    def __init__(self, folder, *broken):
        self.folder = folder
        self.broken = broken
        self.made = {}

    def known(self, sound):
        """Give the copy that was made, or what is there by the same name."""
        moved = self.folder / sound.rpartition("/")[2]
        return self.made.get(sound) or (str(moved) if moved.is_file() else sound)

    def adopt(self, sound):
        """Make a copy, unless the file is broken."""
        if sound in self.broken:
            raise Invalid("sound", "It holds no sound.")
        return self.made.setdefault(sound, f"{self.folder}/copy of {sound.rpartition('/')[2]}")


@pytest.fixture
def copies(tmp_path):
    """Where copies are."""
    (tmp_path / "sounds").mkdir()
    return Copies(tmp_path / "sounds")


@pytest.fixture
def bell(tmp_path):
    """A sound file of a person."""
    path = tmp_path / "bell.wav"
    path.write_bytes(b"RIFF")
    return str(path)


def imported(*sounds):
    """Give what was read, an alarm for each sound."""
    alarms = [
        make_alarm(
            label=f"to number {number}", ring=RingSettings(sound=sound), item_id=f"a{number}"
        )
        for number, sound in enumerate(sounds)
    ]
    return Imported(tuple(Arrival(alarm) for alarm in alarms))


def sounds_of(found):
    """List the sounds."""
    return [item.ring.sound for item in found.items]


def test_what_is_here_stays_and_nothing_is_copied_while_it_is_read(copies, bell):
    """Bundled ones and files."""
    found = with_usable_sounds(imported("bells", bell), BUNDLED, "daybreak", copies)
    assert sounds_of(found) == ["bells", bell]
    assert (found.notes, copies.made) == ((), {})


def test_a_file_that_was_copied_before_is_its_copy(copies, bell):
    """So that the same file twice changes nothing."""
    copy = copies.adopt(bell)
    assert sounds_of(with_usable_sounds(imported(bell), BUNDLED, "daybreak", copies)) == [copy]


def test_a_copy_that_moved_with_its_folder_is_found(copies):
    """As on another computer."""
    here = copies.folder / "horn.wav"
    here.write_bytes(b"RIFF")
    found = with_usable_sounds(imported("/old/sounds/horn.wav"), BUNDLED, "daybreak", copies)
    assert sounds_of(found) == [str(here)]


@pytest.mark.parametrize(
    "sound", ["/nowhere/horn.wav", "/etc/passwd", "/dev/zero", "gong", "/a\0b.wav"]
)
def test_who_names_a_sound_that_is_not_here_gets_the_usual_one(copies, sound):
    """And is told, by its name."""
    found = with_usable_sounds(imported(sound, "bells"), BUNDLED, "daybreak", copies)
    assert sounds_of(found) == ["daybreak", "bells"]
    (note,) = found.notes
    assert str(note).startswith("“to number 0”: ")
    assert "is not on this computer, or can't be played; it gets the usual one." in str(note)


def test_files_are_copied_when_it_is_done(copies, bell):
    """Each once, however many alarms name it."""
    found = with_adopted_sounds(imported("bells", bell, bell), BUNDLED, "daybreak", copies)
    copy = f"{copies.folder}/copy of bell.wav"
    assert sounds_of(found) == ["bells", copy, copy]
    assert (found.notes, copies.made) == ((), {bell: copy})


def test_a_file_that_can_not_be_copied_is_told(copies, bell):
    """Its alarm rings with the usual sound."""
    copies.broken = (bell,)
    found = with_adopted_sounds(imported(bell), BUNDLED, "daybreak", copies)
    assert sounds_of(found) == ["daybreak"]
    assert "could not be taken (It holds no sound.); it gets the usual one." in str(found.notes[0])
