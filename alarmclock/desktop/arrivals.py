"""Tells when a file comes into being, so that nobody has to look for it again and again.

Linux does so by inotify(7), which Python does not have: it is reached by ctypes.
"""

import ctypes
import os
import struct
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

IN_MOVED_TO, IN_CREATE, IN_IGNORED = 0x80, 0x100, 0x8000
IN_NONBLOCK_CLOEXEC = 0o2004000
COMES = IN_CREATE | IN_MOVED_TO
# watch, mask, cookie, and the length of the name that follows
HEAD = struct.Struct("iIII")
READ_BYTES = 4096
# No file is called so.
FOLDER_GONE = "/"


class Arrivals:
    """A file descriptor that becomes readable when one of some files may have come.

    A folder that is not there yet is waited for as well. Where the system tells of no files,
    `is_watching` is False. Used by one thread.
    """

    def __init__(self, wanted: Iterable[Path]) -> None:
        self._wanted = tuple(wanted)
        self._libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None
        self._fd = -1
        self._names: set[str] = set()
        if self._libc is not None and self._wanted:
            self._fd = self._libc.inotify_init1(IN_NONBLOCK_CLOEXEC)
            self._watch()

    @property
    def is_watching(self) -> bool:
        """True when every file is watched for."""
        return self._fd >= 0 and bool(self._names)

    def fileno(self) -> int:
        """Give what becomes readable."""
        return self._fd

    def take(self) -> bool:
        """Take note of what has come, and tell whether any of it was wanted."""
        names: set[str] = set()
        with suppress(BlockingIOError):
            while told := os.read(self._fd, READ_BYTES):
                names |= _names_in(told)
        has_come = bool(names & {*self._names, FOLDER_GONE})
        if has_come:
            self._watch()
        return has_come

    def close(self) -> None:
        """Watch no more."""
        if self._fd >= 0:
            os.close(self._fd)
        self._fd = -1

    def _watch(self) -> None:
        """Watch the nearest folder that is there for the next part of the way to each file."""
        assert self._libc is not None
        self._names = set()
        for path in self._wanted:
            folder, name = _step_to(path)
            if self._libc.inotify_add_watch(self._fd, os.fsencode(folder), COMES) < 0:
                self._names = set()
                return
            self._names.add(name)


def _step_to(path: Path) -> tuple[Path, str]:
    """Give the nearest folder that is there, with what is to come in it."""
    step = next(step for step in (path, *path.parents) if step.parent.is_dir())
    return step.parent, step.name


def _names_in(told: bytes) -> set[str]:
    names, place = set(), 0
    while place + HEAD.size <= len(told):
        _, mask, _, length = HEAD.unpack_from(told, place)
        place += HEAD.size
        name = os.fsdecode(told[place : place + length].rstrip(b"\0"))
        names.add(FOLDER_GONE if mask & IN_IGNORED else name)
        place += length
    return names
