"""The write-ahead log of a database, read without SQLite: what is in it, and whether all of it is.

SQLite leaves out what is damaged in its log, and everything after it, without a word. A program
that was killed leaves half a change at the end, which nobody was told was saved; more than that is
damage. The form is told in https://sqlite.org/fileformat2.html#the_write_ahead_log
"""

import struct
import sys
from array import array
from collections.abc import Iterator

from alarmclock.values import dataclass

HEADER = struct.Struct(">IIIIIIII")
FRAME = struct.Struct(">IIIIII")
LITTLE_ENDIAN, BIG_ENDIAN = 0x377F0682, 0x377F0683
WORD = 0xFFFFFFFF
# Checked together, before anything that was summed up.
SUMMED_OF_HEADER, SUMMED_OF_FRAME = 24, 8

Sums = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Log:
    """The newest content of pages by their numbers, and how many pages the database has then.

    `count` is None where no change is in it; `is_damaged` tells that changes can't be read.
    """

    pages: dict[int, bytes]
    count: int | None = None
    is_damaged: bool = False


EMPTY = Log({})


@dataclass(frozen=True, slots=True)
class _Frame:
    """One page as it was written; `count` is 0 unless it is the last of a change."""

    page: int
    count: int
    salts: Sums
    sums: Sums
    summed: bytes
    content: bytes


def read_log(found: bytes) -> Log:
    """Read a log as SQLite does: each change whose sums are right, up to the first that is not."""
    if len(found) < HEADER.size:
        return EMPTY
    magic, _form, size, _order, *rest = HEADER.unpack_from(found)
    salts, sums = (rest[0], rest[1]), (rest[2], rest[3])
    is_little = magic == LITTLE_ENDIAN
    begins_well = magic in (LITTLE_ENDIAN, BIG_ENDIAN) and sums == _summed(
        found[:SUMMED_OF_HEADER], (0, 0), is_little=is_little
    )
    if not begins_well:
        return Log({}, is_damaged=any(found) and len(found) > HEADER.size)
    return _changes(_frames(found, size), salts, sums, is_little=is_little)


def _changes(frames: Iterator[_Frame], salts: Sums, sums: Sums, *, is_little: bool) -> Log:
    pages: dict[int, bytes] = {}
    begun: dict[int, bytes] = {}
    count = None
    for frame in frames:
        # Frames of an earlier round of the log stand behind those of this one.
        if frame.salts != salts:
            break
        sums = _summed(frame.summed, sums, is_little=is_little)
        if sums != frame.sums:
            return Log(pages, count, is_damaged=_ends_a_change(frames, salts))
        begun[frame.page] = frame.content
        if frame.count:
            pages |= begun
            begun, count = {}, frame.count
    else:
        return Log(pages, count)
    return Log(pages, count, is_damaged=_ends_a_change(frames, salts))


def _ends_a_change(frames: Iterator[_Frame], salts: Sums) -> bool:
    """Tell whether a change was finished behind a frame that can't be read."""
    return any(frame.salts == salts and frame.count for frame in frames)


def _frames(found: bytes, size: int) -> Iterator[_Frame]:
    step = FRAME.size + size
    for start in range(HEADER.size, len(found) - step + 1, step):
        page, count, *rest = FRAME.unpack_from(found, start)
        content = found[start + FRAME.size : start + step]
        summed = found[start : start + SUMMED_OF_FRAME] + content
        yield _Frame(page, count, (rest[0], rest[1]), (rest[2], rest[3]), summed, content)


def _summed(part: bytes, sums: Sums, *, is_little: bool) -> Sums:
    words = array("I", part)
    if is_little != (sys.byteorder == "little"):
        words.byteswap()
    one, other = sums
    pairs = iter(words)
    for first in pairs:
        one = (one + first + other) & WORD
        other = (other + next(pairs) + one) & WORD
    return one, other
