"""What the window asks of the rest of the program, as plain methods.

Some of it is made only when it is first wanted, or a moment after the window was shown: until then
there is nothing to stop, and a mend says that it is too early.
"""

from collections.abc import Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from alarmclock import __version__
from alarmclock.core.activity.activity_query import ActivityQuery
from alarmclock.core.alarm import Alarm
from alarmclock.core.certainty.verdict import Mend
from alarmclock.core.errors import Invalid
from alarmclock.core.player import PREVIEW, Player
from alarmclock.core.ring_settings import RingSettings
from alarmclock.desktop.sound.own_files import OwnFiles
from alarmclock.exchanging import Exchanging
from alarmclock.store.archive import Archive
from alarmclock.ui.outside import Outside

if TYPE_CHECKING:
    from alarmclock.certainty import Certainty

TOO_EARLY = "Alarm Clock is just opening. Please try again in a moment."


class Program(Protocol):
    """The parts that the calls go to. ``ready`` is None until rings are made sure of."""

    data_dir: Path
    own_files: OwnFiles
    archive: Archive
    exchanging: Exchanging
    ready: "Certainty | None"

    @property
    def player(self) -> Player:
        """What plays the sounds."""

    def begin(self, coroutine: Coroutine[None, None, None]) -> None:
        """Run a coroutine in the background."""


class Calls:
    """Carries out what the window asks for."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def outside(self) -> Outside:
        """Give the window what it calls."""
        archive = self._program.archive
        return Outside(
            record=archive,
            events_before=archive.events,
            rings_before=archive.rings,
            subjects=archive.subjects,
            export=self.export,
            check_sound=self.check_sound,
            adopt_sound=self.adopt_sound,
            look_at_sound=self.look_at_sound,
            begin_trial=self.begin_trial,
            stop_trial=self.stop_trial,
            mend=self.mend,
            look_again=self.look_again,
            preview=self.preview,
            stop_preview=self.stop_preview,
            is_previewing=self.is_previewing,
            open_folder=self.open_folder,
            data_folder=str(self._program.data_dir),
            version=__version__,
            exchange=self._program.exchanging.calls(),
        )

    # Files

    def export(self, rings: bool, query: ActivityQuery, path: str) -> None:  # noqa: FBT001 - a choice
        """Write the activity, or the rings in it, into a file in the background."""
        program = self._program
        program.begin(program.archive.export(query, Path(path), rings=rings))

    def open_folder(self, folder: str) -> None:
        """Show a folder in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(folder))

    def open_file(self, path: Path) -> bool:
        """Open a file with the system's program for it, and tell whether there is one."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    # Sounds

    def check_sound(self, sound: str) -> None:
        """See that a sound can be played. Raises Invalid."""
        self._program.player.prepare(sound)

    def adopt_sound(self, sound: str) -> str:
        """Take an own file into the data folder, once it can be played. Raises Invalid."""
        adopted = self._program.own_files.adopt(sound)
        self._program.player.prepare(adopted)
        return adopted

    def look_at_sound(self, sound: str) -> None:
        """Check a sound in the background."""
        if certainty := self._program.ready:
            certainty.watch.look_at_sound(sound)

    def preview(self, ring: RingSettings) -> None:
        """Play a sound for a moment."""
        self._program.player.preview(ring.sound, ring.volume)

    def stop_preview(self) -> None:
        """Stop that."""
        self._program.player.stop(PREVIEW)

    def is_previewing(self) -> bool:
        """Tell whether it plays."""
        return PREVIEW in self._program.player.sounding

    # Certainty

    def begin_trial(self, alarm: Alarm) -> None:
        """Ring an alarm for some seconds. Raises Invalid."""
        self._certainty().begin_trial(alarm)

    def stop_trial(self) -> None:
        """Stop that, if it rings."""
        if certainty := self._program.ready:
            certainty.trial.stop()

    def mend(self, mend: Mend, item_id: str | None) -> str:
        """Carry out what mends a ring, and say what was done. Raises Invalid, NotSaved."""
        return self._certainty().mender.mend(mend, item_id)

    def look_again(self) -> None:
        """Look at the computer anew."""
        if certainty := self._program.ready:
            certainty.watch.look()

    def _certainty(self) -> "Certainty":
        if self._program.ready is None:
            raise Invalid("", TOO_EARLY)
        return self._program.ready
