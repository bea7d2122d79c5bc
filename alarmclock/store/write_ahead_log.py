"""The write-ahead log of a database, read without SQLite: what is in it, and whether all of it is.

SQLite leaves out what is damaged in its log, and everything after it, without a word. A program
that was killed leaves half a change at the end, which nobody was told was saved; more than that is
damage. The form is told in https://sqlite.org/fileformat2.html#the_write_ahead_log
"""

import struct
import sys
from array import array
from collections.abc import Iterator

from alarmclock.values import dataclass, replace

HEADER = struct.Struct(">IIIIIIII")
FRAME = struct.Struct(">IIIIII")
SALTS = struct.Struct(">II")
# Two equal halves: whether it is ready, how many frames are finished, and the salts. Numbers are
# in the order of this computer, salts as they stand in the log.
INDEX = struct.Struct("=12x?3xI12x8s8x")
LITTLE_ENDIAN, BIG_ENDIAN = 0x377F0682, 0x377F0683
WORD = 0xFFFFFFFF
# Checked together, before anything that was summed up.
SUMMED_OF_HEADER, SUMMED_OF_FRAME = 24, 8

Sums = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Log:
    """The newest content of pages by their numbers, and how many pages the database has then.

    `count` is None where no change is in it; `is_damaged` tells that changes can't be read.
    `salts` are the mark of this round of the log, and `frames` is how many hold its changes.
    """

    pages: dict[int, bytes]
    count: int | None = None
    is_damaged: bool = False
    salts: Sums | None = None
    frames: int = 0


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


def is_cut_off(log: Log, index: bytes) -> bool:
    """Tell whether changes that were finished are missing in a log, by the index beside it.

    The index counts what was finished, and is written after it. One that is of another round, or
    half-written, tells nothing.
    """
    if len(index) < INDEX.size or index[: INDEX.size] != index[INDEX.size : 2 * INDEX.size]:
        return False
    is_ready, count, salts = INDEX.unpack_from(index)
    same_round = log.salts is None or SALTS.pack(*log.salts) == salts
    return bool(is_ready and same_round and count > log.frames)


def _changes(frames: Iterator[_Frame], salts: Sums, sums: Sums, *, is_little: bool) -> Log:
    found = Log({}, salts=salts)
    begun: dict[int, bytes] = {}
    for number, frame in enumerate(frames, 1):
        sums = _summed(frame.summed, sums, is_little=is_little)
        # Frames of an earlier round of the log stand behind those of this one.
        if frame.salts != salts or sums != frame.sums:
            return replace(found, is_damaged=_ends_a_change(frames, salts))
        begun[frame.page] = frame.content
        if frame.count:
            found = replace(found, pages=found.pages | begun, count=frame.count, frames=number)
            begun = {}
    return found


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
