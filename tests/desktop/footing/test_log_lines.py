"""The form of a line of the log: it can be shown to others."""

import logging
from pathlib import Path

import pytest

from alarmclock.desktop.footing.log_lines import LogLines


def line(message, *arguments, error=None):
    """Write a record, without its time."""
    record = logging.LogRecord("alarmclock.x", logging.ERROR, "", 1, message, arguments, error)
    return LogLines().format(record).split(" ", 2)[2]


def failure(error):
    """Raise an error and give what a handler is given of it."""
    try:
        raise error
    except type(error) as raised:
        return type(raised), raised, raised.__traceback__


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("The ring of %s failed", "The ring of a1b2 failed"),
        ("“Visit to the clinic” is damaged", "“…” is damaged"),
        ("no such file: '/home/me/song.mp3'", "no such file: '…'"),
        ('KeyError("gym")', 'KeyError("…")'),
        ("It can't be told, and isn't clear", "It can't be told, and isn't clear"),
        ("“a” or 'b' but can't", "“…” or '…' but can't"),
    ],
)
def test_what_is_quoted_is_left_out(said, written):
    """Labels and names of files stand in quotation marks in all our sentences."""
    arguments = ("a1b2",) if "%s" in said else ()
    assert line(said, *arguments) == f"ERROR alarmclock.x: {written}"


def test_the_home_folder_is_not_named():
    """It is the name of a person."""
    assert line("%s is full", Path.home() / "disk").endswith("~/disk is full")


def test_an_error_names_its_place_and_no_value():
    """Module, line, function, kind and message; what is quoted in that is left out."""
    written = line("It failed", error=failure(KeyError("Visit to the clinic"))).splitlines()
    assert written[0] == "ERROR alarmclock.x: It failed"
    assert written[1].startswith("  tests.desktop.footing.test_log_lines:")
    assert written[1].endswith(" in failure")
    assert written[-1] == "  KeyError: '…'"


def test_a_cause_is_told_before_what_it_led_to():
    """As Python does."""
    error = ValueError("second")
    error.__cause__ = ZeroDivisionError("first")
    kinds = [one for one in line("x", error=failure(error)).splitlines() if "Error:" in one]
    assert kinds == ["  ZeroDivisionError: first", "  ValueError: second"]


def test_a_long_message_is_cut():
    """Garbage fills no disk."""
    assert len(line("x" * 100_000)) < 3000


def test_what_others_make_of_the_record_is_left_alone():
    """A formatter that kept its text in the record would give it to every other handler."""
    record = logging.LogRecord("a", logging.ERROR, "", 1, "x", (), failure(KeyError("gym")))
    LogLines().format(record)
    assert record.exc_text is None
