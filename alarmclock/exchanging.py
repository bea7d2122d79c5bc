"""Joins import, export and backups: files of the store, the book, and the views of the window.

file, program -> ImportReader -> Plan, shown -> Importing -> AlarmBook
book, store   -> Exporting -> file
backups       -> Restoring, at the next start

Nothing of it is loaded before it is first wanted.
"""

import asyncio
from collections.abc import Callable, Coroutine
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from alarmclock.core.book import AlarmBook
from alarmclock.core.errors import AlarmClockError
from alarmclock.core.preferences import Preferences
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.settings import Settings
from alarmclock.store.store import Store
from alarmclock.store.unusable import UnusableStore
from alarmclock.ui.exchange.port import Done, Exchange, Wanted

if TYPE_CHECKING:
    from alarmclock.core.exchange.imported import Imported
    from alarmclock.core.exchange.importing import Importing
    from alarmclock.core.exchange.plan import Plan
    from alarmclock.store.exchange.exporting import Exporting
    from alarmclock.store.exchange.found import Found
    from alarmclock.store.exchange.gsettings import ReadSettings
    from alarmclock.store.exchange.reading import ImportReader
    from alarmclock.store.restoring import Restoring

# Starts a task that is cancelled when the program ends.
Begin = Callable[[Coroutine[None, None, None]], object]
# Asks about the alarms of other programs: name and number.
Offer = Callable[[list[tuple[str, int]]], None]


class Exchanging:
    """Everything behind the buttons of import and export.

    `begin` starts what takes longer than a moment; it is read on another thread.
    """

    def __init__(
        self,
        book: AlarmBook,
        preferences: Preferences,
        store: Store | UnusableStore,
        data_dir: Path,
        begin: Begin,
    ) -> None:
        self._book = book
        self._preferences = preferences
        self._store = store
        self._data_dir = data_dir
        self._begin = begin
        self._found: dict[str, Found] = {}

    def calls(self) -> Exchange:
        """Give the window what it calls."""
        return Exchange(
            export=lambda path, history: self.exporting.save(Path(path), history=history),
            read=lambda path, done: self._read(lambda: self.reader.read(Path(path)), done),
            plan=lambda imported: self.importing.plan(imported),  # noqa: PLW0108 - made when wanted
            carry_out=self._carry_out,
            backups=lambda: self.restoring.all(),  # noqa: PLW0108 - as above
            restore=lambda name: self.restoring.request(name),  # noqa: PLW0108 - as above
            read_found=lambda program, done: self._read(self._found[program].read, done),
            note_answered=self._note_answered,
        )

    async def offer(
        self,
        offer: Offer,
        home: Path | None = None,
        settings: "ReadSettings | None" = None,
    ) -> None:
        """Look for alarms of other programs, and offer those that nobody was asked about.

        `home` and `settings` are the computer's own unless they are given.
        """
        from alarmclock.store.exchange.found import found_elsewhere, is_answered
        from alarmclock.store.exchange.gsettings import gsettings

        found = await asyncio.to_thread(
            found_elsewhere,
            lambda: self.reader.surroundings,
            self.reader.checked,
            home,
            settings or gsettings,
        )
        self._found = {one.program: one for one in found}
        offers = [
            (one.program, one.count)
            for one in found
            if not is_answered(self._store.memo, one.program)
        ]
        if offers:
            offer(offers)

    # Parts, each made when it is first wanted

    @cached_property
    def importing(self) -> "Importing":
        """Plans an import and does it."""
        from alarmclock.core.exchange.importing import Importing

        return Importing(self._book, self._preferences)

    @cached_property
    def exporting(self) -> "Exporting":
        """Writes files."""
        from alarmclock import __version__
        from alarmclock.store.exchange.exporting import Exporting

        book, store = self._book, self._store
        return Exporting(lambda: book, self._settings, store, book.clock, __version__)

    @cached_property
    def restoring(self) -> "Restoring":
        """Lists backups and brings one back."""
        from alarmclock.store.restoring import Restoring

        return Restoring(self._data_dir, self._book.clock)

    @cached_property
    def reader(self) -> "ImportReader":
        """Reads files."""
        from alarmclock import resources
        from alarmclock.store.exchange.reading import ImportReader

        bundled = {sound.id for sound in resources.sounds()}
        return ImportReader(self._book.clock, self._new_alarm, bundled)

    def _new_alarm(self) -> RingSettings:
        return self._preferences.settings.new_alarm

    def _settings(self) -> Settings:
        return self._preferences.settings

    def _carry_out(self, imported: "Imported", source: str, wanted: Wanted) -> "Plan":
        from alarmclock.core.exchange.importing import Choices

        done = self.importing.carry_out(imported, source, Choices(settings=wanted.settings))
        if wanted.history:
            self._store.bring_history(done.rings, done.events)
        return done

    def _note_answered(self, program: str) -> None:
        from alarmclock.store.exchange.found import note_answered

        note_answered(self._store.save_memo, program)

    def _read(self, read: Callable[[], "Imported"], done: Done) -> None:
        self._begin(_read_elsewhere(read, done))


async def _read_elsewhere(read: Callable[[], "Imported"], done: Done) -> None:
    """Read on another thread, and tell on this one."""
    try:
        found = await asyncio.to_thread(read)
    except AlarmClockError as error:
        done(error)
    else:
        done(found)
