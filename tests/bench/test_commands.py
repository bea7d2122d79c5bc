"""Commands stay quick, measured against a floor of the same run; nothing of Qt is loaded."""

import subprocess
import sys

import pytest

from tests.bench.commands import AIM, ROOT, SCRIPT, figures

RUNS = 7
# To add also writes to disk and arms a daemon before it is answered; to stop needs the parser.
AIM_OF_CHANGES = 2.0
# Without the program a command loads the alarms' own code; no change may make that worse.
SLOWEST_CLOSED = 7.0


@pytest.fixture(scope="module")
def found():
    """Measure once."""
    return figures(RUNS)


@pytest.mark.parametrize("name", ["list", "next", "next PHRASE"])
def test_a_command_to_the_open_window(found, name):
    """Half as long again as a bare Python at most, from start to end."""
    assert found["open"][name] < AIM * found["open"]["floor"]


@pytest.mark.parametrize("name", ["add", "stop"])
def test_a_change_in_the_open_window(found, name):
    """On disk and armed, or silent, when the command ends."""
    assert found["open"][name] < AIM_OF_CHANGES * found["open"]["floor"]


@pytest.mark.parametrize("name", ["list", "next", "next PHRASE", "add"])
def test_a_command_while_the_window_is_closed(found, name):
    """A fraction of a second."""
    assert found["closed"][name] < SLOWEST_CLOSED * found["closed"]["floor"]


@pytest.mark.parametrize("words", [["list"], ["add", "7:15"], ["next", "7:15"], ["--help"]])
def test_no_command_loads_qt(words, tmp_path):
    """Nor asyncio."""
    program = (
        "import sys; from alarmclock.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*sorted({'PySide6', 'asyncio', 'qasync'} & set(sys.modules)), file=sys.stderr)"
    )
    assert "main()" in SCRIPT
    run = subprocess.run(
        [sys.executable, "-c", program, *words, "--data-dir", str(tmp_path / "data")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stderr.splitlines()[-1] == ""
