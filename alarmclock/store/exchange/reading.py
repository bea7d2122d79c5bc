"""Reads a file to import, whatever it is."""

from collections.abc import Callable, Container
from pathlib import Path

from alarmclock.core.exchange.events_in import Surroundings
from alarmclock.core.exchange.imported import Imported, NotImported
from alarmclock.core.ports import Clock
from alarmclock.core.ring_settings import RingSettings
from alarmclock.store.exchange.expanding import Expanding
from alarmclock.store.exchange.ical_read import read_calendar
from alarmclock.store.exchange.json_file import read_json
from alarmclock.store.exchange.sounds import (
    NoCopies,
    OwnSounds,
    own_sounds,
    with_adopted_sounds,
    with_usable_sounds,
)
from alarmclock.store.exchange.text_file import Text, read_bytes, text_of
from alarmclock.values import replace

NOT_OF_FORM = {
    "ics": "This is no calendar (.ics), but JSON. Leave the form out, and the content tells it.",
    "json": "This is no export of Alarm Clock (.json). Leave the form out, and the content tells "
    "it.",
}


class ImportReader:
    """Reads files and other programs; nothing of it is done yet.

    `new_alarm` gives how a new alarm rings, for all that another program does not know; `bundled`
    are the names of our own sounds, `own` has the copies of a person's own files.
    """

    def __init__(
        self,
        clock: Clock,
        new_alarm: Callable[[], RingSettings],
        bundled: Container[str],
        own: OwnSounds = NoCopies(),  # noqa: B008 - it holds nothing
    ) -> None:
        self._clock = clock
        self._new_alarm = new_alarm
        self._bundled = bundled
        self._own = own

    def read(self, path: Path, form: str | None = None) -> Imported:
        """Read a calendar or an export; `form` is “ics” or “json” where only that is wanted.

        Raises NotImported.
        """
        if path.suffix.lower() == ".csv":
            raise NotImported(
                "A table (.csv) can't be imported: it does not hold everything. Choose a calendar "
                "(.ics) or an export of Alarm Clock (.json)."
            )
        return self.read_content(read_bytes(path), form)

    def read_content(self, found: bytes, form: str | None = None) -> Imported:
        """Read the bytes of a calendar or an export. Raises NotImported."""
        return self.checked(self._understood(text_of(found), form))

    def checked(self, imported: Imported) -> Imported:
        """Give what was read with sounds that are on this computer."""
        return with_usable_sounds(imported, self._bundled, self._new_alarm().sound, self._own)

    def has_own_sounds(self, imported: Imported) -> bool:
        """Tell whether `taken` has something to copy."""
        return bool(own_sounds(imported, self._bundled))

    def taken(self, imported: Imported) -> Imported:
        """Copy the own sound files of what is imported now. A long file takes a moment."""
        usual = self._new_alarm().sound
        return with_adopted_sounds(imported, self._bundled, usual, self._own)

    @property
    def surroundings(self) -> Surroundings:
        """What an import depends on, at this moment."""
        return Surroundings(self._clock.now(), self._clock.zone(), self._new_alarm(), Expanding())

    def _understood(self, text: Text, form: str | None) -> Imported:
        content = text.content.lstrip()
        found = "json" if content.startswith(("{", "[")) else "ics"
        if form not in (None, found):
            raise NotImported(NOT_OF_FORM[form])
        if found == "json":
            return read_json(replace(text, content=content))
        return read_calendar(replace(text, content=content), self.surroundings)
