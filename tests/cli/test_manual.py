"""The man page."""

import os
import shutil
import subprocess

from alarmclock.cli.table import COMMANDS
from tests.e2e.process.screen import require
from tests.tools.make_man_page import PAGE, page


def test_the_manual_is_up_to_date():
    """`python -m tests.tools.make_man_page` writes it."""
    assert PAGE.read_text(encoding="utf-8") == page()


def test_man_finds_nothing_wrong_with_it():
    """Not a warning, and every command is shown."""
    require("man", "groff")
    run = subprocess.run(
        ["man", "--warnings", "-l", PAGE],
        env={**os.environ, "LC_ALL": "C.UTF-8", "MANPAGER": "cat", "MANWIDTH": "100"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stderr == ""
    assert shutil.which("man")
    assert all(f"alarmclock {name}" in run.stdout for name in COMMANDS)
