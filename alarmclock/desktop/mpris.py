"""One media player of the desktop, asked and told over MPRIS, D-Bus's interface of such players."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from alarmclock.desktop.bus.bus import Bus, BusError
from alarmclock.values import dataclass

NAMES = "org.mpris.MediaPlayer2."
PATH = "/org/mpris/MediaPlayer2"
ROOT = "org.mpris.MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"
PROPERTIES = "org.freedesktop.DBus.Properties"

# It only repeats, under a name of its own, whichever player was used last.
MIRRORS = (f"{NAMES}playerctld",)
# A computer that has just woken up: nobody waits for these answers.
SLOW_S = 10.0

Track = tuple[str, str]


class Status(StrEnum):
    """What a player does."""

    PLAYING = "Playing"
    PAUSED = "Paused"
    STOPPED = "Stopped"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a player does at a moment; None is what it has not told."""

    status: Status | None
    track: Track | None
    can_pause: bool


def read_standing(properties: Mapping[str, Any]) -> Standing:
    """Read what a player tells of itself, all or what has changed, whatever it leaves out."""
    status = properties.get("PlaybackStatus")
    allowed = (properties.get(key, True) for key in ("CanControl", "CanPause"))
    return Standing(
        status=Status(status) if status in set(Status) else None,
        track=_track(properties["Metadata"]) if "Metadata" in properties else None,
        can_pause=all(allowed),
    )


def _track(metadata: Any) -> Track | None:
    """Tell tracks apart by what stays while one plays: a web radio changes its title."""
    if not isinstance(metadata, Mapping):
        return None
    return str(metadata.get("mpris:trackid", "")), str(metadata.get("xesam:url", ""))


class MprisPlayer:
    """A player by its name and by the connection it is on: a restarted one is another one."""

    def __init__(self, session: Bus, name: str, owner: str) -> None:
        self._session = session
        self._name = name
        self.owner = owner

    @property
    def plain_name(self) -> str:
        """Make a name out of “org.mpris.MediaPlayer2.vlc.instance7”, for one that tells none."""
        return self._name.removeprefix(NAMES).partition(".")[0].replace("_", " ").capitalize()

    async def standing(self) -> Standing:
        """Ask what it does; raise BusError."""
        (properties,) = await self._session.call(
            self.owner, PATH, PROPERTIES, "GetAll", "s", [PLAYER], timeout_s=SLOW_S
        )
        return read_standing(properties)

    async def identity(self) -> str:
        """Ask what people call it; it has another name where it does not answer."""
        try:
            (name,) = await self._session.call(
                self.owner, PATH, PROPERTIES, "Get", "ss", [ROOT, "Identity"]
            )
        except BusError:
            return self.plain_name
        return str(name).strip() or self.plain_name

    async def pause(self) -> None:
        """Pause it; raise BusError."""
        await self._session.call(self.owner, PATH, PLAYER, "Pause", timeout_s=SLOW_S)

    def play(self) -> None:
        """Let it play, and wait for no answer."""
        self._session.tell(self.owner, PATH, PLAYER, "Play")


async def find_players(session: Bus, timeout_s: float) -> list[MprisPlayer]:
    """Give every player, once, however many names it has; raise BusError."""
    daemon = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
    (names,) = await session.call(*daemon, "ListNames", timeout_s=timeout_s)
    players: dict[str, MprisPlayer] = {}
    for name in sorted(names):
        if not name.startswith(NAMES) or name in MIRRORS:
            continue
        try:
            (owner,) = await session.call(*daemon, "GetNameOwner", "s", [name], timeout_s=timeout_s)
        except BusError:  # It has just gone.
            continue
        players.setdefault(owner, MprisPlayer(session, name, owner))
    return list(players.values())
