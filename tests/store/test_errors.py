"""Tests of the sentences for what can go wrong with the file."""

import errno
import sqlite3
from pathlib import Path

import pytest

from alarmclock.store.errors import not_saved, only_readable, unusable

FOLDER = Path("/home/ada/alarms")

CASES = [
    pytest.param(sqlite3.SQLITE_FULL, "disk", "full", id="disk full"),
    pytest.param(sqlite3.SQLITE_READONLY_DIRECTORY, str(FOLDER), "can't be written", id="readonly"),
    pytest.param(sqlite3.SQLITE_CANTOPEN, str(FOLDER), "can't be written", id="can't open"),
    pytest.param(sqlite3.SQLITE_BUSY_SNAPSHOT, str(FOLDER), "another program", id="busy"),
    pytest.param(sqlite3.SQLITE_CORRUPT, "newest backup", "damaged", id="corrupt"),
    pytest.param(sqlite3.SQLITE_IOERR_SHORT_READ, "newest backup", "damaged", id="short file"),
    pytest.param(sqlite3.SQLITE_IOERR_FSYNC, str(FOLDER), "reports an error", id="disk error"),
    pytest.param(sqlite3.SQLITE_TOOBIG, "open", "“strange” was reported", id="anything else"),
]


def sqlite_error(code):
    """Give an error as SQLite raises it."""
    error = sqlite3.OperationalError("strange")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(("code", "first", "second"), CASES)
def test_what_is_not_saved_is_told_with_its_reason(code, first, second):
    """The sentence names the thing, the reason and what to do."""
    sentence = str(not_saved("The alarm", sqlite_error(code), FOLDER))
    assert sentence.startswith("The alarm could not be saved: ")
    assert sentence.endswith("nothing was changed.")
    assert first in sentence
    assert second in sentence


@pytest.mark.parametrize(("code", "first", "second"), CASES)
def test_a_store_that_can_not_be_used_is_told_with_its_reason(code, first, second):
    """The sentence names the reason and what to do."""
    sentence = str(unusable(sqlite_error(code), FOLDER))
    assert first.casefold() in sentence.casefold()
    assert second in sentence
    assert str(FOLDER) in sentence


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, "is full"),
        (errno.EACCES, "can't be written"),
        (errno.EROFS, "can't be written"),
        (errno.EIO, "reports an error"),
        (errno.ELOOP, "can't be opened: “strange” was reported"),
    ],
)
def test_what_the_system_says_has_its_sentence_too(number, expected):
    """An error of a file means the same as one of SQLite."""
    assert expected in str(unusable(OSError(number, "strange"), FOLDER))


def test_an_error_without_a_code_is_quoted():
    """Nothing that goes wrong is left without a sentence."""
    assert "“odd”" in str(not_saved("The alarm", sqlite3.InterfaceError("odd"), FOLDER))


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, "nothing can be changed: the disk of “/home/ada/alarms” is full."),
        (errno.EROFS, "nothing can be changed: the folder “/home/ada/alarms” can't be written."),
        (errno.EIO, "nothing can be changed: the disk of “/home/ada/alarms” reports an error."),
        (errno.ENAMETOOLONG, "can't be opened: “"),
    ],
)
def test_what_could_be_read_is_not_said_to_be_unreadable(number, expected):
    """Where the reason is none of these, it is said as it was."""
    cause = OSError(number, "strange")
    error = unusable(cause, FOLDER)
    error.__cause__ = cause
    assert expected in only_readable(error, FOLDER)
