"""Completions, as shells that people type in have them."""

import subprocess

import pytest

from alarmclock.cli.completion import SHELLS, script
from alarmclock.cli.table import COMMANDS
from tests.cli.shells import Fish, Typed
from tests.e2e.process.screen import require

CHECKED_BY = {"bash": ("bash", "-n"), "zsh": ("zsh", "-n"), "fish": ("fish", "--no-execute")}


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_is_completed(shell):
    """With its options."""
    text = script(shell)
    assert all(name in text for name in COMMANDS)
    assert "take-back" in text


@pytest.mark.parametrize("shell", SHELLS)
def test_the_shell_can_read_it(shell, tmp_path):
    """Without a complaint."""
    require(shell)
    file = tmp_path / "completion"
    file.write_text(script(shell))
    checked = subprocess.run(
        [*CHECKED_BY[shell], file], capture_output=True, text=True, check=False
    )
    assert (checked.returncode, checked.stderr) == (0, "")


# Bash and zsh: keys are typed, and the program is called with what came of them.


@pytest.fixture(scope="module", params=["bash", "zsh"])
def typed(request, tmp_path_factory):
    """Give a shell on a terminal, with completions."""
    shell = Typed(tmp_path_factory.mktemp("shell"), request.param, script(request.param))
    yield shell
    shell.close()


@pytest.mark.parametrize(
    ("keys", "called"),
    [
        ("sno\t", ["snooze"]),
        ("backup re\t", ["backup", "restore"]),
        ("backup restore al\t", ["backup", "restore", "alarms-1.sqlite3"]),
        ("completion fi\t", ["completion", "fish"]),
        ("skip gym --ta\t", ["skip", "gym", "--take-back"]),
        ("pause gym --un\t 1", ["pause", "gym", "--until", "1"]),
        ("export - --format i\t", ["export", "-", "--format", "ics"]),
    ],
)
def test_commands_and_their_options_are_completed(typed, keys, called):
    """And the words that an option takes."""
    assert typed.call(f"{keys}\r") == called


@pytest.mark.parametrize(
    ("keys", "called"),
    [
        ("stop 3f\t", ["stop", "3f2a9c1b"]),
        ("stop gy\t", ["stop", "gym"]),
        ("stop tr\t", ["stop", "train 8:02"]),
        ("stop train\\ 8:\t", ["stop", "train 8:02"]),
        ("stop 'tr\t", ["stop", "train 8:02"]),
        ('stop "train 8:\t', ["stop", "train 8:02"]),
        ("stop o\t", ["stop", "o'clock"]),
        ("log --alarm tr\t", ["log", "--alarm", "train 8:02"]),
        ("next -n 3 gy\t", ["next", "-n", "3", "gym"]),
    ],
)
def test_alarms_are_completed_by_id_and_by_label(typed, keys, called):
    """Quoted as the shell needs it, however the word was begun."""
    assert typed.call(f"{keys}\r") == called


@pytest.mark.parametrize("keys", ["stop gym g\t", "add gy\t", "edit gym gy\t"])
def test_a_word_that_names_no_alarm_stays(typed, keys):
    """As the beginning of a phrase."""
    assert typed.call(f"{keys}\r") == keys.rstrip("\t").split()


@pytest.mark.parametrize(
    ("keys", "called"),
    [
        ("import cal\t", ["import", "calendar one.ics"]),
        ("import 'cal\t", ["import", "calendar one.ics"]),
        ("--data-dir fo\t list", ["--data-dir", "folder", "list"]),
    ],
)
def test_files_are_completed(typed, keys, called):
    """And folders, with the slash that some shells leave at their end."""
    assert [word.rstrip("/") for word in typed.call(f"{keys}\r")] == called


@pytest.mark.parametrize(
    "keys",
    [
        "--data-dir /x/other stop wa\t",
        "stop --data-dir=/x/other wa\t",
        "stop --data-dir '/x/with blank' ro\t",
        "stop --data-dir /x/with\\ blank ro\t",
    ],
)
def test_the_alarms_are_those_of_the_folder_that_was_named(typed, keys):
    """Wherever on the line."""
    assert typed.call(f"{keys}\r")[-1] in ("water", "roses")


def test_zsh_finds_it_by_its_name(tmp_path):
    """In a folder of fpath, where it is called at the first key already."""
    shell = Typed(tmp_path, "zsh with fpath", script("zsh"))
    assert shell.call("stop tr\t\r") == ["stop", "train 8:02"]
    assert shell.call("stop gy\t\r") == ["stop", "gym"]
    shell.close()


# Fish tells what it would offer.


@pytest.fixture(scope="module")
def fish(tmp_path_factory):
    """Give fish with completions."""
    return Fish(tmp_path_factory.mktemp("fish"), "fish", script("fish"))


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("sno", {"snooze"}),
        ("", set(COMMANDS)),
        ("backup ", {"list", "restore"}),
        ("backup restore al", {"alarms-1.sqlite3"}),
        ("completion ", set(SHELLS)),
        ("skip gym --t", {"--take-back"}),
        ("export - --format ", {"json", "ics", "csv"}),
        ("stop ", {"3f2a9c1b", "gym", r"train\ 8:02", r"o\'clock"}),
        ("stop 'tr", {"'train 8:02'"}),
        ("log --alarm gy", {"gym"}),
        ("next -n 3 gy", {"gym"}),
        ("stop gym ", set()),
        ("add gy", set()),
        ("import ", {r"calendar\ one.ics", "folder/"}),
        ("--data-dir fo", {"folder/"}),
        ("--data-dir /x/other stop ", {"water", "9a9a0000"}),
        ("stop --data-dir=/x/other w", {"water"}),
        ("stop --data-dir '/x/with blank' ", {"roses"}),
    ],
)
def test_fish_completes(fish, line, offered):
    """The same as the others."""
    assert set(fish.offered(line)) == offered


# What the shells ask the program.


def test_shells_are_told_labels_and_ids(shell):
    """Each with what it is; a label that several have, or that looks like an option, is not one."""
    train = shell.json("add", "every day 7:15 'train 8:02'")["id"]
    tea = shell.json("add", "20 min tea")["id"]
    twins = [shell.json("add", f"{hour}:00 twin")["id"] for hour in (8, 9)]
    option = shell.json("add", '10:00 "-x"')["id"]
    rows = [line.split("\t") for line in shell("completion", "ids")[1].splitlines()]
    assert sorted(rows[:2]) == [["tea", "timer"], ["train 8:02", "07:15 every day"]]
    ids = {row[0]: row[1] for row in rows[2:]}
    assert ids == {
        train[:8]: "train 8:02",
        tea[:8]: "tea",
        twins[0][:8]: "twin",
        twins[1][:8]: "twin",
        option[:8]: "-x",
    }
