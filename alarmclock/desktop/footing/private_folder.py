"""Keeps a data folder and what is in it for its owner alone, also where it was not so before."""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

OTHERS = 0o077
# What lies there by other names may be meant for others.
OUR_NAMES = ("alarmclock.*", "alarmclock-*", "running.*", "crash-*.txt")
OUR_FOLDERS = ("backups", "sounds")
DATABASE = "alarmclock.sqlite3"


def keep_private(folder: Path) -> None:
    """Take from others what they may do with a folder of ours and with our files in it.

    A folder that serves for more than alarms, such as the home folder or one for all, is left as
    it is: there only our files are mended.
    """
    if sys.platform == "win32" or not folder.is_dir():
        return
    if not _is_shared(folder):
        _mend(folder)
    for path in _ours(folder):
        _mend(path)


def _ours(folder: Path) -> Iterator[Path]:
    for name in OUR_NAMES:
        yield from folder.glob(name)
    for inner in map(folder.joinpath, OUR_FOLDERS):
        if inner.is_dir() and not inner.is_symlink():
            yield inner
            yield from inner.iterdir()


def _is_shared(folder: Path) -> bool:
    if folder.stat().st_mode & stat.S_ISVTX or folder.resolve() == Path.home().resolve():
        return True
    others = (path.name for path in folder.iterdir())
    return not (folder / DATABASE).exists() and any(name != "running.lock" for name in others)


def _mend(path: Path) -> None:
    with suppress(OSError):
        found = path.lstat()
        mode = stat.S_IMODE(found.st_mode)
        is_plain = stat.S_ISDIR(found.st_mode) or stat.S_ISREG(found.st_mode)
        if is_plain and found.st_uid == os.getuid() and mode & OTHERS:
            path.chmod(mode & ~OTHERS)
