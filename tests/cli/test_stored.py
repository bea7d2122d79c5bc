"""Commands while no program runs."""

import csv
import io
import json
import sqlite3
from contextlib import closing

import pytest

from alarmclock import cli
from alarmclock.core.service.statuses import NOTHING_RINGS
from alarmclock.store.files import LOCK
from tests.e2e.chaos.troubles import full, read_only
from tests.small_disk import mounted

REMINDER = f"{NOTHING_RINGS}\n"
DISK_KB = 800


def test_what_was_added_is_there(shell):
    """On disk, with the reminder that nothing rings until the window is opened."""
    status, out, err = shell("add", "weekdays", "7:15", "am", "gym")
    assert (status, err) == (0, REMINDER)
    assert "weekdays, “gym”" in out
    assert [item["label"] for item in shell.json("list")] == ["gym"]
    assert shell("list")[2] == REMINDER


def test_a_life_without_a_window(shell):
    """Each command does what it says, and the activity tells of it."""
    item_id = shell.json("add", "every day 7:15 gym")["id"]
    assert shell.json("skip", item_id[:5])["skipped"]
    assert shell.json("edit", "gym", "weekends", "9:00")["rule"] == "weekends"
    assert shell.json("pause", "--until", "2099-12-24")[0]["state"] == "paused"
    assert shell.json("on", "gym")["state"] == "armed"
    assert shell.json("off", "gym")["state"] == "off"
    assert shell.json("show", "gym")["id"] == item_id
    assert shell.json("remove", "gym")["id"] == item_id
    happened = [event["event"] for event in shell.json("log")]
    assert happened == ["edited", "skipped", "edited", "paused", "resumed", "turned off", "deleted"]


def test_the_activity_as_a_table(shell):
    """The oldest first; a label that spreadsheets take for a formula is defused."""
    shell("add", '7:15 "=1+1"')
    shell("remove", "=1+1")
    rows = list(csv.reader(io.StringIO(shell("log", "--csv")[1])))
    assert rows[0] == ["at", "event", "alarm_id", "label", "due", "late_ms", "detail"]
    assert rows[-1][3] == "'=1+1"


def test_asking_makes_nothing(shell):
    """A folder that is not there is as good as an empty one."""
    assert shell.json("list") == []
    assert shell("next")[0] == 1
    assert shell.json("status")["open"] is False
    assert "Will not ring" in shell("check")[1]
    assert shell.json("log") == []
    assert not shell.folder.exists()


def test_the_next_ring_of_an_alarm_comes_only_when_it_is_opened(shell):
    """Named or not, it is a ring, once told."""
    shell("add", "every day 7:15 gym")
    assert shell("next", "gym")[2] == REMINDER
    assert shell("next", "gym", "--json")[2] == REMINDER
    assert shell("next")[2] == REMINDER


def test_only_an_open_program_can_undo(shell):
    """A closed one remembers no steps."""
    shell("add", "7:15 gym")
    status, out, err = shell("undo")
    assert (status, out) == (1, "")
    assert "Only what was done since Alarm Clock was opened" in err


def test_what_was_added_or_turned_on_is_in_the_activity(shell):
    """As what was deleted is; no daemon tells of it."""
    shell("add", "weekdays 7:15 gym")
    shell("add", "8:00 tea", "--off")
    shell("off", "gym")
    shell("on", "gym")
    shell("add", "in 20 min soup")
    told = [(event["event"], event["label"], event["detail"]) for event in shell.json("log")]
    assert told == [
        ("edited", "gym", "added, 07:15 weekdays"),
        ("edited", "tea", "added, 08:00 once"),
        ("turned off", "gym", told[2][2]),
        ("edited", "gym", "turned on"),
        ("edited", "soup", "added, 20 min timer"),
    ]


def test_a_phrase_is_reckoned_without_a_word_about_rings(shell):
    """It has nothing to do with them."""
    words = ("next", "2:30", "--now", "2027-03-27T12:00", "--zone", "Europe/Berlin", "--json")
    status, out, err = shell(*words)
    assert (status, err) == (0, "")
    assert json.loads(out)[0]["note"] == "02:30 does not exist, rings 03:30"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("show", "gym"), 1),
        (("stop",), 1),
        (("snooze", "5"), 1),
        (("add", "blah"), 2),
        (("skip", "gym", "many"), 2),
        (("fly",), 2),
        (("list", "--loud"), 2),
        (("next", "--zone", "Mars"), 2),
        (("watch",), 1),
        (("end",), 1),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_the_exit_status_tells(shell, words, status):
    """1 nothing matched, 2 wrong use; the reason is on stderr."""
    found, out, err = shell(*words)
    assert (found, out) == (status, "")
    assert err


TROUBLES = {"full": full, "read-only": read_only}
READS = [
    ("list",),
    ("show", "gym"),
    ("next",),
    ("next", "weekdays", "7"),
    ("status",),
    ("log",),
    ("export", "-"),
    ("backup", "list"),
]


@pytest.mark.parametrize("trouble", TROUBLES)
def test_what_only_reads_goes_where_nothing_can_be_written(shell, tmp_path, trouble):
    """It says on stderr that nothing can be changed; what changes something is refused."""
    with mounted(tmp_path / "disk", DISK_KB) as point:
        shell.folder = point / "data"
        shell("add", "every day 7:15 gym")
        shell("skip", "gym")
        before = {path.name: path.read_bytes() for path in shell.folder.glob("*.sqlite3")}
        with TROUBLES[trouble](shell.folder):
            for words in READS:
                status, out, err = shell(*words)
                assert (status, bool(out)) == (0, True), (words, err)
                assert "nothing can be changed" in err or words == ("backup", "list")
            assert "gym" in shell("list")[1]
            assert shell("check")[0] == 1
            assert shell("add", "8:00 pool")[0] == 2
        assert {path.name: path.read_bytes() for path in shell.folder.glob("*.sqlite3")} == before
        assert [item["label"] for item in shell.json("list")] == ["gym"]


def test_a_locked_file_is_read_as_well(shell, tmp_path):
    """While another program has it."""
    shell("add", "every day 7:15 gym")
    with closing(sqlite3.connect(shell.folder / LOCK, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        status, out, err = shell("list")
    assert (status, "gym" in out) == (0, True)
    assert err.startswith("Your alarms could be read, but nothing can be changed: another program")


def test_a_folder_that_cannot_be_used_is_told(shell):
    """Nothing is made up in its place."""
    shell.folder.write_text("in the way")
    status, out, err = shell("add", "7:15")
    assert (status, out) == (2, "")
    assert "is no folder" in err


def test_the_words_of_a_person_are_used_not_those_of_the_wire(shell):
    """As “--help” names them."""
    shell("add", "every day 7:15 gym")
    for words, told in (
        (("next", "-n", "5000"), "N is a number from 1 to 1,000."),
        (("skip", "gym", "500"), "N is a number from 1 to 99."),
        (("add", ""), "PHRASE is missing."),
        (("show", ""), "ID is missing."),
    ):
        status, out, err = shell(*words)
        assert (status, out) == (2, "")
        assert err.startswith(told)
    assert "argument N: “many” is no number from 1 on" in shell("skip", "gym", "many")[2]


def test_quotes_that_a_shell_took_make_a_label(shell):
    """With options before it, too."""
    assert shell.json("add", "7:15", "train 8:02")["label"] == "train 8:02"
    assert shell.json("add", "--off", "7:15", "bus 9:30")["label"] == "bus 9:30"
    assert shell.json("show", "train 8:02")["label"] == "train 8:02"


def test_check_tells_by_its_status(shell):
    """1 where nothing will ring, with the same answer."""
    status, out, _ = shell("check", "--json")
    assert (status, json.loads(out)["grade"]) == (1, "bad")
    assert shell("check")[0] == 1


def test_a_table_and_json_at_once_are_refused(shell):
    """One of them has to be chosen."""
    status, out, err = shell("log", "--csv", "--json")
    assert (status, out) == (2, "")
    assert "choose one" in err


@pytest.mark.parametrize("words", [("list",), ("end",), ("watch",), ("export", "-"), ("log",), ()])
def test_a_file_is_no_folder_for_alarms(shell, words):
    """Not for the window either; nothing is asked of Qt."""
    shell.folder.write_text("in the way")
    status, out, err = shell(*words)
    assert (status, out) == (2, "")
    assert err.startswith(f"“{shell.folder}” is no folder, so that no alarms can be kept in it.")
    assert err.count("\n") == 1


def test_a_folder_within_a_file_is_told_as_well(shell, monkeypatch, capsys):
    """Also where it is that of the person."""
    shell.folder.write_text("in the way")
    monkeypatch.setenv("XDG_DATA_HOME", str(shell.folder / "share"))
    assert cli.main(["list"]) == 2
    assert capsys.readouterr().err.startswith(f"“{shell.folder}” is no folder")


def test_a_folder_that_cannot_be_looked_into_is_told(capsys):
    """As one whose name is too long."""
    assert cli.main(["list", "--data-dir", "x" * 300]) == 2
    assert "can't be opened" in capsys.readouterr().err


def test_an_empty_folder_name_is_not_a_persons_own(shell, capsys):
    """A variable of a script may be empty."""
    assert cli.main(["list", "--data-dir", ""]) == 2
    assert "--data-dir is empty" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("lst",), "There is no command “lst”; did you mean “list”?"),
        (("xyzzy",), "There is no command “xyzzy”. “alarmclock --help”"),
        (("7:15", "gym"), "“alarmclock add 7:15 …” adds an alarm."),
        (("snooze", "900"), "MINUTES is a number from 1 to 720."),
        (("snooze", "0"), "MINUTES is a number from 1 to 720."),
        (("backup",), "the following arguments are required: list|restore."),
        (("completion",), "the following arguments are required: bash|zsh|fish."),
        (("export", "alarms.json", "--format", "ics"), "--format is for stdout (-)"),
    ],
)
def test_a_mistake_is_told_with_what_was_meant(shell, words, told):
    """In a sentence, with status 2."""
    status, out, err = shell(*words)
    assert (status, out) == (2, "")
    assert told in err


def test_help_is_a_command_as_well(shell):
    """Alone, and for one of the others."""
    assert "usage: alarmclock [--data-dir FOLDER]" in shell("help")[1]
    assert "usage: alarmclock stop" in shell("help", "stop")[1]
    assert shell("help", "fly")[0] == 2
