"""Finds out who shows notifications, and what that server can do."""

import asyncio
from collections.abc import Callable
from typing import Any

from alarmclock.core.surroundings.notifier import NotificationServer
from alarmclock.desktop.bus.bus import Bus, BusError
from alarmclock.values import dataclass

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
WHERE = (NAME, PATH, NAME)

# A server that nobody has needed yet is started by the question.
STARTS_WITHIN_S = 5.0
ASK_AGAIN_AFTER_S = 5.0
LONGEST_WAIT_S = 60.0


@dataclass(frozen=True, slots=True)
class Found:
    """A server that answers."""

    server: NotificationServer
    has_markup: bool


class ServerWatch:
    """Asks whoever owns the name of the notifications, whenever that is somebody else."""

    def __init__(
        self,
        bus: Bus,
        is_needed: Callable[[], bool],
        *,
        ask_again_after_s: float = ASK_AGAIN_AFTER_S,
    ) -> None:
        self._bus = bus
        self._ask_again_after_s = ask_again_after_s
        self._is_needed = is_needed
        self._changed: list[Callable[[], None]] = []
        self._woken = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._is_owned = False
        self._owners = 0
        self.found: Found | None = None
        self.is_known = False

    @property
    def owners(self) -> int:
        """Count how often the server was another one; another one knows nothing of the last."""
        return self._owners

    def on_change(self, changed: Callable[[], None]) -> None:
        """Call back when the server is another one, is gone, or is known not to be there."""
        self._changed.append(changed)

    def start(self) -> None:
        """Watch from now on, in the running loop."""
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._watch())
            self._bus.follow_name(NAME, self._owner_changed)
            self._bus.on_lost(self._bus_lost)

    def look(self) -> None:
        """Ask anew, and let the desktop start a server if it has one that does not run."""
        self._woken.set()

    def close(self) -> None:
        """Watch no longer."""
        self._changed.clear()
        if self._task is not None:
            self._task.cancel()

    async def closed(self) -> None:
        """Wait until nothing runs any more; `close` comes before."""
        if self._task is not None:
            await asyncio.wait({self._task})

    async def _watch(self) -> None:
        silences = 0
        wait_s: float | None = None
        while True:
            if await self._is_woken_within(wait_s):
                silences = 0
            owners = self._owners
            found = await self._ask()
            if owners == self._owners and self._bus.is_connected:
                self._note(found)
            wait_s = None
            if self.found is None and self._is_owned:  # It hangs, or is about to be ready.
                wait_s = min(self._ask_again_after_s * 2**silences, LONGEST_WAIT_S)
                silences = min(silences + 1, 8)

    async def _is_woken_within(self, seconds: float | None) -> bool:
        try:
            async with asyncio.timeout(seconds):
                await self._woken.wait()
        except TimeoutError:
            return False
        self._woken.clear()
        return True

    async def _ask(self) -> Found | None:
        try:
            words = await self._call("GetServerInformation")
            (abilities,) = await self._call("GetCapabilities")
        except (BusError, ValueError):
            return None
        name = str(words[0]) if words else NAME
        return Found(NotificationServer(name, "actions" in abilities), "body-markup" in abilities)

    async def _call(self, member: str) -> list[Any]:
        return await self._bus.call(*WHERE, member, timeout_s=STARTS_WITHIN_S, may_start=True)

    def _owner_changed(self, is_owned: bool) -> None:  # noqa: FBT001 - the bus calls it so.
        was_owned, self._is_owned = self._is_owned, is_owned
        self._owners += 1
        if was_owned:
            self._note(None)
        if is_owned or not self.is_known or self._is_needed():
            self.look()

    def _bus_lost(self) -> None:
        self._owners += 1
        self._note(None)

    def _note(self, found: Found | None) -> None:
        if self.is_known and found == self.found:
            return
        self.found = found
        self.is_known = True
        for changed in list(self._changed):
            changed()
