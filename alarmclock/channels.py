"""Joins the ways on which others reach the running program: its own channel, and the desktop's bus.

command line, second start -> Server      -> ServedCommands -> Service -> AlarmBook
other programs             -> BusCommands -> the same
ActivityLog                -> those who watch
"""

from collections.abc import Callable, Coroutine, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from alarmclock.commands_served import ProgramParts, ServedCommands
from alarmclock.core.activity.events import Event, Ticked
from alarmclock.core.service.event_fields import event_fields
from alarmclock.core.service.leaving import leave
from alarmclock.core.service.reply import Reply
from alarmclock.core.service.service import Service
from alarmclock.core.surroundings.public_commands import PublicCommands
from alarmclock.desktop.application import COME_FORWARD, take_leave_to_come_forward
from alarmclock.desktop.instance.server import Server
from alarmclock.exchanging import Exchanging, in_turns
from alarmclock.store.store import Store
from alarmclock.store.unusable import UnusableStore
from alarmclock.values import dataclass

if TYPE_CHECKING:
    from alarmclock.store.exchange.commands import FileCommands

FILE_COMMANDS = ("backups", "restore")

Arguments = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class OfProgram:
    """What only the running program has: its window, its end, its files, its background."""

    come_to_front: Callable[[], None]
    end: Callable[[], None]
    exchanging: Exchanging
    store: Store | UnusableStore
    begin: Callable[[Coroutine[None, None, None]], object]


class Channels:
    """Open from `start` to `close`. `public` is where the desktop offers our commands, if it is to.

    The desktop's name for them is one, so that only a person's own alarms go by it.
    """

    def __init__(
        self,
        data_dir: Path,
        parts: ProgramParts,
        program: OfProgram,
        public: PublicCommands | None,
    ) -> None:
        self._parts = parts
        self._program = program
        self._public = public
        slow = {"export": self._export, "import": self._import}
        served = ServedCommands(Service(parts), self._of_program(), slow, program.begin)
        self._answer = served.answer
        self._server = Server(str(data_dir), served.steps)

    def start(self) -> None:
        """Listen."""
        self._server.start()
        if self._public is not None:
            self._public.offer(self._answer)

    def close(self) -> None:
        """Listen no more; the machine leaves the bus by itself."""
        self._server.close()

    def tell(self, event: Event) -> None:
        """Tell those who watch what happened; ticks only those who asked for them."""
        clock = self._parts.book.clock

        def fields() -> dict[str, object]:
            return event_fields(event, clock.now(), clock.zone())

        is_tick = isinstance(event, Ticked)
        self._server.tell(fields, tick=is_tick)
        if self._public is not None and not is_tick:
            self._public.tell(fields)

    def _of_program(self) -> dict[str, Callable[[Arguments], Reply]]:
        return {
            "raise": self._come_to_front,
            "end": self._end,
            **{name: self._file_command(name) for name in FILE_COMMANDS},
        }

    def _come_to_front(self, arguments: Arguments) -> Reply:
        take_leave_to_come_forward(arguments.get(COME_FORWARD))
        self._program.come_to_front()
        return Reply({"raised": True})

    def _end(self, _arguments: Arguments) -> Reply:
        reply = leave(self._parts.book)
        self._program.end()
        return reply

    def _file_command(self, name: str) -> Callable[[Arguments], Reply]:
        def do(arguments: Arguments) -> Reply:
            return self._files().deeds()[name](arguments)

        return do

    async def _export(self, arguments: Arguments) -> Reply:
        files = self._files()
        snapshot = await in_turns(files.gathering(arguments))
        return await self._program.exchanging.aside.run(lambda: files.write(snapshot, arguments))

    async def _import(self, arguments: Arguments) -> Reply:
        files = self._files()
        imported = await self._program.exchanging.aside.run(lambda: files.read(arguments))
        return files.take(imported, arguments)

    def _files(self) -> "FileCommands":
        from alarmclock.store.exchange.commands import FileCommands

        parts, program = self._parts, self._program
        bring_history = program.store.bring_history
        return FileCommands(
            program.exchanging, parts.book.clock, bring_history, parts.tell, is_open=True
        )
