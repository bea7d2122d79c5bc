"""Notices that the system's zone was changed: its link exchanged, its file overwritten."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QTimer

from alarmclock.desktop.zone import LOCALTIME, NAME_FILE

# Some tools remove the link before they make another: look when they are through.
SETTLES_AFTER_MS = 200


class ZoneWatch:
    """Calls `look` some moments after anything happened to the file that sets the zone.

    It may be called for nothing: other files beside it change, too. Nothing wakes up meanwhile.
    """

    def __init__(self, look: Callable[[], None], localtime: Path = LOCALTIME) -> None:
        self._look = look
        self._folder = localtime.parent
        self._files = (localtime, localtime.with_name(NAME_FILE))
        self._watcher: QFileSystemWatcher | None = None
        self._timer: QTimer | None = None

    def start(self) -> None:
        """Watch the folder, since a link that is exchanged takes its watch along, and the files."""
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLES_AFTER_MS)
        self._timer.timeout.connect(self._settled)
        self._watcher = QFileSystemWatcher()
        self._watcher.directoryChanged.connect(self._timer.start)
        self._watcher.fileChanged.connect(self._timer.start)
        self._watch()

    def stop(self) -> None:
        """Watch no more."""
        if self._timer is not None:
            self._timer.stop()
        self._watcher = self._timer = None

    def _settled(self) -> None:
        self._watch()
        self._look()

    def _watch(self) -> None:
        """Watch what is there now: a file that was replaced is another one under its old name."""
        assert self._watcher is not None
        if watched := [*self._watcher.directories(), *self._watcher.files()]:
            self._watcher.removePaths(watched)
        for path in (self._folder, *self._files):
            if path.exists():
                self._watcher.addPath(str(path))
