"""Bad files, bad folders and bad sounds: each is said in the window, and nothing is lost."""

import shutil
import sqlite3
import wave
from contextlib import closing
from datetime import time, timedelta

import pytest

from alarmclock.core.activity.events import Dismissed, Failed, Rang
from alarmclock.core.alarm import Alarm
from alarmclock.core.ring_settings import RingSettings
from alarmclock.desktop.sound.engine import SoundEngine
from alarmclock.store.store import Store

DATABASE, LOCK = "alarmclock.sqlite3", "alarmclock.lock"
LONGEST_SENTENCE = 200


def test_a_damaged_database_is_set_aside_and_told(person, open_program, tmp_path, may_complain):
    """The window opens and names the file."""
    may_complain.append("The database is damaged")
    person.say("7:15 gym")
    person.program.finish()
    file = tmp_path / "data" / DATABASE
    file.write_bytes(b"not a database " * 400)
    again = open_program()
    assert "damaged" in again.text("message")
    failures = [event for _, event in again.program._store.events(10) if isinstance(event, Failed)]
    assert [event.reason for event in failures] == [again.text("message").splitlines()[0]]
    kept = [other for other in file.parent.iterdir() if other.name != DATABASE]
    assert any(b"not a database" in other.read_bytes() for other in kept if other.is_file())
    again.say("8:00 anew")
    assert any("anew" in row for row in again.rows("alarmList"))


def test_a_newer_database_is_left_alone(person, open_program, tmp_path, may_complain):
    """The window says so, and refuses to save rather than to overwrite."""
    may_complain.append("Activity not saved")
    person.say("7:15 gym")
    person.program.finish()
    file = tmp_path / "data" / DATABASE
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = file.read_bytes()
    again = open_program()
    assert "newer" in again.text("message")
    again.say("8:00 anew")
    assert again.sees("noAlarms")
    assert again.text("quickAdd") == "8:00 anew"
    again.program.finish()
    assert file.read_bytes() == before


@pytest.fixture
def locked(person, tmp_path):
    """Have an alarm saved and the program closed; another one holds its folder for now."""
    person.say("22:03 gym")
    person.program.finish()
    other = sqlite3.connect(tmp_path / "data" / LOCK, isolation_level=None)
    with closing(other):
        other.execute("BEGIN EXCLUSIVE")
        yield other


def killed(tmp_path, clock):
    """Give what the next start would find, were the program killed now."""
    copy = tmp_path / "copy"
    shutil.copytree(tmp_path / "data", copy)
    store = Store(copy, clock)
    store.open()
    return store


def test_what_happened_while_nothing_could_be_saved_is_saved_within_a_minute(
    locked, open_program, tmp_path, clock, may_complain
):
    """The ring that was answered, and its activity; the warning goes, and what came is said."""
    may_complain.append("Activity not saved")
    person = open_program()
    assert person.text("message").startswith("Your alarms could be read, but nothing can be chan")
    assert "rings all the same" in person.text("message")
    assert "Rings, but nothing is saved" in person.program.readiness.summary(()).headline
    person.wait(20)
    assert person.sounding == ["gym"]
    person.program.answering.dismiss(person.program.book.alarms()[0].id)
    assert "gym" not in person.sounding
    locked.close()
    person.wait_past(timedelta(minutes=1), 0)
    assert person.text("message") == "Changes are saved again."
    assert "nothing is saved" not in person.program.readiness.summary(()).headline
    with closing(killed(tmp_path, clock)) as store:
        assert [ring.is_open for ring in store.rings()] == [False]
        kept = [type(event) for _, event in store.events(99)]
    assert kept.count(Rang) == kept.count(Dismissed) == 1


def test_a_command_saves_as_soon_as_it_can_and_all_else_with_it(
    locked, open_program, tmp_path, clock, may_complain
):
    """Nobody has to wait for the next minute."""
    may_complain.append("Activity not saved")
    person = open_program()
    person.wait(20)
    person.program.answering.dismiss(person.program.book.alarms()[0].id)
    person.say("8:00 pool")
    assert "nothing can be changed" in person.text("message")
    locked.close()
    person.press_in("quickAdd", "Enter")
    person.settle()
    with closing(killed(tmp_path, clock)) as store:
        assert [item.label for item in store.items()] == ["gym", "pool"]
        assert [ring.is_open for ring in store.rings()] == [False]


def test_a_folder_that_cannot_be_made_is_named(open_program, tmp_path, may_complain):
    """The clock runs on; what can't be saved is refused with the reason."""
    may_complain.append("Activity not saved")
    (tmp_path / "file").write_text("in the way")
    person = open_program(data_dir=tmp_path / "file" / "data")
    assert str(tmp_path / "file") in person.text("message")
    person.say("7:15 gym")
    assert str(tmp_path / "file") in person.text("message")
    assert person.sees("hero")


def test_a_sound_that_cannot_be_played_is_refused_in_the_editor(person):
    """The alarm is not saved with it."""
    person.say("7:15 gym")
    alarm = person.program.book.alarms()[0]
    person.program.player.unplayable.add(alarm.ring.sound)
    person.program.shell.editor_desk.edit(alarm.id)
    person.type_into("label", "pool")
    person.click("save")
    assert person.sees("alarmEditor")
    assert "gym" in person.rows("alarmList")[0]


def write_silence(path):
    """Write a sound file in which nothing can be heard."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(16000))


BAD_SOUNDS = {
    "missing": (lambda _path: None, "does not exist"),
    "empty": (lambda path: path.touch(), "is empty"),
    "a text": (lambda path: path.write_text("la la la"), "is not a sound file of a known kind"),
    "a folder": (lambda path: path.mkdir(), "is a folder"),
    "silent": (write_silence, "would wake nobody"),
}


@pytest.mark.parametrize("kind", BAD_SOUNDS)
def test_a_bad_sound_file_is_told_below_its_field(open_program, tmp_path, kind):
    """Each in its own words, by the real decoder; the alarm stays as it was."""
    make, words = BAD_SOUNDS[kind]
    sound = tmp_path / "song.wav"
    make(sound)
    person = open_program(player=SoundEngine())
    ring = RingSettings(sound=str(sound))
    person.program.editing.add(Alarm(time(7, 15), label="gym", ring=ring, armed_at=None))
    before = person.rows("alarmList")
    person.press_in_list("Enter", 0)
    person.type_into("label", "pool")
    person.click("save")
    assert any(words in text for text in person.read_all("alarmEditor"))
    assert person.rows("alarmList") == before


def test_a_ring_whose_sound_is_gone_sounds_otherwise_and_says_so(person):
    """Promise one: it rings."""
    person.say("22:03 gym")
    sound = person.program.book.alarms()[0].ring.sound
    person.program.player.unplayable.add(sound)
    person.wait(17)
    assert person.sounding == ["gym"]
    assert person.text("soundProblem") == "This sound can't be played."


@pytest.mark.parametrize(
    "words",
    ["gym", "25:00", "7:60", "in 0 s", "in -5 min", "x" * 10_000, "7:15 " + "x" * 10_000],
    ids=lambda words: words[:12],
)
def test_words_that_mean_nothing_add_nothing(person, words):
    """A short sentence says why, nothing is guessed, and the window keeps its shape."""
    size = person.window.size()
    person.find("quickAdd").setText(words)
    person.settle()
    assert 0 < len(person.text("quickAddPreview")) < LONGEST_SENTENCE
    person.press_in("quickAdd", "Enter")
    assert person.sees("noAlarms")
    assert person.text("daemonCount") == "no daemons"
    assert person.window.size() == size
