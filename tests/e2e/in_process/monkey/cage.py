"""The whole program on paper, with all that a monkey needs: a clock to turn, and quiet."""

import asyncio
import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from alarmclock.app import AlarmClock
from alarmclock.core.player import SilentPlayer
from alarmclock.core.surroundings.machine import Machine
from alarmclock.daemons.fake_clock import FakeClock
from alarmclock.store import files, item_table, ring_table
from alarmclock.store.connection import connect

EVENING = datetime(2026, 11, 22, 21, 2, 46, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
# A loop that is quiet for so many turns has nothing left to do at this moment.
QUIET_TURNS = 3
LONGEST_WORK_S = 10
WAIT_FOR_THE_CLOCK = {"ReadinessWatch._check_near"}


class Cage:
    """Opens the program on one folder, again and again if need be."""

    def __init__(self, folder) -> None:
        self.folder = folder
        self.clock = FakeClock(EVENING, BERLIN)
        self.is_open = False

    def open(self):
        """Open the program; its tasks of this moment stay to its end."""
        self.player, self.machine = SilentPlayer(), Machine()
        self.program = AlarmClock(
            data_dir=self.folder / "data",
            clock=self.clock,
            player=self.player,
            machine=self.machine,
        )
        self.program.start()
        self.is_open = True
        self.loop = self.program._runner.get_loop()
        self._tasks = frozenset()
        self.turn_until_quiet()
        self._tasks = frozenset(self.other_tasks())
        self._disk = connect(self.folder / "data" / files.DATABASE, "mode=ro")

    def close(self):
        """Close the program as a person does who is in a hurry."""
        self.is_open = False
        self._disk.close()
        self.program.end()
        self.program.end()
        self.program.finish_when_ended()

    # What there is

    @property
    def window(self):
        """The main window."""
        return self.program.window

    @property
    def book(self):
        """The alarms and timers in memory."""
        return self.program.book

    def other_tasks(self):
        """Give the tasks that are neither daemons nor those that were there at the start."""
        return {
            task
            for task in asyncio.all_tasks(self.loop) - self._tasks
            if not task.get_name().startswith("daemon ")
            and task.get_coro().__qualname__ not in WAIT_FOR_THE_CLOCK
        }

    def checks_before(self):
        """Count the checks shortly before a ring that give the computer time to answer."""
        coroutines = [task.get_coro() for task in asyncio.all_tasks(self.loop)]
        return sum(one.__qualname__ in WAIT_FOR_THE_CLOCK for one in coroutines)

    def daemon_tasks(self):
        """Give the ids in the names of the daemons' tasks, sorted."""
        names = [task.get_name() for task in asyncio.all_tasks(self.loop)]
        return sorted(name.removeprefix("daemon ") for name in names if name.startswith("daemon "))

    def items_on_disk(self):
        """Read the alarms and timers as the next start would."""
        items, damaged = item_table.read(self._disk)
        assert not damaged
        return items

    def rings_on_disk(self):
        """Read the rings as the next start would."""
        rings, damaged = ring_table.read(self._disk)
        assert not damaged
        return rings

    # Time

    def settle(self):
        """Let everything happen that is due at this moment, work on threads included."""
        self.turn_until_quiet()
        end = time.monotonic() + LONGEST_WORK_S
        while (self.other_tasks() or self._is_growing()) and time.monotonic() < end:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
            self.turn_until_quiet()
        # Only a loop that runs by itself deletes what was to be deleted from outside of it.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _is_growing(self):
        """Tell whether the window of very many rings is still being filled, picture by picture."""
        ringing = self.program.shell.ring_window
        return ringing is not None and ringing._panels._growing.isActive()

    def turn_until_quiet(self):
        """Let the loop turn until nothing is ready."""
        quiet, end = 0, time.monotonic() + LONGEST_WORK_S
        while quiet < QUIET_TURNS:
            QApplication.processEvents()
            quiet = 0 if self.loop._ready else quiet + 1
            assert time.monotonic() < end, "the loop never comes to rest"

    def advance(self, length):
        """Let a length pass in one go."""
        self.clock.advance(length)
        self.settle()

    def wait(self, seconds):
        """Let seconds pass, each with its ticks."""
        for _ in range(seconds):
            self.advance(timedelta(seconds=1))

    def integrity(self):
        """Ask SQLite whether the file is whole."""
        with closing(sqlite3.connect(self.folder / "data" / files.DATABASE)) as connection:
            return connection.execute("PRAGMA integrity_check").fetchone()[0]
