"""Bytes from outside as text, with a limit on everything, and text written whole or not at all."""

import codecs
import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from alarmclock.core.exchange.imported import NotExported, NotImported
from alarmclock.values import dataclass

MOST_BYTES = 16 * 1024 * 1024
LONGEST_LINE = 1024 * 1024
MOST_LINES = 1_000_000
# What a file begins with that is no text, and what it is.
OTHER_KINDS = (
    (b"PK\x03\x04", "a compressed archive (zip). Unpack it, and choose the calendar in it"),
    (b"\x1f\x8b", "compressed (gzip). Unpack it first"),
    (b"BZh", "compressed (bzip2). Unpack it first"),
    (b"\xfd7zXZ", "compressed (xz). Unpack it first"),
    (b"(\xb5/\xfd", "compressed (zstd). Unpack it first"),
    (b"SQLite format 3", "a database. To bring back a backup, use “Restore a backup”"),
)
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
ZERO = "\x00"


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a file; `is_guessed` where its encoding was not what it should be."""

    content: str
    is_guessed: bool = False


def read_bytes(path: Path, most: int = MOST_BYTES) -> bytes:
    """Read a whole file of a reasonable size. Raises NotImported."""
    try:
        if not path.is_file():
            raise NotImported(f"“{path}” is no file. Choose a file to import.")
        with path.open("rb") as file:
            return read_limited(file, path, most)
    except OSError as error:
        reason = error.strerror or "it can't be opened"
        raise NotImported(f"“{path}” can't be read: {reason}. Choose another file.") from error


def read_limited(file: BinaryIO, path: Path, most: int) -> bytes:
    """Read no more than is allowed, however large a file says it is. Raises NotImported."""
    found = file.read(most + 1)
    if len(found) > most:
        raise NotImported(
            f"“{path.name}” is larger than {most // 1024 // 1024} MB, which is more than alarms "
            "take up. Choose another file, or export a part of that calendar."
        )
    return found


def text_of(found: bytes) -> Text:
    """Read bytes as text: UTF-8, UTF-16 with a mark, or else western letters.

    Raises NotImported.
    """
    for start, kind in OTHER_KINDS:
        if found.startswith(start):
            raise NotImported(f"This file is {kind}. Nothing was changed.")
    text = _decoded(found)
    if ZERO in text.content:
        raise NotImported(
            "This file is no text, so it is neither a calendar (.ics) nor an export (.json). "
            "Choose another file."
        )
    return text


def _decoded(found: bytes) -> Text:
    for mark, encoding in MARKS:
        if found.startswith(mark):
            try:
                return Text(found[len(mark) :].decode(encoding))
            except UnicodeDecodeError as error:
                raise NotImported(
                    "The letters of this file are damaged, so it can't be read. Export it again."
                ) from error
    try:
        return Text(found.decode())
    except UnicodeDecodeError:
        return Text(found.decode("cp1252", errors="replace"), is_guessed=True)


def lines_of(text: str) -> Iterator[str]:
    """List the lines, without making a second copy of all of them. Raises NotImported."""
    if text.count("\n") > MOST_LINES:
        raise NotImported(
            f"This file has more than {MOST_LINES:,} lines, which is more than alarms take up. "
            "Choose another file, or export a part of that calendar."
        )
    start, length = 0, len(text)
    while start < length:
        end = text.find("\n", start)
        end = length if end < 0 else end
        if end - start > LONGEST_LINE:
            raise NotImported(
                f"This file has a line of more than {LONGEST_LINE // 1024:,} KB, so it is no "
                "calendar. Choose another file."
            )
        yield text[start:end].removesuffix("\r")
        start = end + 1


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there, so that it is whole or not there.

    Raises NotExported.
    """
    unfinished: Path | None = None
    try:
        number, name = tempfile.mkstemp(prefix=".", suffix=path.suffix, dir=path.parent)
        unfinished = Path(name)
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError as error:
        if unfinished is not None:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
        reason = error.strerror or "it could not be written"
        raise NotExported(
            f"“{path}” could not be saved: {reason}. Choose another place."
        ) from error
