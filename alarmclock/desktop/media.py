"""Pauses the media players of the desktop for a ring, and lets them play on after it."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING

from alarmclock.desktop.bus.bus import Bus, BusError
from alarmclock.desktop.bus.bus_call import plain
from alarmclock.desktop.mpris import (
    PATH,
    PLAYER,
    PROPERTIES,
    MprisPlayer,
    Standing,
    Status,
    Track,
    find_players,
    read_standing,
)
from alarmclock.values import dataclass

if TYPE_CHECKING:
    from dbus_fast import Message

# Who rings waits no longer than this for the names of what was paused.
PATIENCE_S = 1.0

logger = logging.getLogger(__name__)


@dataclass(eq=False, slots=True)
class Paused:
    """A player that we have paused; it is settled once it has said so itself.

    Before that it may still tell of what it did before it was paused.
    """

    player: MprisPlayer
    track: Track | None
    is_settled: bool = False

    def settle(self, standing: Standing) -> None:
        """Take note of what it says right after it was told to pause."""
        self.is_settled = self.is_settled or standing.status is Status.PAUSED
        self.track = standing.track or self.track

    def is_touched(self, standing: Standing) -> bool:
        """Tell whether somebody else has done something to it since."""
        is_other_status = standing.status not in {None, Status.PAUSED}
        return self.is_settled and (is_other_status or self._is_other_track(standing))

    def may_play_on(self, standing: Standing) -> bool:
        """Tell whether it waits where it was paused, or is only about to obey."""
        if standing.status is Status.PLAYING:
            return not self.is_settled
        return standing.status is Status.PAUSED and not self._is_other_track(standing)

    def _is_other_track(self, standing: Standing) -> bool:
        return standing.track not in {None, self.track}


class BusMediaPlayers:
    """The media players that the session's bus knows.

    It holds one wish, quiet or not. Whatever it has begun looks at that wish before it acts, so
    that a `resume` between a question and its answer, or a `pause` after it, has the last word.
    """

    def __init__(self, session: Bus, patience_s: float = PATIENCE_S) -> None:
        self._session = session
        self._patience_s = patience_s
        self._wants_quiet = False
        # What no bus has heard yet.
        self._waiting: Callable[[list[str]], None] | None = None
        self._paused: dict[str, Paused] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self) -> None:
        """Hear from now on what players do."""
        self._session.follow_signal(PROPERTIES, "PropertiesChanged", self._hear, path=PATH)
        self._session.on_connected(self._pause_at_last)
        self._session.on_lost(self._paused.clear)

    def pause(self, paused: Callable[[list[str]], None]) -> None:
        """Pause whatever plays, and tell what was paused, after a second at the latest.

        Where there is no bus it is told that nothing was, and told again should one come.
        """
        self._wants_quiet = True
        self._begin(self._pause_all(paused))

    def resume(self) -> None:
        """Let play on what waits as it was left."""
        self._wants_quiet = False
        self._waiting = None
        for paused in self._paused.values():
            self._begin(self._let_play_on(paused))

    def close(self) -> None:
        """Let play on whatever was paused and not touched, and wait for nothing."""
        self._wants_quiet = False
        self._waiting = None
        for task in self._tasks:
            task.cancel()
        for paused in self._paused.values():
            paused.player.play()
        self._paused.clear()

    def _pause_at_last(self) -> None:
        """Pause when there is a bus after all."""
        paused, self._waiting = self._waiting, None
        if paused is not None:
            self._begin(self._pause_all(paused))

    async def _pause_all(self, paused: Callable[[list[str]], None]) -> None:
        try:
            players = await find_players(self._session, self._patience_s)
        except BusError as error:
            logger.debug("Nobody knows what plays: %s", error)
            players = []
            self._waiting = paused if self._wants_quiet else None
        names: dict[str, str] = {}
        tasks = [self._begin(self._pause_one(player, names)) for player in players]
        if tasks:
            await asyncio.wait(tasks, timeout=self._patience_s)
        paused(sorted(names.values()))

    async def _pause_one(self, player: MprisPlayer, names: dict[str, str]) -> None:
        """Pause a player if it plays; one that answers late is paused late, without its name.

        It is in `_paused` before it is told, so that a `resume` meanwhile follows the pause.
        """
        try:
            standing = await player.standing()
            is_loud = standing.status is Status.PLAYING and standing.can_pause
            if not is_loud or not self._wants_quiet:
                return
            paused = self._paused[player.owner] = Paused(player, standing.track)
            await player.pause()
            names[player.owner] = player.plain_name
            names[player.owner] = await player.identity()
            paused.settle(await player.standing())
        except BusError as error:
            logger.debug("%s was not paused: %s", player.plain_name, error)
            if player.owner not in names:
                self._paused.pop(player.owner, None)

    async def _let_play_on(self, paused: Paused) -> None:
        player = paused.player
        try:
            standing = await player.standing()
        except BusError as error:
            logger.debug("%s does not play on: %s", player.plain_name, error)
            self._forget(paused)
            return
        if self._wants_quiet or not self._is_ours(paused):
            return
        self._forget(paused)
        if paused.may_play_on(standing):
            player.play()

    def _hear(self, message: "Message") -> None:
        """Forget a player that somebody else touches."""
        paused = self._paused.get(message.sender or "")
        interface, changed, _invalidated = plain(message.body)
        if paused is None or interface != PLAYER:
            return
        standing = read_standing(changed)
        if paused.is_touched(standing):
            self._forget(paused)
        else:
            paused.settle(standing)

    def _is_ours(self, paused: Paused) -> bool:
        return self._paused.get(paused.player.owner) is paused

    def _forget(self, paused: Paused) -> None:
        if self._is_ours(paused):
            del self._paused[paused.player.owner]

    def _begin(self, coroutine: Coroutine[None, None, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            logger.error("The media players could not be reached", exc_info=error)
