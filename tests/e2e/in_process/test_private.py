"""What is on disk is for its owner alone, however wide the system makes new files."""

import logging
import os
import shutil
import stat
from pathlib import Path

import pytest

from alarmclock.store.files import DATABASE

TONE = Path(__file__).parents[2] / "desktop" / "sound" / "files" / "tone.flac"


@pytest.fixture(autouse=True)
def anybody_may_read_new_files():
    """Let the system give everything to everybody."""
    before = os.umask(0)
    yield
    os.umask(before)


def modes(folder):
    """Give what others than the owner may do with all that is in a folder, and with itself."""
    found = [folder, *folder.rglob("*")]
    return {path.name: stat.S_IMODE(path.stat().st_mode) & 0o077 for path in found}


def test_everything_in_the_data_folder(person, may_complain):
    """Database, its log, backups, own sounds, the lock, the mark and the log."""
    may_complain.append("something is wrong")
    person.say("7:15 gym")
    program = person.program
    program._store.backup()
    program.own_files._check = lambda _sound: None
    program.own_files.adopt(str(TONE))
    logging.getLogger("alarmclock").warning("something is wrong")
    found = modes(program.data_dir)
    assert set(found.values()) == {0}, found
    expected = {DATABASE, f"{DATABASE}-wal", "alarmclock.log", "running.lock", "running.crash"}
    assert expected | {"backups", "sounds", TONE.name} <= set(found)


def test_the_socket(person):
    """And the folder in which it is."""
    place = Path(person.program._channels._server.place)
    assert stat.S_ISSOCK(place.stat().st_mode)
    assert stat.S_IMODE(place.stat().st_mode) & 0o077 == 0
    assert stat.S_IMODE(place.parent.stat().st_mode) & 0o077 == 0


def test_a_folder_that_was_wider_is_mended(person, open_program, tmp_path):
    """As one that was copied from elsewhere."""
    person.say("7:15 gym")
    person.program.finish()
    wide = tmp_path / "wide"
    shutil.copytree(person.program.data_dir, wide)
    for path in (wide, *wide.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o666)
    open_program(data_dir=wide)
    assert set(modes(wide).values()) == {0}
