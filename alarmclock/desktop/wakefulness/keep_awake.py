"""Who keeps a computer awake when asked, and how each of them is asked.

All are asked to hold off what happens when nobody touches the computer: the dark screen and the
sleep after it. None is asked to block sleep itself: a person who sends the computer to sleep, or
closes its lid, means it. What a ring needs is a computer that does not fall asleep of itself.
"""

import os
from collections.abc import Callable
from functools import partial
from typing import Protocol

from alarmclock.desktop.bus.bus import Bus
from alarmclock.desktop.bus.bus_call import variant
from alarmclock.values import dataclass

WHO = "Alarm Clock"
# An answer that comes too late leaves a promise that nobody ends, so there is much time for it.
ANSWERS_WITHIN_S = 25.0

LOGIND = "org.freedesktop.login1"
LOGIND_PATH = "/org/freedesktop/login1"
LOGIND_MANAGER = "org.freedesktop.login1.Manager"

PORTAL = "org.freedesktop.portal.Desktop"
PORTAL_PATH = "/org/freedesktop/portal/desktop"
# Of its flags (1 log out, 2 switch user, 4 suspend, 8 idle) this one alone: idle is both the dark
# screen and the sleep after it, while 4 would stop a person's own sleep, and some desktops refuse
# whatever is more than idle.
PORTAL_IDLE = 8


def _do_nothing() -> None:
    pass


@dataclass(frozen=True, slots=True)
class Kept:
    """What ends a promise, and what is left to do when the one who gave it has gone.

    Nothing is said to one who comes back: its numbers may mean another program's promise by then.
    """

    end: Callable[[], None]
    forget: Callable[[], None] = _do_nothing


class Guardian(Protocol):
    """A service that can be asked to keep the computer awake."""

    @property
    def name(self) -> str:
        """Give the name it has on the bus."""

    async def ask(self, reason: str) -> Kept:
        """Ask for its promise; raise BusError when it does not agree."""


@dataclass(frozen=True, slots=True)
class Logind:
    """Of systemd or elogind: keeps the machine from the sleep that it has in its own settings."""

    system: Bus
    name: str = LOGIND

    async def ask(self, reason: str) -> Kept:
        """Take an open file: it stays awake until that is closed, also when we are killed."""
        (file,) = await self.system.call(
            LOGIND,
            LOGIND_PATH,
            LOGIND_MANAGER,
            "Inhibit",
            "ssss",
            ["idle", WHO, reason, "block"],
            timeout_s=ANSWERS_WITHIN_S,
        )
        close = partial(os.close, file)
        return Kept(close, forget=close)


@dataclass(frozen=True, slots=True)
class Portal:
    """The way that every desktop offers in its own manner, also to programs in a sandbox."""

    session: Bus
    name: str = PORTAL

    async def ask(self, reason: str) -> Kept:
        """Make a request, which stands until it is closed. The portal is started if need be."""
        (request,) = await self.session.call(
            PORTAL,
            PORTAL_PATH,
            "org.freedesktop.portal.Inhibit",
            "Inhibit",
            "sua{sv}",
            ["", PORTAL_IDLE, {"reason": variant("s", reason)}],
            timeout_s=ANSWERS_WITHIN_S,
            may_start=True,
        )
        where = (PORTAL, request, "org.freedesktop.portal.Request", "Close")
        return Kept(partial(self.session.tell, *where))


@dataclass(frozen=True, slots=True)
class ScreenSaver:
    """The screen saver of KDE, Xfce, GNOME and others, which gives a number for each promise."""

    session: Bus
    name: str = "org.freedesktop.ScreenSaver"
    path: str = "/org/freedesktop/ScreenSaver"

    async def ask(self, reason: str) -> Kept:
        """Ask for its number, and give that back in the end."""
        where = (self.name, self.path, self.name)
        (number,) = await self.session.call(
            *where, "Inhibit", "ss", [WHO, reason], timeout_s=ANSWERS_WITHIN_S
        )
        return Kept(partial(self.session.tell, *where, "UnInhibit", "u", [number]))
