import os
import shutil
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest

from alarmclock.desktop import entry


@pytest.fixture
def command(tmp_path):
    """A command that can be run."""
    return make_command(tmp_path / "bin" / "alarmclock")


def make_command(file: Path) -> Path:
    """Write a program that says it ran."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("#!/bin/sh\necho it ran\n")
    file.chmod(0o755)
    return file


def read(file: Path) -> dict[str, str]:
    """Read the keys of an installed entry."""
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(file, encoding="utf-8")
    return dict(parser["Desktop Entry"])


def tool(name: str, package: str) -> str:
    """Find a program that these tests need; only where nobody checks for all, do without."""
    found = shutil.which(name)
    if found is None and not os.environ.get("CI"):
        pytest.skip(f"{name} is not installed")
    assert found, f"Please install {package}."
    return found


def validated(file: Path) -> str:
    """Return what desktop-file-validate has to say."""
    command = [tool("desktop-file-validate", "desktop-file-utils"), str(file)]
    checked = subprocess.run(command, check=False, capture_output=True, text=True)
    return checked.stdout + checked.stderr


def test_entry_starts_the_command_by_its_whole_path(tmp_path, command):
    """A menu finds the program without the person's PATH, and hides it when it is gone."""
    file = entry.install_entry(tmp_path / "share", command)[0]
    assert file == tmp_path / "share" / "applications" / "alarmclock.desktop"
    assert read(file)["Exec"] == f'"{command}"'
    assert read(file)["TryExec"] == str(command)
    assert read(file)["Icon"] == "alarmclock"


@pytest.mark.parametrize(
    "folder",
    ["plain", "with a space", "100%", 'a "quote"', "back\\slash", "$HOME `id`", "Über"],
)
def test_installed_entry_is_valid_for_every_folder(tmp_path, folder):
    """Desktops accept the entry, whatever the folder of the command is called."""
    command = make_command(tmp_path / folder / "alarmclock")
    assert validated(entry.install_entry(tmp_path / "share", command)[0]) == ""


@pytest.mark.parametrize("folder", ["with a space", 'a "quote"', "back\\slash", "$HOME `id`"])
def test_installed_entry_starts_the_command(tmp_path, folder):
    """GLib, which starts entries on most desktops, runs the command in a folder of any name."""
    command = make_command(tmp_path / folder / "alarmclock")
    file = entry.install_entry(tmp_path / "share", command)[0]
    launch = [tool("gio", "libglib2.0-bin"), "launch", str(file)]
    ran = subprocess.run(launch, check=True, capture_output=True, text=True)
    assert ran.stdout == "it ran\n"


def test_icons_are_installed_in_each_size(tmp_path, command):
    """Each picture lies in the folder of its size, the drawing in the one for all sizes."""
    installed = entry.install_entry(tmp_path, command)
    icons = [file for file in installed if file.is_relative_to(tmp_path / "icons")]
    below = [icon.relative_to(tmp_path / "icons" / "hicolor").as_posix() for icon in icons]
    assert below == [
        *(f"{size}x{size}/apps/alarmclock.png" for size in (16, 24, 32, 48, 64, 128, 256, 512)),
        "scalable/apps/alarmclock.svg",
    ]
    for icon in icons[:-1]:
        assert png_size(icon) == f"{icon.parent.parent.name}"


def png_size(file: Path) -> str:
    """Read width and height out of the head of a PNG file."""
    head = file.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    return f"{int.from_bytes(head[16:20])}x{int.from_bytes(head[20:24])}"


def test_installing_again_replaces_what_was_there(tmp_path, command):
    """A program that moved is started from its new place."""
    entry.install_entry(tmp_path, tmp_path / "old" / "alarmclock")
    file = entry.install_entry(tmp_path, command)[0]
    assert read(file)["TryExec"] == str(command)


def test_removing_takes_out_what_was_installed(tmp_path, command):
    """Nothing of the program stays, and what others installed does."""
    other = tmp_path / "applications" / "other.desktop"
    installed = entry.install_entry(tmp_path, command)
    other.touch()
    assert entry.remove_entry(tmp_path) == installed
    assert {file for file in tmp_path.rglob("*") if file.is_file()} == {other, command}


def test_removing_nothing_is_no_error(tmp_path):
    """Where nothing was installed, nothing is removed."""
    assert entry.remove_entry(tmp_path) == []


def test_the_bus_can_start_the_command(tmp_path):
    """Also where its path has a space."""
    command = make_command(tmp_path / "my tools" / "alarmclock")
    entry.install_entry(tmp_path, command)
    service = tmp_path / "dbus-1" / "services" / "org.alarmclock.AlarmClock.service"
    assert service.read_text().splitlines() == [
        "[D-BUS Service]",
        "Name=org.alarmclock.AlarmClock",
        f"Exec='{command}'",
    ]


def test_the_manual_is_installed(tmp_path, command):
    """Where man looks for the pages of one person."""
    entry.install_entry(tmp_path, command)
    assert "ALARMCLOCK" in (tmp_path / "man" / "man1" / "alarmclock.1").read_text()


def test_icon_caches_are_told(tmp_path, command):
    """A desktop that remembers the icons sees by the folder's time that there are new ones."""
    entry.install_entry(tmp_path, command)
    theme = tmp_path / "icons" / "hicolor"
    os.utime(theme, (0, 0))
    entry.install_entry(tmp_path, command)
    assert theme.stat().st_mtime > 0


def test_the_running_command_is_found_first(tmp_path, monkeypatch, command):
    """The command that was called is the one the menu starts."""
    monkeypatch.setattr(sys, "argv", [str(command)])
    assert entry.find_command() == command


def test_what_can_not_be_started_is_passed_over(tmp_path, command):
    """Neither another program, nor a lost file, nor one that may not run, is the command."""
    python, lost, bare = (
        tmp_path / "python",
        tmp_path / "lost" / "alarmclock",
        tmp_path / "alarmclock",
    )
    make_command(python)
    bare.touch(mode=0o644)
    assert entry.find_command([python, lost, bare, command]) == command


def test_without_a_command_it_says_how_to_get_one():
    """A bare checkout can't be put into a menu, and says what to do."""
    with pytest.raises(entry.CommandMissing, match="pip install"):
        entry.find_command([])


@pytest.mark.parametrize(
    ("environment", "home"),
    [
        pytest.param({"XDG_DATA_HOME": "/data"}, Path("/data"), id="named"),
        pytest.param({}, Path("/home/me/.local/share"), id="not named"),
        pytest.param({"XDG_DATA_HOME": ""}, Path("/home/me/.local/share"), id="empty"),
        pytest.param({"XDG_DATA_HOME": "data"}, Path("/home/me/.local/share"), id="relative"),
    ],
)
def test_data_home_follows_the_specification(monkeypatch, environment, home):
    """The folder is the one that is named, if by its whole path, and the usual one otherwise."""
    monkeypatch.setenv("HOME", "/home/me")
    assert entry.user_data_home(environment) == home
