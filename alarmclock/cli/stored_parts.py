"""What a command on a closed program works with: the book as it is stored."""

from contextlib import ExitStack
from datetime import datetime, tzinfo
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from alarmclock.cli.clock import CommandClock
from alarmclock.cli.output import complain
from alarmclock.cli.own_locale import own_locale
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.errors import AlarmClockError, NotSaved
from alarmclock.core.ring_settings import RingSettings
from alarmclock.desktop.instance.holder import Held, held

if TYPE_CHECKING:
    from alarmclock.core.activity.activity_query import ActivityQuery
    from alarmclock.core.activity.events import Event
    from alarmclock.core.book.commands import Commands
    from alarmclock.core.change import Change
    from alarmclock.core.deeds import Deeds
    from alarmclock.core.phrase import Reading
    from alarmclock.core.settings import Settings
    from alarmclock.store.errors import StoreUnusable
    from alarmclock.store.store import Store

PATIENCE_S = 2.0


class NoJournal:
    """Stands in where there is no store: only what reads comes here."""

    def save(self, _change: "Change") -> None:
        """Refuse."""
        raise NotSaved("There is no file to save this in.")


class Busy(AlarmClockError):
    """Another process works on the same folder."""


class StoredParts:
    """The book as it is stored, opened when it is first asked for."""

    readiness = None
    daemons = 0

    def __init__(self, folder: Path, open_meanwhile: ExitStack, *, makes: bool) -> None:
        self.folder = folder
        # What is to be told of a backup that was brought back meanwhile.
        self.restored = ""
        self._open_meanwhile = open_meanwhile
        self._makes = makes
        self.clock = CommandClock()

    @cached_property
    def book(self) -> AlarmBook:
        """The stored alarms, timers and rings."""
        if self.store is None:
            return AlarmBook(self.clock, NoJournal())
        from alarmclock.core.plausible import Plausibility

        book = AlarmBook(self.clock, self.store, Plausibility(self.clock, self.store.last_alive()))
        book.load(self.store.items(), self.store.rings())
        for problem in self.store.problems:
            complain(problem)
        return book

    @cached_property
    def commands(self) -> "Commands":
        """All that can be done to them; it is kept in the activity, as in the window."""
        from alarmclock.core.activity.activity import ActivityLog
        from alarmclock.core.book.answering import Answering
        from alarmclock.core.book.commands import Commands
        from alarmclock.core.certainty.facts import facts_of, facts_without_daemons

        assert self.store is not None
        record = ActivityLog(self.store).record
        clock = self.clock

        def tell_facts(change: "Change") -> None:
            now = clock.now()
            facts = (*facts_of(change, now, clock.zone()), *facts_without_daemons(change, now))
            # Of a change to many alarms both say the same.
            for fact in dict.fromkeys(facts):
                record(fact)

        self.book.listen(tell_facts)
        return Commands(self.book, Answering(self.book, record), record)

    @cached_property
    def deeds(self) -> "Deeds":
        """The same with sentences."""
        from alarmclock.core.deeds import Deeds

        return Deeds(self.book, self.commands)

    @property
    def new_alarm(self) -> RingSettings:
        """How a new alarm rings of which nothing else is said."""
        return self.settings.new_alarm

    def read(
        self,
        words: str,
        now: datetime,
        zone: tzinfo,
        base: RingSettings | None,
        locale: str | None = None,
    ) -> "Reading":
        """Understand a phrase, with dates as in a locale, or else the own. Raises PhraseError."""
        from alarmclock import resources
        from alarmclock.core.phrase import read
        from alarmclock.core.phrase.orders import order_of_locale

        order = order_of_locale(locale or own_locale())
        return read(words, now, zone, base, order=order, sounds=resources.sound_ids())

    def events(
        self, most: int, before: int | None, query: "ActivityQuery"
    ) -> "list[tuple[int, Event]]":
        """Give the newest events with their numbers, newest first, before a number."""
        return [] if self.store is None else self.store.events(most, before, query)

    def tell(self, sentence: str, *, undoable: bool = True) -> None:
        """Nobody looks at a window."""

    def hold(self) -> None:
        """Keep programs and other commands out until this one has done. Raises Busy."""
        try:
            self._open_meanwhile.enter_context(held(str(self.folder), PATIENCE_S))
        except Held:
            raise Busy("Another command works on these alarms. Try again in a moment.") from None
        except OSError:
            pass  # the store says what is wrong with the folder

    @cached_property
    def settings(self) -> "Settings":
        """The settings, or what everybody starts with."""
        from alarmclock.core.settings import Settings

        return Settings() if self.store is None else self.store.settings()

    @cached_property
    def store(self) -> "Store | None":
        """The store, held against a program that opens meanwhile; None where there is none."""
        from alarmclock.store.errors import StoreUnusable, unusable
        from alarmclock.store.files import BACKUPS, DATABASE
        from alarmclock.store.store import Store

        try:
            is_there = any((self.folder / name).exists() for name in (DATABASE, BACKUPS))
        except OSError as error:
            raise unusable(error, self.folder) from error
        if not (is_there or self._makes):
            return None
        self.hold()
        store = Store(self.folder, self.clock)
        try:
            report = store.open()
        except StoreUnusable as error:
            return self._glimpsed(store, error)
        self.restored = report.brought_back
        for sentence in report.sentences:
            if sentence != self.restored:
                complain(sentence)
        self._open_meanwhile.callback(store.close)
        return store

    def _glimpsed(self, store: "Store", error: "StoreUnusable") -> "Store":
        """Give what can be read though nothing can be changed, and say so. Raises the error."""
        readable = None if self._makes else store.glimpsed(error)
        if readable is None:
            raise error
        complain(str(readable.reason))
        self._open_meanwhile.callback(readable.close)
        return readable
