"""The mark of a run: there while the program runs, and left behind by one that crashed.

It is a file that the crash itself writes to, so that it becomes the report of that crash.
"""

import faulthandler
import os
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import PySide6

from alarmclock import __version__
from alarmclock.values import dataclass

MARK = "running.crash"
REPORT_START, REPORT_END = "crash-", ".txt"
STAMP = "%Y%m%d-%H%M%S"
MOST_REPORTS = 5
OPENED = "Opened %Y-%m-%d %H:%M:%S UTC."
FOUND = "Found at the next start, %Y-%m-%d %H:%M:%S UTC."
LARGEST_BYTES = 256 * 1024
OWNER_ONLY = 0o600
# With which versions it runs, and since when.
LINES_OF_OPENING = 2
NO_TRACE = "Nothing was written by the crash itself: it was killed, or the power went."


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """What is known of a run that was not closed.

    ``report`` is the name of the file on it, empty where none could be written, and ``opened_at``
    when it was opened, None where that can't be read.
    """

    report: str
    opened_at: datetime | None


class CrashMark:
    """Held from `begin` to `end`; a run that does not come to its `end` leaves it behind."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: int | None = None
        self._catches = False

    @property
    def path(self) -> Path:
        """Where it is while the program runs."""
        return self._folder / MARK

    def begin(self, now: datetime) -> LeftBehind | None:
        """Set the mark, and give what is known of the run before, None where that was closed."""
        left = self._left_behind(now)
        with suppress(OSError):
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_CLOEXEC", 0)
            self._file = os.open(self.path, flags, OWNER_ONLY)
            self.note(_versions(), now.astimezone(UTC).strftime(OPENED))
        return left

    def note(self, *lines: str) -> None:
        """Write lines into it; a disk that is full must not disturb an alarm clock."""
        if self._file is not None:
            with suppress(OSError):
                os.write(self._file, "".join(f"{line}\n" for line in lines).encode())

    def catch_faults(self) -> None:
        """Have a crash of the interpreter or of a library written into it.

        Somebody who wants to read of it elsewhere is left to.
        """
        if self._file is not None and not faulthandler.is_enabled():
            faulthandler.enable(self._file, all_threads=True)
            self._catches = True

    def end(self, *, was_closed: bool) -> None:
        """Remove it, unless the run was not closed by anybody."""
        if self._file is None:
            return
        if self._catches:
            faulthandler.disable()
            self._catches = False
        os.close(self._file)
        self._file = None
        if was_closed:
            with suppress(OSError):
                self.path.unlink()

    def _left_behind(self, now: datetime) -> LeftBehind | None:
        try:
            with self.path.open("rb") as file:
                lines = file.read(LARGEST_BYTES).decode(errors="replace").splitlines()
        except OSError:
            return None
        name = f"{REPORT_START}{now.astimezone(UTC).strftime(STAMP)}{REPORT_END}"
        try:
            self._write_report(self._folder / name, lines, now)
        except OSError:
            name = ""
        self._forget_oldest()
        return LeftBehind(name, _opening(lines))

    def _write_report(self, path: Path, lines: list[str], now: datetime) -> None:
        trace = lines[LINES_OF_OPENING:] or [NO_TRACE]
        told = [*lines[:LINES_OF_OPENING], *trace, now.astimezone(UTC).strftime(FOUND), ""]
        path.unlink(missing_ok=True)
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
        with os.fdopen(file, "w", encoding="utf-8") as report:
            report.write("\n".join(told).replace(str(Path.home()), "~"))

    def _forget_oldest(self) -> None:
        with suppress(OSError):
            reports = sorted(self._folder.glob(f"{REPORT_START}*{REPORT_END}"))
            for path in reports[:-MOST_REPORTS]:
                path.unlink(missing_ok=True)


def _versions() -> str:
    python = sys.version.split(maxsplit=1)[0]
    return (
        f"Alarm Clock {__version__}, Python {python}, PySide6 {PySide6.__version__}, {sys.platform}"
    )


def _opening(lines: list[str]) -> datetime | None:
    with suppress(ValueError, IndexError):
        return datetime.strptime(lines[1], OPENED).replace(tzinfo=UTC)
    return None
