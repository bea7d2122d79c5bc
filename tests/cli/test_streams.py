"""Where an answer can't be written, a command says so in a sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from alarmclock.cli import main
from tests.bench.child import ROOT

FULL = "/dev/full"
COMMANDS = {
    "list": ["list"],
    "list in JSON": ["list", "--json"],
    "log": ["log"],
    "log as a table": ["log", "--csv"],
    "export": ["export", "-"],
    "help": ["list", "--help"],
    "version": ["--version"],
}


@pytest.fixture
def ask(tmp_path):
    """Give a call that lets a shell run a command with other streams, and gives what came of it."""
    main(["add", "7:15", "Frühstück", "--data-dir", str(tmp_path)])

    def run(words, streams, **environment):
        call = [sys.executable, "-m", "alarmclock", *words]
        if words != ["--version"]:
            call += ["--data-dir", str(tmp_path)]
        quoted = " ".join(f"'{word}'" for word in call)
        return subprocess.run(
            ["sh", "-c", f"exec {quoted} {streams}"],
            cwd=ROOT,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return run


@pytest.mark.skipif(not Path(FULL).exists(), reason="only Linux has a disk that is always full")
@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS.keys())
def test_a_full_disk_is_told(ask, words):
    """No raw exception, and no success."""
    found = ask(words, f"> {FULL}")
    told = "The answer could not be written: No space left on device."
    assert (found.returncode, found.stderr.splitlines()[-1]) == (2, told)


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS.keys())
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_without_a_stream_nothing_is_written_to_it(ask, words, closed):
    """As when a service runs a command: it is done all the same."""
    found = ask(words, closed)
    assert "Traceback" not in found.stderr
    assert found.returncode == 0
    assert bool(found.stdout) == (">&-" not in closed.replace("2>&-", ""))


def test_where_messages_can_not_be_written_the_answer_is(ask):
    """The other way round it is told; this way nobody can be."""
    found = ask(["list"], f"2> {FULL}")
    assert found.returncode == 0
    assert "Frühstück" in found.stdout


@pytest.mark.parametrize("words", [["list"], ["log", "--csv"]], ids=["list", "log as a table"])
def test_a_stream_of_few_letters_shows_the_others_as_marks(ask, words):
    """As with LC_ALL=C, where Python is told not to help itself."""
    found = ask(words, "", LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert found.returncode == 0
    assert "Fr?hst?ck" in found.stdout
