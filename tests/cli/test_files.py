"""Exports, imports and backups while no program runs."""

import io
import json

import pytest

from alarmclock.cli.clock import CommandClock
from alarmclock.store.restoring import Restoring


@pytest.fixture
def exported(shell, tmp_path):
    """Give an export of one alarm, which is gone since."""
    shell("add", "weekdays 7:15 gym")
    file = tmp_path / "alarms.json"
    status, out, _ = shell("export", str(file))
    assert status == 0
    assert "1 alarm or timer was saved" in out
    shell("remove", "gym")
    return file


def test_what_was_exported_comes_back(shell, exported):
    """First only said, then done; the same file again adds nothing."""
    plan = shell.json("import", str(exported), "--dry-run")
    assert (plan["done"], [item["label"] for item in plan["added"]]) == (False, ["gym"])
    assert shell.json("list") == []
    assert shell.json("import", str(exported))["done"] is True
    assert [item["label"] for item in shell.json("list")] == ["gym"]
    again = shell.json("import", str(exported))
    assert (again["added"], len(again["left"])) == ([], 1)


def test_an_import_is_told_to_people(shell, exported):
    """What it did, and with what."""
    _, out, _ = shell("import", str(exported))
    assert out.startswith("1 entry was added.\nAdded:\n  07:15 · gym · weekdays")


@pytest.mark.parametrize(
    ("form", "begin"),
    [("json", "{"), ("ics", "BEGIN:VCALENDAR"), ("csv", "\ufeffkind,label")],
)
def test_an_export_goes_to_stdout(shell, form, begin):
    """In the form that is asked for."""
    shell("add", "7:15 gym")
    assert shell("export", "-", "--format", form)[1].startswith(begin)


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("bad.ics", "garbage", "calendar"),
        ("bad.json", json.dumps({"format": "alarmclock", "version": 99}), "newer"),
        ("bad.csv", "a,b", "can't be imported"),
    ],
)
def test_a_bad_file_is_refused(shell, tmp_path, name, text, reason):
    """With the reason, and status 2."""
    file = tmp_path / name
    file.write_text(text)
    status, out, err = shell("import", str(file))
    assert (status, out) == (2, "")
    assert reason in err


def test_a_file_that_is_not_there_is_refused(shell, tmp_path):
    """As is one that can't be written."""
    assert shell("import", str(tmp_path / "none.ics"))[0] == 2
    assert shell("export", str(tmp_path / "none" / "alarms.json"))[0] == 2
    assert shell("export", str(tmp_path / "alarms.txt"))[0] == 2


def test_what_a_backup_replaced_is_restored_by_its_name_and_only_by_it(shell):
    """Whoever asks for no name gets a backup."""
    shell("add", "7:15 gym")
    shell("list")
    shell("add", "8:00 pool")
    (backup,) = shell.json("backup", "list")
    shell("backup", "restore", "--yes")
    kept, _backup = shell.json("backup", "list")
    assert (kept["replaced"], kept["items"]) == (True, 2)
    assert shell.json("backup", "restore", "--yes")["name"] == backup["name"]
    assert "kept when a backup was restored" in shell("backup", "list")[1]
    assert shell.json("backup", "restore", kept["name"])["restored"]
    assert {item["label"] for item in shell.json("list")} == {"gym", "pool"}


def test_a_backup_is_restored(shell):
    """What was there before is kept."""
    assert shell.json("backup", "list") == []
    assert shell("backup", "restore", "--yes")[0] == 1
    shell("add", "7:15 gym")
    shell("remove", "gym")
    (backup,) = shell.json("backup", "list")
    assert backup["good"]
    restored = shell.json("backup", "restore", backup["name"])
    assert restored == {"name": backup["name"], "restored": True}
    assert [item["label"] for item in shell.json("list")] == ["gym"]
    assert list(shell.folder.glob("*replaced*"))
    assert shell("backup", "restore", "other")[0] == 1


class Terminal(io.StringIO):
    """Stdin on which a person types an answer."""

    def isatty(self):
        """Say that it is one."""
        return True


@pytest.mark.parametrize(
    ("typed", "status", "left"), [("y\n", 0, ["gym"]), ("n\n", 1, []), ("\n", 1, []), ("", 1, [])]
)
def test_a_person_is_asked_before_all_alarms_are_replaced(shell, monkeypatch, typed, status, left):
    """Without a name the newest backup is meant; no answer is no."""
    shell("add", "7:15 gym")
    shell("remove", "gym")
    monkeypatch.setattr("sys.stdin", Terminal(typed))
    done, _, err = shell("backup", "restore")
    assert (done, "[y/N]" in err) == (status, True)
    assert [item["label"] for item in shell.json("list")] == left


def test_a_script_names_the_backup_or_says_yes(shell, stdin):
    """Nobody is there to be asked."""
    shell("add", "7:15 gym")
    shell("remove", "gym")
    stdin(b"y\n")
    status, out, err = shell("backup", "restore")
    assert (status, out) == (2, "")
    assert "--yes" in err
    assert shell.json("list") == []
    assert shell("backup", "restore", "--yes")[0] == 0
    assert [item["label"] for item in shell.json("list")] == ["gym"]


def test_shells_are_told_the_names_of_backups(shell):
    """What may be typed, and when it was made."""
    shell("add", "7:15 gym")
    shell("remove", "gym")
    (backup,) = shell.json("backup", "list")
    expected = f"{backup['name']}\t{backup['made_at']}\n"
    assert shell("completion", "backups")[1] == expected


@pytest.fixture
def stdin(monkeypatch):
    """Give a way to put something on stdin."""

    def put(content):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))

    return put


@pytest.mark.parametrize("form", [(), ("--format", "json")])
def test_an_import_comes_from_stdin(shell, exported, stdin, form):
    """Its content tells what it is."""
    stdin(exported.read_bytes())
    assert [item["label"] for item in shell.json("import", "-", *form)["added"]] == ["gym"]


def test_a_calendar_comes_from_stdin(shell, exported, stdin, tmp_path):
    """Without a name there is no ending to go by."""
    shell("import", str(exported))
    shell("export", str(tmp_path / "alarms.ics"))
    shell("remove", "gym")
    stdin((tmp_path / "alarms.ics").read_bytes())
    assert [item["label"] for item in shell.json("import", "-")["added"]] == ["gym"]


@pytest.mark.parametrize(
    ("content", "form"),
    [(b"", ()), (b"garbage", ()), (b"{}", ("--format", "ics")), (b"BEGIN", ("--format", "json"))],
)
def test_what_is_no_import_on_stdin_is_refused(shell, stdin, content, form):
    """With status 2, and a sentence."""
    stdin(content)
    status, out, err = shell("import", "-", *form)
    assert (status, out) == (2, "")
    assert err.endswith(".\n")


@pytest.fixture
def wish(shell):
    """Give the sentence of a backup that a person chose while the window was open."""
    shell("add", "7:15 gym")
    shell("remove", "gym")
    (backup,) = shell.json("backup", "list")
    Restoring(shell.folder, CommandClock()).request(backup["name"])
    return "was restored. What was there before is kept as"


def test_a_backup_that_was_chosen_is_told_in_the_answer(shell, wish):
    """By whichever command brings it back, and in the activity."""
    status, out, err = shell("list")
    assert status == 0
    assert wish in out.splitlines()[0]
    assert "gym" in out.splitlines()[1]
    assert wish not in err
    assert wish in shell("log")[1]
    assert wish not in shell("list")[1]


@pytest.mark.parametrize("words", [("list",), ("log",), ("show", "gym"), ("export", "-")])
def test_json_stays_json_where_a_backup_is_brought_back(shell, wish, words):
    """It is a message then."""
    status, out, err = shell(*words, "--json")
    assert status == 0
    json.loads(out)
    assert wish in err


def test_a_refusal_does_not_hide_that_a_backup_was_brought_back(shell, wish):
    """Both are told."""
    status, out, _ = shell("show", "other")
    assert status == 1
    assert wish in out


def test_a_restored_backup_is_in_the_activity(shell, wish):
    """Restored by a command."""
    shell("list")
    (backup, *_) = shell.json("backup", "list")
    shell("backup", "restore", backup["name"])
    assert "was restored" in shell.json("log")[-1]["detail"]


def test_a_backup_that_is_not_there_is_nothing_that_matched(shell):
    """As an alarm that is not there."""
    shell("add", "7:15", "gym")
    status, _, message = shell("backup", "restore", "nix")
    assert (status, message.splitlines()[-1]) == (
        1,
        "There is no backup called “nix”. Choose one of the list.",
    )
