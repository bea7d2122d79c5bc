"""Takes the pictures of the real window: `python -m tests.tools.make_screenshots FOLDER`.

The window shows a fixed evening, so that the picture in the README changes only when the
program does. Without a folder only the README's picture is made, in resources/.
"""

import os
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from alarmclock.app import AlarmClock
from alarmclock.core.alarm import Alarm
from alarmclock.core.change import Change, ItemChange
from alarmclock.core.player import QUIET, SOUNDING, SilentPlayer
from alarmclock.core.ring_settings import RingSettings, Task
from alarmclock.core.rules.rule import EVERY_DAY, WORKDAYS, EveryDays, OnDate, Weekday, Weekdays
from alarmclock.core.settings import Settings, Theme
from alarmclock.core.surroundings.machine import Machine
from alarmclock.core.surroundings.outlet import FixedOutlet, Output
from alarmclock.core.surroundings.wakefulness import Habits, PaperWakefulness
from alarmclock.core.timer import Timer
from alarmclock.daemons.fake_clock import FakeClock
from alarmclock.desktop.application import Application
from alarmclock.ui.calendar.month_view import MonthView
from alarmclock.ui.calendar.page import CalendarPage, View
from alarmclock.ui.calendar.plan_list import PlanList
from alarmclock.ui.main_window import PageNumber

RESOURCES = Path(__file__).parents[2] / "resources"
EVENING = datetime(2026, 11, 22, 21, 2, 44, tzinfo=UTC)
PARIS = ZoneInfo("Europe/Paris")
LONG_LABEL = "Donaudampfschifffahrtsgesellschaftskapitänsmützenanprobe beim Hutmacher"
NARROW = QSize(400, 560)


SPEAKERS = Output("Speakers", is_muted=False, volume=62)


def machine() -> Machine:
    """Give a computer with speakers that never sleeps."""
    habits = Habits(may_sleep=False, is_clock_synchronised=True)
    return Machine(FixedOutlet(SPEAKERS), wakefulness=PaperWakefulness(habits))


def settle(turns: int = 40) -> None:
    """Let the program and Qt do all that is to be done at this moment."""
    for _ in range(turns):
        QApplication.processEvents()


def seed(program: AlarmClock, now: datetime) -> None:
    """Put the alarms of the picture in the book."""
    lisbon = frozenset({Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY})
    alarms = [
        Alarm(time(7, 15), Weekdays(WORKDAYS), "Gym", armed_at=now),
        Alarm(
            time(7, 40), Weekdays(lisbon), "Stand-up with Lisbon", zone="Europe/Lisbon",
            armed_at=now,
        ),
        Alarm(time(9), EveryDays(3, date(2026, 11, 26)), "Water the plants", armed_at=now),
        Alarm(time(22, 30), Weekdays(EVERY_DAY), "Wind down", armed_at=now),
        Alarm(time(6), OnDate(datetime(2026, 11, 28, tzinfo=UTC).date()), "Flight TP 531"),
    ]  # fmt: skip
    for alarm in alarms:
        program.editing.add(alarm)
    program.shell.desk.skip(alarms[3].id)


def run_seconds(program: AlarmClock, clock: FakeClock, seconds: int) -> None:
    """Let seconds pass."""
    for _ in range(seconds):
        settle(8)
        clock.advance(timedelta(seconds=1))
        settle(8)


class Studio:
    """Takes pictures into a folder."""

    def __init__(self, folder: Path, suffix: str) -> None:
        self._folder = folder
        self._suffix = suffix

    def take(self, widget: QWidget, name: str) -> None:
        """Take one picture."""
        settle()
        widget.grab().save(str(self._folder / f"{name}{self._suffix}.png"))


def take_all(folder: Path, theme: Theme, suffix: str) -> None:
    """Take a picture of every view in one theme."""
    with tempfile.TemporaryDirectory() as data:
        clock = FakeClock(EVENING, PARIS)
        program = AlarmClock(
            data_dir=Path(data) / "data", clock=clock, player=SilentPlayer(), machine=machine()
        )
        with program:
            program.preferences.change(Settings(theme=theme, closing_time=timedelta(seconds=0.4)))
            studio = Studio(folder, suffix)
            _main(program, clock, studio)
            _editor(program, studio)
            _find(program, studio)
            _pages(program, clock, studio)
            _rings(program, clock, studio)
            _narrow(program, studio)
            program.window.resize(1120, 760)
            _doubts(program, clock, studio)
            _tasks(program, clock, studio)
            _wrong_clock(program, clock, studio)
            program.end()
            settle()


def _main(program: AlarmClock, clock: FakeClock, studio: Studio) -> None:
    seed(program, clock.now())
    run_seconds(program, clock, 2)
    program.editing.start(Timer(timedelta(seconds=5), "Tea"))
    run_seconds(program, clock, 2)
    program.shell.alarms.list.setFocus()
    program.window.message_bar.hide()
    studio.take(program.window, "main")
    program.shell.desk.pause_all(date(2026, 12, 3))
    studio.take(program.window, "paused")
    program.shell.desk.resume_all()
    run_seconds(program, clock, 4)
    assert program.shell.ring_window is not None
    studio.take(program.shell.ring_window, "ringing")
    program.answering.dismiss(program.book.timers()[0].id)


def _editor(program: AlarmClock, studio: Studio) -> None:
    program.shell.editor_desk.edit(program.book.alarms()[0].id)
    studio.take(program.window, "editor")
    program.shell.editor_desk.close()
    program.shell.alarms.quick_entry.line.setText("mon,wed,fri 8:40 stand-up")
    studio.take(program.window, "quick-entry")
    program.shell.alarms.quick_entry.line.setText("7:15 in the mourning 99")
    studio.take(program.window, "quick-entry-wrong")
    program.shell.alarms.quick_entry.clear()


def _find(program: AlarmClock, studio: Studio) -> None:
    """What is found, among more alarms than can be looked over, and nothing found."""
    at, days = time(8, 15), Weekdays(WORKDAYS)
    found = [LONG_LABEL, "Gymnastik", "Gym mit Frau Müller-Lüdenscheidt", *map(str, range(1, 21))]
    alarms = [Alarm(at, days, label, armed_at=program.clock.now()) for label in found]
    program.book.commit_undoable(Change(tuple(ItemChange(None, one) for one in alarms)))
    page = program.shell.alarms
    page.open_find()
    line = program.window.findChild(QLineEdit, "findWords")
    studio.take(program.window, "find-open")
    for words, name in (("gym", "find"), ("donau week", "find-long"), ("dentist", "find-nothing")):
        line.setText(words)
        studio.take(program.window, name)
        program.window.resize(NARROW)
        studio.take(program.window, f"narrow-{name}")
        program.window.resize(1120, 760)
    line.setText("gym")
    page.list.setFocus()
    studio.take(program.window, "find-in-list")
    page.list.all_wanted.emit()
    studio.take(program.window, "find-closed")
    program.editing.undo()


def _pages(program: AlarmClock, clock: FakeClock, studio: Studio) -> None:
    program.editing.start(Timer(timedelta(minutes=20), "Tea"))
    program.editing.start(Timer(timedelta(hours=1, minutes=5), LONG_LABEL))
    program.editing.start(Timer(timedelta(minutes=3), "Eggs"))
    program.editing.pause(program.book.timers()[-1].id)
    run_seconds(program, clock, 3)
    for page in (PageNumber.TIMERS, PageNumber.ACTIVITY, PageNumber.SETTINGS):
        program.window.show_page(page)
        run_seconds(program, clock, 1)
        studio.take(program.window, page.name.lower())
    _calendar(program, studio)
    program.window.show_page(PageNumber.ALARMS)
    program.window.shortcuts_requested.emit()
    studio.take(program.window, "shortcuts")
    program.window.show_page(PageNumber.ALARMS)


def _calendar(program: AlarmClock, studio: Studio) -> None:
    program.window.show_page(PageNumber.CALENDAR)
    page = program.window.page(PageNumber.CALENDAR)
    assert isinstance(page, CalendarPage)
    plan = page.findChild(PlanList)
    plan.setCurrentIndex(plan.model().index(2, 0))
    studio.take(program.window, "calendar")
    page.show_view(View.MONTH)
    page.findChild(MonthView).setFocus()
    studio.take(program.window, "calendar-month")
    program.window.resize(NARROW)
    studio.take(program.window, "narrow-calendar-month")
    program.window.resize(1120, 760)
    page.show_view(View.LIST)


def _rings(program: AlarmClock, clock: FakeClock, studio: Studio) -> None:
    now = clock.now()
    local = now.astimezone(PARIS) + timedelta(minutes=1)
    at = time(local.hour, local.minute)
    for label in ("Gym", LONG_LABEL, "Medication"):
        program.editing.add(Alarm(at, label=label, armed_at=now))
    clock.advance(timedelta(minutes=1))
    run_seconds(program, clock, 3)
    assert program.shell.ring_window is not None
    studio.take(program.shell.ring_window, "ringing-three")
    ringing = program.book.ringing()
    program.answering.snooze(ringing[0][0].id)
    program.answering.dismiss(ringing[1][0].id)
    clock.advance(timedelta(minutes=11))
    run_seconds(program, clock, 2)
    for item, _ in program.book.ringing():
        program.answering.dismiss(item.id)
    run_seconds(program, clock, 1)
    studio.take(program.window, "missed")
    program.commands.catching_up.acknowledge()


def _doubts(program: AlarmClock, clock: FakeClock, studio: Studio) -> None:
    """Muted speakers, in the window, on the page of checks, and while something rings."""
    outlet = program.machine.outlet
    assert isinstance(outlet, FixedOutlet)
    outlet.change(replace(SPEAKERS, is_muted=True))
    studio.take(program.window, "muted")
    program.window.checks_requested.emit()
    studio.take(program.window, "checks")
    program.window.resize(NARROW)
    studio.take(program.window, "narrow-checks")
    program.window.resize(1120, 760)
    program.window.show_page(PageNumber.ALARMS)
    program.shell.editor_desk.edit(program.book.alarms()[0].id)
    studio.take(program.window, "muted-editor")
    program.shell.editor_desk.close()
    player = program.player
    assert isinstance(player, SilentPlayer)
    player.status = SOUNDING
    _ring_now(program, clock, Alarm(time(0), label="Gym"))
    studio.take(_ring_window(program), "ringing-muted")
    run_seconds(program, clock, 6)
    studio.take(_ring_window(program), "ringing-flash")
    program.answering.stop_all()
    outlet.change(SPEAKERS)
    player.status = QUIET
    run_seconds(program, clock, 1)


def _tasks(program: AlarmClock, clock: FakeClock, studio: Studio) -> None:
    """A sum before Stop, and the question that comes later."""
    settings = RingSettings(task=Task.SUM, awake_after=timedelta(minutes=5))
    _ring_now(program, clock, Alarm(time(0), label=LONG_LABEL, ring=settings))
    buttons = _ring_window(program).findChildren(QPushButton, "stop")
    next(button for button in buttons if button.isVisible()).click()
    studio.take(_ring_window(program), "task")
    program.answering.stop_all()
    run_seconds(program, clock, 1)
    clock.advance(timedelta(minutes=5))
    run_seconds(program, clock, 2)
    studio.take(_ring_window(program), "still-awake")
    program.answering.stop_all()
    run_seconds(program, clock, 1)


def _ring_now(program: AlarmClock, clock: FakeClock, alarm: Alarm) -> None:
    """Let an alarm ring at the next minute."""
    local = clock.now().astimezone(PARIS) + timedelta(minutes=1)
    at = time(local.hour, local.minute)
    program.editing.add(replace(alarm, time=at, armed_at=clock.now()))
    clock.advance(timedelta(minutes=1))
    run_seconds(program, clock, 3)


def _ring_window(program: AlarmClock) -> QWidget:
    window = program.shell.ring_window
    assert window is not None
    return window


def _narrow(program: AlarmClock, studio: Studio) -> None:
    program.window.resize(NARROW)
    for page in PageNumber:
        program.window.show_page(page)
        studio.take(program.window, f"narrow-{page.name.lower()}")
    program.window.show_page(PageNumber.ALARMS)
    program.shell.editor_desk.add()
    studio.take(program.window, "narrow-editor")
    program.shell.editor_desk.close()


def _wrong_clock(program: AlarmClock, clock: FakeClock, studio: Studio) -> None:
    clock.set_wall(clock.now() - timedelta(hours=29))
    run_seconds(program, clock, 1)
    studio.take(program.window, "wrong-clock")
    program.window.resize(NARROW)
    studio.take(program.window, "narrow-wrong-clock")
    program.window.resize(1120, 760)


def main() -> None:
    """Take the pictures."""
    Application()
    if len(sys.argv) > 1:
        folder = Path(sys.argv[1])
        folder.mkdir(parents=True, exist_ok=True)
        take_all(folder, Theme.LIGHT, "-light")
        take_all(folder, Theme.DARK, "-dark")
        return
    with tempfile.TemporaryDirectory() as made:
        take_all(Path(made), Theme.LIGHT, "")
        (RESOURCES / "window.png").write_bytes((Path(made) / "main.png").read_bytes())


if __name__ == "__main__":
    main()
