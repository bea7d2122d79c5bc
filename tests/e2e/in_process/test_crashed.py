"""The program after a run that was not closed: it says so, and what became of what was due."""

import shutil
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from alarmclock.core.activity.events import EndedUnexpectedly
from alarmclock.core.outlook.aftermath import NOTHING_MORE
from alarmclock.desktop.footing.crash_mark import MARK

MINUTE = timedelta(minutes=1)
# The alarms here are for 22:03.
UNTIL_DUE = timedelta(seconds=14)


@pytest.fixture
def crash(person, open_program, clock, tmp_path):
    """Give a call that opens the program on what a crash would have left behind at this moment."""

    def crash_and_open(after):
        left = tmp_path / "left"
        shutil.copytree(person.program.data_dir, left)
        person.program.finish()
        clock.advance(after)
        again = open_program(data_dir=left)
        again.wait(1)
        return again

    return crash_and_open


def banner(person):
    """Read the banner."""
    return person.find("crashBanner").text().splitlines()


def test_it_says_when_it_ended_and_what_rings_late(person, crash):
    """The last thing that was recorded is the last that is known."""
    person.say("22:03 gym")
    again = crash(after=12 * MINUTE)
    sentence, *lines = banner(again)
    assert sentence.startswith("Alarm Clock ended unexpectedly on Sun 22 Nov at about 22:02. ")
    assert lines == ["gym, 22:03: rings now, 11 min late."]
    assert again.sounding == ["gym"]


def test_it_says_what_was_missed(person, crash):
    """Later than it may ring."""
    person.say("22:03 gym")
    assert banner(crash(after=120 * MINUTE))[1:] == ["gym, yesterday 22:03: missed."]


def test_it_says_that_nothing_was_due(person, crash):
    """So that nobody has to wonder."""
    person.say("23:30 gym")
    assert banner(crash(after=12 * MINUTE))[1:] == ["Nothing was due in between."]


def test_it_does_not_hide_what_was_missed_before(person, open_program, crash, clock):
    """That waits on the page of alarms, and is shown."""
    person.say("22:03 gym")
    person.program.finish()
    clock.advance(120 * MINUTE)
    person.program = open_program().program
    again = crash(after=12 * MINUTE)
    assert banner(again)[1:] == [NOTHING_MORE]
    assert again.sees("missedNotice")


def test_it_says_that_what_rang_rings_on(person, crash):
    """It was cut off."""
    person.say("22:03 gym")
    person.wait_past(UNTIL_DUE, 2)
    assert banner(crash(after=MINUTE))[1:] == ["gym, 22:03: it was ringing, and rings on."]


def test_it_is_recorded_with_the_name_of_its_file(person, crash):
    """The file is there, and the activity names it."""
    again = crash(after=MINUTE).program
    (event,) = [one for _, one in again._store.events(99) if isinstance(one, EndedUnexpectedly)]
    assert (again.data_dir / event.report).is_file()
    assert event.report in banner_of(again)


def banner_of(program):
    """Read the banner of a program."""
    return program.window.findChild(object, "crashBanner").text()


class TextEditor(QObject):
    """The system's program for files of text."""

    def __init__(self):
        super().__init__()
        self.opened = []
        QDesktopServices.setUrlHandler("file", self, "open")

    @Slot(QUrl)
    def open(self, url):
        """Take note of the file."""
        self.opened.append(url.toLocalFile())

    def close(self):
        """Open nothing more."""
        QDesktopServices.unsetUrlHandler("file")


def test_its_file_can_be_opened(crash):
    """With the system's program for it."""
    again = crash(after=MINUTE)
    editor = TextEditor()
    again.click("showCrashFile")
    editor.close()
    (report,) = again.program.data_dir.glob("crash-*.txt")
    assert editor.opened == [str(report)]


@pytest.mark.qt_log_ignore("does not support QPlatformServices")
def test_where_no_program_opens_it_its_place_is_said(crash):
    """A person finds it by that."""
    again = crash(after=MINUTE)
    again.click("showCrashFile")
    (report,) = again.program.data_dir.glob("crash-*.txt")
    assert again.text("message") == f"No program could open the file. It is “{report}”."


def test_it_is_told_once(person, crash, open_program):
    """After a good end there is nothing to tell."""
    again = crash(after=MINUTE)
    again.program.finish()
    assert not (again.program.data_dir / MARK).exists()
    assert not open_program(data_dir=again.program.data_dir).sees("crashBanner")


def test_it_can_be_closed(person, crash):
    """Somebody has read it."""
    again = crash(after=MINUTE)
    again.click("closeCrashBanner")
    assert not again.sees("crashBanner")


def test_what_fails_in_the_loop_is_told_in_a_sentence(person, may_complain):
    """In a task or a callback; the program goes on."""
    may_complain.append("Exception in callback")
    person.program._runner.get_loop().call_soon(lambda: 1 // 0)
    person.settle()
    told = person.text("message")
    assert told.startswith("Something did not work as it should (ZeroDivisionError).")
    assert "Traceback" not in told


def test_without_a_screen_all_is_recorded(person, open_program, may_complain):
    """The next start says so, and names what was cancelled."""
    may_complain += ["The screen is gone"]
    person.say("22:03 gym")
    QTimer.singleShot(0, lambda: QCoreApplication.exit(1))
    person.program.finish_when_ended()
    again = open_program()
    assert banner(again)[0].startswith("Alarm Clock ended unexpectedly")
    report = next(again.program.data_dir.glob("crash-*.txt")).read_text()
    assert "The screen is gone" in report
    lines = again.rows("activityList")
    assert any("Alarm cancelled" in line for line in lines), lines
