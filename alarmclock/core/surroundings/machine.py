"""All that surrounds the program, in one value that `app.py` is given."""

from alarmclock.core.surroundings.last_resort import LastResort, PaperResort
from alarmclock.core.surroundings.media import MediaPlayers, PaperPlayers
from alarmclock.core.surroundings.notifier import Notifier, PaperNotifier
from alarmclock.core.surroundings.outlet import FixedOutlet, Outlet
from alarmclock.core.surroundings.public_commands import PaperCommands, PublicCommands
from alarmclock.core.surroundings.wakefulness import PaperWakefulness, Wakefulness
from alarmclock.values import dataclass, field


@dataclass(frozen=True, slots=True)
class Machine:
    """The computer around the program; by default one on paper, for tests."""

    outlet: Outlet = field(default_factory=FixedOutlet)
    notifier: Notifier = field(default_factory=PaperNotifier)
    media: MediaPlayers = field(default_factory=PaperPlayers)
    wakefulness: Wakefulness = field(default_factory=PaperWakefulness)
    last_resort: LastResort = field(default_factory=PaperResort)
    commands: PublicCommands = field(default_factory=PaperCommands)

    def start(self) -> None:
        """Begin to follow all of it, in the running loop."""
        for part in (self.outlet, self.notifier, self.media, self.wakefulness):
            part.start()

    def close(self) -> None:
        """Leave the computer as it was, and never call back again."""
        self.last_resort.end()
        self.commands.close()
        for part in (self.outlet, self.notifier, self.media, self.wakefulness):
            part.close()
