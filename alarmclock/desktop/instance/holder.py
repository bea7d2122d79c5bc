"""Who holds a data folder, seen and taken without Qt, in the form that Qt's lock file has."""

import os
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

LOCK = "running.lock"
# A lock file is written right after it was made; one that stays empty was left by a crash.
WRITTEN_WITHIN_S = 2.0
LOOK_EVERY_S = 0.02
OWNER_ONLY = 0o700
LOCK_MODE = 0o600
# Elsewhere the lock of a folder that can't be written is looked at, too.
LOOKED_AT = os.O_RDWR if sys.platform == "win32" else os.O_RDONLY


class Held(Exception):
    """Another process holds the data folder."""


def lock_path(folder: str) -> str:
    """Give the place of the lock of a data folder."""
    return os.path.join(folder, LOCK)


def is_held(folder: str) -> bool:
    """Tell whether a living process holds a data folder."""
    try:
        file = os.open(lock_path(folder), LOOKED_AT)
    except FileNotFoundError:
        return False
    except OSError:
        # Where files are locked by being open, that is the answer.
        return sys.platform == "win32"
    try:
        return not _lock(file, exclusive=False)
    finally:
        os.close(file)


def holder_of(folder: str) -> int | None:
    """Give the process that holds a data folder, None where nobody does or it can't be told."""
    if not is_held(folder):
        return None
    try:
        with open(lock_path(folder), encoding="utf-8", errors="replace") as file:
            return int(file.readline())
    except (OSError, ValueError):
        return None


def clear_stale(folder: str) -> bool:
    """Remove a lock that nobody holds any more, whatever stands in it; False where none was."""
    path = lock_path(folder)
    try:
        file = os.open(path, os.O_RDWR)
    except OSError:
        return False
    try:
        # After the clock was set back, what a crash has left seems to come from the future.
        is_new = abs(time.time() - os.fstat(file).st_mtime) < WRITTEN_WITHIN_S
        is_written = os.fstat(file).st_size > 0
        if (is_new and not is_written) or not _lock(file, exclusive=True):
            return False
        if not os.path.samestat(os.fstat(file), os.stat(path)):
            return False
        os.unlink(path)
    except OSError:
        return False
    finally:
        os.close(file)
    return True


@contextmanager
def held(folder: str, patience_s: float) -> Iterator[None]:
    """Hold a data folder meanwhile, so that no program opens it. Raises Held and OSError."""
    os.makedirs(folder, OWNER_ONLY, exist_ok=True)
    file = _take(folder, time.monotonic() + patience_s)
    try:
        yield
    finally:
        with suppress(OSError):
            if sys.platform == "win32":
                os.close(file)
            os.unlink(lock_path(folder))
        if sys.platform != "win32":
            os.close(file)


def hold_unwritten(folder: str) -> int:
    """Hold a data folder by an empty lock, for a disk that is full; the hold ends with its file.

    Raises Held and OSError.
    """
    path = lock_path(folder)
    file = os.open(path, os.O_RDWR | os.O_CREAT, LOCK_MODE)
    # Others may have removed what a crash had left, between these two steps.
    if not _lock(file, exclusive=True) or not os.path.samestat(os.fstat(file), os.stat(path)):
        os.close(file)
        raise Held
    return file


def _take(folder: str, until: float) -> int:
    while True:
        try:
            return _made(lock_path(folder))
        except FileExistsError:
            if clear_stale(folder):
                continue
        if time.monotonic() >= until:
            raise Held
        time.sleep(LOOK_EVERY_S)


def _made(path: str) -> int:
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, LOCK_MODE)
    _lock(file, exclusive=True)
    lines = (str(os.getpid()), _program(), socket.gethostname(), "")
    try:
        os.write(file, "\n".join(lines).encode())
    except OSError:
        os.close(file)
        os.unlink(path)
        raise
    return file


def _program() -> str:
    """Name this process as Qt finds it, so that it can tell whether it still runs."""
    try:
        return os.path.basename(os.readlink("/proc/self/exe"))
    except OSError:
        return os.path.basename(sys.executable)


def _lock(file: int, *, exclusive: bool) -> bool:
    """Try to lock an open file as Qt does; it is free again when its process ends."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(file, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
