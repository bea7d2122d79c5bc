"""Notifications of the desktop, with buttons where its server has them."""

from collections.abc import Callable
from enum import Enum
from typing import Protocol

from alarmclock.values import dataclass


@dataclass(frozen=True, slots=True)
class NotificationServer:
    """Who shows notifications, and whether they can have buttons."""

    name: str
    has_actions: bool


class Press(Enum):
    """What a person can press on a notification; OPEN is the notification itself."""

    OPEN = "default"
    STOP = "stop"
    SNOOZE = "snooze"
    SKIP = "skip"
    AWAKE = "awake"
    MEND = "mend"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Notice:
    """What a notification says. All of it is plain text, whatever the server makes of markup.

    ``presses`` are its buttons with their words. An urgent one is critical, of the category
    “alarm”, and stays until it is answered or withdrawn.
    """

    title: str
    body: str = ""
    presses: tuple[tuple[Press, str], ...] = ()
    is_urgent: bool = False


class Notifier(Protocol):
    """Shows notifications by name: a name that is shown already is replaced, not repeated."""

    def start(self) -> None:
        """Look for a server from now on, in the running loop."""

    @property
    def server(self) -> NotificationServer | None:
        """Give who shows them, None while nobody does or is known to."""

    @property
    def is_known(self) -> bool:
        """False until it was found out whether there is a server."""

    def listen(self, changed: Callable[[], None]) -> None:
        """Call `changed` on the loop whenever the server is another one."""

    def on_press(self, pressed: Callable[[str, Press], None]) -> None:
        """Call `pressed` on the loop with the name of a notification and what was pressed."""

    def look(self) -> None:
        """Ask anew who shows notifications."""

    def show(self, name: str, notice: Notice) -> None:
        """Show a notice under a name; it is shown again when the server was restarted.

        One that a person has closed stays closed until it says something else.
        """

    def withdraw(self, name: str) -> None:
        """Take a notice away, if it is shown."""

    def close(self) -> None:
        """Take all away, and never call back again."""


PAPER = NotificationServer("paper", has_actions=True)


class PaperNotifier:
    """A notifier that writes down what it would show, for tests."""

    def __init__(self, server: NotificationServer | None = PAPER) -> None:
        self._server = server
        self._changed: list[Callable[[], None]] = []
        self._pressed: list[Callable[[str, Press], None]] = []
        self._wanted: dict[str, Notice] = {}
        self._closed: set[str] = set()
        self.shown: dict[str, Notice] = {}
        self.history: list[tuple[str, Notice]] = []
        self.is_known = True
        self.looks = 0

    @property
    def server(self) -> NotificationServer | None:
        """Give what it was told."""
        return self._server

    def change(self, server: NotificationServer | None) -> None:
        """Be another server, which is told what is wanted, or none."""
        self._server = server
        self.shown.clear()
        for name, notice in self._wanted.items():
            self._put(name, notice)
        for changed in self._changed:
            changed()

    def press(self, name: str, press: Press) -> None:
        """Press something on a notice that is shown, as a person does."""
        assert name in self.shown, f"nobody sees {name}"
        for pressed in self._pressed:
            pressed(name, press)

    def dismiss(self, name: str) -> None:
        """Close a notice, as a person does."""
        del self.shown[name]
        self._closed.add(name)

    def listen(self, changed: Callable[[], None]) -> None:
        """Call back when the server is another one."""
        self._changed.append(changed)

    def on_press(self, pressed: Callable[[str, Press], None]) -> None:
        """Call back when something is pressed."""
        self._pressed.append(pressed)

    def look(self) -> None:
        """Count how often it was asked."""
        self.looks += 1

    def show(self, name: str, notice: Notice) -> None:
        """Write a notice down."""
        if self._wanted.get(name) == notice:
            return
        self._wanted[name] = notice
        self._closed.discard(name)
        self._put(name, notice)

    def withdraw(self, name: str) -> None:
        """Cross a notice out."""
        self._wanted.pop(name, None)
        self.shown.pop(name, None)

    def start(self) -> None:
        """Do nothing: it does as it is told."""

    def close(self) -> None:
        """Cross everything out and forget who listens."""
        self._wanted.clear()
        self.shown.clear()
        self._changed.clear()
        self._pressed.clear()

    def _put(self, name: str, notice: Notice) -> None:
        if self._server is not None and name not in self._closed:
            self.shown[name] = notice
            self.history.append((name, notice))
