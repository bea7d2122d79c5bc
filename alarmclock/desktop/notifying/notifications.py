"""Notifications through the server of the desktop, as any program of it shows them."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from alarmclock.core.surroundings.notifier import Notice, NotificationServer, Press
from alarmclock.desktop.bus.bus import Bus, BusError
from alarmclock.desktop.bus.bus_following import tell
from alarmclock.desktop.notifying.notification_bubble import Bubble
from alarmclock.desktop.notifying.notification_server import NAME, PATH, WHERE, Found, ServerWatch
from alarmclock.desktop.notifying.notification_words import SIGNATURE, notify_body

if TYPE_CHECKING:
    from dbus_fast import Message

TRY_AGAIN_AFTER_S = 2.0
# One that is given up too early would be shown twice.
SHOWS_WITHIN_S = 25.0

logger = logging.getLogger(__name__)


class BusNotifier:
    """A Notifier that brings what a server shows into line with what is wanted.

    One task does it, one bubble after the other: however fast notices follow each other under a
    name, its number is known before the next is said. Without a server all waits for one.
    """

    def __init__(
        self,
        bus: Bus,
        app_name: str = "Alarm Clock",
        icon: str = "alarmclock",
        *,
        try_again_after_s: float = TRY_AGAIN_AFTER_S,
    ) -> None:
        self._bus = bus
        self._app_name = app_name
        self._icon = icon
        self._try_again_after_s = try_again_after_s
        self._watch = ServerWatch(bus, self._wants_something)
        self._owners = 0
        self._bubbles: dict[str, Bubble] = {}
        self._changed: list[Callable[[], None]] = []
        self._pressed: list[Callable[[str, Press], None]] = []
        self._woken = asyncio.Event()
        self._worker: asyncio.Task[None] | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._is_closing = False

    @property
    def server(self) -> NotificationServer | None:
        """Give who shows them, None while nobody does or is known to."""
        return self._watch.found.server if self._watch.found else None

    @property
    def is_known(self) -> bool:
        """False until it was found out whether there is a server."""
        return self._watch.is_known

    def start(self) -> None:
        """Look for a server from now on, in the running loop."""
        if self._worker is not None:
            return
        self._start_work()
        self._watch.on_change(self._server_changed)
        self._bus.follow_signal(NAME, "ActionInvoked", self._heard, sender=NAME, path=PATH)
        self._bus.follow_signal(NAME, "NotificationClosed", self._heard, sender=NAME, path=PATH)
        self._watch.start()

    def listen(self, changed: Callable[[], None]) -> None:
        """Call back when the server is another one, or is known not to be there."""
        self._changed.append(changed)

    def on_press(self, pressed: Callable[[str, Press], None]) -> None:
        """Call back with the name of a notification and what was pressed on it."""
        self._pressed.append(pressed)

    def look(self) -> None:
        """Ask anew who shows notifications."""
        self._watch.look()

    def show(self, name: str, notice: Notice) -> None:
        """Want a notice under a name; without a server it waits for one."""
        if self._is_closing:
            return
        if self._bubbles.setdefault(name, Bubble(name)).want(notice):
            self._woken.set()
            if self.server is None and self.is_known:
                self._watch.look()

    def withdraw(self, name: str) -> None:
        """Want nothing under a name."""
        bubble = self._bubbles.get(name)
        if bubble is not None and bubble.want(None):
            self._forget_idle(bubble)
            self._woken.set()

    def close(self) -> None:
        """Take all away, and never call back again; what is just being said, when it was said."""
        self._is_closing = True
        self._changed.clear()
        self._pressed.clear()
        self._watch.close()
        for bubble in self._bubbles.values():
            bubble.want(None)
            if bubble.number and not bubble.is_being_told:
                self._bus.tell(*WHERE, "CloseNotification", "u", [bubble.number])
                bubble.forget()
        is_busy = any(bubble.is_being_told for bubble in self._bubbles.values())
        if self._worker is not None and not is_busy:
            self._worker.cancel()

    async def closed(self) -> None:
        """Wait until nothing runs any more; `close` comes before."""
        await self._watch.closed()
        if self._tasks:
            await asyncio.wait(self._tasks)

    # What the server shows

    def _start_work(self) -> None:
        """Begin anew: an answer that a server before still owes is not waited for."""
        if self._worker is not None:
            self._worker.cancel()
        self._worker = asyncio.get_running_loop().create_task(self._work())
        self._tasks.add(self._worker)
        self._worker.add_done_callback(self._tasks.discard)

    async def _work(self) -> None:
        while not self._is_closing or self._next(self._now()) is not None:
            self._woken.clear()
            bubble = self._next(self._now())
            if bubble is None:
                await self._pause()
            elif bubble.wanted is None:
                await self._take_away(bubble)
            elif self._watch.found is not None:
                await self._bring(bubble, bubble.wanted, self._watch.found)

    async def _pause(self) -> None:
        waiting = [b.not_before for b in self._bubbles.values() if b.needs_work]
        until = min(waiting) if waiting and self.server else None
        with suppress(TimeoutError):
            async with asyncio.timeout_at(until):
                await self._woken.wait()

    def _next(self, now: float) -> Bubble | None:
        if self._watch.found is None:
            return None
        due = (b for b in self._bubbles.values() if b.needs_work and b.not_before <= now)
        return min(due, key=lambda b: b.wanted is not None and not b.wanted.is_urgent, default=None)

    async def _bring(self, bubble: Bubble, notice: Notice, found: Found) -> None:
        body = notify_body(
            notice,
            replaced=bubble.number,
            app_name=self._app_name,
            icon=self._icon,
            has_actions=found.server.has_actions,
            has_markup=found.has_markup,
        )
        bubble.is_being_told = True
        try:
            bubble.told(notice, await self._number(body))
        except BusError as error:
            self._failed(bubble, error)
        finally:
            bubble.is_being_told = False
            self._forget_idle(bubble)

    def _failed(self, bubble: Bubble, error: BusError) -> None:
        if bubble.failures == 0 and not self._is_closing:
            logger.warning("The notification “%s” could not be shown: %s", bubble.name, error)
        bubble.failed(self._now(), self._try_again_after_s)

    async def _number(self, body: list[Any]) -> int:
        answer = await self._call("Notify", SIGNATURE, body)
        if not answer or not isinstance(answer[0], int):
            raise BusError("InvalidAnswer", "The server did not say how it calls the notification.")
        return answer[0]

    async def _take_away(self, bubble: Bubble) -> None:
        number = bubble.number
        bubble.forget()
        try:
            await self._call("CloseNotification", "u", [number])
        except BusError as error:
            logger.debug("The notification “%s” is gone already: %s", bubble.name, error)
        self._forget_idle(bubble)

    def _forget_idle(self, bubble: Bubble) -> None:
        """Forget a name under which nothing is wanted, shown or just being said."""
        is_idle = bubble.wanted is None and not bubble.number and not bubble.is_being_told
        if is_idle and self._bubbles.get(bubble.name) is bubble:
            del self._bubbles[bubble.name]

    async def _call(self, member: str, signature: str, body: list[Any]) -> list[Any]:
        return await self._bus.call(*WHERE, member, signature, body, timeout_s=SHOWS_WITHIN_S)

    # What happens to the server, and what people do there

    def _server_changed(self) -> None:
        if self._owners != self._watch.owners:
            self._owners = self._watch.owners
            for bubble in self._bubbles.values():
                bubble.forget()
            self._start_work()
        self._woken.set()
        for changed in list(self._changed):
            tell(changed)

    def _heard(self, message: "Message") -> None:
        # After the task that waits for the answer that came before: it tells the number.
        asyncio.get_running_loop().call_soon(self._happened, message)

    def _happened(self, message: "Message") -> None:
        bubble = self._bubble(message.body[0]) if message.body else None
        if bubble is None:
            return
        if message.member == "NotificationClosed" and message.signature == "uu":
            bubble.closed(message.body[1], self._now(), self._try_again_after_s)
            self._woken.set()
        elif message.member == "ActionInvoked" and message.signature == "us":
            self._press(bubble, message.body[1])

    def _press(self, bubble: Bubble, key: str) -> None:
        if bubble.wanted is None or key not in [press.value for press in Press]:
            return
        for pressed in list(self._pressed):
            tell(lambda pressed=pressed: pressed(bubble.name, Press(key)))  # type: ignore[misc]

    def _bubble(self, number: object) -> Bubble | None:
        shown = (b for b in self._bubbles.values() if b.number and b.number == number)
        return next(shown, None)

    def _wants_something(self) -> bool:
        return any(b.wanted is not None and not b.is_over for b in self._bubbles.values())

    def _now(self) -> float:
        return asyncio.get_running_loop().time()
