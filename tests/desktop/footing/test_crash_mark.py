"""The mark of a run: gone after a good end, and after a bad one the report of it."""

import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from alarmclock import __version__
from alarmclock.desktop.footing.crash_mark import MARK, MOST_REPORTS, CrashMark

NOON = datetime(2026, 11, 23, 12, 0, 5, tzinfo=UTC)
REPORT = "crash-20261123-120005.txt"
CRASH = """
import ctypes, os, sys
from datetime import UTC, datetime
from pathlib import Path
from alarmclock.desktop.footing.crash_mark import CrashMark

mark = CrashMark(Path(sys.argv[1]))
mark.begin(datetime(2026, 11, 23, 6, 0, tzinfo=UTC))
mark.catch_faults()

def ring_the_bell():
    os.kill(os.getpid(), int(sys.argv[2]))

ring_the_bell()
"""


def crash(folder, number):
    """Let a process end by a signal while it has the mark."""
    command = [sys.executable, "-c", CRASH, str(folder), str(int(number))]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], check=False, timeout=30)
    assert done.returncode == -number


@pytest.fixture
def left(tmp_path):
    """A folder in which a run was killed."""
    crash(tmp_path, signal.SIGKILL)
    return tmp_path


def test_a_good_end_leaves_nothing(tmp_path):
    """Neither a mark nor a report."""
    mark = CrashMark(tmp_path)
    assert mark.begin(NOON) is None
    assert mark.path.exists()
    mark.end(was_closed=True)
    assert list(tmp_path.iterdir()) == []
    assert CrashMark(tmp_path).begin(NOON) is None


def test_an_end_that_nobody_wanted_leaves_it_with_its_reason(tmp_path):
    """As when the screen is gone."""
    mark = CrashMark(tmp_path)
    mark.begin(NOON)
    mark.note("The screen is gone.")
    mark.end(was_closed=False)
    assert CrashMark(tmp_path).begin(NOON).report == REPORT
    assert "The screen is gone." in (tmp_path / REPORT).read_text()


def test_a_killed_run_is_told_of_with_its_opening(left):
    """The report says with what it ran, since when, and that nothing more is known."""
    told = CrashMark(left).begin(NOON)
    assert told.report == REPORT
    assert told.opened_at == datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
    lines = (left / REPORT).read_text().splitlines()
    assert lines[0].startswith(f"Alarm Clock {__version__}, Python 3.")
    assert lines[1:] == [
        "Opened 2026-11-23 06:00:00 UTC.",
        "Nothing was written by the crash itself: it was killed, or the power went.",
        "Found at the next start, 2026-11-23 12:00:05 UTC.",
    ]


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGABRT], ids=["segfault", "abort"])
def test_a_crash_says_where_it_happened(tmp_path, number):
    """The function that ran is in the report, and no value."""
    crash(tmp_path, number)
    assert CrashMark(tmp_path).begin(NOON).report == REPORT
    report = (tmp_path / REPORT).read_text()
    assert "Fatal Python error" in report
    assert "in ring_the_bell" in report


def test_it_is_told_once(left):
    """The next run has a mark of its own, and a good end of it leaves nothing to tell."""
    first = CrashMark(left)
    first.begin(NOON)
    first.end(was_closed=True)
    assert CrashMark(left).begin(NOON) is None


def test_only_the_newest_reports_are_kept(tmp_path):
    """A program that crashes each day fills no disk."""
    for number in range(MOST_REPORTS + 3):
        CrashMark(tmp_path).begin(NOON + timedelta(days=number))
    reports = sorted(path.name for path in tmp_path.glob("crash-*"))
    assert len(reports) == MOST_REPORTS
    assert reports[-1] == "crash-20261130-120005.txt"


def test_the_files_are_for_their_owner(left):
    """The mark and the report."""
    CrashMark(left).begin(NOON)
    modes = {path.name: path.stat().st_mode & 0o777 for path in left.iterdir()}
    assert modes == {MARK: 0o600, REPORT: 0o600}


def test_the_report_does_not_say_whose_computer_it_is(left):
    """The name of the home folder is the name of a person."""
    with (left / MARK).open("a") as file:
        file.write(f'  File "{Path.home()}/alarmclock/app.py", line 7 in start\n')
    CrashMark(left).begin(NOON)
    assert '  File "~/alarmclock/app.py", line 7 in start' in (left / REPORT).read_text()


def test_a_mark_that_cannot_be_read_as_ours_is_told_of(tmp_path):
    """Whatever damaged it."""
    (tmp_path / MARK).write_bytes(b"\xff\x00\n" * 3)
    told = CrashMark(tmp_path).begin(NOON)
    assert (told.report, told.opened_at) == (REPORT, None)


def test_where_nothing_can_be_written_it_does_without(tmp_path):
    """The store says so; the mark disturbs nobody."""
    (tmp_path / "file").write_text("in the way")
    mark = CrashMark(tmp_path / "file")
    assert mark.begin(NOON) is None
    mark.note("nobody reads this")
    mark.catch_faults()
    mark.end(was_closed=True)


def test_a_report_that_cannot_be_written_is_no_reason_to_be_silent(left):
    """The end is told of, without a file."""
    (left / REPORT).mkdir()
    assert CrashMark(left).begin(NOON).report == ""
