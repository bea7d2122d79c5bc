"""What can go wrong with the file, and the sentences that people read then."""

import errno
import sqlite3
from enum import Enum, auto
from pathlib import Path

from alarmclock.core.errors import AlarmClockError, NotSaved

# The low byte of an SQLite code is its family, the rest tells which member.
FAMILY = 0xFF


class StoreUnusable(AlarmClockError):
    """The store can't be opened or read; its text says why and what to do."""


class Damaged(Exception):
    """What is stored can't be made sense of; nobody but the store sees this."""


class Trouble(Enum):
    """What keeps SQLite or the system from doing what it was asked."""

    FULL = auto()
    READ_ONLY = auto()
    BUSY = auto()
    DAMAGED = auto()
    DISK = auto()
    OTHER = auto()


SQLITE_TROUBLES = {
    sqlite3.SQLITE_FULL: Trouble.FULL,
    sqlite3.SQLITE_READONLY: Trouble.READ_ONLY,
    sqlite3.SQLITE_PERM: Trouble.READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: Trouble.READ_ONLY,
    sqlite3.SQLITE_BUSY: Trouble.BUSY,
    sqlite3.SQLITE_LOCKED: Trouble.BUSY,
    sqlite3.SQLITE_CORRUPT: Trouble.DAMAGED,
    sqlite3.SQLITE_NOTADB: Trouble.DAMAGED,
    sqlite3.SQLITE_IOERR: Trouble.DISK,
}
# A file that ends too early is an input error to SQLite; the disk is sound.
SHORT_FILES = {sqlite3.SQLITE_IOERR_SHORT_READ, sqlite3.SQLITE_IOERR_CORRUPTFS}

SYSTEM_TROUBLES = {
    errno.ENOSPC: Trouble.FULL,
    errno.EDQUOT: Trouble.FULL,
    errno.EACCES: Trouble.READ_ONLY,
    errno.EPERM: Trouble.READ_ONLY,
    errno.EROFS: Trouble.READ_ONLY,
    errno.EIO: Trouble.DISK,
}


def trouble_of(error: sqlite3.Error | OSError) -> Trouble:
    """Tell what kind of trouble an error is."""
    if isinstance(error, OSError):
        return SYSTEM_TROUBLES.get(error.errno or 0, Trouble.OTHER)
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return Trouble.OTHER
    if code in SHORT_FILES:
        return Trouble.DAMAGED
    return SQLITE_TROUBLES.get(code & FAMILY, Trouble.OTHER)


def not_saved(what: str, error: sqlite3.Error | OSError, folder: Path) -> NotSaved:
    """Say why `what` (“The alarm”) could not be saved, and what to do about it."""
    reasons = {
        Trouble.FULL: "the disk is full. Free some space and try again; nothing was changed.",
        Trouble.READ_ONLY: f"the folder “{folder}” can't be written. Allow writing there and try "
        "again; nothing was changed.",
        Trouble.BUSY: f"another program is using the files in “{folder}”. Close it, or try again "
        "in a moment; nothing was changed.",
        Trouble.DAMAGED: "its file is damaged. Close Alarm Clock and open it again, which mends it "
        "or restores the newest backup; nothing was changed.",
        Trouble.DISK: f"the disk of “{folder}” reports an error. Check that disk and its free "
        "space, and try again; nothing was changed.",
        Trouble.OTHER: f"“{reported(error)}” was reported. Try again, or close Alarm Clock and "
        "open it again; nothing was changed.",
    }
    return NotSaved(f"{what} could not be saved: {reasons[trouble_of(error)]}")


def reported(error: Exception) -> str:
    """Say what the system reported, without its number and the path, which is named already."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def unusable(error: sqlite3.Error | OSError, folder: Path) -> StoreUnusable:
    """Say why the alarms can't be opened or read, and what to do about it."""
    sentences = {
        Trouble.FULL: f"Your alarms can't be opened: the disk of “{folder}” is full. Free some "
        "space and open Alarm Clock again.",
        Trouble.READ_ONLY: f"The folder “{folder}” with your alarms can't be written. Allow "
        "writing there, or choose another folder, and open Alarm Clock again.",
        Trouble.BUSY: f"Your alarms can't be opened: another program is using the files in "
        f"“{folder}”. Close it and open Alarm Clock again.",
        Trouble.DAMAGED: f"Your alarms can't be read: their file in “{folder}” is damaged. Close "
        "Alarm Clock and open it again, which mends it or restores the newest backup.",
        Trouble.DISK: f"Your alarms can't be opened: the disk of “{folder}” reports an error. "
        "Check that disk and open Alarm Clock again.",
        Trouble.OTHER: f"Your alarms in “{folder}” can't be opened: “{reported(error)}” was "
        "reported. Check that folder and open Alarm Clock again.",
    }
    return StoreUnusable(sentences[trouble_of(error)])


def only_readable(error: StoreUnusable, folder: Path) -> str:
    """Say why nothing can be changed though the alarms could be read, and what to do about it."""
    reasons = {
        Trouble.FULL: f"the disk of “{folder}” is full. Free some space.",
        Trouble.READ_ONLY: f"the folder “{folder}” can't be written. Allow writing there.",
        Trouble.BUSY: f"another program is using the files in “{folder}”. Close that program.",
        Trouble.DISK: f"the disk of “{folder}” reports an error. Check that disk.",
    }
    cause = error.__cause__
    trouble = trouble_of(cause) if isinstance(cause, sqlite3.Error | OSError) else None
    reason = reasons.get(trouble) if trouble else None
    if reason is None:
        return str(error)
    return f"Your alarms could be read, but nothing can be changed: {reason}"
