"""Exports, imports and backups while no program runs."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from alarmclock import __version__, resources
from alarmclock.core.book.preferences import Preferences
from alarmclock.core.exchange.importing import Importing
from alarmclock.desktop.sound.own_files import SOUNDS, OwnFiles
from alarmclock.store.exchange.commands import FileCommands
from alarmclock.store.exchange.exporting import Exporting
from alarmclock.store.exchange.reading import ImportReader
from alarmclock.store.restoring import Restoring
from alarmclock.store.unusable import UnusableStore

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alarmclock.cli.stored_parts import StoredParts
    from alarmclock.core.activity.events import Event
    from alarmclock.core.ringing import Ring


def file_commands(parts: "StoredParts", folder: Path) -> FileCommands:
    """Give the commands on what is stored in a folder."""
    sources = StoredSources(parts, folder)
    return FileCommands(
        sources, parts.clock, sources.bring_history, lambda _said: None, is_open=False
    )


class StoredSources:
    """What reads and writes files, on the stored book."""

    def __init__(self, parts: "StoredParts", folder: Path) -> None:
        self._parts = parts
        self._folder = folder

    @cached_property
    def exporting(self) -> Exporting:
        """Writes files."""
        parts = self._parts
        store = parts.store or UnusableStore("There is nothing yet.")
        return Exporting(
            lambda: parts.book, lambda: parts.settings, store, parts.book.clock, __version__
        )

    @cached_property
    def importing(self) -> Importing:
        """Plans an import and does it; it is kept in the activity, as in the window."""
        parts = self._parts
        assert parts.store is not None
        assert parts.commands
        return Importing(parts.book, Preferences(parts.settings, parts.store.save_settings))

    @cached_property
    def reader(self) -> ImportReader:
        """Reads files."""
        parts = self._parts
        own = OwnFiles(self._folder / SOUNDS)
        return ImportReader(parts.book.clock, lambda: parts.new_alarm, resources.sound_ids(), own)

    @cached_property
    def restoring(self) -> Restoring:
        """Lists backups and brings one back."""
        return Restoring(self._folder, self._parts.clock)

    def bring_history(self, rings: "Sequence[Ring]", events: "Sequence[Event]") -> None:
        """Take in the past of another file."""
        assert self._parts.store is not None
        self._parts.store.bring_history(rings, events)
