"""Labels are plain text everywhere, whatever they look like to Qt: painted, in tips, read aloud."""

import shutil
from dataclasses import replace
from datetime import time, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from alarmclock.core.activity.events import Cancelled
from alarmclock.core.alarm import Alarm
from alarmclock.core.rules.rule import EVERY_DAY, Weekdays
from alarmclock.core.surroundings.machine import Machine
from alarmclock.core.surroundings.outlet import FixedOutlet, Output
from alarmclock.ui.main_window import PageNumber
from tests.ui.literal import HOSTILE, mangled, painted, told

MINUTE = timedelta(minutes=1)
# The first alarm here is for 22:03.
UNTIL_DUE = timedelta(seconds=14)
MUTED = Output("Speakers", is_muted=True, volume=62)
# One that is taken, and one that is not, since it is over.
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:somebody else
BEGIN:VEVENT
UID:1
DTSTART:20261124T070000
RRULE:FREQ=DAILY
SUMMARY:{title}
BEGIN:VALARM
ACTION:AUDIO
TRIGGER:PT0S
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART:20201124T070000
SUMMARY:{title}
BEGIN:VALARM
ACTION:AUDIO
TRIGGER:PT0S
END:VALARM
END:VEVENT
END:VCALENDAR
"""
# Nothing is shortened in so large a window.
LARGE = (2600, 1500)


@pytest.fixture
def person(open_program):
    """Give a person at a large window whose program has hostile labels."""
    person = open_program(machine=Machine(outlet=FixedOutlet(MUTED)))
    person.window.resize(*LARGE)
    add(person, 22, 3)
    return person


def add(person, hour, minute, **choices):
    """Add an alarm of that label, each day."""
    now = person.program.clock.now()
    alarm = Alarm(time(hour, minute), Weekdays(EVERY_DAY), HOSTILE, armed_at=now)
    person.program.editing.add(replace(alarm, ring=replace(alarm.ring, **choices)))
    person.settle()
    return person.program.book.alarms()[-1]


def check(*windows):
    """Insist that all of a window is literal, and give what it paints."""
    drawn = []
    for window in windows:
        person_sees = painted(window)
        assert mangled(person_sees) == [], person_sees
        for said in told(window):
            assert mangled(said) == [], said
        drawn.append(person_sees)
    return "\n".join(drawn)


def windows():
    """Give all that is open."""
    return [one for one in QApplication.topLevelWidgets() if one.isVisible()]


@pytest.mark.parametrize("page", list(PageNumber))
def test_on_each_page(person, page):
    """The label of an alarm and of a running timer."""
    person.program.shell.desk.add_in_words(f"in 20 min “{HOSTILE}”")
    person.window.show_page(page)
    person.wait(2)
    drawn = check(person.window)
    assert HOSTILE in drawn or page is PageNumber.SETTINGS


def test_in_the_month(person):
    """As in the list of the calendar."""
    person.window.show_page(PageNumber.CALENDAR)
    person.settle()
    person.click("showMonth")
    assert HOSTILE in check(person.window)


def test_in_a_choice_of_alarms(person):
    """The calendar and the activity can be narrowed to one."""
    alarm = person.program.book.alarms()[0]
    person.program.shell._show_in_calendar(alarm.id)
    person.settle()
    assert HOSTILE in check(person.window)


def test_in_the_table_of_rings(person):
    """And in the activity that is narrowed to an alarm."""
    person.wait_past(UNTIL_DUE, 2)
    person.program.shell.ring_desk.stop_all()
    person.window.show_page(PageNumber.ACTIVITY)
    person.settle()
    person.click("showRings")
    assert HOSTILE in check(person.window)


def test_in_the_editor(person):
    """Its fields, its sentence and its plan."""
    alarm = person.program.book.alarms()[0]
    person.program.shell.editor_desk.edit(alarm.id)
    person.settle()
    check(person.window)
    assert person.find("label").text() == HOSTILE


def test_in_the_answer_to_words(person):
    """What is said of an alarm before it is added."""
    # Qt's tests type no such quotation marks.
    person.find("quickAdd").setText(f"7:15 “{HOSTILE}”")
    person.settle()
    assert HOSTILE in check(person.window)


def test_in_what_was_done(person):
    """The message of a deletion."""
    alarm = person.program.book.alarms()[0]
    person.program.shell.desk.delete(alarm.id)
    person.settle()
    assert HOSTILE in check(person.find("messageBar"))


def test_in_the_ring_window(person):
    """One ring, and several."""
    person.wait_past(UNTIL_DUE, 2)
    for window in windows():
        window.resize(*LARGE)
    person.settle()
    assert HOSTILE in check(*windows())
    add(person, 22, 4)
    person.wait_past(MINUTE, 2)
    for window in windows():
        window.resize(*LARGE)
    person.settle()
    assert HOSTILE in check(*windows())


def test_where_it_asks(person):
    """Whether somebody is awake."""
    alarm = person.program.book.alarms()[0]
    person.program.editing.replace(replace(alarm, ring=replace(alarm.ring, awake_after=MINUTE)))
    person.wait_past(UNTIL_DUE, 2)
    person.click("stop")
    person.sleep(MINUTE)
    person.wait(1)
    person.ring_window.resize(*LARGE)
    assert HOSTILE in check(*windows())


def test_in_what_was_missed(person, open_program, clock):
    """One, and several."""
    add(person, 22, 30)
    person.program.finish()
    clock.advance(timedelta(hours=10))
    again = open_program()
    again.window.resize(*LARGE)
    again.settle()
    assert HOSTILE in check(again.window)


def test_in_what_speaks_against_a_ring(person):
    """The page of the checks."""
    person.program.shell.readiness_desk.show_checks()
    person.settle()
    check(person.window)


def test_while_it_closes(person):
    """What is cancelled."""
    show_part = person.program.shell.begin_closing()
    for item_id in person.program.keeper.ids:
        item = person.program.book.item(item_id)
        due = person.program.book.due(item_id)
        now = person.program.clock.now()
        cancelled = Cancelled(at=now, item_id=item_id, label=item.label, due=due, left=due - now)
        person.program.shell.show_events([cancelled])
    show_part(timedelta(0), MINUTE)
    person.wait_until(lambda: HOSTILE in check(person.window))


def test_in_what_is_imported(person, qtbot, tmp_path):
    """A calendar of somebody else."""
    file = tmp_path / "hostile.ics"
    file.write_text(CALENDAR.format(title=HOSTILE.replace(";", r"\;")), newline="\r\n")
    person.window.show_page(PageNumber.SETTINGS)
    person.settle()
    person.window.page(PageNumber.SETTINGS).exchange.import_requested.emit(str(file))
    person.wait_until(lambda: person.window.findChild(QWidget, "importNow") is not None)
    person.settle()
    assert HOSTILE in check(person.window)


def test_after_a_crash(person, open_program, clock, tmp_path):
    """The banner names what was due."""
    left = tmp_path / "left"
    shutil.copytree(person.program.data_dir, left)
    person.program.finish()
    clock.advance(12 * MINUTE)
    again = open_program(data_dir=left)
    again.window.resize(*LARGE)
    again.wait(1)
    assert HOSTILE in check(again.find("crashBanner"))


def test_in_notifications(person):
    """What is said there is plain; the markup of a server is the notifier's own affair."""
    person.wait_past(UNTIL_DUE, 2)
    notices = person.program.machine.notifier.shown.values()
    assert any(HOSTILE in notice.title for notice in notices)
