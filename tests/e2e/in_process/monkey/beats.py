"""The beats of the program: when it ticked, when it rang, and when a second was painted."""

import time
from array import array
from collections import Counter
from datetime import timedelta

from PySide6.QtCore import QEvent, QObject

from alarmclock.core.activity.events import Rang, Ticked

SECOND = timedelta(seconds=1)


class Beats(QObject):
    """Follows one program from `begin` on; of all that ticks it counts one alarm, by its label."""

    def __init__(self, program, label) -> None:
        super().__init__()
        self._program = program
        self._label = label
        # As plain numbers: a day of them must not look like a leak.
        self.ticks = array("d")
        self.rings = []
        self.painted = array("d")

    def begin(self):
        """Listen, and watch the digits being painted."""
        self._program.activity.watch(self._hear)
        self._program.shell.alarms.hero.installEventFilter(self)

    def eventFilter(self, _watched, event):  # noqa: N802 - Qt's name
        """Note the real time at which a picture of the second was asked for."""
        if event.type() == QEvent.Type.Paint:
            self.painted.append(time.time())
        return False

    def missed_ticks(self):
        """Count the seconds between the first tick and the last that had none, or more than one."""
        seconds = Counter(round(tick) for tick in self.ticks)
        span = range(min(seconds), max(seconds) + 1)
        return [second for second in span if seconds[second] != 1]

    def phases_ms(self):
        """Give how far after its second each tick came."""
        return [(tick - round(tick)) * 1000 for tick in self.ticks]

    def paint_phases_ms(self):
        """Give how far after a second each picture was painted; several may be one second's."""
        return [(moment % 1) * 1000 for moment in self.painted]

    def _hear(self, event):
        if isinstance(event, Rang):
            self.rings.append(event)
        elif isinstance(event, Ticked) and event.label == self._label:
            self.ticks.append(event.at.timestamp())
