"""A clock for tests: its wall time, real time and zone move only when told to, and apart."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo

from alarmclock.daemons.clock import EPOCH, nanoseconds, settle
from alarmclock.daemons.wakeups import Sleeper, Wakeups


class FakeClock:
    """Stands still until it is advanced.

    `advance` moves time in one go and wakes whoever is due, as a slow computer would;
    `run_for` lets every sleeper wake at its own moment.
    """

    def __init__(self, now: datetime, zone: tzinfo = UTC) -> None:
        self._show(nanoseconds(now.astimezone(UTC) - EPOCH))
        self._real = 0
        self._zone = zone
        self._wall_sleepers = Wakeups(lambda _first: None)
        self._real_sleepers = Wakeups(lambda _first: None)
        self._listeners: list[Callable[[], None]] = []

    def now(self) -> datetime:
        """Give the wall clock's instant, in UTC."""
        return self._now

    def elapsed(self) -> timedelta:
        """Give the real time since the clock was made."""
        return timedelta(microseconds=self._real // 1000)

    def zone(self) -> tzinfo:
        """Give the system's zone."""
        return self._zone

    def start(self) -> None:
        """Do nothing: sleepers are woken when time is moved."""

    def close(self) -> None:
        """Tell nobody any more: the program is over, and another one may be opened."""
        self._listeners.clear()

    def wake_at(self, due: datetime) -> Sleeper:
        """Give a future that completes when the wall clock reads `due`."""
        return self._woken_if_due(self._wall_sleepers, nanoseconds(due - EPOCH))

    def wake_at_elapsed(self, moment: timedelta) -> Sleeper:
        """Give a future that completes when `elapsed()` has reached `moment`."""
        return self._woken_if_due(self._real_sleepers, nanoseconds(moment))

    def look(self) -> None:
        """Wake whoever is due."""
        self._wall_sleepers.wake(self._wall)
        self._real_sleepers.wake(self._real)

    def on_set(self, listener: Callable[[], None]) -> None:
        """Call `listener` when the wall clock is set."""
        self._listeners.append(listener)

    # What tests do with it

    def advance(self, by: timedelta) -> None:
        """Let time pass in one go and wake whoever is due by then."""
        self._show(self._wall + nanoseconds(by))
        self._real += nanoseconds(by)
        self.look()

    async def run_for(self, by: timedelta) -> None:
        """Let time pass, each sleeper waking at its own moment."""
        await settle()
        end = self._real + nanoseconds(by)
        while (step := self._next_step()) is not None and self._real + step <= end:
            self.advance(timedelta(microseconds=step // 1000))
            await settle()
        self.advance(timedelta(microseconds=(end - self._real) // 1000))
        await settle()

    def set_wall(self, now: datetime, *, told: bool = True) -> None:
        """Set the wall clock forward or back, as a person or a time server does.

        With `told` False nobody hears of it, as in the moment before the system's word arrives.
        """
        self._show(nanoseconds(now.astimezone(UTC) - EPOCH))
        if not told:
            return
        for listener in self._listeners:
            listener()
        self.look()

    def set_zone(self, zone: tzinfo) -> None:
        """Travel."""
        self._zone = zone

    def _show(self, wall: int) -> None:
        self._wall = wall
        self._now = EPOCH + timedelta(microseconds=wall // 1000)

    def _next_step(self) -> int | None:
        steps = [
            first - now
            for first, now in (
                (self._wall_sleepers.first, self._wall),
                (self._real_sleepers.first, self._real),
            )
            if first is not None
        ]
        return max(min(steps), 0) if steps else None

    def _woken_if_due(self, sleepers: Wakeups, nanosecond: int) -> Sleeper:
        sleeper = sleepers.sleep_until(nanosecond)
        self.look()
        return sleeper
