"""Sound files of one's own: copied when the alarm is saved, found again, and tidied away."""

import math
import shutil
import wave
from array import array
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from alarmclock.core.surroundings.machine import Machine
from alarmclock.core.surroundings.outlet import FixedOutlet, Output
from alarmclock.desktop.sound.engine import SoundEngine

CONTROL = Qt.KeyboardModifier.ControlModifier
RATE = 8000


@pytest.fixture
def song(tmp_path):
    """Give a sound file of a person."""
    file = tmp_path / "music" / "Morning Song.wav"
    file.parent.mkdir()
    tone = array("h", (int(20000 * math.sin(n / 5)) for n in range(RATE)))
    with wave.open(str(file), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(tone.tobytes())
    return file


@pytest.fixture
def sounds(tmp_path):
    """Give the folder of the copies."""
    return tmp_path / "data" / "sounds"


def choose(person, file):
    """Choose a file in the dialog of the editor that is open."""
    person.click("chooseSound")
    dialog = person.window.findChild(object, "soundDialog")
    dialog.fileSelected.emit(str(file))
    dialog.close()
    person.window.activateWindow()
    person.settle()


def add(person, label, file, wall="7:15"):
    """Add an alarm that plays a file."""
    person.press(Qt.Key.Key_N, CONTROL)
    person.type_into("time", wall)
    person.type_into("label", label)
    choose(person, file)
    person.click("save")


def names(folder):
    """Name what is in a folder."""
    return sorted(file.name for file in folder.iterdir()) if folder.exists() else []


def test_the_file_is_copied_when_the_alarm_is_saved(person, song, sounds):
    """Until then nothing is."""
    person.press(Qt.Key.Key_N, CONTROL)
    choose(person, song)
    assert names(sounds) == []
    person.click("save")
    assert names(sounds) == ["Morning Song.wav"]
    assert (sounds / "Morning Song.wav").read_bytes() == song.read_bytes()


def test_the_original_may_be_deleted(person, song, sounds):
    """It rings with the copy."""
    add(person, "gym", song, wall="22:03")
    song.unlink()
    person.wait(16)
    [(_, heard)] = person.program.player.heard
    assert heard.sound == str(sounds / "Morning Song.wav")
    assert not heard.note


def test_the_real_decoder_takes_the_copy(open_program, song):
    """After a restart, with the original gone, nothing speaks against the ring."""
    person = open_program(player=SoundEngine())
    add(person, "gym", song)
    person.program.finish()
    song.unlink()
    speakers = FixedOutlet(Output("Speakers", is_muted=False, volume=62))
    again = open_program(player=SoundEngine(), machine=Machine(speakers))
    again.wait_for_checks()
    assert again.text("readyHeadline") == "Ready to ring"
    assert again.rows("alarmList") == ["07:15, gym, once, tomorrow · in 9 h 12 min, on"]


def test_copies_are_found_in_a_data_folder_that_was_moved(open_program, song, tmp_path):
    """The paths of old are read as where the copies are now."""
    person = open_program(player=None)
    add(person, "gym", song)
    person.program.finish()
    song.unlink()
    (tmp_path / "data").rename(tmp_path / "moved")
    again = open_program(player=None, data_dir=tmp_path / "moved")
    [alarm] = again.program.book.alarms()
    again.wait_for_checks()
    assert again.program.readiness.signs.sound_problems == {}
    again.program.player.prepare(alarm.ring.sound)
    assert names(tmp_path / "moved" / "sounds") == ["Morning Song.wav"]


def test_a_copy_that_is_gone_is_told_and_mended(open_program, song, sounds):
    """The row warns, and the card opens the editor at the sound."""
    person = open_program(player=None)
    add(person, "gym", song)
    person.program.finish()
    shutil.rmtree(sounds)
    again = open_program(player=None)
    again.wait_for_checks()
    assert again.text("readyHeadline") == "Rings with another sound"
    assert "rings with another sound" in again.rows("alarmList")[0]
    again.click("mend")
    assert again.text("label") == "gym"
    assert again.window.focusWidget().objectName() == "sound"


def test_a_bad_file_is_refused_below_the_field(open_program, tmp_path, sounds, may_complain):
    """Nothing is copied, and nothing saved."""
    may_complain.append("A sound can't be made ready: song.wav is not a sound file")
    bad = tmp_path / "song.wav"
    bad.write_text("la la la")
    person = open_program(player=SoundEngine())
    add(person, "gym", bad)
    assert any("not a sound file" in text for text in person.read_all("alarmEditor"))
    assert person.window.focusWidget().objectName() == "sound"
    assert names(sounds) == []
    assert person.sees("noAlarms")


def test_a_copy_that_nothing_uses_goes_at_the_next_start(person, open_program, song, sounds):
    """Undo can't bring the alarm back any more."""
    add(person, "gym", song)
    person.press(Qt.Key.Key_Delete, on=person.choose(0))
    assert names(sounds) == ["Morning Song.wav"]
    person.press(Qt.Key.Key_Z, CONTROL)
    assert len(person.rows("alarmList")) == 1
    person.press(Qt.Key.Key_Delete, on=person.choose(0))
    person.program.finish()
    assert names(sounds) == ["Morning Song.wav"]
    open_program()
    assert names(sounds) == []


def test_a_copy_that_an_alarm_uses_stays(person, open_program, song, sounds):
    """Whether it is on or off."""
    add(person, "gym", song)
    person.click_switch(0)
    person.program.finish()
    open_program()
    assert names(sounds) == ["Morning Song.wav"]


def test_a_copy_that_new_alarms_begin_with_stays(person, open_program, song, sounds):
    """It is in the settings."""
    add(person, "gym", song)
    program = person.program
    [alarm] = program.book.alarms()
    settings = program.preferences.settings
    program.preferences.change(replace(settings, new_alarm=alarm.ring))
    person.press(Qt.Key.Key_Delete, on=person.choose(0))
    program.finish()
    open_program()
    assert names(sounds) == ["Morning Song.wav"]


def test_nothing_is_tidied_away_when_the_store_is_damaged(
    person, open_program, song, sounds, tmp_path, may_complain
):
    """What can't be read may use it, and a backup may bring it back."""
    may_complain.append("The database is damaged")
    add(person, "gym", song)
    person.program.finish()
    for file in (tmp_path / "data").rglob("*.sqlite3*"):
        file.write_bytes(b"not a database " * 400)
    again = open_program()
    assert "damaged" in again.text("message")
    assert names(sounds) == ["Morning Song.wav"]
