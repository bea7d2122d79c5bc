"""Keeps the program in step with the clock: what was set, what changed, what looks wrong."""

from collections.abc import Callable
from datetime import datetime

from alarmclock.core.outlook.clock_changes import ClockChange, ClockChanges
from alarmclock.core.plausible import Doubt, Plausibility
from alarmclock.daemons.clock import WakingClock
from alarmclock.daemons.jump_watch import JumpWatch


class TimeWatch:
    """Joins the watch over the clock with what its changes do to the alarms.

    `nudge` lets the daemons look anew at what they wait for, `show` the window at what it shows,
    and `alive` is called with the instant once a minute while the clock is believed.
    """

    def __init__(
        self,
        clock: WakingClock,
        changes: ClockChanges,
        plausibility: Plausibility,
        *,
        nudge: Callable[[], None],
        show: Callable[[], None],
        alive: Callable[[datetime], None],
    ) -> None:
        self._clock = clock
        self._changes = changes
        self._plausibility = plausibility
        self._nudge = nudge
        self._show = show
        self._alive = alive
        self._jumps = JumpWatch(clock, self._follow, self._beat)

    @property
    def doubt(self) -> Doubt | None:
        """What speaks against the clock, None while nothing does."""
        return self._plausibility.doubt

    def begin(self) -> None:
        """Take the clock as it is, before anything is armed by it."""
        self._changes.begin()

    def start(self) -> None:
        """Listen for changes of the clock."""
        self._jumps.start()

    async def run(self) -> None:
        """Look once a minute until cancelled."""
        await self._jumps.run()

    def look(self) -> None:
        """Look now whether the clock or the zone is another one."""
        self._jumps.look()

    def accept(self) -> None:
        """Believe a clock that looks wrong."""
        self._changes.accept()
        self._look_anew()
        self.mark_alive()

    def mark_alive(self) -> None:
        """Note that the program is alive, unless a wrong clock would say when."""
        if self.doubt is None:
            self._alive(self._clock.now())

    def _follow(self, change: ClockChange) -> None:
        self._changes.follow(change)
        self._look_anew()

    def _beat(self) -> None:
        if self._changes.look():
            self._look_anew()
        self.mark_alive()

    def _look_anew(self) -> None:
        self._nudge()
        self._show()
