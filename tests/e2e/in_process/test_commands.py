"""What is done from the command line is done as in the window."""

import os
import threading

import pytest

from alarmclock.cli.run import ask
from alarmclock.core.errors import AlarmClockError
from alarmclock.core.surroundings.machine import Machine
from alarmclock.desktop.instance.claim import AlreadyOpen


@pytest.fixture
def command(person, qtbot):
    """Give a call that sends a command as the command line does, and gives the reply."""

    def send(name, **arguments):
        replies = []
        folder = str(person.program.data_dir)
        asking = threading.Thread(target=lambda: replies.append(ask(folder, name, arguments)))
        asking.start()
        qtbot.waitUntil(lambda: not asking.is_alive())
        asking.join()
        person.settle()
        return replies[0]

    return send


def test_an_alarm_is_added_as_in_the_window(person, command):
    """It is in the list, said at the foot, told in the activity, and can be undone."""
    reply = command("add", phrase="7:15 gym")
    assert reply["status"] == 0
    assert any("gym" in row for row in person.rows("alarmList"))
    assert "“gym” rings tomorrow" in person.text("message")
    assert "armed, gym" in person.rows("activityList")[0]
    person.click("undo")
    assert command("list")["answer"] == []


def test_a_ring_is_stopped(person, command):
    """The sound ends, and the window of the ring goes."""
    command("add", phrase="in 2 s tea")
    person.wait(2)
    assert person.program.player.sounding
    assert command("status")["answer"]["ringing"][0]["label"] == "tea"
    assert command("stop")["text"] == "Stopped “tea”."
    assert not person.program.player.sounding
    assert command("stop")["status"] == 1


def test_an_error_is_told_to_the_caller_only(person, command):
    """The window is not disturbed by what somebody mistyped elsewhere."""
    person.say("7:15 gym")
    told = person.text("message")
    assert command("add", phrase="blah")["status"] == 2
    assert command("skip", id="gym")["error"].startswith("This alarm rings only once")
    assert person.text("message") == told


def test_a_second_program_on_the_folder_is_refused(person, open_program):
    """Before it has done anything."""
    with pytest.raises(AlreadyOpen) as refused:
        open_program(data_dir=person.program.data_dir)
    assert isinstance(refused.value, AlarmClockError)


def test_the_daemons_are_counted(person, command):
    """As the window counts them."""
    command("add", phrase="7:15 gym")
    assert command("status")["answer"]["daemons"] == 1
    assert command("check")["answer"]["reasons"]


def test_the_desktop_is_offered_only_a_persons_own_alarms(open_program):
    """Its name is one: it is not for those of another folder."""
    machine = Machine()
    open_program(machine=machine)
    assert machine.commands.answer is None


def test_a_persons_own_alarms_are_offered_to_the_desktop(open_program, monkeypatch, tmp_path):
    """The same commands, and what happens."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    machine = Machine()
    person = open_program(machine=machine, data_dir=tmp_path / "share" / "alarmclock")
    reply = machine.commands.answer("add", {"phrase": "7:15 gym"})
    person.settle()
    assert reply["answer"]["label"] == "gym"
    assert [event["event"] for event in machine.commands.told] == ["armed"]


def test_closing_ends_it(person, command):
    """The command is answered before the window goes."""
    assert command("end")["text"] == "Alarm Clock closes."
    person.program.finish_when_ended()
    assert not person.program.is_open


def test_closing_tells_what_was_armed(person, command):
    """Whoever closes it by a command sees no closing view."""
    command("add", phrase="7:15 gym")
    reply = command("end")
    assert "“gym” is armed: it was to ring" in reply["text"]
    assert (reply["answer"]["armed"], reply["answer"]["next"]["label"]) == (1, "gym")
    person.program.finish_when_ended()


def test_what_was_done_by_a_command_is_undone_by_one(person, command):
    """And the window says so."""
    command("add", phrase="7:15 gym")
    assert command("undo")["text"] == "Undone: Added “gym”."
    assert command("list")["answer"] == []
    assert person.text("message") == "Undone: Added “gym”."
    command("redo")
    assert [item["label"] for item in command("list")["answer"]] == ["gym"]


def test_an_import_is_one_step_to_undo(person, command, tmp_path):
    """As in the window, and what the window says."""
    command("add", phrase="7:15 gym")
    file = str(tmp_path / "alarms.json")
    assert command("export", path=file)["answer"] == {"file": file}
    command("remove", id="gym")
    assert command("import", path=file, dry_run=True)["answer"]["done"] is False
    assert command("import", path=file)["answer"]["done"] is True
    assert person.text("message") == "1 entry was added."
    person.click("undo")
    assert command("list")["answer"] == []


def test_an_argument_that_is_unknown_is_refused(person, command):
    """Of the alarms, of files and of the window alike; the known ones are named."""
    assert "It takes “path”, “history”." in command("export", file="x")["error"]
    assert "It takes none." in command("end", force=True)["error"]
    assert "“id”" in command("stop", label="gym")["error"]
    assert person.program.is_open


def test_whoever_asks_has_dates_in_their_own_order(person, command):
    """Whatever the locale of the window."""
    for locale, due in (("en_US", "-05-06T"), ("de_DE", "-06-05T")):
        (ring,) = command("next", what="5/6 12:00", locale=locale)["answer"]
        assert due in ring["due"]


def test_a_backup_comes_back_at_the_next_opening(person, command):
    """The file is in use until then."""
    person.program._store.backup()
    (backup,) = command("backups")["answer"]
    reply = command("restore")
    assert reply["answer"] == {"name": backup["name"], "restored": False}
    assert "opened again" in reply["text"]


def test_a_second_start_hands_on_the_leave_to_come_forward(person, command, monkeypatch):
    """Wayland lets a window come to the front only with what it gave to the second start."""
    raised = []
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "old")
    monkeypatch.setattr(person.window, "raise_", lambda: raised.append(True))
    assert command("raise", XDG_ACTIVATION_TOKEN="leave")["answer"] == {"raised": True}
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "leave"
    assert raised
