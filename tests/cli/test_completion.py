import os
import shutil
import subprocess

import pytest

from alarmclock.cli.completion import SHELLS, script
from alarmclock.cli.table import COMMANDS

CHECKED_BY = {"bash": ("bash", "-n"), "zsh": ("zsh", "-n"), "fish": ("fish", "--no-execute")}

ANSWERING = r"""#!/bin/sh
case "$*" in
    *other*) printf '9a9a\tother\n' ;;
    *) printf '3f2a\tgym\n77ab\ttea\n' ;;
esac
"""


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_is_completed(shell):
    """With its options."""
    text = script(shell)
    assert all(name in text for name in COMMANDS)
    assert "take-back" in text


@pytest.mark.parametrize("shell", SHELLS)
def test_the_shell_can_read_it(shell, tmp_path):
    """Where the shell is there; bash always is."""
    if shutil.which(shell) is None and shell != "bash":
        assert "{" not in script(shell).splitlines()[-1]
        return
    file = tmp_path / "completion"
    file.write_text(script(shell))
    checked = subprocess.run(
        [*CHECKED_BY[shell], file], capture_output=True, text=True, check=False
    )
    assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("sno", {"snooze"}),
        ("stop ", {"--json", "--data-dir", "3f2a", "77ab"}),
        ("stop 3", {"3f2a"}),
        ("--data-dir /tmp pau", {"pause"}),
        ("completion f", {"fish"}),
        ("skip gym --t", {"--take-back"}),
        ("backup ", {"list", "restore", "--json", "--data-dir"}),
        ("log --alarm ", {"3f2a", "77ab"}),
        ("export - --format ", {"json", "ics", "csv"}),
        ("--data-dir /tmp/other stop 9", {"9a9a"}),
        ("stop --data-dir /tmp/other 9", {"9a9a"}),
    ],
)
def test_bash_completes(line, found, tmp_path):
    """Commands, options, and ids that the program tells."""
    told = tmp_path / "alarmclock"
    told.write_text(ANSWERING)
    told.chmod(0o755)
    words = line.split(" ")
    asked = "\n".join(
        [
            script("bash"),
            f"COMP_WORDS=(alarmclock {' '.join(repr(word) for word in words)})",
            f"COMP_CWORD={len(words)}; _alarmclock; printf '%s\\n' \"${{COMPREPLY[@]}}\"",
        ]
    )
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    run = subprocess.run(
        ["bash", "-c", asked], env=environment, capture_output=True, text=True, check=True
    )
    assert set(run.stdout.split()) == found
