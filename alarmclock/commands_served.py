"""Lets the running program do what comes over its channels, as if it was done in the window."""

import logging
from collections.abc import Callable, Coroutine, Iterator, Mapping
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from alarmclock import resources
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.book.commands import Commands
from alarmclock.core.book.preferences import Preferences
from alarmclock.core.certainty.readiness import Readiness
from alarmclock.core.deeds import Deeds
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.service.later import Later
from alarmclock.core.service.outcome import outcome, outcome_in_steps, outcome_in_time
from alarmclock.core.service.reply import Reply
from alarmclock.core.service.service import Service
from alarmclock.core.service.takes import refuse_unknown
from alarmclock.desktop.instance.server import FAILED
from alarmclock.desktop.instance.wire import WRONG_USE, Fields
from alarmclock.values import dataclass

if TYPE_CHECKING:
    from alarmclock.core.activity.activity_query import ActivityQuery
    from alarmclock.core.activity.events import Event
    from alarmclock.core.phrase import Reading

logger = logging.getLogger(__name__)

Deed = Callable[[Mapping[str, object]], Reply]
SlowDeed = Callable[[Mapping[str, object]], Coroutine[None, None, Reply]]
ReadEvents = Callable[[int, int | None, "ActivityQuery"], list[tuple[int, "Event"]]]


@dataclass(frozen=True, slots=True)
class ProgramParts:
    """The parts of the running program that the service works with."""

    book: AlarmBook
    commands: Commands
    readiness: Readiness
    preferences: Preferences
    count_daemons: Callable[[], int]
    read_events: ReadEvents
    say: Callable[[str, bool], None]

    @property
    def deeds(self) -> Deeds:
        """What can be done, with sentences."""
        return Deeds(self.book, self.commands, self.readiness.verdict)

    @property
    def new_alarm(self) -> RingSettings:
        """How a new alarm rings of which nothing else is said."""
        return self.preferences.settings.new_alarm

    @property
    def daemons(self) -> int:
        """How many daemons wait."""
        return self.count_daemons()

    def read(
        self,
        words: str,
        now: datetime,
        zone: tzinfo,
        base: RingSettings | None,
        locale: str | None = None,
    ) -> "Reading":
        """Understand a phrase, with dates as in a locale, or else the own. Raises PhraseError."""
        from alarmclock.core.phrase import read
        from alarmclock.core.phrase.orders import order_of_locale

        order = order_of_locale(locale or QLocale().name())
        return read(words, now, zone, base, order=order, sounds=resources.sound_ids())

    def events(
        self, most: int, before: int | None, query: "ActivityQuery"
    ) -> "list[tuple[int, Event]]":
        """Give the newest events with their numbers, newest first, before a number."""
        return self.read_events(most, before, query)

    def tell(self, sentence: str, *, undoable: bool = True) -> None:
        """Say in the window what was done."""
        self.say(sentence, undoable)


class ServedCommands:
    """The commands of the service, and those that only a program with a window has.

    `slow` ones take their time while everything else goes on; `begin` starts them.
    """

    def __init__(
        self,
        service: Service,
        of_window: Mapping[str, Deed],
        slow: Mapping[str, SlowDeed],
        begin: Callable[[Coroutine[None, None, None]], object],
    ) -> None:
        self._service = service
        self._of_window = of_window
        self._slow = slow
        self._begin = begin

    def steps(
        self, command: str, arguments: Mapping[str, object]
    ) -> Iterator[Fields | Later[Fields] | None]:
        """Carry out a command bit by bit, so that the window has its turn.

        Give None as long as there is more to do, then the fields of the reply, or whoever will
        give them.
        """
        if command in self._slow:
            later: Later[Fields] = Later()
            self._begin(_tell(self._in_time(command, arguments), later))
            yield later
        elif command in self._of_window:
            yield outcome(lambda: self._done(command, arguments))
        else:
            yield from outcome_in_steps(self._service.steps(command, arguments))

    def answer(self, command: str, arguments: Mapping[str, object]) -> Fields | Later[Fields]:
        """Carry out a command in one go."""
        *_, fields = self.steps(command, arguments)
        assert fields is not None
        return fields

    def _done(self, command: str, arguments: Mapping[str, object]) -> Reply:
        refuse_unknown(command, arguments)
        return self._of_window[command](arguments)

    async def _in_time(self, command: str, arguments: Mapping[str, object]) -> Reply:
        refuse_unknown(command, arguments)
        return await self._slow[command](arguments)


async def _tell(doing: Coroutine[None, None, Reply], later: Later[Fields]) -> None:
    try:
        fields = await outcome_in_time(doing)
    except Exception:  # whatever a request does, the program goes on
        logger.exception("A command failed")
        fields = {"status": WRONG_USE, "error": FAILED}
    later.come(fields)
