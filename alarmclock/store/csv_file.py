"""A file of comma-separated values (RFC 4180), written whole or not at all.

Spreadsheets know its letters by the mark at its beginning, and take nothing in it for a formula.
"""

import csv
import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from alarmclock.core.errors import NotSaved

# A cell that begins with one of these is a formula to a spreadsheet: an apostrophe defuses it.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class CsvFile:
    """Takes rows into a file beside its place, and moves it there when all are in."""

    def __init__(self, path: Path) -> None:
        """Begin the file. Raises NotSaved."""
        self._path = path
        try:
            number, name = tempfile.mkstemp(prefix=".", suffix=".csv", dir=path.parent)
        except OSError as error:
            raise self._refusal(error) from error
        self._unfinished = Path(name)
        self._file = os.fdopen(number, "w", encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._file)

    def write(self, rows: Iterable[Iterable[str]]) -> None:
        """Add rows. Raises NotSaved; then there is no file."""
        try:
            self._writer.writerows([defused(cell) for cell in row] for row in rows)
        except OSError as error:
            self.abandon()
            raise self._refusal(error) from error

    def finish(self) -> None:
        """Put the file in its place. Raises NotSaved; then there is no file."""
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            self._unfinished.replace(self._path)
        except OSError as error:
            self.abandon()
            raise self._refusal(error) from error

    def abandon(self) -> None:
        """Leave no trace of an unfinished file."""
        with suppress(OSError):
            self._file.close()
        self._unfinished.unlink(missing_ok=True)

    def _refusal(self, error: OSError) -> NotSaved:
        reason = error.strerror or "it could not be written"
        return NotSaved(f"“{self._path}” could not be saved: {reason}. Choose another place.")


def defused(cell: str) -> str:
    """Give a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
