"""GNOME's settings are read by a program that may be missing, fail or hang."""

import os

from alarmclock.desktop.wakefulness import gsettings
from alarmclock.desktop.wakefulness.gsettings import list_settings


def program(folder, *lines):
    """Write a program that stands for gsettings."""
    path = folder / "gsettings"
    path.write_text("\n".join(["#!/bin/sh", *lines, ""]))
    path.chmod(0o755)
    return str(path)


def test_what_it_prints_is_given(tmp_path, run_on_loop):
    """On the loop that the program runs on."""
    path = program(tmp_path, 'echo "$1 of $2"')

    async def main():
        return await list_settings("org.example.power", path)

    assert run_on_loop(main()) == "list-recursively of org.example.power\n"


async def test_without_the_program_there_is_nothing():
    """Many desktops do without it."""
    assert await list_settings("org.example.power", "no-such-gsettings") == ""


async def test_what_it_says_of_a_missing_schema_is_no_setting(tmp_path):
    """It is for people."""
    path = program(tmp_path, "echo 'No such schema' >&2", "exit 1")
    assert await list_settings("org.example.power", path) == ""


async def test_one_that_hangs_is_ended(tmp_path):
    """Nobody waits for it for long, and no process is left."""
    mark = tmp_path / "process"
    path = program(tmp_path, f'echo $$ > "{mark}"', "exec sleep 60")
    assert await list_settings("org.example.power", path, ends_within_s=0.3) == ""
    try:
        os.kill(int(mark.read_text()), 0)
    except ProcessLookupError:
        return
    raise AssertionError("it still runs")


async def test_one_that_can_not_be_run_is_none(tmp_path):
    """It is there, but not for this computer."""
    path = tmp_path / "gsettings"
    path.write_bytes(b"\x7fELF")
    path.chmod(0o755)
    assert await list_settings("org.example.power", str(path)) == ""
    assert gsettings.ENDS_WITHIN_S > 0
