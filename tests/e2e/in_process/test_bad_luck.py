"""Bad files, bad folders and bad sounds: each is said in the window, and nothing is lost."""

import sqlite3

DATABASE = "alarmclock.sqlite3"


def test_a_damaged_database_is_set_aside_and_told(person, open_program, tmp_path):
    """The window opens and names the file."""
    person.say("7:15 gym")
    person.program.finish()
    file = tmp_path / "data" / DATABASE
    file.write_bytes(b"not a database " * 400)
    again = open_program()
    assert "damaged" in again.text("message")
    kept = [other for other in file.parent.iterdir() if other.name != DATABASE]
    assert any(b"not a database" in other.read_bytes() for other in kept if other.is_file())
    again.say("8:00 anew")
    assert any("anew" in row for row in again.rows("alarmList"))


def test_a_newer_database_is_left_alone(person, open_program, tmp_path):
    """The window says so, and refuses to save rather than to overwrite."""
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


def test_a_folder_that_cannot_be_made_is_named(open_program, tmp_path):
    """The clock runs on; what can't be saved is refused with the reason."""
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
