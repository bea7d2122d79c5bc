"""The real program comes to an end that nobody wanted, and the next start says so."""

import signal
from contextlib import closing

import pytest

from alarmclock.core.activity.events import Cancelled, EndedUnexpectedly, Failed
from alarmclock.desktop.footing.crash_mark import MARK
from tests.e2e.process.prepared import activity, wait_for_event
from tests.e2e.process.screen import Program, Screen, until

FAIL_IN_A_SLOT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from alarmclock.app import AlarmClock

def fail():
    raise RuntimeError("the 'kettle' is broken")

program = AlarmClock(data_dir=Path(sys.argv[2]))
program.start()
QTimer.singleShot(0, fail)
bar = program.window.message_bar
QTimer.singleShot(500, lambda: Path(sys.argv[2], "told").write_text(bar.text()))
QTimer.singleShot(1000, program.end)
program.finish_when_ended()
"""


def reports(data_dir):
    """Read all reports."""
    return [file.read_text() for file in data_dir.glob("crash-*.txt")]


@pytest.mark.parametrize(
    ("number", "known"),
    [
        (signal.SIGKILL, "it was killed, or the power went"),
        (signal.SIGSEGV, "Fatal Python error: Segmentation fault"),
    ],
    ids=["killed", "segfault"],
)
def test_the_next_start_says_that_it_crashed(start, number, known):
    """With a file that says where, if the crash could."""
    program = start().wait_open()
    data_dir = program.data_dir
    until((data_dir / MARK).exists, "the mark")
    program.process.send_signal(number)
    program.process.communicate()
    again = start(data_dir).wait_open()
    event = wait_for_event(data_dir, EndedUnexpectedly)
    (report,) = reports(data_dir)
    assert known in report
    assert (data_dir / event.report).read_text() == report
    assert again.end()[:3] == (0, "", "")


def test_a_good_end_leaves_no_mark(start):
    """Neither the closed window nor a signal, nor the end of its terminal."""
    program = start().wait_open()
    status, out, err, _ = program.end(signal.SIGHUP)
    assert (status, out, err) == (0, "", "")
    assert not list(program.data_dir.glob("*crash*"))


def test_without_its_screen_it_ends_tidily(tmp_path):
    """What was armed is recorded as cancelled, the reason is said, and there is no traceback."""
    (tmp_path / "screen").mkdir()
    lost = Screen(tmp_path / "screen")
    program = Program(lost, tmp_path / "data").wait_open()
    lost.type_line("7:15 gym")
    until(lambda: b"gym" in wal_of(program.data_dir), "the alarm to be saved")
    lost.end_server()
    _out, err = program.process.communicate(timeout=30)
    assert program.process.returncode == 1
    assert "Traceback" not in err
    assert "The screen is gone, and Alarm Clock ends" in err
    assert [event.label for event in activity(program.data_dir, Cancelled)] == ["gym"]
    assert "The screen is gone" in activity(program.data_dir, Failed)[0].reason
    with closing(Screen(tmp_path / "screen")) as found:
        again = Program(found, program.data_dir).wait_open()
        wait_for_event(program.data_dir, EndedUnexpectedly)
        assert "The screen is gone" in reports(program.data_dir)[0]
        assert again.end()[:3] == (0, "", "")


def wal_of(data_dir):
    """Read what the running program has written."""
    return b"".join(file.read_bytes() for file in data_dir.glob("alarmclock.sqlite3*"))


def test_a_slot_that_fails_is_told_in_the_window_and_in_the_log(start):
    """As a sentence in the window; what was quoted in it is not in the log."""
    program = start(program=("-c", FAIL_IN_A_SLOT))
    _out, err = program.process.communicate(timeout=30)
    assert program.process.returncode == 0
    told = (program.data_dir / "told").read_text()
    assert told.startswith("Something did not work as it should (RuntimeError). Your alarms go on.")
    log = (program.data_dir / "alarmclock.log").read_text()
    assert "RuntimeError: the '…' is broken" in log
    assert "__main__:8 in fail" in log
    assert "RuntimeError" in err
    assert not list(program.data_dir.glob("*crash*"))
