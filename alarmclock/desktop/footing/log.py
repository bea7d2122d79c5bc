"""The log: what went wrong, for whoever looks into it; people read it in the window, not here."""

import logging
import os
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path

from alarmclock.desktop.footing.log_lines import LogLines

LOG = "alarmclock.log"
OLDER = ".log.1"
LARGEST_BYTES = 1_000_000
OWNER_ONLY = 0o600


class QuietFileHandler(logging.FileHandler):
    """Writes where it can: a log that can't be written must not disturb an alarm clock.

    Two files at most: one that has grown large takes the place of the older one.
    """

    def handleError(self, record: logging.LogRecord) -> None:
        """Let it go: the full disk that this is about is told in the window."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line, if the folder is there and lets us."""
        try:
            super().emit(record)
            if self.stream is not None and self.stream.tell() > LARGEST_BYTES:
                self.close_file()
                self.set_large_aside()
        except OSError:
            self.handleError(record)

    def close(self) -> None:
        """Close the file; what a full disk did not take is lost."""
        with suppress(OSError):
            super().close()

    def set_large_aside(self) -> None:
        """Begin anew where the file has grown large."""
        file = Path(self.baseFilename)
        try:
            if file.stat().st_size > LARGEST_BYTES:
                file.replace(file.with_suffix(OLDER))
        except OSError:
            return

    def close_file(self) -> None:
        """Close the file until the next line."""
        if self.stream is not None:
            stream, self.stream = self.stream, None
            with suppress(OSError):
                stream.close()

    def _open(self) -> TextIOWrapper:
        return open(self.baseFilename, "a", encoding="utf-8", opener=_open_for_owner)


def start_log(folder: Path) -> logging.Handler:
    """Write warnings of the program to a file of the folder; nothing is made before the first."""
    handler = QuietFileHandler(folder / LOG, encoding="utf-8", delay=True)
    handler.set_large_aside()
    handler.setLevel(logging.WARNING)
    handler.setFormatter(LogLines())
    logging.getLogger().addHandler(handler)
    return handler


def end_log(handler: logging.Handler) -> None:
    """Write nothing more."""
    logging.getLogger().removeHandler(handler)
    handler.close()


def _open_for_owner(path: str, flags: int) -> int:
    return os.open(path, flags, OWNER_ONLY)
