"""The channel of the running program, on Qt's loop: readable by its user only, and bounded."""

import logging
import os
from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtNetwork import QLocalServer

from alarmclock.core.service.arguments import truth_of
from alarmclock.core.service.later import Later
from alarmclock.core.service.outcome import outcome
from alarmclock.core.service.reply import Reply
from alarmclock.core.service.takes import refuse_unknown
from alarmclock.desktop.instance.place import forget_place, note_place, places, prepare
from alarmclock.desktop.instance.visitor import Visitor
from alarmclock.desktop.instance.wire import WRONG_USE, Fields, Number, written

MOST_VISITORS = 32
LONGEST_SILENCE_MS = 10_000
LOOKS_A_SILENCE = 4
# A long answer is worked out in parts of this length, so that no picture comes late.
LONGEST_TURN_MS = 5
WATCH = "watch"
FAILED = "This could not be done; the log of Alarm Clock tells why."

logger = logging.getLogger(__name__)

Steps = Iterator[Fields | Later[Fields] | None]
Answer = Callable[[str, Mapping[str, object]], Steps]
Job = tuple[Visitor, Number, Steps]


class Server:
    """Listens from `start` to `close`.

    `answer` carries out a command bit by bit: it gives None as long as there is more to do, then
    the fields of the reply, or who gives them later. One who waits for that is not turned away.
    """

    def __init__(
        self, data_folder: str, answer: Answer, *, longest_silence_ms: int = LONGEST_SILENCE_MS
    ) -> None:
        self._data_folder = data_folder
        self._answer = answer
        self._longest_silence_ms = longest_silence_ms
        self._visitors: list[Visitor] = []
        self._complaints: set[str] = set()
        self._job: Job | None = None
        self._server = QLocalServer()
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        self._now = QElapsedTimer()
        self._now.start()
        self._turn = QTimer()
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._take_turn)
        self._sweep = QTimer()
        self._sweep.setInterval(longest_silence_ms // LOOKS_A_SILENCE)
        self._sweep.timeout.connect(self._turn_silent_away)

    @property
    def place(self) -> str:
        """Where it listens, empty where it does not."""
        return self._server.fullServerName() if self._server.isListening() else ""

    def start(self) -> None:
        """Listen where commands look first; whatever lies there was left by a crash."""
        for place in places(self._data_folder):
            if prepare(place):
                self._server.removeServer(place)
                if self._server.listen(place):
                    note_place(self._data_folder, place)
                    return
        logger.warning("No command can reach this program: %s", self._server.errorString())

    def close(self) -> None:
        """Listen no more, and hang up."""
        if self._server.isListening():
            forget_place(self._data_folder)
        self._server.close()
        self._turn.stop()
        self._sweep.stop()
        for visitor in list(self._visitors):
            visitor.turn_away()

    def tell(self, event: Callable[[], Fields], *, tick: bool = False) -> None:
        """Tell an event to those who watch; it is made only if somebody does."""
        watching = [
            visitor
            for visitor in self._visitors
            if visitor.is_watching and (visitor.wants_ticks or not tick)
        ]
        if watching:
            line = written({"event": event()})
            for visitor in watching:
                visitor.tell(line)

    # Visitors

    def _welcome(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            if len(self._visitors) >= MOST_VISITORS:
                self._make_room()
            visitor = Visitor(socket, self)
            visitor.silent_since_ms = self._now.elapsed()
            self._visitors.append(visitor)
            visitor.start()
            self._sweep.start()

    def _make_room(self) -> None:
        """Turn away who has been silent longest: the newest has something to say."""
        self.complained("more than can be served at a time")
        quiet = [v for v in self._visitors if v.is_idle and not v.has_request]
        longest = min(quiet or self._visitors, key=lambda visitor: visitor.silent_since_ms)
        longest.turn_away()

    def _turn_silent_away(self) -> None:
        oldest = self._now.elapsed() - self._longest_silence_ms
        for visitor in list(self._visitors):
            if visitor.is_idle and visitor.silent_since_ms < oldest:
                visitor.turn_away()
        if not self._visitors:
            self._sweep.stop()

    # What visitors tell

    def left(self, visitor: Visitor) -> None:
        """Forget a visitor."""
        if visitor in self._visitors:
            self._visitors.remove(visitor)
        if self._job is not None and self._job[0] is visitor:
            self._job = None

    def complained(self, what: str) -> None:
        """Log what a visitor should not do, once."""
        if what not in self._complaints:
            self._complaints.add(what)
            logger.warning("The channel for commands met %s; this is told once", what)

    def answered(self, visitor: Visitor) -> None:
        """Begin to count anew how long a visitor is silent: it had to wait."""
        visitor.silent_since_ms = self._now.elapsed()

    def asked(self) -> None:
        """Take up a request when it is its turn."""
        if not self._turn.isActive():
            self._turn.start(0)

    # Requests

    def _take_turn(self) -> None:
        """Serve one request, or a part of it; then the window has as long as that took."""
        if self._job is None:
            self._job = self._next_job()
        if self._job is None:
            return
        begun = self._now.elapsed()
        visitor, number, steps = self._job
        for reply in steps:
            if reply is not None:
                visitor.reply(number, reply)
                self._job = None
                break
            if self._now.elapsed() - begun >= LONGEST_TURN_MS:
                break
        visitor.silent_since_ms = self._now.elapsed()
        self._turn.start(visitor.silent_since_ms - begun)

    def _next_job(self) -> Job | None:
        waiting = [visitor for visitor in self._visitors if visitor.has_request]
        if not waiting:
            return None
        visitor = min(waiting, key=lambda visitor: visitor.silent_since_ms)
        taken = visitor.take()
        if taken is None:
            self.asked()
            return None
        number, command, arguments = taken
        return visitor, number, self._steps(visitor, command, arguments)

    def _steps(self, visitor: Visitor, command: str, arguments: Mapping[str, object]) -> Steps:
        if command == WATCH:
            yield outcome(lambda: _watched(visitor, arguments))
            return
        try:
            yield from self._answer(command, arguments)
        except Exception:  # whatever a request does, the program goes on
            logger.exception("The command “%s” failed", command[:40])
            yield {"status": WRONG_USE, "error": FAILED}


def _watched(visitor: Visitor, arguments: Mapping[str, object]) -> Reply:
    """Tell a visitor what happens from now on. Raises WrongUse."""
    refuse_unknown(WATCH, arguments)
    visitor.wants_ticks = truth_of(arguments, "ticks")
    visitor.is_watching = True
    return Reply({"process": os.getpid()})
