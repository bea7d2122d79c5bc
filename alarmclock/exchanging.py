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

from alarmclock.aside import Aside
from alarmclock.core.book.book import AlarmBook
from alarmclock.core.book.preferences import Preferences
from alarmclock.core.errors import AlarmClockError
from alarmclock.core.ring_settings import RingSettings
from alarmclock.core.settings import Settings
from alarmclock.store.store import Store
from alarmclock.store.unusable import UnusableStore
from alarmclock.ui.exchange.port import Carried, Done, Exchange, Planned, Said, Wanted

if TYPE_CHECKING:
    from alarmclock.core.exchange.imported import Imported
    from alarmclock.core.exchange.importing import Importing
    from alarmclock.core.exchange.plan import Plan
    from alarmclock.store.exchange.exporting import Exporting, Steps
    from alarmclock.store.exchange.found import Found
    from alarmclock.store.exchange.gsettings import ReadSettings
    from alarmclock.store.exchange.reading import ImportReader
    from alarmclock.store.exchange.snapshot import Snapshot
    from alarmclock.store.exchange.sounds import OwnSounds
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
        own: "OwnSounds | None" = None,
    ) -> None:
        self._book = book
        self._preferences = preferences
        self._store = store
        self._data_dir = data_dir
        self._begin = begin
        self._own = own
        self._found: dict[str, Found] = {}
        self.aside = Aside()

    def calls(self) -> Exchange:
        """Give the window what it calls."""
        return Exchange(
            export=self._export,
            read=lambda path, done: self._read(lambda: self.reader.read(Path(path)), done),
            plan=self._plan,
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
        from alarmclock.store.exchange.sounds import NoCopies

        bundled = {sound.id for sound in resources.sounds()}
        return ImportReader(self._book.clock, self._new_alarm, bundled, self._own or NoCopies())

    def _new_alarm(self) -> RingSettings:
        return self._preferences.settings.new_alarm

    def _settings(self) -> Settings:
        return self._preferences.settings

    def _plan(self, imported: "Imported", planned: Planned) -> None:
        self._begin(self._plan_aside(imported, planned))

    async def _plan_aside(self, imported: "Imported", planned: Planned) -> None:
        standing = self.importing.standing(imported)
        planned(await self.aside.run(lambda: standing.plan(imported)))

    def _export(self, path: str, history: bool, done: Said) -> None:  # noqa: FBT001 - of a call
        self._begin(self._write(Path(path), done, history=history))

    async def _write(self, path: Path, done: Said, *, history: bool) -> None:
        """Take everything in turns with the window, and write it on another thread."""
        try:
            snapshot = await in_turns(self.exporting.gather(path.suffix, history=history))
            said = await self.aside.run(lambda: snapshot.save(path))
        except AlarmClockError as error:
            done(error)
        else:
            done(said)

    def _carry_out(self, imported: "Imported", source: str, wanted: Wanted, done: Carried) -> None:
        """Do it at once, or as soon as its own sound files are copied."""
        if self.reader.has_own_sounds(imported):
            self._begin(self._copy_and_carry_out(imported, source, wanted, done))
        else:
            self._tell_carried(imported, source, wanted, done)

    async def _copy_and_carry_out(
        self, imported: "Imported", source: str, wanted: Wanted, done: Carried
    ) -> None:
        taken = await self.aside.run(lambda: self.reader.taken(imported))
        self._tell_carried(taken, source, wanted, done)

    def _tell_carried(
        self, imported: "Imported", source: str, wanted: Wanted, done: Carried
    ) -> None:
        try:
            plan = self._carried_out(imported, source, wanted)
        except AlarmClockError as error:
            done(error)
        else:
            done(plan)

    def _carried_out(self, imported: "Imported", source: str, wanted: Wanted) -> "Plan":
        from alarmclock.core.exchange.importing import Choices

        done = self.importing.carry_out(imported, source, Choices(settings=wanted.settings))
        if wanted.history:
            self._store.bring_history(done.rings, done.events)
        return done

    def _note_answered(self, program: str) -> None:
        from alarmclock.store.exchange.found import note_answered

        note_answered(self._store.save_memo, program)

    def _read(self, read: Callable[[], "Imported"], done: Done) -> None:
        self._begin(self._read_aside(read, done))

    async def _read_aside(self, read: Callable[[], "Imported"], done: Done) -> None:
        """Read on another thread, and tell on this one."""
        try:
            found = await self.aside.run(read)
        except AlarmClockError as error:
            done(error)
        else:
            done(found)


async def in_turns(steps: "Steps") -> "Snapshot":
    """Go through the steps of an export, and let the window have its turn between them."""
    while True:
        try:
            next(steps)
        except StopIteration as over:
            found: Snapshot = over.value
            return found
        await asyncio.sleep(0)
