"""The command line, before any window."""

import pytest

from alarmclock import cli
from alarmclock.cli import FAILED, bad_pair
from alarmclock.desktop.display import NO_DISPLAY, display_problem, is_seen


@pytest.mark.parametrize(
    ("pyside", "python", "refused"),
    [
        ("6.11.3", (3, 11, 7), False),
        ("6.12.0", (3, 11, 7), True),
        ("6.13.1", (3, 10, 2), True),
        ("6.12.0", (3, 12, 0), False),
        ("6.12.0", (3, 13, 1), False),
    ],
    ids=["sound", "aborting", "aborting later", "immortal 3.12", "immortal 3.13"],
)
def test_the_pair_that_aborts_is_refused(pyside, python, refused):
    """PySide6 6.12 ends Python 3.11 after some thousand calls; the program says what to do."""
    sentence = bad_pair(pyside, python)
    assert bool(sentence) is refused
    if refused:
        assert "pip install" in sentence


def test_without_a_screen_the_program_says_so(capsys, monkeypatch):
    """The sentence goes to stderr, the status is 2, and Qt is not asked."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert cli.main([]) == FAILED
    assert capsys.readouterr().err == f"{NO_DISPLAY}\n"


@pytest.mark.parametrize(
    "environment",
    [{"WAYLAND_DISPLAY": "wayland-0"}, {"QT_QPA_PLATFORM": "offscreen"}],
    ids=["Wayland", "a platform that was asked for"],
)
def test_where_there_is_a_screen_there_is_no_problem(environment):
    """Only X11 is tried here; Qt finds the others."""
    assert display_problem(environment) is None


@pytest.mark.parametrize(
    ("environment", "seen"),
    [
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen", "WAYLAND_DISPLAY": "wayland-0"}, False),
        ({}, False),
    ],
)
def test_nobody_is_asked_where_nobody_can_see_it(environment, seen):
    """A question there would wait for ever."""
    assert is_seen(environment) is seen


def test_a_display_that_does_not_answer_is_named():
    """A wrong DISPLAY is told by its name instead of an abort."""
    assert ":4711" in (display_problem({"DISPLAY": ":4711"}) or "")


def test_the_version_is_told(capsys):
    """As everywhere on the command line."""
    with pytest.raises(SystemExit) as ended:
        cli.main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("Alarm Clock 1.")


def test_the_menu_entry_is_installed_and_removed(capsys, monkeypatch, tmp_path):
    """Both commands say what they did."""
    command = tmp_path / "alarmclock"
    command.write_text("#!/bin/sh\n")
    command.chmod(0o755)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr("sys.argv", [str(command)])
    assert cli.main(["--install-desktop-entry"]) == 0
    entry = tmp_path / "data" / "applications" / "alarmclock.desktop"
    assert str(command) in entry.read_text()
    assert cli.main(["--remove-desktop-entry"]) == 0
    assert not entry.exists()
    assert "put into the menu" in capsys.readouterr().out
