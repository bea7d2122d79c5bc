"""What a program wants to hear from a bus: signals, and whether names are owned."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from alarmclock.values import dataclass, field

if TYPE_CHECKING:
    from dbus_fast import Message

DAEMON = "org.freedesktop.DBus"

logger = logging.getLogger(__name__)


def tell(listener: Callable[[], None]) -> None:
    """Call a listener; one that fails harms neither the connection nor another listener."""
    try:
        listener()
    except Exception:
        logger.exception("What listens to a bus failed")


@dataclass(eq=False, slots=True)
class FollowedName:
    """A name of the bus, and who wants to know whether somebody owns it."""

    name: str
    listeners: list[Callable[[bool], None]] = field(default_factory=list)
    owner: str | None = None
    is_known: bool = False
    has_changed: bool = False
    """Whether a change was heard since the bus was asked for the owner: it is newer than that."""

    @property
    def rule(self) -> str:
        """Say to the bus what it shall send."""
        return (
            f"type='signal',sender='{DAEMON}',interface='{DAEMON}',"
            f"member='NameOwnerChanged',arg0='{self.name}'"
        )

    def answer(self, owner: str | None) -> None:
        """Take the answer to who the owner is."""
        if not self.has_changed:
            self.owner = owner
        self.is_known = True

    def tell(self) -> None:
        """Say to all whether it is owned."""
        is_owned = self.owner is not None
        for changed in list(self.listeners):
            tell(lambda changed=changed: changed(is_owned))  # type: ignore[misc]


@dataclass(eq=False, slots=True)
class FollowedSignal:
    """A signal, and who wants to hear it; no sender or path means any."""

    interface: str
    member: str
    heard: Callable[["Message"], None]
    sender: str | None = None
    path: str | None = None

    @property
    def rule(self) -> str:
        """Say to the bus what it shall send."""
        keys = ("interface", "member", "sender", "path")
        wanted = ((key, getattr(self, key)) for key in keys)
        return ",".join(["type='signal'", *(f"{key}='{value}'" for key, value in wanted if value)])

    def fits(self, message: "Message", sender: str | None) -> bool:
        """Whether a message is this signal; `sender` is who owns the sender's name now."""
        return (
            message.interface == self.interface
            and message.member == self.member
            and self.path in {None, message.path}
            and (self.sender is None or message.sender == sender)
        )


class Following:
    """All that is followed, in the order in which the bus is to be told."""

    def __init__(self) -> None:
        self.wishes: list[FollowedName | FollowedSignal] = []
        self._names: dict[str, FollowedName] = {}
        self._is_live = False

    def name(self, name: str) -> FollowedName:
        """Give a name that is followed, and follow it from now on if it was not."""
        if name not in self._names:
            self._names[name] = FollowedName(name)
            self.wishes.append(self._names[name])
        return self._names[name]

    def signal(self, signal: FollowedSignal) -> None:
        """Follow a signal, and the name of its sender, since signals come from its owner."""
        if signal.sender is not None and not _is_unique(signal.sender):
            self.name(signal.sender)
        self.wishes.append(signal)

    def hear(self, message: "Message") -> None:
        """Pass a signal on to whoever follows it."""
        if message.sender == DAEMON and message.member == "NameOwnerChanged":
            self._change_owner(*message.body)
        for signal in [wish for wish in self.wishes if isinstance(wish, FollowedSignal)]:
            name = self._names.get(signal.sender or "")
            if signal.fits(message, name.owner if name else signal.sender):
                tell(lambda signal=signal: signal.heard(message))  # type: ignore[misc]

    def live(self) -> None:
        """Say of every name whether it is owned, now and at each change: all is taken up."""
        self._is_live = True
        for name in list(self._names.values()):
            name.tell()

    def lose(self) -> None:
        """Own nothing any more: the connection is gone."""
        self._is_live = False
        for name in list(self._names.values()):
            was_owned, name.owner, name.is_known = name.owner is not None, None, False
            if was_owned:
                name.tell()

    def clear(self) -> None:
        """Follow nothing."""
        self.wishes.clear()
        self._names.clear()

    def _change_owner(self, name: str, _before: str, owner: str) -> None:
        followed = self._names.get(name)
        if followed is None:
            return
        followed.has_changed = True
        followed.owner = owner or None
        if self._is_live and followed.is_known:
            followed.tell()


def _is_unique(name: str) -> bool:
    """Whether a name is that of one connection, which nobody else can ever own."""
    return name.startswith(":") or name == DAEMON
