"""The program within this process, turned by the benchmark: its real clock, disk and window."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from alarmclock.app import AlarmClock
from alarmclock.core.player import SilentPlayer
from alarmclock.core.surroundings.machine import Machine
from alarmclock.desktop.loop.loop_pulse import LoopPulse

LONGEST_S = 120.0
QUIET_S = 0.05
NO_KEYS = Qt.KeyboardModifier.NoModifier


class Took(NamedTuple):
    """Milliseconds by the clock, and those in which this thread worked."""

    ms: float
    worked_ms: float


class Watch:
    """Begins to count when it is made."""

    def __init__(self) -> None:
        self._begun = time.perf_counter(), time.thread_time()

    def read(self) -> Took:
        """Give what has passed."""
        now = time.perf_counter(), time.thread_time()
        return Took(*(1000 * (end - begin) for begin, end in zip(self._begun, now, strict=True)))


class Painted(QObject):
    """Counts the pictures that some widgets paint."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.count = 0
        self._widgets = widgets
        for widget in widgets:
            widget.installEventFilter(self)

    def stop(self) -> None:
        """Look no more: what is left behind would be asked about every event from then on."""
        for widget in self._widgets:
            widget.removeEventFilter(self)
        self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take note of a picture."""
        self.count += event.type() == QEvent.Type.Paint
        return False


class Inside:
    """Opens the program on a folder, and measures what a person waits for."""

    def __init__(self, folder: Path) -> None:
        self.app = QApplication.instance() or QApplication([])
        self.program = AlarmClock(data_dir=folder, player=SilentPlayer(), machine=Machine())
        self.gaps_ms: list[float] = []

    def start(self) -> None:
        """Open it, and wait until every alarm is armed and nothing is left to do."""
        self.program.start()
        armed = sum(item.armed_at is not None for item in self.program.book.alarms())
        self.wait_until(lambda: len(self.program.keeper) >= armed)
        # Without a window manager nobody else gives it the keyboard.
        self.program.window.activateWindow()
        self.wait_until(self.program.window.isActiveWindow)
        self.rest()

    def finish(self) -> None:
        """Close it without showing the cancellations for long."""
        preferences = self.program.preferences
        preferences.settings = replace(preferences.settings, closing_time=timedelta(0))
        self.program.finish()

    @property
    def cards(self) -> QWidget:
        """The list of alarms."""
        return self.program.shell.alarms.list

    def find(self, name: str) -> QWidget:
        """Give the control of a name."""
        found = self.program.window.findChild(QWidget, name)
        assert isinstance(found, QWidget), name
        return found

    def press(
        self, widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEYS
    ) -> Callable[[], None]:
        """Give the call that presses a key."""
        return lambda: QTest.keyClick(widget, key, modifier)

    def milliseconds(self, act: Callable[[], object], *painted: QWidget) -> Took:
        """Do something, and give how long it took until one of these was painted anew.

        All that is to be painted then is painted in one go. What follows in later turns of the
        loop holds up nobody but the next key: the longest gap until all is quiet is kept as well.
        """
        pictures = Painted(*painted)
        pulse = LoopPulse()
        pulse.start()
        watch = Watch()
        act()
        self.wait_until(lambda: pictures.count > 0)
        took = watch.read()
        self.rest()
        self.gaps_ms.append(1000 * pulse.stop())
        pictures.stop()
        return took

    def frame(self, act: Callable[[], object], *painted: QWidget) -> Took:
        """Do something, and give how many milliseconds it took until all of it was painted.

        What was put off until then is left to the next frame, as in a drag by hand.
        """
        pictures = Painted(*painted)
        watch = Watch()
        act()
        self.wait_until(lambda: pictures.count > 0)
        took = watch.read()
        pictures.stop()
        return took

    def wait_until(self, is_so: Callable[[], bool]) -> None:
        """Turn the loop until something is so."""
        end = time.monotonic() + LONGEST_S
        while not is_so():
            assert time.monotonic() < end, "it takes too long"
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def rest(self) -> None:
        """Turn the loop until it had nothing to do for a moment."""
        quiet_since = time.monotonic()
        while time.monotonic() - quiet_since < QUIET_S:
            begun = time.monotonic()
            QCoreApplication.processEvents()
            if time.monotonic() - begun > 0.001:
                quiet_since = time.monotonic()
            time.sleep(0.0005)
