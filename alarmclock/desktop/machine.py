"""The real computer around the program, joined from its parts."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from alarmclock import resources
from alarmclock.core.player import Player
from alarmclock.core.surroundings.machine import Machine
from alarmclock.core.surroundings.outlet import FixedOutlet
from alarmclock.desktop.bus.bus import Bus, BusKind
from alarmclock.desktop.bus.command_bus import BusCommands
from alarmclock.desktop.last_resort import SystemResort
from alarmclock.desktop.media import BusMediaPlayers
from alarmclock.desktop.notifying.notifications import BusNotifier
from alarmclock.desktop.outlet.debts import Debts
from alarmclock.desktop.outlet.pulse_outlet import PulseOutlet
from alarmclock.desktop.wakefulness.wakefulness import BusWakefulness
from alarmclock.values import dataclass, field

TURNED_UP = "alarmclock.volume"


@dataclass(frozen=True, slots=True)
class RealMachine(Machine):
    """A computer whose parts share two buses."""

    buses: tuple[Bus, ...] = field(default=())

    def start(self) -> None:
        """Begin to follow all of it, in the running loop."""
        for bus in self.buses:
            bus.start()
        Machine.start(self)

    def close(self) -> None:
        """Leave the computer as it was."""
        Machine.close(self)
        for bus in self.buses:
            bus.close()


def real_machine(player: Player, folder: Path | None = None) -> Machine:
    """Make the computer that this program runs on; nothing is asked before its `start`.

    Into `folder` goes what must be put back by a later run if this one is killed.
    """
    debts = Debts(folder / TURNED_UP) if folder is not None else None
    session, system = Bus(BusKind.SESSION), Bus(BusKind.SYSTEM)
    return RealMachine(
        PulseOutlet(player.probe, debts=debts) if sys.platform == "linux" else FixedOutlet(),
        BusNotifier(session, icon=str(resources.path("icons", "alarmclock-128.png"))),
        BusMediaPlayers(session),
        BusWakefulness(session, system),
        SystemResort(ring_bell=Bell().ring),
        BusCommands(session),
        buses=(session, system),
    )


class Bell(QObject):
    """The beep of the computer, for threads: only Qt's own may let it beep."""

    rung = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rung.connect(self._beep, Qt.ConnectionType.QueuedConnection)

    def ring(self) -> None:
        """Let it beep soon. Whoever holds this call holds the bell: the signal alone holds none."""
        self.rung.emit()

    def _beep(self) -> None:
        QApplication.beep()
