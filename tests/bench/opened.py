"""The program, open without a screen and in real time, for what is measured from inside."""

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from alarmclock.app import AlarmClock
from alarmclock.core.change import Change, Item, ItemChange
from alarmclock.core.settings import Settings
from alarmclock.core.surroundings.machine import Machine
from alarmclock.daemons.clock import SystemClock
from alarmclock.desktop.sound.engine import SoundEngine
from alarmclock.desktop.sound.hardware import Nowhere
from alarmclock.desktop.zone import SystemZone
from alarmclock.store.store import Store

LONGEST_S = 120.0
# So long the program still looks around after its first picture.
SETTLES_IN_S = 2.0


class Painted(QObject):
    """Notes when a window has last been painted, in seconds of the wall clock."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.at: list[float] = []
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the window paint at once, and note the time."""
        if event.type() is not QEvent.Type.UpdateRequest or watched is not self._window:
            return False
        self._window.event(event)
        self.at.append(time.time())
        return True


def fill(data_dir: Path, items: list[Item]) -> None:
    """Save items before the program starts."""
    store = Store(data_dir, SystemClock(SystemZone()))
    store.open()
    store.save_settings(Settings())
    store.save(Change(tuple(ItemChange(None, item) for item in items)))
    store.close()


@contextmanager
def opened(items: list[Item] | None = None) -> Iterator[AlarmClock]:
    """Open the program with a sound engine that has no device, on a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        data_dir = Path(folder) / "data"
        if items is not None:
            fill(data_dir, items)
        with opened_on(data_dir) as program:
            yield program


@contextmanager
def opened_on(data_dir: Path) -> Iterator[AlarmClock]:
    """Open the program on a folder that is kept."""
    player = SoundEngine(make_hardware=Nowhere)
    with AlarmClock(data_dir=data_dir, player=player, machine=Machine()) as program:
        pass_time(SETTLES_IN_S)
        yield program


def pass_time(seconds: float) -> None:
    """Let the loop turn for so long."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def turn_until(is_so: Callable[[], bool]) -> None:
    """Let the loop turn until something is so; it sleeps in between as it always does."""
    end = time.monotonic() + LONGEST_S
    while not is_so():
        assert time.monotonic() < end, "it does not come about"
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
