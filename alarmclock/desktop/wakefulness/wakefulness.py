"""Keeps the screen on and the computer from idle sleep, and follows what it does otherwise."""

import asyncio
import logging
from collections.abc import Callable
from functools import partial

from alarmclock.core.surroundings.wakefulness import UNKNOWN_HABITS, Habits
from alarmclock.desktop.bus.bus import Bus, BusError
from alarmclock.desktop.wakefulness.habits import (
    DESKTOPS,
    PROPERTIES,
    UPOWER,
    UPOWER_PATH,
    HabitReader,
)
from alarmclock.desktop.wakefulness.keep_awake import (
    LOGIND,
    PORTAL,
    Guardian,
    Logind,
    Portal,
    ScreenSaver,
)
from alarmclock.desktop.wakefulness.promise import Promise

logger = logging.getLogger(__name__)


class BusWakefulness:
    """The computer as its services tell of it: two promises, for the machine and for the screen.

    The machine's logind does not know of the sleep that a desktop has in its own settings, and the
    desktop not of logind's; so both are asked, and either of them is enough to be held.
    """

    def __init__(self, session: Bus, system: Bus, reader: HabitReader | None = None) -> None:
        self._session = session
        self._system = system
        self._reader = reader or HabitReader(session, system)
        logind, portal, saver = Logind(system), Portal(session), ScreenSaver(session)
        self._machine = Promise([logind], self._tell)
        self._screen = Promise([portal, saver], self._tell)
        self._guardians: tuple[tuple[Bus, Promise, Guardian], ...] = (
            (system, self._machine, logind),
            (session, self._screen, portal),
            (session, self._screen, saver),
        )
        self._there: set[str] = set()
        self._can_start_portal = False
        self._habits = UNKNOWN_HABITS
        self._listeners: list[Callable[[], None]] = []
        self._told: tuple[Habits, bool | None] = (UNKNOWN_HABITS, None)
        self._looking: asyncio.Task[None] | None = None
        self._is_closed = False
        self._looks_again = False

    def start(self) -> None:
        """Follow whom to ask, and look now and whenever one comes who knows something."""
        for bus, promise, guardian in self._guardians:
            bus.follow_name(guardian.name, partial(self._see, promise, guardian.name))
        for bus, names in ((self._system, (LOGIND, UPOWER)), (self._session, DESKTOPS)):
            bus.on_connected(self.look)
            bus.on_lost(self.look)
            for name in names:
                bus.follow_name(name, lambda _is_there: self.look())
        self._system.follow_signal(
            PROPERTIES,
            "PropertiesChanged",
            lambda _message: self.look(),
            sender=UPOWER,
            path=UPOWER_PATH,
        )
        self.look()

    @property
    def habits(self) -> Habits:
        """Give what the computer does, as it was when it was looked at last."""
        return self._habits

    @property
    def is_held(self) -> bool | None:
        """True while anybody has agreed to stay awake, None where there is nobody to ask."""
        if self._machine.is_given or self._screen.is_given:
            return True
        return False if self._there or self._can_start_portal else None

    def listen(self, changed: Callable[[], None]) -> None:
        """Call `changed` on the loop whenever the habits or the answer are other ones."""
        self._listeners.append(changed)

    def look(self) -> None:
        """Look anew, or once more when it is being done."""
        self._looks_again = not self._is_closed
        if self._looks_again and self._looking is None:
            self._looking = asyncio.get_running_loop().create_task(self._look())
            self._looking.add_done_callback(self._looked)

    def hold(self, reason: str) -> None:
        """Stay awake for a reason; who comes later is asked when he comes."""
        for promise in (self._machine, self._screen):
            promise.want(reason)

    def release(self) -> None:
        """Sleep as usual again."""
        for promise in (self._machine, self._screen):
            promise.want(None)

    def close(self) -> None:
        """Release, and never call back again."""
        self._is_closed = True
        self._listeners.clear()
        self._machine.close()
        self._screen.close()
        if self._looking is not None:
            self._looking.cancel()

    def _see(self, promise: Promise, name: str, is_there: bool) -> None:  # noqa: FBT001 - as told.
        was_there = name in self._there
        if is_there:
            self._there.add(name)
        else:
            self._there.discard(name)
        if was_there:  # It has gone, or another one has taken its place.
            promise.lose(name)
        if is_there:
            promise.ask_again()
        self._tell()

    async def _look(self) -> None:
        while self._looks_again:
            self._looks_again = False
            await self._look_for_portal()
            self._habits = await self._reader.read()
            self._tell()

    async def _look_for_portal(self) -> None:
        """Find out whether a portal could be started: mostly it sleeps until it is needed."""
        daemon = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
        try:
            (names,) = await self._session.call(*daemon, "ListActivatableNames")
        except BusError:
            names = []
        could, self._can_start_portal = self._can_start_portal, PORTAL in names
        if self._can_start_portal and not could:
            self._screen.ask_again()

    def _looked(self, task: asyncio.Task[None]) -> None:
        self._looking = None
        if not task.cancelled() and (error := task.exception()):
            logger.error("Nobody tells what the computer does when it is idle", exc_info=error)

    def _tell(self) -> None:
        """Tell what is new; not that nobody has agreed while somebody is being asked."""
        is_held = self.is_held
        if not is_held and (self._machine.is_asked or self._screen.is_asked):
            is_held = self._told[1]
        if self._told == (self._habits, is_held):
            return
        self._told = (self._habits, is_held)
        for changed in list(self._listeners):
            changed()
