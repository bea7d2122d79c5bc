"""Waits for each evening, when it is told what is odd about the night to come."""

import logging
from collections.abc import Callable

from alarmclock.core.activity.events import ClocksWillChange
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.errors import AlarmClockError
from alarmclock.daemons.clock import WakingClock
from alarmclock.daemons.wakeups import Sleeper

logger = logging.getLogger(__name__)

MEMO = "odd nights told"
MOST_REMEMBERED = 20

ReadMemo = Callable[[str], str | None]
SaveMemo = Callable[[str, str], None]


class EveningWatch:
    """Tells once of each change of clocks that alarms fall into, restarts included."""

    def __init__(
        self,
        book: AlarmBook,
        clock: WakingClock,
        tell: Callable[[ClocksWillChange], None],
        memo: ReadMemo,
        save_memo: SaveMemo,
    ) -> None:
        self._book = book
        self._clock = clock
        self._tell = tell
        self._memo = memo
        self._save_memo = save_memo
        self._told: list[str] | None = None
        self._sleeper: Sleeper | None = None

    async def run(self) -> None:
        """Look now, and each evening, until cancelled."""
        from alarmclock.core.outlook.odd_nights import next_evening

        while True:
            self._look()
            evening = next_evening(self._clock.now(), self._clock.zone())
            self._sleeper = self._clock.wake_at(evening)
            await self._sleeper

    def nudge(self) -> None:
        """Look anew: the clock or the zone has changed."""
        if self._sleeper is not None and not self._sleeper.done():
            self._sleeper.set_result(None)

    def _look(self) -> None:
        from alarmclock.core.outlook.odd_nights import odd_nights

        try:
            for night in odd_nights(self._book):
                self._tell_once(night)
        except Exception:  # a notice that fails must not keep the next evening's from coming
            logger.exception("The night to come could not be looked at")

    def _tell_once(self, night: ClocksWillChange) -> None:
        name = f"{night.zone} {night.day} {night.shift}"
        told = self._remembered()
        if name in told:
            return
        told.append(name)
        self._tell(night)
        try:
            self._save_memo(MEMO, "\n".join(told[-MOST_REMEMBERED:]))
        except AlarmClockError as error:
            logger.warning("It may be told again: %s", error)

    def _remembered(self) -> list[str]:
        if self._told is None:
            try:
                self._told = (self._memo(MEMO) or "").splitlines()
            except AlarmClockError as error:
                logger.warning("What was told before is not known: %s", error)
                self._told = []
        return self._told
