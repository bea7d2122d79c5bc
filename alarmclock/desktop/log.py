"""The log: what went wrong, for whoever looks into it; people read it in the window, not here."""

import logging
from contextlib import suppress
from pathlib import Path

LOG = "alarmclock.log"
LARGEST_BYTES = 1_000_000
LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class QuietFileHandler(logging.FileHandler):
    """Writes where it can: a log that can't be written must not disturb an alarm clock."""

    def handleError(self, record: logging.LogRecord) -> None:
        """Let it go: the full disk that this is about is told in the window."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line, if the folder is there and lets us."""
        try:
            super().emit(record)
        except OSError:
            self.handleError(record)

    def close(self) -> None:
        """Close the file; what a full disk did not take is lost."""
        with suppress(OSError):
            super().close()


def start_log(folder: Path) -> logging.Handler:
    """Write warnings of the program to a file of the folder; nothing is made before the first."""
    file = folder / LOG
    try:
        if file.stat().st_size > LARGEST_BYTES:
            file.replace(file.with_suffix(".log.1"))
    except OSError:
        pass
    handler = QuietFileHandler(file, encoding="utf-8", delay=True)
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter(LINE))
    logging.getLogger().addHandler(handler)
    return handler


def end_log(handler: logging.Handler) -> None:
    """Write nothing more."""
    logging.getLogger().removeHandler(handler)
    handler.close()
