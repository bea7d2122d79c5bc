"""Files that mean harm, or are damaged: each is answered soon and in little memory."""

import json
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from tests.store.exchange.world import calendar

ROOT = Path(__file__).parents[3]
MEGABYTE = 1024 * 1024
MOST_MB = 700  # of addresses; what is used of them is measured
MOST_USED_MB = 350
LONGEST_S = 2.0

GOOD = calendar("DTSTART:20261201T070000").encode()
START = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
EVENT = b"BEGIN:VEVENT\r\nUID:%d\r\nDTSTART:20261201T070000\r\n%bEND:VEVENT\r\n"
REMINDER = b"BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:PT0S\r\nEND:VALARM\r\n"


def numbers(count):
    """List the first numbers."""
    return ",".join(map(str, range(count)))


def endless_rules(count):
    """Make a calendar of rules that never come, each costly to search."""
    rule = b"RRULE:FREQ=DAILY;BYSETPOS=5;BYMONTH=2,3\r\n"
    body = b"".join(EVENT % (number, rule + REMINDER) for number in range(count))
    return START + body + b"END:VCALENDAR\r\n"


def events(count, inside):
    """Make a calendar of many events."""
    return START + b"".join(EVENT % (n, inside) for n in range(count)) + b"END:VCALENDAR\r\n"


def huge_lists():
    """Make a small format with four million lists."""
    return b'{"format": "alarmclock", "version": 1, "items": [' + b"[]," * 4_000_000 + b"[]]}"


FILES = {
    # name: content, what the answer says
    "larger than allowed.ics": (lambda: START + b"X" * 50 * MEGABYTE, "larger than 16 MB"),
    "one line of 100 MB.ics": (lambda: b"A" * 100 * MEGABYTE, "larger than 16 MB"),
    "one line of 15 MB.ics": (lambda: START + b"A" * 15 * MEGABYTE, "a line of more than"),
    "one folded line of 15 MB.ics": (
        lambda: START + b"\r\n " * 5 * MEGABYTE,
        "more than 1,000,000 lines",
    ),
    "half a million parts.ics": (
        lambda: START + b"BEGIN:VEVENT\nEND:VEVENT\n" * 490_000,
        "more than 100,000",
    ),
    "half a million alarms in one event.ics": (
        lambda: START + b"BEGIN:VEVENT\n" + b"BEGIN:VALARM\nEND:VALARM\n" * 490_000,
        "more than 100,000",
    ),
    "more reminders than anybody has.ics": (lambda: events(20_000, REMINDER), "more than 2,000"),
    "nested deep.ics": (lambda: b"BEGIN:VCALENDAR\n" * 100_000, "nested too deep"),
    "without an end.ics": (lambda: GOOD[:-40], "ends in the middle of a VALARM"),
    "ends crossed.ics": (lambda: START + b"BEGIN:VEVENT\nEND:VTODO\n", "ends that did not begin"),
    "empty.ics": (lambda: b"", "empty"),
    "blank.ics": (lambda: b"\r\n \r\n", "empty"),
    "nonsense.ics": (lambda: b"hello\nworld\n", "does not begin with"),
    "zeros.ics": (lambda: b"\0" * MEGABYTE, "no text"),
    "a picture.ics": (lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\xff" * 1000, "no text"),
    "half UTF-16.ics": (lambda: b"\xff\xfeB\0E\0G", "letters of this file are damaged"),
    "a zip bomb.ics": (lambda: b"PK\x03\x04" + b"\0" * 1000, "compressed archive"),
    "a gzip bomb.ics": (
        lambda: zlib.compress(b"0" * 100 * MEGABYTE, wbits=31),
        "compressed (gzip)",
    ),
    "entities.ics": (
        lambda: (
            b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
        ),
        "does not begin with",
    ),
    "a table.csv": (lambda: b"label,time\n", "can't be imported"),
    "a database.ics": (lambda: b"SQLite format 3\0" + b"\0" * 100, "Restore a backup"),
    "deep.json": (lambda: b"[" * 500_000, "too deep"),
    "deep objects.json": (lambda: b'{"a":' * 500_000, "too deep"),
    "many lists.json": (huge_lists, "more than 600,000"),
    "many numbers.json": (
        lambda: b'{"format": "alarmclock", "version": 1, "items": [' + b"1," * 900_000 + b"1]}",
        "more than 20,000",
    ),
    "more numbers.json": (lambda: b"[" + b"1," * 7_000_000 + b"1]", "1,000,000 values"),
    "cut.json": (lambda: b'{"format": "alarmclock", "version": 1, "items": [', "no complete JSON"),
    "a huge number.json": (lambda: b"[" + b"9" * 10 * MEGABYTE + b"]", "damaged"),
    "of another program.json": (lambda: b'{"alarms": []}', "not written by Alarm Clock"),
    "not a number.json": (lambda: b"NaN", "does not begin with"),
}
TAKEN = {
    # name: content, alarms, the first refusal
    "a billion rings.ics": (
        lambda: calendar(
            "DTSTART:20261201T070000", "RRULE:FREQ=SECONDLY;COUNT=1000000000"
        ).encode(),
        0,
        "more than 366",
    ),
    "every second of a day.ics": (
        lambda: calendar(
            "DTSTART:19700101T000000",
            "RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;"
            f"BYHOUR={numbers(24)};BYMINUTE={numbers(60)};BYSECOND={numbers(60)}",
        ).encode(),
        0,
        "can't be kept here",
    ),
    "rules that never come.ics": (lambda: endless_rules(200), 0, "can't be kept here"),
    "a long beginning.ics": (
        lambda: calendar(
            "DTSTART:00010101T000000", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"
        ).encode(),
        0,
        "can't be kept here",
    ),
    "an interval beyond all.ics": (
        lambda: calendar("DTSTART:20261201T070000", f"RRULE:FREQ=DAILY;INTERVAL={10**30}").encode(),
        0,
        "can't be read",
    ),
    "a reminder beyond all.ics": (
        lambda: calendar("DTSTART:20261201T070000", alarm=("TRIGGER:-P999999999D",)).encode(),
        0,
        "can't be",
    ),
    "the end of time.ics": (
        lambda: calendar("DTSTART:99991231T235959", alarm=("TRIGGER:P2D",)).encode(),
        0,
        "can't be",
    ),
    "a million single dates.ics": (
        lambda: calendar(
            "DTSTART:20261201T070000", "RDATE:" + ",".join(["20261202T070000"] * 60_000)
        ).encode(),
        1,
        None,
    ),
    "an attachment of 10 MB.ics": (
        lambda: calendar(
            "DTSTART:20261201T070000",
            "ATTACH;ENCODING=BASE64;VALUE=BINARY:\r\n " + "\r\n ".join(["A" * 72] * 140_000),
        ).encode(),
        1,
        None,
    ),
    "many names.json": (
        lambda: (
            b'{"format": "alarmclock", "version": 1, "items": []'
            + b"".join(b',"%d":0' % number for number in range(900_000))
            + b"}"
        ),
        0,
        None,
    ),
    "a whole archive.ics": (
        lambda: events(60_000, b"SUMMARY:Lunch\r\n"),
        0,
        "“Lunch”: It has no reminder",
    ),
}


@pytest.fixture
def read_alone(tmp_path):
    """Read a file in a process with little memory."""

    def read(name, content):
        path = tmp_path / name
        path.write_bytes(content)
        done = subprocess.run(
            [sys.executable, "-m", "tests.store.exchange.read_alone", path, str(MOST_MB)],
            check=False,
            capture_output=True,
            text=True,
            cwd=ROOT,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr[-2000:]
        found = json.loads(done.stdout)
        assert (found["took_s"] < LONGEST_S, found["peak_mb"] < MOST_USED_MB) == (True, True), found
        return found

    return read


@pytest.mark.parametrize("name", FILES)
def test_it_is_refused_soon_and_in_little_memory(read_alone, name):
    """With a sentence that says why, and nothing is taken."""
    make, sentence = FILES[name]
    found = read_alone(name, make())
    assert sentence in found["error"]
    assert found["error"][-1] == "."


@pytest.mark.parametrize("name", TAKEN)
def test_it_is_read_soon_and_in_little_memory(read_alone, name):
    """What can't be taken is told."""
    make, items, refusal = TAKEN[name]
    found = read_alone(name, make())
    assert (found["error"], found["items"]) == ("", items)
    if refusal:
        assert refusal in found["refused"][0]
